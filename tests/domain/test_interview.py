from datetime import UTC, datetime
from uuid import UUID

import pytest

from netchal_gui.domain.interview import Interview, Participant, StepKind, moved, problems, stepped
from netchal_gui.domain.problem import ProblemKind
from netchal_gui.domain.walltime import WallTime

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
START = WallTime(datetime(2026, 11, 26, 12), "Europe/Berlin")
LATER = WallTime(datetime(2026, 11, 27, 12), "Europe/Berlin")


def interview(**changes: object) -> Interview:
    usual = {
        "id": UUID(int=1),
        "participants": (Participant(UUID(int=2)),),
        "created": NOW,
        "start": START,
    }
    return Interview(**{**usual, **changes})  # type: ignore[arg-type]


def test_the_stage_is_the_latest_step() -> None:
    talk = stepped(stepped(interview(), StepKind.SCHEDULED, NOW), StepKind.MET, NOW)
    assert talk.stage is StepKind.MET


def test_moving_keeps_the_former_time_as_a_dated_step() -> None:
    talk = moved(stepped(interview(), StepKind.SCHEDULED, NOW), LATER, NOW)
    assert (talk.start, talk.steps[-1].kind, talk.steps[-1].was) == (LATER, StepKind.MOVED, START)


def test_moving_to_the_same_time_is_no_step() -> None:
    talk = stepped(interview(), StepKind.SCHEDULED, NOW)
    assert moved(talk, START, NOW) is talk


def test_the_first_time_of_an_idea_schedules_it() -> None:
    assert moved(interview(start=None), START, NOW).stage is StepKind.SCHEDULED


@pytest.mark.parametrize("kind", [StepKind.MET, StepKind.NO_SHOW, StepKind.CANCELLED, StepKind.DECLINED])
def test_what_is_over_is_no_longer_planned(kind: StepKind) -> None:
    assert not stepped(interview(), kind, NOW).is_planned


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"participants": ()}, ProblemKind.NOBODY),
        ({"start": None}, ProblemKind.TIME_MISSING),
        ({"start": WallTime(datetime(2026, 1, 1), "Nowhere")}, ProblemKind.ZONE_UNKNOWN),
        ({"minutes": 0}, ProblemKind.LENGTH_OUT_OF_RANGE),
        ({"minutes": 1441}, ProblemKind.LENGTH_OUT_OF_RANGE),
        ({"reminder": -1}, ProblemKind.REMINDER_OUT_OF_RANGE),
        ({"link": "javascript:alert(1)"}, ProblemKind.LINK_UNSAFE),
        ({"link": "file:///etc/passwd"}, ProblemKind.LINK_UNSAFE),
    ],
)
def test_a_draft_that_cannot_be_planned_says_why(changes: dict[str, object], kind: ProblemKind) -> None:
    assert [problem.kind for problem in problems(interview(**changes))] == [kind]


def test_a_whole_draft_has_no_problem() -> None:
    assert not list(problems(interview(link="https://meet.example/a?b=1")))
