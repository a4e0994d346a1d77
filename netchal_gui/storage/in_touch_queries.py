"""Whom one wants to be in touch with again, counted from the last contact of any kind, in either direction.

Raw SQL without Peewee. Ids are bytes, times seconds UTC, days of 24 hours.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from netchal_gui.domain.cadence import CIRCLE_DAYS
from netchal_gui.storage.reader import Reader


class Group(Enum):
    """Whom one stays in touch with first: family and friends far away, the others, who has a rhythm."""

    FAR_AWAY = auto()
    NEAR = auto()
    RHYTHM = auto()


class SeenRow(NamedTuple):
    """Somebody to stay in touch with; ``last`` is the last contact of any kind, ``created`` a moment as text.

    ``days`` is their own cadence, else their circle's. ``at_once``: the circle's counts from the beginning,
    as nothing is noted of them.
    """

    id: bytes
    days: int
    created: str
    last: int | None
    at_once: int


_CLOSE = "c.circle IN ('family', 'friend')"
_GROUPS = {
    Group.FAR_AWAY: f"{_CLOSE} AND c.far_away",
    Group.NEAR: f"{_CLOSE} AND NOT c.far_away",
    Group.RHYTHM: f"coalesce(NOT {_CLOSE}, 1)",
}


def circle_days(reader: Reader) -> dict[str, int]:
    """The days of :class:`~netchal_gui.domain.preferences.CircleCadence` by circle, without whole objects."""
    stored = reader.rows("SELECT circle_cadences FROM preferences")
    if stored:
        import json

        return {each["circle"]: each["days"] for each in json.loads(stored[0][0])}
    return {circle.value: days for circle, days in CIRCLE_DAYS.items()}


def late(circles: Mapping[str, int], end: int, group: Group | None = None) -> str:
    """SQL for everyone whose time comes before ``end``: id, days, created, last, at_once, and ``at``.

    ``at`` is when it comes. ``circles`` has the days for those without a cadence of their own. Nobody one
    has a day with already, and nobody one never wants to be reminded of. Family and friends nothing is
    noted of are late at once, unless they have a cadence of their own; others when it is over since they
    were added.
    """
    whens = " ".join(f"WHEN '{circle}' THEN {int(days)}" for circle, days in circles.items())
    days = f"coalesce(c.cadence, CASE c.circle {whens} END)" if whens else "c.cadence"
    names = ", ".join(f"'{circle}'" for circle in circles)
    wished = f"(c.cadence > 0 OR (c.cadence IS NULL AND c.circle IN ({names})))"
    return f"""
WITH wished AS MATERIALIZED (
    SELECT c.id, {days} AS days, c.created,
        (SELECT max(m.at) FROM contact_moment m WHERE m.contact = c.id) AS last,
        c.cadence IS NULL AND coalesce({_CLOSE}, 0) AS close
    FROM contact c WHERE {wished}{f" AND {_GROUPS[group]}" if group else ""}
), timed AS (
    SELECT *, last IS NULL AND close AS at_once,
        iif(last IS NULL AND close, 0, coalesce(last, unixepoch(created)) + days * 86400) AS at
    FROM wished
)
SELECT id, days, created, last, at_once, at FROM timed w
WHERE at < {int(end)} AND NOT EXISTS (
    SELECT 1 FROM interview_person p WHERE p.contact = w.id AND p.stage IN ('scheduled', 'moved')
)"""


def longest_unseen(
    reader: Reader, group: Group, circles: Mapping[str, int], end: int, most: int
) -> list[SeenRow]:
    """People of a group whose time has come before ``end``, who is late for longest first.

    Whoever nothing is noted of comes last. See :func:`late`.
    """
    sql = f"SELECT * FROM ({late(circles, end, group)}) ORDER BY last IS NULL, at, id LIMIT ?"
    return [SeenRow._make(row[:-1]) for row in reader.rows(sql, (most,))]


def count_late(reader: Reader, end: int) -> int:
    """How many people's time has come before ``end``."""
    return int(reader.rows(f"SELECT count(*) FROM ({late(circle_days(reader), end)})")[0][0])
