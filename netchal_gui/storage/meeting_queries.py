"""When one met somebody, as light rows. Raw SQL without Peewee; ids are bytes, times seconds UTC."""

from collections.abc import Iterable
from typing import NamedTuple

from netchal_gui.storage.reader import Reader, batches


class MeetingRow(NamedTuple):
    """An interview that took place, with its local ``day``, or a meeting that was logged, without one."""

    contact: bytes
    day: str | None
    utc: int


def meetings_with(reader: Reader, people: Iterable[bytes]) -> list[MeetingRow]:
    """Every meeting with these people, in any order."""
    found: list[MeetingRow] = []
    for batch in batches(people):
        marks = ", ".join("?" * len(batch))
        talks = f"""
SELECT p.contact, i.day, p.start_utc FROM interview_person p JOIN interview i ON i.id = p.interview
WHERE p.contact IN ({marks}) AND p.stage = 'met' AND p.start_utc IS NOT NULL"""
        logged = f"""
SELECT contact_id, NULL, at_utc FROM touch WHERE contact_id IN ({marks}) AND kind = 'meeting'"""
        for sql in (talks, logged):
            found += map(MeetingRow._make, reader.rows(sql, batch))
    return found
