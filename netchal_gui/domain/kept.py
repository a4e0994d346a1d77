"""Known becomes known: which new people were met again. Pure, over days and ids."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

KEPT_DAYS = 90
"""Whoever is met again within so many days after the first meeting counts as kept."""


class Kept(NamedTuple):
    """Contacts by id, in the order in which they were first met.

    ``again`` were met on a later day within the time; ``open`` were not yet, and it is not over for them.
    """

    new: tuple[bytes, ...] = ()
    again: tuple[bytes, ...] = ()
    open: tuple[bytes, ...] = ()


def kept(first: Mapping[bytes, date], meetings: Iterable[tuple[bytes, date]], today: date) -> Kept:
    """``first``: the day on which each new person was first met; ``meetings``: all meetings with them.

    Two meetings on one day are one; what lies after ``today`` has not taken place yet.
    """
    within = timedelta(days=KEPT_DAYS)
    again = {
        who for who, day in meetings if who in first and first[who] < day <= min(today, first[who] + within)
    }
    order = sorted(first, key=lambda who: (first[who], who))
    return Kept(
        new=tuple(order),
        again=tuple(who for who in order if who in again),
        open=tuple(who for who in order if who not in again and first[who] + within >= today),
    )
