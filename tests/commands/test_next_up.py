"""The line of the status bar: where the month stands, what is due, what comes next."""

from datetime import date, datetime

from netchal_gui.commands import plan
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.next_up import next_up
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import StepKind
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add


def met(workbench: Workbench, name: str, day: int) -> None:
    planned = plan.plan(workbench, [add(workbench, name).id], datetime(2026, 11, day, 12)).interview
    plan.take_step(workbench, planned, StepKind.MET)


def due(workbench: Workbench, day: date) -> None:
    task = FollowUp(id=workbench.new_id(), text="Thank Ada", created=workbench.now(), due=day)
    workbench.apply(Edit("Add", (Change(None, task),)))


def test_nothing_yet(workbench: Workbench) -> None:
    assert next_up(workbench) == "No interviews yet"


def test_the_month_what_is_due_and_what_comes(workbench: Workbench) -> None:
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))
    met(workbench, "Ada", 2)
    met(workbench, "Bob", 3)
    plan.plan(workbench, [add(workbench, "Daniel").id], datetime(2026, 11, 26, 12))
    for day in (22, 23, 24):
        due(workbench, date(2026, 11, day))

    thanks = 2  # after the first talks
    expected = f"November: 2 of 8 met · {2 + thanks} follow-ups due today · Next: Daniel, Thu 26 Nov 12:00"
    assert next_up(workbench) == expected


def test_after_its_end_a_challenge_is_silent(workbench: Workbench) -> None:
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2025, 1, 1)))

    assert next_up(workbench) == "No interviews yet"


def test_weeks_and_days_have_their_own_names(workbench: Workbench) -> None:
    start_challenge(workbench, draft(workbench, Template.THREE_A_WEEK, date(2026, 11, 2)))
    met(workbench, "Ada", 23)

    assert next_up(workbench).startswith("This week: 1 of 3 met")
