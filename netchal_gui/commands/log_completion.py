"""What may be meant by the word that is being typed in the one-line log: a person, a tag or an event."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.person_called import told_apart
from netchal_gui.domain.folding import fold, spellings, words_of
from netchal_gui.domain.log_tokens import Token, tokens
from netchal_gui.storage.export_queries import contacts_named
from netchal_gui.storage.person_queries import suggestions
from netchal_gui.storage.tag_queries import events_beginning, tags_beginning
from netchal_gui.workbench import Workbench

MOST = 6
LONGEST_NAME = 4
SHORTEST = 2
"""Letters; fewer mean too many people."""


class Completion(NamedTuple):
    """``insert`` takes the place of the line's text from ``start`` to the caret."""

    start: int
    insert: str
    label: str
    detail: str = ""


def completions(workbench: Workbench, before: str) -> list[Completion]:
    """For the text before the caret, best first; nothing after a blank. Raises StoreFault."""
    marked = re.search(r"#([^\s#,;]*)$", before)
    if marked:
        return list(_tags(workbench, marked.start(), marked[1]))[:MOST]
    if not before or not (before[-1].isalpha() or before[-1] in "-.'"):
        return []
    begin = max(before.rfind(each) for each in ",;:") + 1
    found = [each for each in tokens(before[begin:]) if not each.quoted]
    return list(_people(workbench, before, begin, found))


def _tags(workbench: Workbench, start: int, typed: str) -> Iterator[Completion]:
    word, colon, event = typed.partition(":")
    if colon and fold(word) in ("event", "veranstaltung"):
        for name in events_beginning(workbench.store, event.replace("_", " "), MOST):
            yield Completion(start, f"#{word}:{name.replace(' ', '_')}", name)
        return
    for tag in tags_beginning(workbench.store, typed.replace("_", " "), MOST):
        yield Completion(start, f"#{tag.replace(' ', '_')}", f"#{tag}")


def _people(workbench: Workbench, before: str, begin: int, found: list[Token]) -> Iterator[Completion]:
    """The longest run of words up to the caret that begins somebody's name."""
    for count in range(min(LONGEST_NAME, len(found)), 0, -1):
        start = begin + found[-count].start
        typed = before[start:]
        if len(typed) < SHORTEST or any(each.is_joint for each in found[-count:]):
            continue
        rows = [row for row in suggestions(workbench.store, typed, MOST) if _begins(row.name, typed)]
        if rows:
            for row in rows:
                insert = _unmistakable(workbench, UUID(bytes=row.id), row.name)
                if fold(insert) != fold(typed):
                    yield Completion(start, insert, row.name, row.role or row.organisation or row.city)
            return


def _begins(name: str, typed: str) -> bool:
    """Whether each typed word begins a word of the name."""
    parts = words_of(spellings(name))
    return all(any(part.startswith(word) for part in parts) for word in words_of(typed))


def _unmistakable(workbench: Workbench, person: UUID, name: str) -> str:
    """The name, with a mark in quotation marks where others have it too."""
    same = contacts_named(workbench.store, name)
    meant = next((each for each in same if each.id == person), None)
    if len(same) < 2 or meant is None:
        return name
    return f'"{name} ({told_apart(meant, same)})"'
