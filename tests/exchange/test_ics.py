"""What a calendar file says, read as bytes: nothing here trusts the library that wrote it."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.domain.calendar_copy import EventStatus
from netchal_gui.domain.walltime import wall_time
from netchal_gui.exchange.ics import calendar
from netchal_gui.exchange.ics_event import Event
from tests.soak import rounds

FILES = Path(__file__).parents[1] / "files" / "ics"
STAMP = datetime(2026, 11, 20, 8, tzinfo=UTC)
CREATED = datetime(2026, 11, 1, 8, tzinfo=UTC)
HOSTILE = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from("\r\n\x00;,\\\u2028\u2029\x85\x0b\x1eN:😀é")),
    max_size=200,
)


def at(text: str, zone: str):
    return wall_time(datetime.fromisoformat(text), zone)[0]


def interview(**changes) -> Event:
    start = at("2026-12-03T09:30", "America/New_York")
    event = Event(
        uid="2000a88e-e5b5-5e04-9201-0a8f8bd2c012",
        sequence=0,
        stamp=STAMP,
        created=CREATED,
        start=start,
        end=start.end(45),
        summary="Interview with José Ñandú, 你好 GmbH; “CTO” & co",
        location="Café Zürich, Hauptstraße 5; 2. Stock\\links",
        description="José Ñandú\nCTO, 你好 GmbH\n+49 30 1234567\n\nLink: https://example.com/i?a=1,2;3",
        link="https://example.com/i?a=1,2;3",
        categories=("netchal", "Coffee"),
        reminder=60,
    )
    return replace(event, **changes)


def whole_day_block() -> Event:
    start = at("2026-12-24T00:00", "Europe/Berlin")
    return Event(
        uid="d71811a5-de9b-5337-89cd-193eefe00c55",
        sequence=0,
        stamp=STAMP,
        created=CREATED,
        start=start,
        end=at("2026-12-25T00:00", "Europe/Berlin"),
        summary="Kept for interviews",
        whole_day=True,
        categories=("netchal",),
    )


def cancelled() -> Event:
    return interview(
        summary="Cancelled: Interview with Ada Lovelace", status=EventStatus.CANCELLED, sequence=1
    )


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def value(content: bytes, name: str) -> str:
    """The one value of a property of the event."""
    event = unfolded(content)[unfolded(content).index("BEGIN:VEVENT") :]
    (line,) = [x for x in event if re.match(rf"{name}[;:]", x)][:1]
    return line.partition(":")[2]


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def names(content: bytes) -> list[str]:
    return [re.split("[;:]", line)[0] for line in unfolded(content)]


@pytest.mark.parametrize(
    ("file", "events"),
    [
        ("one_interview.ics", [interview()]),
        ("cancelled.ics", [cancelled()]),
        (
            "several.ics",
            [
                interview(),
                replace(interview(), uid="berlin", start=at("2027-07-01T08:00", "Europe/Berlin")),
                replace(interview(), uid="cairo", start=at("2027-07-01T08:00", "Africa/Cairo")),
                replace(interview(), uid="asked", status=EventStatus.TENTATIVE, private=False, reminder=None),
                whole_day_block(),
            ],
        ),
    ],
)
def test_the_file_is_byte_for_byte_the_golden_one(file, events):
    fitting = [event if event.whole_day else replace(event, end=event.start.end(45)) for event in events]
    assert calendar(fitting) == (FILES / file).read_bytes()


def test_only_a_single_event_asks_outlook_for_an_appointment_window():
    one, two = calendar([interview()]), calendar([interview(), whole_day_block()])
    assert b"X-MS-OLK-FORCEINSPECTOROPEN:TRUE\r\n" in one
    assert b"X-MS-OLK-FORCEINSPECTOROPEN" not in two


def test_a_cancelled_event_is_transparent_free_and_silent():
    content = calendar([cancelled()])
    assert value(content, "STATUS") == "CANCELLED"
    assert value(content, "TRANSP") == "TRANSPARENT"
    assert value(content, "X-MICROSOFT-CDO-BUSYSTATUS") == "FREE"
    assert b"VALARM" not in content


def test_a_whole_day_has_dates_and_an_exclusive_end():
    content = calendar([whole_day_block()])
    assert b"DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225\r\n" in content
    assert b"VTIMEZONE" not in content


def test_what_is_empty_is_not_written():
    empty = {"location": " \n", "description": "", "link": "", "categories": ("", "netchal")}
    content = calendar([interview(**empty, reminder=None)])
    assert not {"LOCATION", "DESCRIPTION", "URL"} & set(names(content))
    assert value(content, "CATEGORIES") == "netchal"
    assert not [line for line in unfolded(content) if line.endswith(":")]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "example.com", "https://a b"])
def test_only_safe_links_become_the_url(link):
    assert "URL" not in names(calendar([interview(link=link)]))


def test_a_link_with_letters_beyond_ascii_is_written_in_percent():
    assert value(calendar([interview(link="https://a.de/ü\\x?q=%20,;")]), "URL") == (
        "https://a.de/%C3%BC%5Cx?q=%20,;"
    )


def test_privacy_is_a_choice():
    assert "CLASS" in names(calendar([interview()]))
    assert "CLASS" not in names(calendar([interview(private=False)]))


@pytest.mark.parametrize(
    ("minutes", "trigger"), [(15, "-PT15M"), (60, "-PT1H"), (24 * 60, "-P1D"), (90, "-PT1H30M")]
)
def test_a_reminder_is_relative_to_the_start(minutes, trigger):
    assert value(calendar([interview(reminder=minutes)]), "TRIGGER") == trigger


def test_a_backslash_before_a_capital_n_stays_one():
    content = calendar([interview(location="C:\\New\\notes")])
    assert unescaped(value(content, "LOCATION")) == "C:\\New\\notes"


def test_summary_and_location_are_one_line() -> None:
    content = calendar([interview(summary="Ada\r\nLovelace", location="Main street 5\n\n8001  Zürich")])
    assert value(content, "SUMMARY") == "Ada Lovelace"
    assert value(content, "LOCATION") == "Main street 5 8001 Zürich"


def test_a_zone_is_described_once_and_before_the_events():
    content = calendar([interview(), replace(interview(), uid="two")])
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert content.index(b"END:VTIMEZONE") < content.index(b"BEGIN:VEVENT")


def test_an_event_under_other_rules_of_the_same_zone_is_written_in_utc():
    old = at("2004-12-03T09:30", "America/New_York")
    content = calendar([interview(), replace(interview(), uid="two"), interview(start=old, end=old.end(45))])
    assert b"DTSTART:20041203T143000Z\r\n" in content
    assert content.count(b"BEGIN:VTIMEZONE") == 1


def test_progress_counts_the_events():
    told: list[tuple[int, int]] = []
    calendar([interview(), whole_day_block()], lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 300), deadline=None)
@given(text=HOSTILE)
def test_no_text_ever_makes_a_line_of_its_own(text):
    plain = names(calendar([interview(summary="x", location="x", description="x", categories=("x",))]))
    content = calendar([interview(summary=f"x{text}", location=f"x{text}", description=f"x{text}",
                                  categories=(f"x{text}",))])  # fmt: skip
    assert names(content) == plain
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|(?<!\r)\n", content)
    assert len(content.decode().splitlines()) == content.count(b"\r\n")


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 300), deadline=None)
@given(text=HOSTILE)
def test_any_text_is_read_back_as_it_was_but_for_control_characters(text):
    meant = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    meant = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", meant)
    meant = re.sub("[\ud800-\udfff]", "\ufffd", meant)
    content = calendar([interview(description=f"x{text}x")])
    assert unescaped(value(content, "DESCRIPTION")) == f"x{meant}x"


def test_optimised_python_guards_as_well():
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from test_ics import *\n"
        "content = calendar([interview(summary='a\\r\\nX-EVIL:1', description='\\nX-EVIL:2\\x00')])\n"
        "print(__debug__, [n for n in names(content) if n == 'X-EVIL'])"
    )
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-O", "-c", program, str(here), str(here.parents[1])],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False []\n"
