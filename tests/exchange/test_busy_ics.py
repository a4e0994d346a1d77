"""Busy times of one's own calendar: what is busy, when it is, and that no file can do harm."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netchal_gui.exchange.busy_ics import (
    Busy,
    BusyRead,
    Days,
    FileFault,
    LeftOutKind,
    NotBusyTimes,
    read_busy,
)

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "ics"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DECEMBER = Days(date(2026, 12, 1), date(2026, 12, 31), "Europe/Berlin")


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def calendar(*parts: str) -> bytes:
    return "".join(["BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *parts, "END:VCALENDAR\r\n"]).encode()


def read(content: bytes, days: Days = DECEMBER, own: frozenset[str] = frozenset()) -> BusyRead:
    return read_busy(io.BytesIO(content), days, NOW, own)


def busy(*lines: str) -> list[str]:
    """The times of one event: "2026-12-01 11:00–12:30" in UTC."""
    return [shown(each) for each in read(calendar(event(*lines))).times]


def shown(each: Busy) -> str:
    end = each.end.strftime("%H:%M" if each.end.date() == each.start.date() else "%Y-%m-%d %H:%M")
    return f"{each.start:%Y-%m-%d %H:%M}–{end}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART:20261201T110000Z", "DTEND:20261201T123000Z"], "2026-12-01 11:00–12:30"),
        (["DTSTART;TZID=America/New_York:20261201T060000", "DURATION:PT1H30M"], "2026-12-01 11:00–12:30"),
        (["DTSTART:20261201T120000", "DTEND:20261201T133000"], "2026-12-01 11:00–12:30"),
        (["DTSTART;TZID=W. Europe Standard Time:20261201T120000", "DURATION:PT1H"], "2026-12-01 11:00–12:00"),
        (
            ["DTSTART;TZID=/mozilla.org/20070129_1/Asia/Tokyo:20261201T120000", "DURATION:PT1H"],
            "2026-12-01 03:00–04:00",
        ),
        (["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"], "2026-12-23 23:00–2026-12-26 23:00"),
        (["DTSTART;VALUE=DATE:20261224"], "2026-12-23 23:00–2026-12-24 23:00"),
        (["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261224"], "2026-12-23 23:00–2026-12-24 23:00"),
        (["DTSTART:20261130T200000Z", "DTEND:20261201T020000Z"], "2026-11-30 23:00–2026-12-01 02:00"),
    ],
)
def test_a_time_is_understood_in_every_way_calendars_write_it(lines: list[str], expected: str) -> None:
    assert busy(*lines) == [expected]


@pytest.mark.parametrize(
    "line",
    ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "transp:transparent"],
)
def test_what_leaves_the_time_free_is_not_busy(line: str) -> None:
    assert not busy("DTSTART:20261201T110000Z", "DTEND:20261201T123000Z", line)


def test_an_event_without_an_end_takes_no_time() -> None:
    assert not busy("DTSTART:20261201T110000Z")


def test_a_whole_day_is_told_from_hours() -> None:
    found = read(calendar(event("DTSTART;VALUE=DATE:20261224")))

    assert [each.whole_day for each in found.times] == [True]


def test_a_zone_of_its_own_is_taken_as_one_with_the_same_clock() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Ours\r\n"
        "BEGIN:STANDARD\r\nDTSTART:20071104T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\nEND:STANDARD\r\n"
        "BEGIN:DAYLIGHT\r\nDTSTART:20070311T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
    )
    one = event("DTSTART;TZID=Ours:20261201T060000", "DURATION:PT1H")

    assert [shown(each) for each in read(calendar(one, zone)).times] == ["2026-12-01 11:00–12:00"]


def test_a_weekly_event_is_busy_each_week_but_where_it_is_called_off_or_moved() -> None:
    weekly = event(
        "UID:1",
        "DTSTART;TZID=Europe/Berlin:20150106T120000",
        "DTEND;TZID=Europe/Berlin:20150106T130000",
        "RRULE:FREQ=WEEKLY",
        "EXDATE;TZID=Europe/Berlin:20261208T120000",
    )
    moved = event(
        "UID:1",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261215T120000",
        "DTSTART;TZID=Europe/Berlin:20261216T150000",
        "DURATION:PT1H",
    )
    cancelled = event(
        "UID:1",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261222T120000",
        "DTSTART;TZID=Europe/Berlin:20261222T120000",
        "DURATION:PT1H",
        "STATUS:CANCELLED",
    )

    assert [shown(each) for each in read(calendar(moved, weekly, cancelled)).times] == [
        "2026-12-01 11:00–12:00",
        "2026-12-16 14:00–15:00",
        "2026-12-29 11:00–12:00",
    ]


def test_a_weekly_event_keeps_its_wall_time_when_the_clocks_change() -> None:
    days = Days(date(2026, 10, 19), date(2026, 11, 1), "Europe/Berlin")
    weekly = event("DTSTART;TZID=Europe/Berlin:20260101T120000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")

    assert [f"{each.start:%d %H}" for each in read(calendar(weekly), days).times] == ["22 10", "29 11"]


def test_several_calendars_and_lists_of_busy_times_in_one_file_are_all_read() -> None:
    one = calendar(event("DTSTART:20261201T110000Z", "DURATION:PT1H"))
    listed = "BEGIN:VFREEBUSY\r\nFREEBUSY:20261202T080000Z/PT1H,20261203T080000Z/20261203T093000Z\r\n"
    listed += "FREEBUSY;FBTYPE=FREE:20261204T080000Z/PT1H\r\nEND:VFREEBUSY\r\n"
    found = read(one + b"\r\n" + calendar(listed))

    assert [f"{each.start:%d}" for each in found.times] == ["01", "02", "03"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_encoding_and_line_ends_do_not_matter(encoding: str, end: str) -> None:
    text = calendar(event("DTSTART:20261201T110000Z", "SUMMARY:Käse", "DURATION:PT1H")).decode()
    content = text.replace("\r\n", end).encode(encoding)

    assert len(read(content).times) == 1


def test_the_alarm_of_an_event_does_not_change_how_long_it_lasts() -> None:
    alarm = ["BEGIN:VALARM", "TRIGGER:-PT15M", "DURATION:PT5M", "END:VALARM"]

    assert busy(*alarm, "DTSTART:20261201T110000Z", "DURATION:PT1H") == ["2026-12-01 11:00–12:00"]


def test_what_netchal_itself_exported_is_not_busy() -> None:
    content = calendar(event("UID:ours@netchal", "DTSTART:20261201T110000Z", "DURATION:PT1H"))

    assert not read(content, own=frozenset({"ours@netchal"})).times


def test_a_good_event_is_taken_and_a_bad_one_named_by_its_line() -> None:
    bad = event("DTSTART:tomorrow", "DURATION:PT1H")
    found = read(calendar(event("DTSTART:20261201T110000Z", "DURATION:PT1H"), bad))

    assert len(found.times) == 1
    assert [(each.line, each.kind) for each in found.left_out] == [(7, LeftOutKind.START_UNREADABLE)]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=0,10,20,30,40,50",
        "FREQ=HOURLY;BYMONTHDAY=31;BYMONTH=2",
    ],
)
def test_a_rule_without_end_is_left_out_with_its_reason(rule: str) -> None:
    found = read(calendar(event("DTSTART:20260101T110000Z", "DURATION:PT1H", f"RRULE:{rule}")))

    assert [each.kind for each in found.left_out] == [LeftOutKind.TOO_OFTEN]


@pytest.mark.parametrize("until", ["20270208T120000,20261210T120000", "next week", "2027-02-08T12", ""])
def test_a_rule_whose_end_is_no_time_is_left_out_with_its_reason(until: str) -> None:
    rule = f"RRULE:FREQ=WEEKLY;UNTIL={until}"
    found = read(calendar(event("DTSTART:20261101T110000Z", "DURATION:PT1H", rule)))

    assert [each.kind for each in found.left_out] == [LeftOutKind.RULE_UNREADABLE]


def test_a_file_that_gives_far_too_many_times_is_refused() -> None:
    rule = ["DTSTART:20260101T110000Z", "DURATION:PT1H", "RRULE:FREQ=HOURLY"]
    year = Days(date(2026, 9, 23), date(2027, 12, 23), "Europe/Berlin")
    content = calendar(*(event(f"UID:{n}", *rule) for n in range(40)))

    with pytest.raises(NotBusyTimes) as refused:
        read(content, year)
    assert refused.value.fault is FileFault.TOO_MANY


@pytest.mark.parametrize(
    ("content", "fault"), [(b"", FileFault.EMPTY), (b"BEGIN:VCARD\r\nEND:VCARD\r\n", FileFault.NO_CALENDAR)]
)
def test_a_file_that_is_no_calendar_is_refused(content: bytes, fault: FileFault) -> None:
    with pytest.raises(NotBusyTimes) as refused:
        read(content)
    assert refused.value.fault is fault


def test_every_real_file_is_read_or_refused() -> None:
    if not CORPUS.is_dir():
        pytest.skip("../shared/corpus is not there")
    days = Days(date(2006, 1, 1), date(2016, 1, 1), "Europe/Berlin")
    read_files = 0
    for path in sorted(CORPUS.glob("*.ics")):
        try:
            read(path.read_bytes(), days)
        except NotBusyTimes:
            continue
        read_files += 1

    assert read_files > 200
