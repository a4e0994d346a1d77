"""A talk that breaks the rule may count, one that keeps it may not: each with a reason, each undone."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from netchal_gui.commands import count_decisions, plan
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.counting import Why
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

TODAY = date(2026, 11, 23)


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    """Only coffee and lunch count."""
    blank = draft(workbench, Template.FOUR_BY_FOUR, date(2026, 11, 1))
    return start_challenge(workbench, replace(blank, channels=(Channel.COFFEE, Channel.LUNCH)))


def met(workbench: Workbench, name: str, channel: Channel) -> Interview:
    person = add(workbench, name)
    planned = plan.plan(workbench, [person.id], datetime(2026, 11, 20, 12), channel=channel).interview
    return plan.take_step(workbench, planned, StepKind.MET)


def now(workbench: Workbench, year: Challenge) -> Standing:
    found = standing(workbench.store, year.id, TODAY, workbench.zone)
    assert found is not None
    return found


def test_a_mail_counts_once_one_says_so(workbench: Workbench, year: Challenge) -> None:
    talk = met(workbench, "Ada", Channel.MAIL)
    before = now(workbench, year)
    count_decisions.count_anyway(workbench, year, talk.id, "  two long   letters ")

    assert (before.met, before.uncounted[0].why) == (0, Why.CHANNEL)
    assert (now(workbench, year).met, now(workbench, year).uncounted) == (1, ())
    decision = count_decisions.decision_about(workbench.store, year.id, talk.id)
    assert decision is not None
    assert decision.reason == "two long letters"


def test_a_talk_that_counts_can_be_taken_out_and_says_why(workbench: Workbench, year: Challenge) -> None:
    talk = met(workbench, "Ada", Channel.COFFEE)
    count_decisions.take_out_of_count(workbench, year, talk.id, "we only said hello")

    (left,) = now(workbench, year).uncounted
    assert (left.why, left.reason) == (Why.DECIDED, "we only said hello")
    assert count_decisions.reason_of(left) == "taken out by hand: we only said hello"


def test_a_decision_is_taken_back_and_undone(workbench: Workbench, year: Challenge) -> None:
    talk = met(workbench, "Ada", Channel.COFFEE)
    count_decisions.take_out_of_count(workbench, year, talk.id, "too short")

    assert count_decisions.take_back(workbench, year, talk.id)
    assert now(workbench, year).met == 1
    workbench.undo()
    assert now(workbench, year).met == 0
    workbench.undo()
    assert now(workbench, year).met == 1


def test_deciding_twice_leaves_one_decision(workbench: Workbench, year: Challenge) -> None:
    talk = met(workbench, "Ada", Channel.MAIL)
    count_decisions.count_anyway(workbench, year, talk.id, "letters")
    count_decisions.take_out_of_count(workbench, year, talk.id, "no, it was one line")

    (decided,) = count_decisions.decisions(workbench.store, year.id)
    assert (decided.names, decided.day, decided.decision.counts) == ("Ada", date(2026, 11, 20), False)


def test_a_decision_needs_a_reason(workbench: Workbench, year: Challenge) -> None:
    talk = met(workbench, "Ada", Channel.MAIL)

    with pytest.raises(Refused, match="Say why"):
        count_decisions.count_anyway(workbench, year, talk.id, " ")


def test_nothing_is_taken_back_where_nothing_was_decided(workbench: Workbench, year: Challenge) -> None:
    talk = met(workbench, "Ada", Channel.MAIL)

    assert not count_decisions.take_back(workbench, year, talk.id)


def verdict(workbench: Workbench, talk: Interview) -> count_decisions.Verdict | None:
    return count_decisions.verdict_on(workbench.store, talk.id, TODAY, workbench.zone)


def said(workbench: Workbench, talk: Interview) -> str:
    found = verdict(workbench, talk)
    assert found is not None
    return count_decisions.verdict_text(found)


def test_a_talk_that_breaks_the_rule_may_count_after_all(workbench: Workbench, year: Challenge) -> None:
    talk = met(workbench, "Ada", Channel.MAIL)
    found = verdict(workbench, talk)

    assert found is not None
    assert (found.challenge, found.names, found.counts, found.can_count) == (year, "Ada", False, True)
    assert said(workbench, talk) == "Does not count: “Mail” is not in the rule"


def test_a_talk_that_counts_says_so(workbench: Workbench, year: Challenge) -> None:
    talk = met(workbench, "Ada", Channel.COFFEE)

    assert said(workbench, talk) == "Counts"


def test_what_was_decided_by_hand_is_told_with_its_reason(workbench: Workbench, year: Challenge) -> None:
    letter, coffee = met(workbench, "Ada", Channel.MAIL), met(workbench, "Bob", Channel.COFFEE)
    count_decisions.count_anyway(workbench, year, letter.id, "two long letters")
    count_decisions.take_out_of_count(workbench, year, coffee.id, "only hello")

    assert said(workbench, letter) == "Counts by hand: two long letters"
    assert said(workbench, coffee) == "Does not count: only hello"


def test_a_second_talk_with_the_same_person_cannot_be_made_to_count(
    workbench: Workbench, year: Challenge
) -> None:
    first = met(workbench, "Ada", Channel.COFFEE)
    again = plan.plan(workbench, first.people, datetime(2026, 11, 21, 12)).interview
    found = verdict(workbench, plan.take_step(workbench, again, StepKind.MET))

    assert found is not None
    assert (found.counts, found.can_count) == (False, False)


def test_without_a_challenge_there_is_no_verdict(workbench: Workbench) -> None:
    assert verdict(workbench, met(workbench, "Ada", Channel.MAIL)) is None


def test_a_talk_that_is_only_planned_has_no_verdict(workbench: Workbench, year: Challenge) -> None:
    person = add(workbench, "Ada")
    planned = plan.plan(workbench, [person.id], datetime(2026, 11, 25, 12), channel=Channel.MAIL).interview

    assert verdict(workbench, planned) is None


@pytest.mark.parametrize("kind", [StepKind.NO_SHOW, StepKind.CANCELLED, StepKind.DECLINED])
def test_what_did_not_take_place_harms_nothing(workbench: Workbench, year: Challenge, kind: StepKind) -> None:
    met(workbench, "Bob", Channel.COFFEE)
    person = add(workbench, "Ada")
    planned = plan.plan(workbench, [person.id], datetime(2026, 11, 20, 15)).interview
    plan.take_step(workbench, planned, kind)

    found = now(workbench, year)
    assert (found.met, found.uncounted, found.extra) == (1, (), ())
