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


def touch_kind(kind: TouchKind) -> str:
    """What kind of contact it was, as a form offers it."""
    return {
        "mail": say("Mail"),
        "call": say("Call"),
        "message": say("Message"),
        "meeting": say("Meeting"),
    }[kind]


def introduction(stage: IntroductionStage) -> str:
    return {"named": say("named"), "promised": say("promised"), "made": say("made")}[stage]


def stage_choice(stage: IntroductionStage) -> str:
    """How far an introduction has come, as a form offers it."""
    return {
        "named": say("Named: they told you the name"),
        "promised": say("Promised: they will introduce you"),
        "made": say("Made: they brought you together"),
    }[stage]


def led_here(stage: IntroductionStage, name: str) -> str:
    """Who led to somebody, as that person's timeline says it."""
    return {
        "named": say("named by {name}", name=name),
        "promised": say("introduction promised by {name}", name=name),
        "made": say("introduced by {name}", name=name),
    }[stage]


def led_on(stage: IntroductionStage, name: str) -> str:
    """To whom somebody led, as that person's timeline says it."""
    return {
        "named": say("named {name}", name=name),
        "promised": say("promised to introduce {name}", name=name),
        "made": say("introduced {name}", name=name),
    }[stage]


def privacy(value: Privacy) -> str:
    """How much of a person others are told."""
    return {
        "full_name": say("Full name"),
        "first_name": say("First name"),
        "initials": say("Initials"),
        "role_only": say("Role only"),
        "leave_out": say("Leave out"),
    }[value]
