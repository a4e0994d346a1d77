"""The page of a challenge as HTML: checked for what must not be in it before it is put anywhere."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

from netchal_gui.exchange.report_formats import NOTHING_FOREIGN
from netchal_gui.exchange.template_fault import TemplateFault
from netchal_gui.words import say

_LOADING = frozenset(
    {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "ping"}
)
_NEVER = frozenset({"script", "iframe", "object", "embed", "base", "form", "frame", "applet", "link"})
_IN_STYLE = ("url(", "@import", "image-set(", "expression(")


def check_page(html: str) -> None:
    """Raise TemplateFault, with the line, for scripts and for whatever would be loaded from elsewhere.

    Links that one follows by hand may lead anywhere on the web. The policy of what may be loaded must stand
    in the page, so that a browser refuses what this check does not know.
    """
    checker = _Checker()
    checker.feed(html)
    checker.close()
    if NOTHING_FOREIGN not in checker.policies:
        raise TemplateFault(say("Keep the line that says what may be loaded: {line}", line="{{ policy }}"))


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.policies: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if tag in _NEVER:
            raise TemplateFault(say("A page has no “{tag}”.", tag=tag), line)
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(values.get("content", ""))
        elif tag == "meta" and "http-equiv" in values:
            raise TemplateFault(say("A page has no “{tag}”.", tag="http-equiv"), line)
        self._in_style = tag == "style"
        for name, value in values.items():
            _check_attribute(name, value, line)

    def handle_data(self, data: str) -> None:
        if self._in_style and any(part in data.lower() for part in _IN_STYLE):
            raise TemplateFault(say("A page loads nothing from elsewhere."), self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False


def _check_attribute(name: str, value: str, line: int) -> None:
    if name.startswith("on") or (name == "href" and not _may_lead(value)):
        raise TemplateFault(say("A page runs nothing: “{text}”.", text=f"{name}={value}"), line)
    foreign = name in _LOADING and not _is_beside(value)
    if foreign or (name == "style" and any(part in value.lower() for part in _IN_STYLE)):
        raise TemplateFault(say("A page loads nothing from elsewhere."), line)


def _may_lead(address: str) -> bool:
    return urlsplit(address.strip()).scheme in ("", "http", "https", "mailto", "tel")


def _is_beside(address: str) -> bool:
    """Whether the address names something in the page's own folder."""
    parts = urlsplit(address.strip())
    return not (parts.scheme or parts.netloc) and not address.startswith("/") and ".." not in parts.path


def page_as_text(html: str) -> str:
    """How the page reads: its words without its style, a line for each part."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


_PARTS = frozenset("h1 h2 h3 h4 p li tr section header footer main caption meter audio video div br".split())
_UNREAD = frozenset({"style", "title", "script", "meter"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in _UNREAD
        self.pieces.append("\n" if tag in _PARTS else " ")

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD
        self.pieces.append("\n" if tag in _PARTS else " ")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(" ".join(data.split("\n")))
