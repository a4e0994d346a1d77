"""Whom one could meet next, as light rows for the plan of a month. Raw SQL; ids are bytes."""

from typing import NamedTuple

from netchal_gui.storage.reader import Reader

_NOT_YET = """NOT EXISTS (SELECT 1 FROM interview_person p
    WHERE p.contact = c.id AND p.stage IN ('met', 'scheduled', 'moved'))"""


class NamedRow(NamedTuple):
    """Somebody whom somebody else named, or (``promised``) promised to introduce."""

    contact: bytes
    by: str
    promised: int


def named_by_others(reader: Reader, most: int) -> list[NamedRow]:
    """People one was told of and has not met: promised introductions first, then the newest."""
    sql = f"""
SELECT i.to_id, b.name, i.stage = 'promised'
FROM introduction i JOIN contact b ON b.id = i.by_id JOIN contact c ON c.id = i.to_id
WHERE i.stage IN ('named', 'promised') AND {_NOT_YET}
ORDER BY i.stage = 'promised' DESC, i.at_utc DESC, i.number LIMIT ?
"""
    return list(map(NamedRow._make, reader.rows(sql, (most,))))


def new_and_not_met(reader: Reader, most: int) -> list[bytes]:
    """New people with whom there was no talk and is none planned, those added last first."""
    sql = f"SELECT c.id FROM contact c WHERE c.relation = 'new' AND {_NOT_YET} ORDER BY c.number DESC LIMIT ?"
    return [row[0] for row in reader.rows(sql, (most,))]


def known_people(reader: Reader, most: int) -> list[bytes]:
    """People one knows, by name."""
    sql = "SELECT id FROM contact WHERE relation = 'known' ORDER BY sort_key, number LIMIT ?"
    return [row[0] for row in reader.rows(sql, (most,))]
