"""The zone rules that go into a file, read back by dateutil, say what zoneinfo says."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil import tz
from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.domain.walltime import WallTime, from_utc, wall_time
from netchal_gui.exchange.ics import calendar
from netchal_gui.exchange.ics_event import Event
from netchal_gui.exchange.zones import rules_for, zone_rules

ZONES = sorted(available_timezones())
STAMP = datetime(2026, 11, 20, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def event_at(start: WallTime, minutes: int = 45) -> Event:
    return Event(
        uid="one", sequence=0, stamp=STAMP, created=STAMP, start=start, end=start.end(minutes), summary="x"
    )


def times_in(content: bytes) -> tuple[str, str]:
    """DTSTART and DTEND of the only event, with their parameters."""
    lines = content.decode().partition("BEGIN:VEVENT")[2].splitlines()
    start, end = (next(x for x in lines if x.startswith(name)) for name in ("DTSTART", "DTEND"))
    return start.removeprefix("DTSTART"), end.removeprefix("DTEND")


def read_moment(value: str, content: bytes) -> datetime:
    """The moment of a property's value in UTC, by dateutil's reader of the file's own VTIMEZONE."""
    parameters, _, text = value.rpartition(":")
    if text.endswith("Z"):
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    zone = tz.tzical(io.StringIO(content.decode().replace("\r\n", "\n"))).get(parameters.split("TZID=")[1])
    return datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=zone).astimezone(UTC)


@settings(max_examples=150, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    moment=st.datetimes(datetime(2015, 1, 1), datetime(2045, 1, 1), timezones=st.just(UTC)),
    minutes=st.integers(1, 24 * 60),
)
def test_any_time_in_any_zone_is_read_back_as_the_same_moment(zone, moment, minutes):
    start = from_utc(moment.replace(second=0, microsecond=0), zone)
    content = calendar([event_at(start, minutes)])
    read = [read_moment(value, content) for value in times_in(content)]
    assert read == [start.utc, start.end(minutes).utc]


@settings(max_examples=60, deadline=None)
@given(
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe"]),
    year=st.integers(2016, 2040),
    distance=st.integers(-180, 180),
    data=st.data(),
)
def test_times_around_a_change_are_read_back_as_the_same_moment(zone, year, distance, data):
    rules = zone_rules(zone, year)
    change = data.draw(st.sampled_from([rules.standard, rules.daylight]))
    moment = (change.onset.local(year) - change.before).replace(tzinfo=UTC) + timedelta(minutes=distance)
    start = from_utc(moment, zone)
    content = calendar([event_at(start)])
    assert [read_moment(value, content) for value in times_in(content)] == [moment, moment + 45 * HOUR / 60]


@pytest.mark.parametrize("zone", [zone for zone in ZONES[::12] if zone_rules(zone, 2027)])
def test_rules_give_the_offsets_of_zoneinfo_through_the_whole_year(zone):
    content = calendar([event_at(wall_time(datetime(2027, 1, 1, 12), zone)[0])])
    read = tz.tzical(io.StringIO(content.decode().replace("\r\n", "\n"))).get()
    info = ZoneInfo(zone)
    for day in range(365):
        moment = datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=day, hours=day % 24)
        local = moment.astimezone(info).replace(tzinfo=None)
        if local.replace(tzinfo=info).utcoffset() == local.replace(tzinfo=info, fold=1).utcoffset():
            assert local.replace(tzinfo=read).utcoffset() == moment.astimezone(info).utcoffset()


@pytest.mark.parametrize(
    "zone",
    [
        "Africa/Cairo",
        "Africa/Casablanca",
        "America/Nuuk",
        "America/Santiago",
        "Asia/Jerusalem",
        "Etc/GMT+5",
        "UTC",
        "EST5EDT",
        "Mars/Olympus",
        "Europe/Berlin\r\nX-EVIL:1",
        "../../etc/localtime",
    ],
)
def test_zones_that_one_rule_each_cannot_say_have_no_rules(zone):
    assert zone_rules(zone, 2026) is None


@pytest.mark.parametrize("year", [2006, 2007])
def test_the_year_in_which_a_zone_changes_its_rules_has_none(year):
    assert zone_rules("America/New_York", year) is None


@pytest.mark.parametrize(
    "zone",
    ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Europe/Dublin", "Asia/Tokyo"],
)
def test_common_zones_keep_their_wall_time(zone):
    start = wall_time(datetime(2026, 12, 3, 9, 30), zone)[0]
    assert times_in(calendar([event_at(start)]))[0] == f";TZID={zone}:20261203T093000"


@pytest.mark.parametrize("fold", [0, 1])
def test_a_time_in_the_repeated_hour_is_written_in_utc(fold):
    start = WallTime(datetime(2026, 10, 25, 2, 30), "Europe/Berlin", fold)
    assert times_in(calendar([event_at(start)]))[0] == f":20261025T0{fold}3000Z"


def test_a_time_in_the_skipped_hour_has_no_rules():
    start = WallTime(datetime(2027, 3, 28, 2, 30), "Europe/Berlin")
    assert rules_for(start, start.end(45)) is None


def test_an_end_in_the_repeated_hour_takes_the_start_to_utc_too():
    start = WallTime(datetime(2026, 10, 25, 1, 30), "Europe/Berlin")
    assert times_in(calendar([event_at(start, 60)])) == (":20261024T233000Z", ":20261025T003000Z")


def test_an_unknown_zone_counts_as_utc():
    start = WallTime(datetime(2026, 12, 3, 9, 30), "Mars/Olympus")
    assert times_in(calendar([event_at(start)]))[0] == ":20261203T093000Z"
