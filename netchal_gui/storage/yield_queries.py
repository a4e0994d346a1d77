"""What came of each way to find people: found, asked, replied, met. Raw SQL; ids are bytes."""

from enum import StrEnum
from typing import NamedTuple

from netchal_gui.domain.contact_kinds import Source
from netchal_gui.storage.reader import Reader


class Reached(StrEnum):
    """How far people came. FOUND: all of them; REPLIED: something later than asked says so."""

    FOUND = "found"
    ASKED = "asked"
    REPLIED = "replied"
    MET = "met"


class YieldRow(NamedTuple):
    """The people of a source, or of one event, by how far they came; each is counted once."""

    source: str
    event: str
    found: int
    asked: int
    replied: int
    met: int


_ANSWERS = "('replied', 'scheduled', 'moved', 'met', 'no_show', 'declined')"
_PEOPLE = {
    Reached.ASKED: "SELECT DISTINCT p.contact FROM interview_step s"
    " JOIN interview_person p ON p.interview = s.interview WHERE s.kind = 'asked'",
    Reached.REPLIED: "SELECT DISTINCT p.contact FROM interview_step s"
    " JOIN interview_person p ON p.interview = s.interview WHERE s.kind = 'asked' AND EXISTS ("
    "SELECT 1 FROM interview_step l WHERE l.interview = s.interview AND l.position > s.position"
    f" AND l.kind IN {_ANSWERS})",
    Reached.MET: "SELECT DISTINCT contact FROM interview_person WHERE stage = 'met'",
}
_EVENT = "iif(c.source = 'event', trim(c.source_detail), '')"


_YIELDS = f"""
WITH asked AS MATERIALIZED ({_PEOPLE[Reached.ASKED]}),
    replied AS MATERIALIZED ({_PEOPLE[Reached.REPLIED]}), met AS MATERIALIZED ({_PEOPLE[Reached.MET]})
SELECT c.source, {_EVENT} AS event, count(*), sum(c.id IN asked), sum(c.id IN replied), sum(c.id IN met)
FROM contact c WHERE c.source IS NOT NULL GROUP BY c.source, event COLLATE NOCASE
ORDER BY c.source, max(c.number) DESC
"""


def yields(reader: Reader) -> list[YieldRow]:
    """A row for each source, and for events one for each; looks at everyone, so it is for a worker thread.

    The event "" is of people of whom it is not noted which.
    """
    return list(map(YieldRow._make, reader.rows(_YIELDS)))


def people_of(reader: Reader, source: Source, event: str | None, reached: Reached) -> list[bytes]:
    """The ids behind a number, by name; ``event`` None: of all events, or of a source that is none."""
    conditions, parameters = ["c.source = ?"], [source.value]
    if event is not None:
        conditions.append(f"{_EVENT} = ? COLLATE NOCASE")
        parameters.append(event)
    if reached is not Reached.FOUND:
        conditions.append(f"c.id IN ({_PEOPLE[reached]})")
    sql = f"SELECT c.id FROM contact c WHERE {' AND '.join(conditions)} ORDER BY c.sort_key, c.number"
    return [row[0] for row in reader.rows(sql, parameters)]


def events(reader: Reader, most: int) -> list[str]:
    """The events people were met at, those of the latest people first."""
    sql = (
        "SELECT trim(source_detail) AS event FROM contact WHERE source = 'event' AND event <> ''"
        " GROUP BY event COLLATE NOCASE ORDER BY max(number) DESC LIMIT ?"
    )
    return [row[0] for row in reader.rows(sql, (most,))]
