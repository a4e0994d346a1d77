"""People on the times of a month: put, moved, taken out, asked; each is one step of undo."""

from datetime import date, datetime

import pytest

from netchal_gui import words
from netchal_gui.commands.calendar_selection import SomeDays, file_title
from netchal_gui.commands.export_interviews import export
from netchal_gui.commands.plan import take_step
from netchal_gui.commands.plan_month import MonthPlan
from netchal_gui.commands.plan_month_people import (
    mark_asked,
    put,
    put_new,
    take_out,
    without_time,
)
from netchal_gui.commands.plan_month_text import plan_text
from netchal_gui.commands.plan_month_times import Seat, next_free
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.challenge import Challenge, Slot
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.workbench import Workbench
from tests.commands.months import block_tuesdays, four_by_four, known, plan_of, talk
from tests.commands.people_files import add, everyone

DECEMBER = 11


@pytest.fixture
def challenge(workbench: Workbench) -> Challenge:
    """With the Tuesdays of December blocked."""
    made = four_by_four(workbench)
    block_tuesdays(workbench)
    return made


def seat(plan: MonthPlan) -> Seat:
    following = next_free(plan.times)
    assert following is not None
    assert following.seat is not None
    return following.seat


def put_next(workbench: Workbench, contact: Contact) -> None:
    plan = plan_of(workbench)
    put(workbench, plan, contact.id, seat(plan))


def seats(plan: MonthPlan) -> list[str]:
    """ "1 12:00 Ada", for everyone who has a time."""
    return [
        f"{each.start.day} {guest.name} {guest.stage.value}" for each in plan.times for guest in each.guests
    ]


def interviews(workbench: Workbench) -> list[Interview]:
    return list(workbench.store.every(Interview))


def test_somebody_who_is_put_on_a_time_is_an_idea_with_a_place(
    workbench: Workbench, challenge: Challenge
) -> None:
    put_next(workbench, known(workbench, "Ada"))

    assert seats(plan_of(workbench)) == ["1 Ada idea"]
    (slot,) = workbench.store.every(Slot)
    (made,) = interviews(workbench)
    assert (slot.period, slot.interview_id) == (DECEMBER, made.id)
    assert made.start is not None
    assert (made.start.local, made.minutes, made.channel) == (datetime(2026, 12, 1, 12), 45, Channel.COFFEE)


def test_it_is_one_step_of_undo(workbench: Workbench, challenge: Challenge) -> None:
    put_next(workbench, known(workbench, "Ada"))
    workbench.undo()

    assert interviews(workbench) == []
    assert workbench.store.count(Slot) == 0


def test_somebody_far_away_is_met_by_video(workbench: Workbench, challenge: Challenge) -> None:
    put_next(workbench, known(workbench, "Ingrid", far_away=True))

    assert interviews(workbench)[0].channel is Channel.VIDEO


@pytest.mark.parametrize(("language", "way"), [("en", "video"), ("de", "Video")])
def test_the_plan_writes_the_way_as_the_language_does(
    workbench: Workbench, challenge: Challenge, language: str, way: str
) -> None:
    put_next(workbench, known(workbench, "Ingrid", far_away=True))
    with words.speaking(language):
        text = plan_text(plan_of(workbench))

    assert f"Ingrid · {way}" in text


def test_the_way_that_counts_is_taken(workbench: Workbench) -> None:
    four_by_four(workbench, channels=(Channel.LUNCH,), least_minutes=60)
    block_tuesdays(workbench)
    put_next(workbench, known(workbench, "Ada"))

    assert [(each.channel, each.minutes) for each in interviews(workbench)] == [(Channel.LUNCH, 60)]


def test_a_proposed_time_moves_without_a_trace_and_an_agreed_one_with_its_step(
    workbench: Workbench, challenge: Challenge
) -> None:
    ada = known(workbench, "Ada")
    put_next(workbench, ada)
    put_next(workbench, ada)
    assert seats(plan_of(workbench)) == ["8 Ada idea"]
    take_step(workbench, interviews(workbench)[0], StepKind.SCHEDULED)
    put_next(workbench, ada)

    assert seats(plan_of(workbench)) == ["1 Ada moved"]
    assert len(interviews(workbench)) == 1


def test_an_agreed_talk_that_has_no_place_yet_is_moved_not_doubled(
    workbench: Workbench, challenge: Challenge
) -> None:
    ada = known(workbench, "Ada")
    talk(workbench, ada, datetime(2026, 12, 15, 12))
    put_next(workbench, ada)

    assert seats(plan_of(workbench)) == ["1 Ada moved"]


def test_both_people_of_a_talk_move_together(workbench: Workbench, challenge: Challenge) -> None:
    ada, bob = known(workbench, "Ada"), known(workbench, "Bob")
    talk(workbench, ada, datetime(2026, 12, 15, 12), people=(bob.id,))
    put_next(workbench, bob)

    assert seats(plan_of(workbench)) == ["1 Ada, Bob moved"]


