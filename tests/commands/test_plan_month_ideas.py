"""Whom one could meet in the month that is planned, and what lies behind it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.introductions import introduce
from netchal_gui.commands.plan_month_ideas import IdeaKind, found_by_name
from netchal_gui.commands.plan_month_people import put, take_along
from netchal_gui.commands.plan_month_times import next_free
from netchal_gui.commands.plan_month_wording import (
    footer,
    idea_detail,
    lane_chip,
    past_lines,
    past_title,
    standing_note,
    title,
)
from netchal_gui.commands.slots import choose_person
from netchal_gui.domain.challenge import Period
from netchal_gui.domain.contact import Circle, Source
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.domain.periods import Span
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.commands.months import (
    block_tuesdays,
    four_by_four,
    ideas_of,
    known,
    plan_of,
    talk,
)
from tests.commands.people_files import add

OCTOBER, NOVEMBER = 9, 10


# Whom to meet


def test_ideas_come_in_the_order_of_whom_one_owes_a_talk(workbench: Workbench) -> None:
    four_by_four(workbench)
    add(workbench, "Nina", source=Source.EVENT, source_detail="ATD meeting")
    known(workbench, "Karl")
    near, far = (
        known(workbench, "Sam", circle=Circle.FRIEND),
        known(workbench, "Ingrid", circle=Circle.FAMILY, far_away=True),
    )
    talk(workbench, far, datetime(2026, 8, 31, 12), StepKind.MET)
    talk(workbench, near, datetime(2025, 8, 31, 12), StepKind.MET)
    priya, omar, beatriz = (add(workbench, name) for name in ("Priya", "Omar", "Beatriz"))
    talk(workbench, priya, datetime(2026, 11, 3, 12), StepKind.MET)
    introduce(workbench, [priya.id], [omar.id], stage=IntroductionStage.NAMED)
    introduce(workbench, [priya.id], [beatriz.id], stage=IntroductionStage.PROMISED)

    found = ideas_of(workbench)
    assert [(each.person.name, each.kind) for each in found] == [
        ("Sam", IdeaKind.UNSEEN),
        ("Beatriz", IdeaKind.PROMISED),
        ("Omar", IdeaKind.NAMED),
        ("Nina", IdeaKind.NEW),
        ("Karl", IdeaKind.KNOWN),
        ("Ingrid", IdeaKind.UNSEEN),
    ]
    assert [idea_detail(each) for each in found[1:4]] == [
        "introduction promised by Priya",
        "named by Priya",
        "ATD meeting",
    ]
    assert idea_detail(found[-1]) == "extra talk · Family · far away · last contact 12 weeks ago"


def test_far_away_family_is_marked_and_comes_first(workbench: Workbench) -> None:
    four_by_four(workbench)
    known(workbench, "Sam", circle=Circle.FRIEND)
    ingrid = known(workbench, "Ingrid", circle=Circle.FAMILY, far_away=True)
    talk(workbench, ingrid, datetime(2025, 9, 7, 12), StepKind.MET)

    found = ideas_of(workbench)
    assert [each.person.name for each in found] == ["Ingrid", "Sam"]
    assert idea_detail(found[0]) == "Family · far away · last contact 15 months ago"


def test_a_lane_without_room_comes_last(workbench: Workbench) -> None:
    four_by_four(workbench, known=1)
    put(workbench, plan_of(workbench), known(workbench, "Ada").id, None)
    known(workbench, "Karl", circle=Circle.FRIEND)
    add(workbench, "Nina")

    assert [each.person.name for each in ideas_of(workbench)] == ["Nina", "Karl"]


def test_whoever_is_in_the_plan_is_no_idea_but_is_found_by_name(workbench: Workbench) -> None:
    four_by_four(workbench)
    put(workbench, plan_of(workbench), known(workbench, "Ada").id, None)

    assert ideas_of(workbench) == ()
    with workbench.store.reading() as reader:
        (found,) = found_by_name(reader, plan_of(workbench), "ad")
    assert (found.person.name, found.kind) == ("Ada", IdeaKind.FOUND)


# What lies behind


def test_the_past_month_in_numbers(workbench: Workbench) -> None:
    four_by_four(workbench)
    for number in range(5):
        friend = known(workbench, f"Friend {number}")
        talk(workbench, friend, datetime(2026, 11, 2 + number, 12), StepKind.MET)
    past = plan_of(workbench).past

    assert past is not None
    assert [(each.lane, each.quota, each.met) for each in past.lanes] == [("known", 4, 4), ("new", 4, 0)]
    assert list(past_lines(past)) == [
        "83 places of earlier months are still empty. Whoever you meet beyond the quota fills them."
    ]


def test_whoever_is_open_is_taken_along_in_one_step(workbench: Workbench) -> None:
    challenge = four_by_four(workbench)
    ada, omar, priya = known(workbench, "Ada"), add(workbench, "Omar"), add(workbench, "Priya")
    choose_person(workbench, challenge, OCTOBER, ada)
    choose_person(workbench, challenge, NOVEMBER, omar)
    choose_person(workbench, challenge, NOVEMBER, priya)
    talk(workbench, priya, datetime(2026, 11, 27, 12))
    plan = plan_of(workbench)

    assert plan.past is not None
    assert [each.person.name for each in plan.past.open] == ["Ada", "Omar"]
    assert [each.person.name for each in plan.past.scheduled] == ["Priya"]
    assert take_along(workbench, plan) == 2
    assert [each.person.name for each in plan_of(workbench).waiting] == ["Ada", "Omar"]
    workbench.undo()
    assert plan_of(workbench).waiting == ()


def test_the_first_month_has_nothing_behind_it(workbench: Workbench) -> None:
    four_by_four(workbench, start=date(2026, 12, 1))
    plan = plan_of(workbench)

    assert plan.past is None
    assert past_title(plan) == "Before it begins"
    assert standing_note(plan) == "4×4 Challenge begins on Tuesday 1 December 2026. You can plan it already."


def test_a_challenge_in_one_piece_says_how_far_it_is(workbench: Workbench) -> None:
    start_challenge(workbench, draft(workbench, Template.FIFTY_INTERVIEWS, date(2026, 1, 1)))
    plan = plan_of(workbench)

    assert plan.past is not None
    assert (plan.past.days, plan.past.lanes[0].quota) == (Span(date(2026, 1, 1), date(2026, 11, 30)), 50)
    assert [lane_chip(each)[0] for each in plan.lanes] == ["0 of 50 people"]


def test_short_periods_are_added_up_to_a_month(workbench: Workbench) -> None:
    weeks = draft(workbench, Template.THREE_A_WEEK, date(2026, 10, 5))
    start_challenge(workbench, replace(weeks, period=Period.WEEK))
    plan = plan_of(workbench)

    assert plan.days == Span(date(2026, 12, 1), date(2026, 12, 31))
    assert [lane_chip(each) for each in plan.lanes] == [("0 of 12 people", "new")]
    assert plan.past is not None
    assert plan.past.days == Span(date(2026, 11, 1), date(2026, 11, 30))


def test_after_its_end_a_challenge_says_so(workbench: Workbench, clock: Clock) -> None:
    four_by_four(workbench)
    clock.moment = datetime(2027, 1, 4, 9, tzinfo=UTC)
    plan = plan_of(workbench, None)

    assert plan.is_over
    assert standing_note(plan).startswith("4×4 Challenge ended on Thursday 31 December 2026.")


def test_the_footer_counts_what_is_left_to_do(workbench: Workbench) -> None:
    four_by_four(workbench)
    block_tuesdays(workbench)
    assert footer(plan_of(workbench)) == "Saved as you go. No request to write, no interview to export."

    for name in ("Ada", "Karl"):
        plan = plan_of(workbench)
        time_ = next_free(plan.times)
        assert time_ is not None
        put(workbench, plan, known(workbench, name).id, time_.seat)
    put(workbench, plan_of(workbench), add(workbench, "Omar").id, None)
    plan = plan_of(workbench)

    assert footer(plan) == "Saved as you go. 3 requests to write, 2 interviews to export."
    assert [lane_chip(each)[0] for each in plan.lanes] == ["2 of 4 known", "1 of 4 new"]
    assert title(plan) == "Plan December"
