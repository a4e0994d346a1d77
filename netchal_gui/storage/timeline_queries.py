"""What happened with a person, the newest first and a page at a time. Raw SQL; ids are bytes."""

from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.storage.reader import Reader


class Happened(NamedTuple):
    """An object of a table's name and the latest moment (seconds UTC) that it can tell of."""

    kind: str
    id: bytes
    at: int


# Half a day later than the day begins in UTC: not before it begins in any zone.
_SQL = """
SELECT 'interview', i.id, max(coalesce(i.start_utc, 0), i.stage_utc, coalesce(
    (SELECT max(unixepoch(s.at)) FROM interview_step s WHERE s.interview = i.id), 0)) AS at
FROM interview_person p JOIN interview i ON i.id = p.interview WHERE p.contact = ?1
UNION SELECT 'journal_entry', j.id, unixepoch(j.day) + 43200
FROM entry_person p JOIN journal_entry j ON j.id = p.entry WHERE p.contact = ?1
    AND (trim(j.learned) = '' OR j.interview_id IS NULL OR NOT EXISTS
        (SELECT 1 FROM interview_person q WHERE q.contact = ?1 AND q.interview = j.interview_id))
UNION ALL SELECT 'touch', id, at_utc FROM touch WHERE contact_id = ?1
UNION ALL SELECT 'favour', id, at_utc FROM favour WHERE contact_id = ?1
UNION ALL SELECT 'introduction', id, at_utc FROM introduction WHERE by_id = ?1
UNION ALL SELECT 'introduction', id, at_utc FROM introduction WHERE to_id = ?1
UNION ALL SELECT 'follow_up', f.id, unixepoch(
    coalesce(iif(json_valid(f.history), f.history ->> '$[#-1].at', NULL), f.created))
FROM follow_up f WHERE f.done = 1 AND {theirs}
ORDER BY at DESC LIMIT ?2
"""
_THEIRS = """(f.contact_id = ?1 OR f.contact_id IS NULL AND f.entry_id IN
    (SELECT entry FROM entry_person WHERE contact = ?1))"""


def happened(reader: Reader, person: UUID, most: int) -> list[Happened]:
    """The objects that tell of a person; of entries those that no interview with them tells.

    Raises StoreFault.
    """
    parameters = (person.bytes, most)
    return [Happened._make(row) for row in reader.rows(_SQL.format(theirs=_THEIRS), parameters)]


def open_with(reader: Reader, person: UUID, most: int) -> tuple[list[FollowUp], int]:
    """The open follow-ups for a person, lines of their entries among them, and how many there are.

    Those due first come first, those without a day last. Raises StoreFault.
    """
    parameters = (person.bytes, most)
    sql = f"SELECT f.id, count(*) OVER () FROM follow_up f WHERE f.done = 0 AND {_THEIRS}"
    rows = reader.rows(f"{sql} ORDER BY f.due IS NULL, f.due, f.created, f.number LIMIT ?2", parameters)
    found = reader.get_many(FollowUp, [UUID(bytes=row[0]) for row in rows])
    return found, int(rows[0][1]) if rows else 0
