"""What people of interviews said to "who else should I meet?". Raw SQL without Peewee; ids are bytes."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from netchal_gui.storage.reader import Reader, batches


def answers_in(reader: Reader, interviews: Iterable[bytes]) -> Iterator[tuple[bytes, str]]:
    """Each person of each of these interviews and what is noted of them, the earliest interview first."""
    for batch in batches(interviews):
        sql = f"""
SELECT e.value ->> '$.contact_id', e.value ->> '$.who_else' FROM interview i, json_each(i.participants) e
WHERE i.id IN ({", ".join("?" * len(batch))}) ORDER BY i.start_utc, i.number"""
        for contact, answer in reader.rows(sql, batch):
            yield UUID(contact).bytes, answer


def named_in_all(reader: Reader, interviews: Iterable[bytes]) -> Iterator[bytes]:
    """Whom people named in these interviews."""
    for batch in batches(interviews):
        sql = f"SELECT to_id FROM introduction WHERE interview_id IN ({', '.join('?' * len(batch))})"
        yield from (to for (to,) in reader.rows(sql, batch))