def test_an_open_invitation_gets_the_time(workbench: Workbench, challenge: Challenge) -> None:
    ada = known(workbench, "Ada")
    put(workbench, plan_of(workbench), ada.id, None)
    mark_asked(workbench, plan_of(workbench), [ada.id])
    put_next(workbench, ada)

    assert seats(plan_of(workbench)) == ["1 Ada asked"]


def test_without_a_time_one_waits_in_the_month(workbench: Workbench, challenge: Challenge) -> None:
    put(workbench, plan_of(workbench), known(workbench, "Ada").id, None)

    assert [each.person.name for each in plan_of(workbench).waiting] == ["Ada"]
    assert interviews(workbench) == []


def test_a_time_can_be_left_open_again(workbench: Workbench, challenge: Challenge) -> None:
    put_next(workbench, known(workbench, "Ada"))
    without_time(workbench, plan_of(workbench), interviews(workbench)[0].id)

    plan = plan_of(workbench)
    assert (seats(plan), [each.person.name for each in plan.waiting]) == ([], ["Ada"])
    workbench.undo()
    assert seats(plan_of(workbench)) == ["1 Ada idea"]


def test_an_agreed_time_is_not_left_open_nor_taken_out_here(
    workbench: Workbench, challenge: Challenge
) -> None:
    ada = known(workbench, "Ada")
    made = talk(workbench, ada, datetime(2026, 12, 15, 12))
    with pytest.raises(Refused, match="agreed"):
        without_time(workbench, plan_of(workbench), made.id)
    with pytest.raises(Refused, match="agreed"):
        take_out(workbench, plan_of(workbench), ada.id)


def test_an_idea_that_is_taken_out_is_gone(workbench: Workbench, challenge: Challenge) -> None:
    ada = known(workbench, "Ada")
    put_next(workbench, ada)
    assert take_out(workbench, plan_of(workbench), ada.id) == ""

    assert (interviews(workbench), workbench.store.count(Slot)) == ([], 0)
    workbench.undo()
    assert seats(plan_of(workbench)) == ["1 Ada idea"]


def test_an_invitation_that_was_sent_outlives_its_place(workbench: Workbench, challenge: Challenge) -> None:
    ada = known(workbench, "Ada")
    put_next(workbench, ada)
    mark_asked(workbench, plan_of(workbench), [ada.id])

    assert take_out(workbench, plan_of(workbench), ada.id).startswith("Asked already")
    (left,) = interviews(workbench)
    assert (left.stage, left.start) == (StepKind.ASKED, None)
    assert seats(plan_of(workbench)) == []


def test_a_new_name_is_a_new_person_with_a_place_in_one_step(
    workbench: Workbench, challenge: Challenge
) -> None:
    plan = plan_of(workbench)
    put_new(workbench, plan, "  Omar   Diaz ", Relation.NEW, seat(plan))

    assert seats(plan_of(workbench)) == ["1 Omar Diaz idea"]
    workbench.undo()
    assert everyone(workbench) == []


def test_a_person_without_a_name_is_refused(workbench: Workbench, challenge: Challenge) -> None:
    with pytest.raises(Refused):
        put_new(workbench, plan_of(workbench), "  ", Relation.NEW, None)


def test_whoever_was_met_keeps_the_place_they_filled(workbench: Workbench, challenge: Challenge) -> None:
    ada = known(workbench, "Ada")
    plan = plan_of(workbench, date(2026, 11, 1))
    put(workbench, plan, ada.id, None)
    (slot,) = workbench.store.every(Slot)
    talk(workbench, ada, datetime(2026, 11, 3, 12), StepKind.MET)
    put_next(workbench, ada)

    assert seats(plan_of(workbench)) == ["1 Ada idea"]
    assert list(workbench.store.every(Slot)) == [slot]


def test_all_are_marked_as_asked_in_one_step(workbench: Workbench, challenge: Challenge) -> None:
    ada, omar = known(workbench, "Ada"), add(workbench, "Omar")
    put_next(workbench, ada)
    put(workbench, plan_of(workbench), omar.id, None)
    assert mark_asked(workbench, plan_of(workbench), [ada.id, omar.id]) == 2

    plan = plan_of(workbench)
    assert (plan.to_ask, [each.person.name for each in plan.asked]) == ((), ["Ada", "Omar"])
    workbench.undo()
    assert [each.person.name for each in plan_of(workbench).to_ask] == ["Ada", "Omar"]


def test_the_month_is_exported_as_one_file_and_then_known(
    workbench: Workbench, challenge: Challenge, tmp_path
) -> None:
    put_next(workbench, known(workbench, "Ada"))
    days = SomeDays(*plan_of(workbench).days)
    target = tmp_path / f"{file_title(days)}.ics"
    assert plan_of(workbench).to_export == 1
    done = export(workbench, days, target)

    text = target.read_text("utf-8")
    assert (target.name, done.events) == ("netchal-2026-12.ics", 6)
    assert text.count("\nSTATUS:TENTATIVE") == 1
    assert plan_of(workbench).to_export == 0
