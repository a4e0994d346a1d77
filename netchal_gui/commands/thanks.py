"""The thank-you after a talk: due the next day after the first one, made once for each person and talk."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind, ticked
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.talk import Thanks
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import follow_ups_for, interviews_with
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

THANK_AFTER = timedelta(days=1)


def thanks_after(
    workbench: Workbench, interview: Interview, people: Iterable[Contact], how: Thanks = Thanks.FIRST
) -> Iterator[Change]:
    """What a talk that took place changes about thanking these people of it. Raises StoreFault."""
    for person in people:
        before = _thank_you(workbench, interview, person)
        if before is None and _is_due(workbench, interview, person, how):
            made = _made(workbench, interview, person)
            yield Change(None, ticked(made, True, workbench.now()) if how is Thanks.DONE else made)
        elif before is not None and not before.done and how is Thanks.DONE:
            yield Change(before, ticked(before, True, workbench.now()))


def is_first_talk(workbench: Workbench, interview: Interview, person: Contact) -> bool:
    """Whether no other interview with the person took place."""
    others = interviews_with(workbench.store, [person.id])
    return not any(each.stage is StepKind.MET and each.id != interview.id for each in others)


def _is_due(workbench: Workbench, interview: Interview, person: Contact, how: Thanks) -> bool:
    return how in (Thanks.DUE, Thanks.DONE) or (
        how is Thanks.FIRST and is_first_talk(workbench, interview, person)
    )


def _thank_you(workbench: Workbench, interview: Interview, person: Contact) -> FollowUp | None:
    """The one that is there already for this person and talk, done or open."""
    there = follow_ups_for(workbench.store, [person.id])
    thanks = (each for each in there if each.kind is FollowUpKind.THANK)
    return next((each for each in thanks if each.interview_id == interview.id), None)


def _made(workbench: Workbench, interview: Interview, person: Contact) -> FollowUp:
    now = workbench.now()
    day = interview.start.day if interview.start else from_utc(now, workbench.zone).day
    return FollowUp(
        id=workbench.new_id(),
        text=say("Thank {name}", name=person.name),
        created=now,
        kind=FollowUpKind.THANK,
        contact_id=person.id,
        due=day + THANK_AFTER,
        interview_id=interview.id,
    )
