"""How a person's touches, introductions and privacy are called on a screen."""

from netchal_gui.domain.contact import Privacy
from netchal_gui.domain.favour import Balance, FavourKind
from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.domain.touch import TouchKind
from netchal_gui.words import say, say_many


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


def favour(kind: FavourKind) -> str:
    """Which way a favour went, as a list says it."""
    return {
        "got": say("helped you"),
        "given": say("you helped"),
        "asked": say("asked for help"),
        "promised": say("promised help"),
    }[kind]


def favour_choice(kind: FavourKind) -> str:
    """Which way it went, as a form offers it."""
    return {
        "got": say("Got: they helped me"),
        "given": say("Given: I helped them"),
        "asked": say("Asked: I asked them for it"),
        "promised": say("Promised: I will help them"),
    }[kind]


def balance(found: Balance) -> str:
    """How the favours with somebody stand: "They helped you 2 times · you helped them once"."""
    parts = (
        say_many("they helped you once", "they helped you {n} times", found.got) if found.got else "",
        say_many("you helped them once", "you helped them {n} times", found.given) if found.given else "",
        say_many("{n} asked for", "{n} asked for", found.asked) if found.asked else "",
        say_many("{n} promised", "{n} promised", found.promised) if found.promised else "",
    )
    whole = " · ".join(filter(None, parts))
    return whole[:1].upper() + whole[1:]


def privacy(value: Privacy) -> str:
    """How much of a person others are told."""
    return {
        "full_name": say("Full name"),
        "first_name": say("First name"),
        "initials": say("Initials"),
        "role_only": say("Role only"),
        "leave_out": say("Leave out"),
    }[value]
