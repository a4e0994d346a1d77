"""The journal as a list: pages of entries, newest first, all of them or those that words find."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.folding import words_of
from netchal_gui.domain.hits import Span, Words, hits, starts
from netchal_gui.domain.snippet import Snippet, snippet
from netchal_gui.storage.journal_queries import (
    ABOVE_ALL,
    EntryLine,
    PersonLabel,
    count_found,
    entry_lines,
    found_lines,
    lines_of,
    newest_numbers,
)
from netchal_gui.storage.reader import Reader
from netchal_gui.workbench import Workbench

PAGE = 50
"""Entries that are read at once."""
FIRST_PAGE = 10
"""What a list shows at once: read for each key of a search; a taller list asks for the rest itself."""


class EntryRow(NamedTuple):
    """An entry of the list with what of it a search found."""

    number: int
    id: UUID
    day: date
    title: str
    title_hits: tuple[Span, ...]
    people: tuple[PersonLabel, ...]
    snippet: Snippet


class RowPage(NamedTuple):
    """Some rows, newest first, and whether there may be more below them."""

    rows: tuple[EntryRow, ...]
    more: bool


def page(reader: Reader, text: str = "", below: int = ABOVE_ALL, limit: int = PAGE) -> RowPage:
    """The newest entries below a number; with a text those in which each of its words begins a word."""
    words = words_of(text)
    lines = (
        found_lines(reader, words, limit, below)
        if words
        else entry_lines(reader, newest_numbers(reader, limit, below), whole=False)
    )
    return RowPage(_rows(lines, words), len(lines) == limit)


def rows_of(reader: Reader, ids: Iterable[UUID], text: str = "") -> tuple[EntryRow, ...]:
    """These entries, newest first, whether or not the text finds them."""
    words = words_of(text)
    return _rows(lines_of(reader, ids, whole=bool(words)), words)


def count(reader: Reader, text: str = "") -> int:
    """How many entries :func:`page` finds in all."""
    return count_found(reader, words_of(text))


def search(workbench: Workbench, text: str, limit: int = PAGE) -> tuple[EntryRow, ...]:
    """The newest entries in which each word of the text begins some word; all words with no text."""
    with workbench.store.reading() as reader:
        return page(reader, text, limit=limit).rows


def words_to_find(text: str) -> Words | None:
    """What marks the words of a search in a text; None where there are none."""
    words = words_of(text)
    return starts(words) if words else None


def _rows(lines: Iterable[EntryLine], words: list[str]) -> tuple[EntryRow, ...]:
    pattern = starts(words) if words else None
    return tuple(_row(line, pattern) for line in lines)


def _row(line: EntryLine, pattern: Words | None) -> EntryRow:
    title_hits = tuple(hits(line.title, pattern)) if pattern else ()
    return EntryRow(
        line.number, line.id, line.day, line.title, title_hits, line.people, _snippet(line, pattern)
    )


def _snippet(line: EntryLine, pattern: Words | None) -> Snippet:
    """From the first text that has a hit; else the beginning of the first that is not empty."""
    texts = [text for text in (line.learned, line.follow_up, line.notes) if text]
    if pattern is not None:
        for text in texts:
            found = snippet(text, pattern)
            if found is not None:
                return found
    return snippet(texts[0] if texts else "") or Snippet("", ())
