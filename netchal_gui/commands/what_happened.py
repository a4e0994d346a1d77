"""What an edit has done, in the sentence that the status bar shows."""

from netchal_gui.domain.block import Block
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import LARGE, Edit, Entity
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch
from netchal_gui.words import say, say_many


def what_happened(edit: Edit) -> str:
    """What was deleted and how it comes back; of all else the edit's own label."""
    gone = _deleted(edit)
    if not gone:
        return edit.label if _is_tick(edit) else say("Done: {label}", label=edit.label)
    return say("{what} Ctrl+Z undoes this.", what=gone)


def _is_tick(edit: Edit) -> bool:
    """Whether it ticks a follow-up or opens it again: its label says so already."""
    pairs = [(change.before, change.after) for change in edit.changes] if len(edit.changes) == 1 else []
    return any(
        isinstance(before, FollowUp) and isinstance(after, FollowUp) and before.done != after.done
        for before, after in pairs
    )


def _deleted(edit: Edit) -> str:
    """What the edit was for comes last in it, after what goes with it; "" where nothing was deleted."""
    if len(edit.changes) > LARGE:
        return ""
    changes = list(edit.changes)
    last = changes[-1]
    if last.after is not None:
        return ""
    match last.before:
        case Contact(name=name):
            people = sum(change.kind is Contact and change.after is None for change in changes)
            if people > 1:
                return say_many("Deleted {n} person.", "Deleted {n} people.", people)
            return say("Deleted {name}.", name=name)
        case JournalEntry(title=title):
            return say("Deleted the entry “{title}”.", title=title) if title else say("Deleted the entry.")
        case FollowUp(text=text):
            return say("Deleted “{text}”.", text=text)
    return _without_name(last.kind)


def _without_name(kind: type[Entity]) -> str:
    """What was deleted, of the kinds that have no name or title."""
    sentences = {
        Interview: say("Deleted the interview."),
        Block: say("Deleted the block."),
        Introduction: say("Deleted the introduction."),
        Touch: say("Deleted the contact that was logged."),
        Recording: say("Removed the recording."),
    }
    return sentences.get(kind, "")
