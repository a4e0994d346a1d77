"""What one wants to know before a talk, on one page: who, where and when, what was last time, what to ask."""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.answering import stored_interview
from netchal_gui.commands.journal import today
from netchal_gui.commands.person_history import PersonHistory, person_history
from netchal_gui.commands.person_wording import led_here
from netchal_gui.commands.who_else import named_in
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Question
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.markdown import without_signs
from netchal_gui.domain.pitch import Pitch
from netchal_gui.domain.walltime import WallTime, from_utc
from netchal_gui.storage.person_queries import entries_about
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

LONGEST_NOTES = 700
"""So many characters of what was learned last time are shown."""
MOST_OPEN = 6
"""So many follow-ups, those due first."""


class Fact(NamedTuple):
    name: str
    text: str


class PersonPart(NamedTuple):
    """One of the people; ``learned`` is plain text, with the local day of the entry before it."""

    name: str
    about: str
    facts: tuple[Fact, ...]
    learned_on: str
    learned: str
    follow_ups: tuple[str, ...]


class Sheet(NamedTuple):
    """All that the prepare sheet shows, in its order; ``named`` is who was named when asked "who else?"."""

    title: str
    facts: tuple[Fact, ...]
    people: tuple[PersonPart, ...]
    questions: tuple[Question, ...]
    pitch: Pitch | None
    named: str = ""


def prepare_sheet(workbench: Workbench, interview_id: UUID) -> Sheet:
    """The sheet of an interview, in the local time of the program. Raises Refused, StoreFault."""
    interview = stored_interview(workbench, interview_id)
    people = workbench.store.get_many(Contact, interview.people)
    pitch = workbench.store.get(Pitch, interview.pitch_id) if interview.pitch_id else None
    named = chain.from_iterable(named_in(workbench.store, interview.id).values())
    return Sheet(
        ", ".join(person.name for person in people),
        tuple(_where_and_when(interview, workbench)),
        _told_once([_part(workbench, interview, person) for person in people]),
        interview.questions,
        pitch,
        ", ".join(dict.fromkeys(each.person.name for each in named)),
    )


def _told_once(parts: Iterable[PersonPart]) -> tuple[PersonPart, ...]:
    """What one learned from several people together, and has to do for all, stands with the first of them."""
    told: set[str] = set()
    found = []
    for part in parts:
        learned = "" if part.learned in told else part.learned
        follow_ups = tuple(each for each in part.follow_ups if each not in told)
        told |= {learned, *follow_ups}
        found.append(part._replace(learned=learned, follow_ups=follow_ups))
    return tuple(found)


def _where_and_when(interview: Interview, workbench: Workbench) -> Iterable[Fact]:
    where = " · ".join(filter(None, (words.channel(interview.channel), interview.place.strip())))
    if interview.start is not None:
        yield Fact(say("When"), _when(interview, interview.start, workbench))
    yield Fact(say("Where"), where)
    if interview.link:
        yield Fact(say("Link"), interview.link)


def _when(interview: Interview, start: WallTime, workbench: Workbench) -> str:
    here = from_utc(start.utc, workbench.zone)
    span = f"{words.clock(here.local)} – {words.clock(here.end(interview.minutes).local)}"
    text = f"{words.full_day(here.day, today(workbench))}, {span}"
    if (start.local, start.zone) != (here.local, here.zone) and start.local != here.local:
        there = say("{time} in {zone}", time=words.clock(start.local), zone=start.zone)
        text = f"{text} ({there})"
    return text


def _part(workbench: Workbench, interview: Interview, person: Contact) -> PersonPart:
    history = person_history(workbench.store, person.id, workbench.zone)
    about = " · ".join(filter(None, (person.role, person.organisation, person.place)))
    last = _last_notes(workbench, interview, person)
    now = today(workbench)
    return PersonPart(
        person.name,
        about,
        tuple(fact for fact in _how_met(person, history) if fact.text),
        words.short_day(last.day, now) if last else "",
        _excerpt(without_signs(last.learned)) if last else "",
        tuple(_open_line(each, now) for each in history.open[:MOST_OPEN]),
    )


def _how_met(person: Contact, history: PersonHistory) -> Iterable[Fact]:
    source = words.source(person.source) if person.source else ""
    introduced = (led_here(row.introduction.stage, row.name) for row in history.introductions.to_them)
    yield Fact(say("How we met"), " · ".join(filter(None, (source, person.source_detail.strip()))))
    yield Fact(say("Introductions"), ", ".join(dict.fromkeys(introduced)))


def _last_notes(workbench: Workbench, interview: Interview, person: Contact) -> JournalEntry | None:
    """The latest entry about them in which something was learned, but for this talk's own."""
    entries = entries_about(workbench.store, [person.id])
    told = [each for each in entries if each.learned.strip() and each.interview_id != interview.id]
    return max(told, key=_day, default=None)


def _day(entry: JournalEntry) -> tuple[date, float]:
    return entry.day, entry.created.timestamp()


def _excerpt(text: str) -> str:
    """The beginning, up to the end of a word."""
    text = text.strip()
    return text if len(text) <= LONGEST_NOTES else text[:LONGEST_NOTES].rsplit(None, 1)[0] + " …"


def _open_line(follow_up: FollowUp, now: date) -> str:
    due = say("by {day}", day=words.short_day(follow_up.due, now)) if follow_up.due else ""
    return f"{follow_up.text} ({due})" if due else follow_up.text
