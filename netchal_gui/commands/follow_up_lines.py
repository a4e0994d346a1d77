"""The lines to follow up of a journal entry: they are written as lines and kept as follow-ups."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from netchal_gui.commands.journal import stored_entry
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, snoozed, ticked
from netchal_gui.storage.journal_queries import lines_of_entries
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands on the screen; its id is that of the follow-up it is or becomes."""

    id: UUID
    text: str
    due: date | None = None
    done: bool = False


def line_of(follow_up: FollowUp) -> Line:
    return Line(follow_up.id, follow_up.text, follow_up.due, follow_up.done)


def save_lines(
    workbench: Workbench, entry_id: UUID, lines: Sequence[Line], *, merge: Hashable | None = None
) -> None:
    """Make the follow-ups of an entry what its lines say; a line without a text goes.

    A tick and another day are noted in the follow-up's history. Raises EntryGone, StoreFault.
    """
    stored_entry(workbench, entry_id)
    before = {line.id: line for line in lines_of_entries(workbench.store, [entry_id])[entry_id]}
    written = [line for line in lines if line.text.strip()]
    after = {
        line.id: _follow_up(workbench, entry_id, place, line, before.get(line.id))
        for place, line in enumerate(written)
    }
    changes = [
        Change(before.get(each), after.get(each))
        for each in (*before, *(each for each in after if each not in before))
        if before.get(each) != after.get(each)
    ]
    workbench.apply(Edit(_label(changes), tuple(changes)), merge=merge)


def _follow_up(
    workbench: Workbench, entry_id: UUID, place: int, line: Line, before: FollowUp | None
) -> FollowUp:
    now = workbench.now()
    text = " ".join(line.text.split())
    if before is None:
        before = FollowUp(id=line.id, text=text, created=now, entry_id=entry_id, due=line.due)
    elif before.due != line.due:
        before = snoozed(before, line.due, now) if before.due else replace(before, due=line.due)
    if before.done != line.done:
        before = ticked(before, line.done, now)
    return replace(before, text=text, position=place)


def _label(changes: Sequence[Change]) -> str:
    """Undo says "Done: …" for a tick alone, else that the lines changed."""
    if len(changes) == 1:
        before, after = changes[0].before, changes[0].after
        if isinstance(before, FollowUp) and isinstance(after, FollowUp) and before.done != after.done:
            if after.done:
                return say("“{text}” done", text=after.text)
            return say("“{text}” open again", text=after.text)
    return say("What to follow up changed")
