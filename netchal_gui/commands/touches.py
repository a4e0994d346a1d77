"""Note a mail, a call, a message or a meeting that is no interview. Each is one edit."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.day_moment import moment_on
from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def log_touch(
    workbench: Workbench,
    contact_id: UUID,
    kind: TouchKind,
    day: date | None = None,
    *,
    inbound: bool = False,
    text: str = "",
    challenge_id: UUID | None = None,
) -> Touch:
    """Note a contact with somebody; ``day`` None: today; ``inbound``: it came from them.

    ``challenge_id`` makes it a report to that challenge's partner, or their answer. Raises Refused,
    StoreFault.
    """
    person = workbench.store.get(Contact, contact_id)
    if person is None:
        raise Refused(say("This person is no longer there."))
    touch = Touch(
        id=workbench.new_id(),
        contact_id=contact_id,
        created=workbench.now(),
        at=moment_on(workbench, day),
        kind=kind,
        inbound=inbound,
        text=text.strip(),
        challenge_id=challenge_id,
    )
    label = say("Contact with {name} logged", name=person.name)
    workbench.apply(Edit(label, (Change(None, touch),)))
    return touch


def report_sent(workbench: Workbench, challenge: Challenge, day: date, text: str) -> Touch:
    """Note that the challenge's partner was sent a report. Raises Refused, StoreFault."""
    return _with_partner(workbench, challenge, day, text, inbound=False)


def answer_received(workbench: Workbench, challenge: Challenge, day: date, text: str) -> Touch:
    """Note what the partner answered. Raises Refused, StoreFault."""
    return _with_partner(workbench, challenge, day, text, inbound=True)


def change_touch(workbench: Workbench, before: Touch, draft: Touch) -> bool:
    """Save another kind, day or text; False where nothing changed. Raises StoreFault, Conflict."""
    after = replace(draft, text=draft.text.strip())
    if after == before:
        return False
    workbench.apply(
        Edit(say("Contact of {day} changed", day=_day(workbench, before)), (Change(before, after),))
    )
    return True


def delete_touch(workbench: Workbench, touch: Touch) -> None:
    """Forget it. Raises StoreFault, Conflict."""
    label = say("Contact of {day} deleted", day=_day(workbench, touch))
    workbench.apply(Edit(label, deletion(workbench.store, [touch])))


def _with_partner(
    workbench: Workbench, challenge: Challenge, day: date, text: str, *, inbound: bool
) -> Touch:
    if challenge.partner_id is None:
        raise Refused(say("{name} has no partner yet. Choose one first.", name=challenge.name))
    return log_touch(
        workbench,
        challenge.partner_id,
        TouchKind.MAIL,
        day,
        inbound=inbound,
        text=text,
        challenge_id=challenge.id,
    )


def _day(workbench: Workbench, touch: Touch) -> str:
    return words.short_day(from_utc(touch.at, workbench.zone).day)
