"""Log a talk: the people, the interview, the entry, the thank-yous and who named whom, all in one edit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from uuid import UUID

from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.commands.talk_entry import entry_changes
from netchal_gui.commands.talk_interview import interview_before, interview_of
from netchal_gui.commands.talk_names import named_changes
from netchal_gui.commands.thanks import thanks_after
from netchal_gui.commands.typed_people import TypedPeople
from netchal_gui.domain.contact import Contact, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, problems
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.talk import Met, Talk
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class TalkEdit:
    """What logging a talk makes: one edit, and the parts of it that one asks for.

    ``people`` are those one met, in the talk's order; ``new`` is everybody the edit brings into the file.
    ``planned``: the interview was there before.
    """

    edit: Edit
    interview: Interview
    people: tuple[Contact, ...]
    new: tuple[Contact, ...]
    planned: bool

    @property
    def entry(self) -> JournalEntry | None:
        """The entry that is made or added to."""
        after = (change.after for change in self.edit.changes)
        return next((each for each in after if isinstance(each, JournalEntry)), None)


def log_talk(workbench: Workbench, talk: Talk) -> TalkEdit:
    """Carry out :func:`talk_edit`. Raises Refused, StoreFault, Conflict."""
    made = talk_edit(workbench, talk)
    workbench.apply(made.edit)
    return made


def talk_edit(workbench: Workbench, talk: Talk) -> TalkEdit:
    """What logging the talk would make; nothing is written. Raises Refused, StoreFault.

    People new to the file come from the event, else from chance; those they named from them. The interview
    begins at met, or is the planned one, which is met now. An entry is made where something was learned,
    noted or is to be done. Thank-yous: :func:`~netchal_gui.commands.thanks.thanks_after`. Whoever was named
    and has no interview yet becomes an idea.
    """
    if not talk.people:
        raise Refused(say("Name at least one person."))
    typed = TypedPeople(workbench)
    people, talk = _found(typed, talk)
    before = interview_before(workbench, talk, [person.id for person in people])
    interview = interview_of(workbench, talk, people, before)
    refuse(problems(interview))
    parts = (
        [] if interview == before else [Change(before, interview)],
        entry_changes(workbench, talk, interview, people),
        thanks_after(workbench, interview, people, talk.thanks),
        named_changes(workbench, talk, interview, people, typed),
    )
    changes = tuple(chain.from_iterable(parts))
    label = say("Talk with {names} logged", names=", ".join(person.name for person in people))
    everything = (*typed.added, *_tagged(talk, people, typed), *changes)
    return TalkEdit(Edit(label, everything), interview, people, typed.new, before is not None)


def _found(typed: TypedPeople, talk: Talk) -> tuple[tuple[Contact, ...], Talk]:
    """Those one met, each once, and the talk with what each of them said."""
    source = Source.EVENT if talk.event else Source.CHANCE
    people: dict[UUID, Contact] = {}
    told: dict[UUID, Met] = {}
    for met in talk.people:
        person = typed.found(met.who, source=source, detail=talk.event.strip(), tags=talk.tags)
        people[person.id] = person
        earlier = told.get(person.id)
        told[person.id] = replace(earlier, named=earlier.named + met.named) if earlier else met
    return tuple(people.values()), replace(talk, people=tuple(told.values()))


def _tagged(talk: Talk, people: Sequence[Contact], typed: TypedPeople) -> Iterator[Change]:
    """Stored people with the talk's tags that they do not have yet; new ones were made with them."""
    new: set[UUID] = {person.id for person in typed.new}
    for person in people:
        after = replace(person, tags=tuple(dict.fromkeys((*person.tags, *talk.tags))))
        if person.id not in new and after != person:
            yield Change(person, after)
