"""Journal entries as Markdown: sections of one file, or a file each with YAML front matter.

What the person wrote as Markdown stays as it is. Titles, names, tags and lines to follow up are plain
text: signs that Markdown or YAML would read are escaped.
"""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.words import long_day, say

_MARKDOWN = re.compile(r"[\\`*<\[~|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|(?<=\s)#+$")
_AT_BEGINNING = re.compile(r"(\d{1,9}(?=[.)])|)([-+#>=]|(?<=\d)[.)])")
_NOT_IN_YAML = re.compile(
    "[^\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class Page(NamedTuple):
    """An entry with its follow-ups and the names of its people, both in order."""

    entry: JournalEntry
    lines: Sequence[FollowUp]
    people: Sequence[str]


def title_of(page: Page) -> str:
    """The title, without one the names of the people, without these the day."""
    title = " ".join(page.entry.title.split())
    return title or ", ".join(page.people) or page.entry.day.isoformat()


def heading() -> str:
    """The beginning of a file that holds all entries."""
    return f"# {say('Journal')}\n"


def section(page: Page) -> str:
    """One entry as a part of a file that holds all."""
    about = [long_day(page.entry.day), ", ".join(map(plain, page.people))]
    about.append(" ".join(f"#{plain(tag)}" for tag in page.entry.tags))
    parts = [f"\n## {plain(title_of(page))}", " · ".join(filter(None, about)), *_parts(page, "###")]
    return "\n\n".join(parts) + "\n"


def document(page: Page) -> str:
    """One entry as a file of its own."""
    entry = page.entry
    front = [
        "---",
        f"title: {_yaml(title_of(page))}",
        f"day: {entry.day.isoformat()}",
        f"people: [{', '.join(map(_yaml, page.people))}]",
        f"tags: [{', '.join(map(_yaml, entry.tags))}]",
        f"id: {_yaml(str(entry.id))}",
        "---",
    ]
    parts = ["\n".join(front), f"# {plain(title_of(page))}", *_parts(page, "##")]
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """Plain text as one line of Markdown that shows exactly it."""
    line = _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
    beginning = _AT_BEGINNING.match(line)
    return f"{beginning[1]}\\{line[len(beginning[1]) :]}" if beginning else line


def _parts(page: Page, level: str) -> list[str]:
    """Heading and text of each part that is not empty."""
    parts = (
        (say("What I learned"), _text(page.entry.learned)),
        (say("To follow up"), "\n".join(map(_line, page.lines))),
        (say("Notes"), _text(page.entry.notes)),
    )
    return [piece for title, text in parts if text for piece in (f"{level} {title}", text)]


def _line(follow_up: FollowUp) -> str:
    due = f" ({follow_up.due.isoformat()})" if follow_up.due else ""
    return f"- [{'x' if follow_up.done else ' '}] {plain(follow_up.text)}{due}"


def _text(text: str) -> str:
    """The person's own Markdown with line feeds only, and no blank lines around it."""
    return "\n".join(text.splitlines()).strip("\n").rstrip()


def _yaml(text: str) -> str:
    """A double-quoted scalar: a JSON string, in which YAML 1.1 and 1.2 read the same (YAML 1.2, 1.3 and 5.1).

    Characters that YAML does not print, or takes for line breaks, are written as escapes.
    """
    return _NOT_IN_YAML.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
