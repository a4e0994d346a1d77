"""The one-line log: what a line would make, in words, and making it."""

from dataclasses import dataclass
from uuid import UUID

from netchal_gui.commands.journal import today
from netchal_gui.commands.log_talk import TalkEdit, talk_edit
from netchal_gui.commands.people import likely_duplicates
from netchal_gui.commands.person_called import person_called
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.talk_wording import also_planned, what_it_makes
from netchal_gui.domain.interview import WhoElse
from netchal_gui.domain.log_line import LogLine, TypedName, read_line
from netchal_gui.domain.talk import Met, Named, Talk
from netchal_gui.storage.export_queries import contacts_named
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Reading:
    """A line as it was understood.

    ``made`` is what Enter carries out, None where ``refusal`` says why it cannot. ``makes`` says each part
    of it, ``notices`` what deserves a look: text that was not understood and is kept, names that are alike,
    other interviews that are planned with the same people.
    """

    talk: Talk | None = None
    made: TalkEdit | None = None
    makes: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    refusal: str = ""


def read(workbench: Workbench, text: str) -> Reading:
    """What a line would make; nothing is written. Raises StoreFault."""
    line = read_line(text, today(workbench), _Known(workbench))
    if not text.strip():
        return Reading()
    unread = tuple(say("Not understood, kept as a note: “{text}”", text=part) for part in line.unread)
    try:
        talk = talk_of(workbench, line)
        made = talk_edit(workbench, talk)
    except Refused as refused:
        return Reading(None, None, (), unread, str(refused))
    makes = tuple(what_it_makes(workbench, talk, made))
    notices = (*unread, *_alike(workbench, made), *also_planned(workbench, talk))
    return Reading(talk, made, makes, notices)


def log_line(workbench: Workbench, text: str) -> Reading:
    """Make all that a line says, as one edit. Raises Refused, StoreFault, Conflict."""
    reading = read(workbench, text)
    if reading.made is None:
        raise Refused(reading.refusal or say("Name at least one person."))
    workbench.apply(reading.made.edit)
    return reading


def talk_of(workbench: Workbench, line: LogLine) -> Talk:
    """The talk that a line tells of. Whom they named, the first person named.

    Raises Refused where a name may mean several people.
    """
    named = tuple(Named(_who(workbench, each), each.promised) for each in line.named)
    answer = line.who_else if line.who_else is not WhoElse.NAMED else WhoElse.NOT_ASKED
    people = [Met(_who(workbench, each), answer) for each in line.names]
    if people and named:
        people[0] = Met(people[0].who, WhoElse.NAMED, named)
    return Talk(
        people=tuple(people),
        day=line.day or today(workbench),
        at=line.at,
        minutes=line.minutes,
        channel=line.channel,
        place=line.place,
        event=line.event,
        tags=tuple(dict.fromkeys(line.tags)),
        learned=line.learned,
        notes="\n\n".join(filter(None, (line.note, *line.unread))),
        next_steps=tuple(line.next_steps),
        thanks=line.thanks,
    )


def example() -> str:
    """A line that shows what one can say, in the program's language."""
    return say("met Ada Lovelace #event:ATD phone thanks who-else: Charles Babbage yesterday")


def _who(workbench: Workbench, typed: TypedName) -> UUID | str:
    found = person_called(workbench.store, typed.name)
    return typed.name if found is None else found.id


def _alike(workbench: Workbench, made: TalkEdit) -> list[str]:
    """New people whose names begin as those of people who are there."""
    notices = []
    for person in made.new:
        there = [row.name for row in likely_duplicates(workbench, person.name)]
        if there:
            sentence = say(
                "{name} will be a new person; {others} is there already.",
                name=person.name,
                others=" / ".join(there),
            )
            notices.append(sentence)
    return notices


class _Known:
    """Whether somebody has this name; asked for the same beginnings of a line again and again."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._asked: dict[str, bool] = {}

    def __call__(self, name: str) -> bool:
        if name not in self._asked:
            self._asked[name] = bool(contacts_named(self._workbench.store, name))
        return self._asked[name]
