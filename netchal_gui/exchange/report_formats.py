"""A report as Markdown, as a page of HTML that stands by itself, and as plain text."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from netchal_gui.domain.links import is_safe_link
from netchal_gui.paths import resource

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Format(StrEnum):
    MARKDOWN = "md"
    HTML = "html"
    TEXT = "txt"


GENERATOR = '<meta name="generator" content="Netchal">'
NOTHING_FOREIGN = "; ".join(
    (
        *("default-src 'none'", "style-src 'unsafe-inline'", "media-src 'self' file:"),
        *("base-uri 'none'", "form-action 'none'"),
    )
)
"""What a page may load (Content Security Policy, level 3): its own style and the recordings beside it."""


def formatted(markdown: str, wanted: Format, language: str) -> str:
    """The text in a format. ``language`` is an ISO 639-1 code, for screen readers."""
    if wanted is Format.HTML:
        return as_html(markdown, language)
    return as_text(markdown) if wanted is Format.TEXT else markdown


def style() -> str:
    """The style sheet of all pages: light and dark, from a phone to a desktop."""
    return resource("templates", "page.css").read_text("utf-8")


def as_html(markdown: str, language: str) -> str:
    """A whole page that loads nothing. Raw HTML in the Markdown is shown as text, pictures are left out."""
    tokens = _parser().parse(markdown)
    title = next(_headings(tokens), "Netchal")
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{NOTHING_FOREIGN}">\n{GENERATOR}\n'
        f"<title>{escape(title)}</title>\n<style>\n{style()}</style>\n</head>\n"
        f"<body>\n<main>\n{_parser().render(markdown)}</main>\n</body>\n</html>\n"
    )


def as_text(markdown: str) -> str:
    """The text without signs: headings are underlined, list items have a dash, links their address."""
    blocks = _blocks(_parser().parse(markdown))
    return "\n".join(blocks).strip("\n") + "\n"


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": False}).disable("image")
    made.validateLink = is_safe_link  # type: ignore[assignment, method-assign]
    return made


def _headings(tokens: "Sequence[Token]") -> "Iterator[str]":
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            yield _words(token)


def _blocks(tokens: "Sequence[Token]") -> Iterator[str]:
    """Line by line; an empty one between parts."""
    depth, in_item, level = 0, False, ""
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            if not depth:
                yield ""
        elif token.type == "list_item_open":
            in_item = True
        elif token.type == "heading_open":
            level = token.tag
        elif token.type == "inline":
            yield from _lines(_words(token), depth, in_item, level)
            in_item, level = False, ""
        elif token.type in ("fence", "code_block"):
            yield from (*token.content.splitlines(), "")


def _lines(words: str, depth: int, in_item: bool, level: str) -> Iterator[str]:
    first, *others = words.splitlines() or [""]
    if depth:
        indent = "  " * (depth - 1)
        yield f"{indent}{'- ' if in_item else '  '}{first}"
        yield from (f"{indent}  {line}" for line in others)
        return
    yield from (first, *others)
    if level in ("h1", "h2"):
        yield ("=" if level == "h1" else "-") * len(first)
    yield ""


def _words(token: "Token") -> str:
    """The words of an inline part; a link's address in brackets where it is not the text itself."""
    words: list[str] = []
    address = ""
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif child.type == "link_open":
            address = str(child.attrGet("href") or "")
        elif child.type == "link_close" and address not in words:
            words.append(f" ({address})")
    return "".join(words)
