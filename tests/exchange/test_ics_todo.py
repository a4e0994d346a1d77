"""Follow-ups as tasks: what the file says, byte by byte, and that no text can break out of it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.exchange.ics_todo import Todo, todo_calendar

FILES = Path(__file__).parents[1] / "files" / "ics"
AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
HOSTILE = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from("\r\n\x00;,\\\u2028\u2029\x85\x0b\x1eN:😀é")),
    max_size=200,
)
ARTICLE = Todo(
    uid="2000a88e-e5b5-5e04-9201-0a8f8bd2c012",
    sequence=1,
    stamp=AT,
    created=datetime(2026, 11, 12, 8, tzinfo=UTC),
    due=date(2026, 12, 3),
    summary="Send José Ñandú the article on “hiring”; 你好, and so on, longer than a line may be in a file",
    description="José Ñandú",
    categories=("netchal",),
)
DONE = Todo(
    uid="d71811a5-de9b-5337-89cd-193eefe00c55",
    sequence=2,
    stamp=AT,
    created=AT,
    due=date(2026, 12, 24),
    summary="Thank Ada",
    categories=("netchal",),
    private=False,
    done_at=AT,
)


def lines(*todos: Todo) -> list[str]:
    return todo_calendar(todos).decode().replace("\r\n ", "").split("\r\n")


def test_two_tasks_are_written_as_in_the_golden_file() -> None:
    assert todo_calendar([ARTICLE, DONE]) == (FILES / "follow_ups.ics").read_bytes()


def test_tasks_have_no_method_and_no_alarm() -> None:
    written = lines(ARTICLE)

    assert not [line for line in written if line.startswith(("METHOD", "BEGIN:VALARM", "ORGANIZER"))]


def test_lines_are_at_most_75_octets_long() -> None:
    assert max(map(len, todo_calendar([ARTICLE, DONE]).split(b"\r\n"))) <= 75


@settings(max_examples=150, deadline=None)
@given(HOSTILE, HOSTILE)
def test_no_text_adds_a_line(summary: str, description: str) -> None:
    plain = lines(replace(ARTICLE, description=description and "x"))
    hostile = lines(replace(ARTICLE, summary=summary, description=description))
    names = [re.split("[:;]", line)[0] for line in hostile if not line.startswith("DESCRIPTION")]

    assert names == [re.split("[:;]", line)[0] for line in plain if not line.startswith("DESCRIPTION")]
