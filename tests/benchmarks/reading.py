"""What one sees while typing and turning pages, against the same SQL by raw ``sqlite3``."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from netchal_gui.commands.challenge_people import stay_in_touch
from netchal_gui.commands.going_to import visit
from netchal_gui.commands.journal_search import FIRST_PAGE, page
from netchal_gui.domain.pipeline import Column
from netchal_gui.storage import (
    calendar_queries,
    contact_queries,
    in_touch_queries,
    pipeline_queries,
    yield_queries,
)
from netchal_gui.storage.contact_queries import Listing
from netchal_gui.storage.store import Store
from tests.benchmarks.measure import Row, compared

PAGE = 128
SNIPPET = "snippet(entry_search, 1, '[', ']', '…', 16)"
PLAIN = f"SELECT rowid, {SNIPPET} FROM entry_search WHERE entry_search MATCH ? ORDER BY rowid DESC LIMIT 50"
SAME = (
    f"SELECT number, day, journal_entry.title, {SNIPPET}, (SELECT group_concat(name) FROM entry_person"
    " JOIN contact ON contact.id = contact WHERE entry = journal_entry.id) FROM entry_search CROSS JOIN"
    " journal_entry ON number = entry_search.rowid WHERE entry_search MATCH ?"
    " ORDER BY entry_search.rowid DESC LIMIT 50"
)


def rows(file: Path) -> Iterator[Row]:
    """The rows of the contacts list, the journal's search and the month, on a file of 100,000."""
    store = Store.open(file)
    raw = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        yield from _contacts(store, raw)
        yield from _in_touch(store, raw)
        yield from _search(store, raw)
        yield from _month(store, raw)
        yield from _asking(store, raw)
    finally:
        raw.close()
        store.close()


def _fetch(raw: sqlite3.Connection, sql: str, *parameters: object) -> Callable[[], object]:
    def fetch() -> object:
        return raw.execute(sql, parameters).fetchall()

    return fetch


def _contacts(store: Store, raw: sqlite3.Connection) -> Iterator[Row]:
    row = contact_queries._ROW
    yield compared(
        "contacts, first page",
        lambda: contact_queries.first_rows(store, PAGE),
        _fetch(raw, f"{row} ORDER BY sort_key, number LIMIT ?", PAGE),
        bar=2,
    )
    last = contact_queries.numbers(store, Listing())[-PAGE:]
    marks = ", ".join("?" * PAGE)
    yield compared(
        "contacts, a page at the end",
        lambda: contact_queries.rows_of(store, last),
        _fetch(raw, f"{row} WHERE number IN ({marks})", *last),
        bar=2,
    )
    order = (
        "SELECT number FROM contact WHERE number IN (SELECT rowid FROM contact_search WHERE contact_search"
    )
    for text in ("m", "mu", "muller-12", "bremen recruiter"):
        match = " ".join(f'"{word}"*' for word in text.replace("-", " ").split())
        yield compared(
            f"contacts, filter “{text}” (worker thread)",
            lambda text=text: contact_queries.numbers(store, Listing(text=text)),
            _fetch(raw, f"{order} MATCH ?) ORDER BY sort_key, number", match),
            bar=2,
        )


def _in_touch(store: Store, raw: sqlite3.Connection) -> Iterator[Row]:
    """A fifth of the people are friends, another fifth family: all of them are looked at."""
    end = int(datetime(2026, 11, 24, tzinfo=UTC).timestamp())
    late = in_touch_queries.late(in_touch_queries.circle_days(store), end)
    chosen = f"SELECT number FROM contact WHERE id IN (SELECT id FROM ({late})) ORDER BY sort_key, number"
    section = Listing(contact_queries.Section(contact_queries.SectionKind.IN_TOUCH))
    yield compared(
        "contacts, section “Stay in touch” (worker thread)",
        lambda: contact_queries.numbers(store, section, end),
        _fetch(raw, chosen),
        bar=1.5,
    )
    yield compared(
        "home, stay in touch (worker thread)",
        lambda: stay_in_touch(store, date(2026, 11, 23), "UTC"),
        _fetch(raw, late),
        bar=1.5,
        note="the floor finds everyone whose time has come once",
    )
    there = (
        "SELECT c.id, min(p.place), (SELECT max(at) FROM contact_moment m WHERE m.contact = c.id)"
        " FROM contact_place p JOIN contact c ON c.id = p.contact"
        " WHERE p.key >= 'bremen' AND p.key < 'bremeo' GROUP BY c.id"
    )
    yield compared(
        "who lives in Bremen: 10,000 (worker thread)",
        lambda: visit(store, "Bremen", date(2026, 11, 23), "UTC"),
        _fetch(raw, there),
        bar=2,
        note="ours counts and sorts them as well",
    )


def _search(store: Store, raw: sqlite3.Connection) -> Iterator[Row]:
    """Ours is all that a key needs before its rows are seen: the first page with people and
    snippets in the words' own spelling. The floor is the plain query for the top 50 and SQLite's snippets.
    """

    def typed(text: str) -> object:
        with store.reading_briefly() as reader:
            return page(reader, text, limit=FIRST_PAGE)

    hundredth = 5, "of some hundredths of a ms: what one call of Python takes"
    for text in ("t", "tr", "training", "training budget", "zzz"):
        bar, note = hundredth if text == "zzz" else (1.2, "")
        match = " ".join(f'"{word}"*' for word in text.split())
        for floor, sql in (("plain", PLAIN), ("with people", SAME)):
            yield compared(
                f"journal, search “{text}”, floor {floor}",
                partial(typed, text),
                _fetch(raw, sql, match),
                bar=bar,
                note=note,
            )


def _month(store: Store, raw: sqlite3.Connection) -> Iterator[Row]:
    first, last = (int(datetime(2015, month, 1, tzinfo=UTC).timestamp()) for month in (3, 4))
    sql = "SELECT id, start_utc, end_utc, stage FROM interview WHERE start_utc >= ? AND start_utc < ?"
    yield compared(
        "month, interviews",
        lambda: calendar_queries.interviews_between(store, first, last),
        _fetch(raw, f"{sql} AND end_utc > ? ORDER BY start_utc, number", first - 31 * 86400, last, first),
        bar=2,
    )


def _asking(store: Store, raw: sqlite3.Connection) -> Iterator[Row]:
    """The pipeline's columns and the sources' yields look at everyone, on a worker thread."""
    orders = [*pipeline_queries._COLUMNS.values(), pipeline_queries._UNASKED, pipeline_queries._THANKED]
    yield compared(
        "pipeline, all columns (worker thread)",
        lambda: pipeline_queries.board(store),
        lambda: [raw.execute(sql).fetchall() for sql in orders],
        bar=2,
    )
    keys = pipeline_queries.board(store)[Column.MET][:PAGE]
    marks = ", ".join("?" * len(keys))
    yield compared(
        "pipeline, a page of cards",
        lambda: pipeline_queries.cards(store, keys),
        _fetch(raw, pipeline_queries._CARD.format(marks), *keys),
        bar=2,
    )
    yield compared(
        "sources, what came of each (worker thread)",
        lambda: yield_queries.yields(store),
        _fetch(raw, yield_queries._YIELDS),
        bar=1.2,
    )
