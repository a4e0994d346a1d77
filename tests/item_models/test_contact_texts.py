"""What a line says about the last contact and about what comes next."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from netchal_gui.item_models.contact_texts import last_contact, next_step
from netchal_gui.storage.contact_queries import ContactRow

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)  # a Monday
BERLIN = "Europe/Berlin"


def row(**fields: Any) -> ContactRow:
    empty = ContactRow(1, b"", "Ada", "new", "", "", None, "", None, None, None)
    return empty._replace(**fields)


def seconds(*when: int) -> int:
    return int(datetime(*when, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("last", "text"),
    [
        (None, "—"),
        (seconds(2026, 11, 12, 11, 30), "12 Nov"),
        (seconds(2026, 11, 12, 23, 30), "13 Nov"),
        (seconds(2025, 8, 20, 11), "Aug 2025"),
    ],
)
def test_the_last_contact_is_a_local_day(last: int | None, text: str) -> None:
    assert last_contact(row(last=last), NOW, BERLIN) == text


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (seconds(2026, 11, 23, 17), "Interview today 18:00"),
        (seconds(2026, 11, 26, 11), "Interview Thu 12:00"),
        (seconds(2026, 12, 2, 11), "Interview 2 Dec"),
    ],
)
def test_a_planned_interview_is_next(start: int, text: str) -> None:
    assert str(next_step(row(interview=start), NOW, BERLIN)) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "Send article today"),
        (1, "Send article tomorrow"),
        (4, "Send article Fri"),
        (30, "Send article 23 Dec"),
        (-1, "Overdue 1 day"),
        (-36, "Overdue 5 weeks"),
        (None, "Send article"),
    ],
)
def test_a_follow_up_is_next_by_its_day(days: int | None, text: str) -> None:
    due = None if days is None else (date(2026, 11, 23) + timedelta(days=days)).isoformat()

    assert str(next_step(row(follow_up="Send article", due=due), NOW, BERLIN)) == text


def test_the_earlier_of_interview_and_follow_up_is_next() -> None:
    both = row(interview=seconds(2026, 11, 27, 11), follow_up="Send article", due="2026-11-25")

    assert str(next_step(both, NOW, BERLIN)) == "Send article Wed"


def test_nothing_planned_says_nothing() -> None:
    assert str(next_step(row(), NOW, BERLIN)) == ""
