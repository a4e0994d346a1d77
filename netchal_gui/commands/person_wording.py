"""How a person's touches, introductions and privacy are called on a screen."""

from netchal_gui.domain.contact import Privacy
from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.domain.touch import TouchKind
from netchal_gui.words import say


def touch(kind: TouchKind, inbound: bool) -> str:
    """What happened between two people, as a list says it."""
    theirs = {
        "mail": say("wrote to you"),
        "call": say("called you"),
        "message": say("sent you a message"),
        "meeting": say("met you"),
    }
    ours = {
        "mail": say("wrote"),
        "call": say("called"),
        "message": say("sent a message"),
        "meeting": say("met"),
    }
    return (theirs if inbound else ours)[kind]


def introduction(stage: IntroductionStage) -> str:
    return {"named": say("named"), "promised": say("promised"), "made": say("made")}[stage]


def privacy(value: Privacy) -> str:
    """How much of a person others are told."""
    return {
        "full_name": say("Full name"),
        "first_name": say("First name"),
        "initials": say("Initials"),
        "role_only": say("Role only"),
        "leave_out": say("Leave out"),
    }[value]
