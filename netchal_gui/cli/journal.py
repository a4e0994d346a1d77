"""``netchal journal add`` and ``netchal journal search``."""

import argparse

from netchal_gui import words
from netchal_gui.cli.answer import Answer
from netchal_gui.cli.data import reading, writing
from netchal_gui.commands import journal as writing_journal
from netchal_gui.commands.journal_search import EntryRow, search
from netchal_gui.words import say


def journal(arguments: argparse.Namespace) -> Answer:
    return _add(arguments) if arguments.what == "add" else _search(arguments)


def _add(arguments: argparse.Namespace) -> Answer:
    with writing(arguments) as workbench:
        entry = writing_journal.add(workbench, " ".join(arguments.text))
    line = say("Added an entry of {day}.", day=words.long_day(entry.day))
    return Answer([line], {"id": str(entry.id), "day": entry.day.isoformat(), "title": entry.title})


def _search(arguments: argparse.Namespace) -> Answer:
    with reading(arguments) as workbench:
        found = search(workbench, " ".join(arguments.words))
    lines = [_line(row) for row in found] or [say("No entry has these words.")]
    return Answer(lines, {"entries": [_data(row) for row in found]})


def _line(row: EntryRow) -> str:
    title = row.title or ", ".join(person.name for person in row.people)
    parts = (row.day.isoformat(), title, row.snippet.text)
    return "  ".join(part.replace("\n", " ") for part in parts if part)


def _data(row: EntryRow) -> dict[str, object]:
    return {
        "id": str(row.id),
        "day": row.day.isoformat(),
        "title": row.title,
        "people": [person.name for person in row.people],
        "text": row.snippet.text,
    }
