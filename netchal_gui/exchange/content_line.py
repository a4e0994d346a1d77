"""Content lines, the common form of vCard and iCalendar: ``group.NAME;PARAMETER=value:value``.

RFC 6350, 3.3 (vCard 4.0), RFC 2426 (3.0), the vCard 2.1 specification of 1996, and what programs make of
them. Nothing here raises on any input.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST_HEAD = 10_000
_HEAD = re.compile(r'((?:[^:"]++|"[^"\n]*+")*+):', re.DOTALL)
_NAME = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)")
_PARAMETER = re.compile(r';((?:[^;"]++|"[^"]*+"?)*+)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^(.)", re.DOTALL)
_KEEPABLE = re.compile(
    r'(?:[A-Za-z0-9-]++\.)?+([A-Za-z0-9-]++)(?:;[A-Za-z0-9-]++(?:=(?:"[^"]*+"|[^":;,]*+)'
    r'(?:,(?:"[^"]*+"|[^":;,]*+))*+)?+)*+:[^\r\n]*+'
)
_FORBIDDEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")
# Newlines of a text are "\n"; every other control character, and halves of surrogate pairs, go.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

Parameters = tuple[tuple[str, str], ...]


class Head(NamedTuple):
    """What stands before the colon: the group as written, NAME and PARAMETER names in capitals."""

    group: str
    name: str
    parameters: Parameters


def split_head(line: bytes) -> tuple[Head, bytes] | None:
    """The head of an unfolded line and the bytes of its value, or None for a line that has no such form."""
    start = line[:LONGEST_HEAD].decode("utf-8", "replace")
    match = _HEAD.match(start) if '"' in start.partition(":")[0] else None
    text = match[1] if match else start.partition(":")[0]
    if len(text) == len(start):
        return None
    name = _NAME.match(text.strip())
    if name is None:
        return None
    rest = text.strip()[name.end() :].lstrip()
    if rest and not rest.startswith(";"):
        return None
    value = line[_byte_length(line, text) + 1 :]
    return Head(name[1] or "", name[2].upper(), _parameters(rest)), value


def _byte_length(line: bytes, text: str) -> int:
    """Where the colon stands in the bytes; a head that is no UTF-8 has no quoted colons to look for."""
    length = len(text.encode())
    return length if line[length : length + 1] == b":" else line.find(b":")


def _parameters(text: str) -> Parameters:
    if not text:
        return ()
    found = []
    for item in _PARAMETER.findall(text):
        name, equals, value = item.partition("=")
        if equals:
            found.append((name.strip().upper(), unquote(value.strip())))
        elif name.strip():
            found.append(("", unquote(name.strip())))
    return tuple(found)


def unquote(value: str) -> str:
    """A parameter value without its quotation marks and without the carets of RFC 6868."""
    value = value.replace('"', "")
    if "^" in value:
        value = _CARET.sub(lambda m: {"n": "\n", "'": '"', "^": "^"}.get(m[1], m[0]), value)
    return clean(value)


def clean(text: str) -> str:
    """The text with "\\n" for every line end and without any other control character but the tab."""
    if text.isprintable():
        return text
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def unescape(text: str, newlines: bool = True) -> str:
    """A text value as meant: ``\\n`` is a new line, ``\\;`` a semicolon (RFC 6350, 3.4), ``\\x`` itself."""
    if "\\" not in text:
        return text

    def meant(match: re.Match[str]) -> str:
        if match[1] in "nN":
            return "\n" if newlines else match[0]
        return match[1] if match[1] in '\\;,:"' else match[0]

    return _ESCAPED.sub(meant, text)


def split_escaped(text: str, separator: str) -> list[str]:
    """The parts of a value between separators that have no backslash before them, still escaped."""
    if "\\" not in text:
        return text.split(separator)
    parts, start = [], 0
    for match in re.finditer(rf"\\.|{re.escape(separator)}", text, re.DOTALL):
        if match[0] == separator:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def escape(text: str) -> str:
    """A text value as written: nothing in it can end the line or the value (RFC 6350, 3.4)."""
    text = clean(text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def quoted(value: str) -> str:
    """A parameter value as written, with the carets of RFC 6868 for what quotation marks cannot hold."""
    value = clean(value).replace("\t", " ").replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if re.search("[:;,]", value) else value


def written(group: str, name: str, parameters: Iterable[tuple[str, str]], value: str) -> str:
    """A content line, not yet folded; the value is taken as it is."""
    prefix = f"{group}." if group else ""
    return f"{prefix}{name}" + "".join(f";{key}={quoted(text)}" for key, text in parameters) + f":{value}"


def kept_name(line: str) -> str | None:
    """The NAME of a line that may be written as it is, or None where it would break a card."""
    if _FORBIDDEN.search(line):
        return None
    match = _KEEPABLE.fullmatch(line)
    return match[1].upper() if match else None


def folded(line: str) -> bytes:
    """The line in UTF-8 with CRLF, cut at 75 octets between characters (RFC 6350, 3.2)."""
    octets = line.encode("utf-8", "replace")
    if len(octets) <= 75:
        return octets + b"\r\n"
    pieces, start, room = [], 0, 75
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside of a character
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, 74
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
