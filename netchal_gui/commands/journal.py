"""Write the journal: new entries, changes while typing, deletion. Each is one edit."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.thanks import thanks_after
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import CALLED_OFF, Interview, StepKind, stepped
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.journal_queries import entry_of_interview
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

LONGEST_TITLE = 80
"""A first line longer than this is no title."""


class EntryGone(Exception):
    """The entry was deleted meanwhile, by undo or elsewhere."""


def today(workbench: Workbench) -> date:
    """The day on the wall, in the system's zone."""
    return local_now(workbench).date()


def local_now(workbench: Workbench) -> datetime:
    """The time on the wall, in the system's zone, without a zone."""
    return from_utc(workbench.now(), workbench.zone).local


def new_entry(workbench: Workbench, day: date | None = None, people: Sequence[UUID] = ()) -> JournalEntry:
    """Store an empty entry, of today where no day is given. Raises StoreFault."""
    entry = _blank(workbench, day or today(workbench), tuple(people))
    workbench.apply(Edit(say("Entry added"), (Change(None, entry),)))
    return entry


def add(workbench: Workbench, text: str) -> JournalEntry:
    """Store an entry of today; a short first line with more below it is the title. Raises Refused."""
    first, _, rest = text.strip().partition("\n")
    if not first:
        raise Refused(say("Write something first."))
    has_title = bool(rest.strip()) and len(first) <= LONGEST_TITLE
    entry = replace(
        _blank(workbench, today(workbench)),
        title=first.lstrip("# ").strip() if has_title else "",
        learned=rest.strip() if has_title else text.strip(),
    )
    workbench.apply(Edit(say("Entry added"), (Change(None, entry),)))
    return entry


def write_up(workbench: Workbench, interview: Interview) -> JournalEntry:
    """The entry about an interview, made where there is none; notes in the same edit that one has met.

    An interview that was called off or is met already gets no further step; the first talk with somebody
    makes a thank-you due. Raises StoreFault, Conflict.
    """
    changes: list[Change] = []
    people = workbench.store.get_many(Contact, interview.people)
    if interview.stage is not StepKind.MET and interview.stage not in CALLED_OFF:
        changes.append(Change(interview, stepped(interview, StepKind.MET, workbench.now())))
        changes += thanks_after(workbench, interview, people)
    entry = entry_of_interview(workbench.store, interview.id)
    if entry is None:
        entry = entry_about(workbench, interview, people)
        changes.append(Change(None, entry))
    workbench.apply(Edit(say("{title} written up", title=entry.title), tuple(changes)))
    return entry


def change_entry(
    workbench: Workbench, entry_id: UUID, *, merge: Hashable | None = None, **fields: object
) -> JournalEntry:
    """Save some fields of an entry as they are now; edits with the same ``merge`` key are one step of undo.

    Raises EntryGone, StoreFault; then nothing is saved.
    """
    before = stored_entry(workbench, entry_id)
    after = replace(before, **fields)  # type: ignore[arg-type]
    if after == before:
        return before
    after = replace(after, changed=workbench.now())
    workbench.apply(Edit(_label(fields), (Change(before, after),)), merge=merge)
    return after


def change_people(workbench: Workbench, entry_id: UUID, people: Sequence[UUID | str]) -> JournalEntry:
    """Name the people of an entry, in order; a name instead of an id makes a new person in the same edit.

    Raises EntryGone, StoreFault.
    """
    before = stored_entry(workbench, entry_id)
    new: list[Contact] = []
    ids: list[UUID] = []
    for person in people:
        if isinstance(person, str):
            new.append(_new_person(workbench, person))
            person = new[-1].id
        ids.append(person)
    after = replace(before, people=tuple(dict.fromkeys(ids)))
    if after == before:
        return before
    after = replace(after, changed=workbench.now())
    changes = (*(Change(None, person) for person in new), Change(before, after))
    workbench.apply(Edit(say("People of the entry changed"), changes))
    return after


def delete_entry(workbench: Workbench, entry_id: UUID) -> JournalEntry:
    """Delete an entry and its lines to follow up. Raises EntryGone, StoreFault."""
    entry = stored_entry(workbench, entry_id)
    workbench.apply(Edit(_gone(entry), deletion(workbench.store, [entry])))
    return entry


def stored_entry(workbench: Workbench, entry_id: UUID) -> JournalEntry:
    """The entry as it is in the data file. Raises EntryGone."""
    entry = workbench.store.get(JournalEntry, entry_id)
    if entry is None:
        raise EntryGone(str(entry_id))
    return entry


def _new_person(workbench: Workbench, name: str) -> Contact:
    return Contact(id=workbench.new_id(), name=" ".join(name.split()), created=workbench.now())


def _blank(workbench: Workbench, day: date, people: tuple[UUID, ...] = ()) -> JournalEntry:
    now = workbench.now()
    return JournalEntry(id=workbench.new_id(), day=day, created=now, changed=now, people=people)


def entry_about(workbench: Workbench, interview: Interview, people: Sequence[Contact]) -> JournalEntry:
    """An entry that is not stored yet, with the day, the people and the names of an interview."""
    day = interview.start.day if interview.start else today(workbench)
    blank = _blank(workbench, day, interview.people)
    return replace(blank, title=", ".join(each.name for each in people), interview_id=interview.id)


def _label(fields: dict[str, object]) -> str:
    """What undo calls a change of these fields."""
    labels = {
        "title": say("Title of the entry changed"),
        "day": say("Day of the entry changed"),
        "learned": say("What I learned changed"),
        "notes": say("Notes changed"),
        "tags": say("Tags of the entry changed"),
    }
    return labels[next(iter(fields))] if len(fields) == 1 else say("Entry changed")


def _gone(entry: JournalEntry) -> str:
    return say("Entry “{title}” deleted", title=entry.title) if entry.title else say("Entry deleted")
