"""Let a talk count against the challenge's rule, or not count although it would. Each is one edit."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.challenge_facts import facts_of
from netchal_gui.commands.counting_wording import why as plain_why
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import Uncounted, find_challenge
from netchal_gui.domain.challenge import Challenge, CountDecision
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.counting import Why
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Channel, Interview
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class Decided(NamedTuple):
    """A decision as a list shows it; ``names`` are the people of the interview, ``day`` its local day."""

    decision: CountDecision
    names: str
    day: date | None


class Verdict(NamedTuple):
    """Whether a talk that took place counts in a challenge.

    ``why`` it does not, "" where it does. ``can_count``: letting it count would help. ``decision``: what was
    decided by hand.
    """

    challenge: Challenge
    interview: UUID
    names: str
    counts: bool
    why: str
    can_count: bool
    decision: CountDecision | None


def count_anyway(
    workbench: Workbench, challenge: Challenge, interview_id: UUID, reason: str
) -> CountDecision:
    """The talk counts, whatever the rule says. Raises Refused without a reason, StoreFault, Conflict."""
    label = say("The talk with {names} counts anyway", names=_names(workbench.store, interview_id))
    return _decide(workbench, challenge, interview_id, True, reason, label)


def take_out_of_count(
    workbench: Workbench, challenge: Challenge, interview_id: UUID, reason: str
) -> CountDecision:
    """The talk does not count, though it keeps the rule. Raises Refused, StoreFault, Conflict."""
    label = say("The talk with {names} does not count", names=_names(workbench.store, interview_id))
    return _decide(workbench, challenge, interview_id, False, reason, label)


def take_back(workbench: Workbench, challenge: Challenge, interview_id: UUID) -> bool:
    """By the rule again; False where nothing had been decided. Raises StoreFault, Conflict."""
    decision = decision_about(workbench.store, challenge.id, interview_id)
    if decision is None:
        return False
    names = _names(workbench.store, interview_id)
    label = say("The talk with {names} counts by the rule again", names=names)
    workbench.apply(Edit(label, (Change(decision, None),)))
    return True


def decision_about(reader: Reader, challenge_id: UUID, interview_id: UUID) -> CountDecision | None:
    """The decision that holds, if there is one."""
    found = reader.where(
        CountDecision,
        "challenge_id = ? AND interview_id = ? ORDER BY created DESC, number DESC",
        (challenge_id.bytes, interview_id.bytes),
    )
    return next(iter(found), None)


def decisions(reader: Reader, challenge_id: UUID) -> list[Decided]:
    """All decisions of a challenge, the newest first."""
    stored = reader.where(
        CountDecision, "challenge_id = ? ORDER BY created DESC, number DESC", (challenge_id.bytes,)
    )
    talks = {each.id: each for each in reader.get_many(Interview, [one.interview_id for one in stored])}
    found = []
    for decision in stored:
        start = talks[decision.interview_id].start
        names = _names(reader, decision.interview_id)
        found.append(Decided(decision, names, start.day if start else None))
    return found


def verdict_on(reader: Reader, interview_id: UUID, today: date, zone: str) -> Verdict | None:
    """What the current challenge says of an interview; None where it was not met in the challenge's time.

    Of several people one who counts is enough. Raises StoreFault.
    """
    challenge = find_challenge(reader, None, today)
    if challenge is None:
        return None
    tally = facts_of(reader, challenge, zone).tally
    counts = any(each.talk.interview == interview_id.bytes for each in tally.filled)
    others = [each for each in tally.others if each.talk.interview == interview_id.bytes]
    if not counts and not others:
        return None
    return Verdict(
        challenge,
        interview_id,
        _names(reader, interview_id),
        counts,
        "" if counts else why_text(others[0].why, others[0].talk.channel),
        not counts and any(each.why.can_be_overruled for each in others),
        decision_about(reader, challenge.id, interview_id),
    )


def verdict_text(verdict: Verdict) -> str:
    """ "Counts", "Counts by hand: two long letters", "Does not count: “Mail” is not in the rule"."""
    decision = verdict.decision
    if verdict.counts:
        by_hand = decision is not None and decision.counts
        return (
            say("Counts by hand: {reason}", reason=decision.reason) if decision and by_hand else say("Counts")
        )
    if decision is not None and not decision.counts:
        return say("Does not count: {why}", why=decision.reason)
    return say("Does not count: {why}", why=verdict.why)


def why_text(why: Why, channel: Channel) -> str:
    """Why a talk does not count, with what it was: what stands after "does not count:"."""
    if why is Why.CHANNEL:
        return say("“{channel}” is not in the rule", channel=words.channel(channel))
    return plain_why(why)


def reason_of(item: Uncounted) -> str:
    """The same for one of a standing, with the reason that was given by hand."""
    why = why_text(item.why, item.channel)
    return say("{why}: {reason}", why=why, reason=item.reason) if item.reason else why


def _decide(
    workbench: Workbench, challenge: Challenge, interview_id: UUID, counts: bool, reason: str, label: str
) -> CountDecision:
    text = " ".join(reason.split())
    if not text:
        raise Refused(say("Say why, in a few words."))
    before = decision_about(workbench.store, challenge.id, interview_id)
    if before is not None:
        after = replace(before, counts=counts, reason=text, created=workbench.now())
    else:
        after = CountDecision(
            id=workbench.new_id(),
            challenge_id=challenge.id,
            interview_id=interview_id,
            counts=counts,
            created=workbench.now(),
            reason=text,
        )
    workbench.apply(Edit(label, (Change(before, after),)))
    return after


def _names(reader: Reader, interview_id: UUID) -> str:
    interview = reader.get(Interview, interview_id)
    people = reader.get_many(Contact, interview.people) if interview else []
    return ", ".join(person.name for person in people)
