"""The journal entry of a talk that one logs: what was learned, and each next step as a line to follow up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netchal_gui.commands.journal import entry_about
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.talk import Talk
from netchal_gui.storage.journal_queries import entry_of_interview, lines_of_entries
from netchal_gui.workbench import Workbench


def entry_changes(
    workbench: Workbench, talk: Talk, interview: Interview, people: Sequence[Contact]
) -> Iterator[Change]:
    """The entry, made or added to, and its new lines; nothing where there is nothing to write down."""
    steps = [step for step in talk.next_steps if step.text.strip()]
    if not (talk.learned.strip() or talk.notes.strip() or steps):
        return
    before = entry_of_interview(workbench.store, interview.id)
    entry = before or entry_about(workbench, interview, people)
    after = _added(entry, talk, people)
    if after != before:
        yield Change(before, replace(after, changed=workbench.now()))
    place = len(lines_of_entries(workbench.store, [entry.id])[entry.id]) if before else 0
    for number, step in enumerate(steps, place):
        line = FollowUp(
            id=workbench.new_id(),
            text=" ".join(step.text.split()),
            created=workbench.now(),
            entry_id=entry.id,
            due=step.due,
            position=number,
            interview_id=interview.id,
        )
        yield Change(None, line)


def _added(entry: JournalEntry, talk: Talk, people: Sequence[Contact]) -> JournalEntry:
    """The entry with what is told now below what it has."""
    return replace(
        entry,
        people=tuple(dict.fromkeys((*entry.people, *(person.id for person in people)))),
        learned=_below(entry.learned, talk.learned),
        notes=_below(entry.notes, talk.notes),
    )


def _below(text: str, more: str) -> str:
    return "\n\n".join(part for part in (text.rstrip(), more.strip()) if part) if more.strip() else text
