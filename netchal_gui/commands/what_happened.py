"""What an edit has done, in the sentence that the status bar shows."""

from netchal_gui.domain.edit import LARGE, Edit
from netchal_gui.domain.interview import StepKind
from netchal_gui.words import say


def what_happened(edit: Edit) -> str:
    """The edit's label as a sentence; where something was deleted, how it comes back."""
    if _deletes(edit):
        return say("{what}. Ctrl+Z undoes this.", what=edit.label)
    return say("{what}.", what=edit.label)


def step_noted(kind: StepKind) -> str:
    """The label of the edit that notes a step of an interview."""
    return {
        StepKind.IDEA: say("Interview noted as an idea"),
        StepKind.ASKED: say("Request noted"),
        StepKind.REPLIED: say("Reply noted"),
        StepKind.SCHEDULED: say("Interview scheduled"),
        StepKind.MOVED: say("Interview moved"),
        StepKind.MET: say("Noted that you met"),
        StepKind.NO_SHOW: say("Noted that nobody came"),
        StepKind.DECLINED: say("Interview noted as declined"),
        StepKind.CANCELLED: say("Interview cancelled"),
    }[kind]


def _deletes(edit: Edit) -> bool:
    """What the edit was for comes last in it, after what goes with it."""
    return len(edit.changes) <= LARGE and list(edit.changes)[-1].after is None
