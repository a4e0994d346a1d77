"""Talks as tests tell of them, and what they find of them in the file."""

from datetime import date, time
from uuid import UUID

from netchal_gui.commands.log_talk import TalkEdit, log_talk
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Channel, Interview, Participant, Step, StepKind, WhoElse
from netchal_gui.domain.talk import Met, Named, NextStep, Talk, Thanks
from netchal_gui.workbench import Workbench
from tests.commands.people_files import everyone

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)


def met(workbench: Workbench, *who: UUID | str, **told: object) -> TalkEdit:
    talk = {"day": TODAY, **told}
    return log_talk(workbench, Talk(people=tuple(Met(each) for each in who), **talk))


def person(workbench: Workbench, name: str) -> Contact:
    return next(each for each in everyone(workbench) if each.name == name)


def every(workbench: Workbench, kind: type) -> list:
    return list(workbench.store.every(kind))


def thanks(workbench: Workbench) -> list[FollowUp]:
    return [each for each in every(workbench, FollowUp) if each.kind is FollowUpKind.THANK]


def asked(workbench: Workbench, contact: Contact, kind: StepKind = StepKind.ASKED) -> Interview:
    """A request without a time."""
    now = workbench.now()
    made = Interview(
        id=workbench.new_id(),
        participants=(Participant(contact.id),),
        created=now,
        steps=(Step(kind, now),),
    )
    workbench.apply(Edit("Ask", (Change(None, made),)))
    return made


def everything(ada: Contact) -> Talk:
    """A talk of which everything is told."""
    named = (Named("Charles Babbage"), Named("Mary Somerville", promised=True))
    return Talk(
        people=(Met(ada.id, named=named), Met("Bob", WhoElse.NOBODY)),
        day=YESTERDAY,
        at=time(18, 30),
        minutes=20,
        channel=Channel.PHONE,
        place="Bremen",
        event="ATD",
        tags=("maths",),
        learned="Engines **compute**.",
        notes="Bring a punched card",
        next_steps=(NextStep("Send the paper", date(2026, 11, 27)), NextStep(" ")),
        thanks=Thanks.DUE,
    )
