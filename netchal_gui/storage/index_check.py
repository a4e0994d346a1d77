"""Whether link tables and search indexes say what the rows say that they were made from."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from netchal_gui.domain.contact import Contact
from netchal_gui.storage.index import LINKS, contact_words, entry_rows
from netchal_gui.storage.reader import Reader, batches

_CONTACT_SEARCH = "SELECT rowid, words FROM contact_search ORDER BY rowid"
_ENTRY_SEARCH = """
SELECT rowid, title, learned, follow_up, notes, people, also FROM entry_search ORDER BY rowid
"""


def stale_tables(reader: Reader) -> Iterator[str]:
    """The names of those that differ from what they would be if they were made anew.

    Reads every row; ask only of a file whose rows are whole. Raises StoreFault.
    """
    yield from _stale_links(reader)
    if not _same(_contact_search(reader), reader.stream(_CONTACT_SEARCH)):
        yield "contact_search"
    if not _same(_entry_search(reader), reader.stream(_ENTRY_SEARCH)):
        yield "entry_search"


def _stale_links(reader: Reader) -> Iterator[str]:
    """Row by row for each object, and in number, as a row may belong to an object that is gone."""
    expected: Counter[str] = Counter()
    stale: dict[str, None] = {}
    for kind, links in LINKS.items():
        for items in batches(reader.every(kind)):
            ids = [item.id.bytes for item in items]
            for table, (owner, rows_of) in links.items():
                rows = Counter(row for item in items for row in rows_of(item))
                expected[table] += rows.total()
                if rows != Counter(_rows_of(reader, table, owner, ids)):
                    stale[table] = None
    for table in dict.fromkeys(table for links in LINKS.values() for table in links):
        if reader.rows(f"SELECT count(*) FROM {table}")[0][0] != expected[table]:
            stale[table] = None
    yield from stale


def _rows_of(reader: Reader, table: str, owner: str, ids: list[bytes]) -> Iterator[tuple[Any, ...]]:
    marks = ", ".join("?" * len(ids))
    yield from map(tuple, reader.rows(f"SELECT * FROM {table} WHERE {owner} IN ({marks})", ids))


def _contact_search(reader: Reader) -> Iterator[tuple[Any, ...]]:
    numbers = reader.stream("SELECT number FROM contact ORDER BY number")
    for (number,), contact in zip(numbers, reader.every(Contact), strict=True):
        yield number, contact_words(contact)


def _entry_search(reader: Reader) -> Iterator[tuple[Any, ...]]:
    for (entry,) in reader.stream("SELECT id FROM journal_entry ORDER BY number"):
        yield from entry_rows(reader.rows, entry)


def _same(made: Iterable[tuple[Any, ...]], stored: Iterable[tuple[Any, ...]]) -> bool:
    return all(one == other for one, other in zip_longest(made, map(tuple, stored)))
