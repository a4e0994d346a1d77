"""Hypothesis strategies for the values that objects are made of."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st

from netchal_gui.domain.walltime import WallTime, wall_time

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC")

texts = st.text(max_size=12)
names = texts.filter(str.strip)
ids = st.uuids()
days = st.dates(date(1950, 1, 1), date(2099, 12, 31))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda m: m.replace(tzinfo=UTC))
links = st.sampled_from(("", "https://example.org/talk", "tel:+4930123", "mailto:ada@example.org"))


@st.composite
def wall_times(draw: st.DrawFn) -> WallTime:
    local = datetime.combine(draw(days), time(draw(st.integers(0, 23)), draw(st.integers(0, 59))))
    return wall_time(local, draw(st.sampled_from(ZONES)), draw(st.sampled_from((None, 0, 1))))[0]


def some(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=3).map(tuple)


def some_of(known: Sequence[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    if not known:
        return st.just(())
    return st.lists(st.sampled_from(known), max_size=3, unique=True).map(tuple)


def one_of_or_none(known: Sequence[Any]) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(known) if known else st.none()
