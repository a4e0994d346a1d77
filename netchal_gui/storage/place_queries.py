"""Who lives where, as light rows. Raw SQL without Peewee; ids are bytes, times seconds UTC."""

from typing import NamedTuple

from netchal_gui.domain.folding import fold
from netchal_gui.storage.reader import Reader

_LAST_LETTER = "\U0010ffff"
_THERE = "contact_place p JOIN contact c ON c.id = p.contact WHERE p.key >= ? AND p.key < ?"


class ResidentRow(NamedTuple):
    """Somebody with an address at a place; ``last`` is the last contact of any kind."""

    contact: bytes
    place: str
    last: int | None


def residents(reader: Reader, place: str, most: int) -> list[ResidentRow]:
    """People with an address at a place that begins so, in any spelling.

    Family and friends first, then who was not seen for longest; nothing noted comes last.
    """
    sql = f"""
SELECT c.id, min(p.place), (SELECT max(m.at) FROM contact_moment m WHERE m.contact = c.id) AS last
FROM {_THERE} GROUP BY c.id
ORDER BY coalesce(c.circle IN ('family', 'friend'), 0) DESC, last IS NULL, last, c.sort_key, c.number LIMIT ?
"""
    return [ResidentRow._make(row) for row in reader.rows(sql, (*_range(place), most))]


def count_residents(reader: Reader, place: str) -> int:
    """How many people these are."""
    return int(reader.rows(f"SELECT count(DISTINCT c.id) FROM {_THERE}", _range(place))[0][0])


def _range(place: str) -> tuple[str, str]:
    """The keys that begin with a place: "köln" finds "koln" and "koeln" what "Köln" has beside it."""
    key = " ".join(fold(place).split())
    return key, key + _LAST_LETTER
