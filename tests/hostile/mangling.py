"""Good files after some harm, always the same harm for the same seed."""

import re
from collections.abc import Sequence
from random import Random
from typing import Any

PIECES = (
    b"\n",
    b"\r",
    b"\0",
    b"=",
    b";",
    b":",
    b",",
    b'"',
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\xff",
    b" ",
    b"\xe2",
)
EXTREME = (
    b"0", b"-1", b"1e9", b"99999999999999999999", b"9223372036854775807", b"2147483648", b"0001", b"9999",
    b"13", b"00010101T000000Z", b"99991231T235959Z", b"9999-12-31", b"0001-01-01",
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")


def mangled(good: bytes, random: Random, words: Sequence[bytes] = ()) -> bytes:
    """The file with one to eight harms: bytes put in, taken out, changed, lines doubled, extreme numbers."""
    data = bytearray(good)
    for _ in range(random.randint(1, 8)):
        _HARMS[random.randrange(len(_HARMS))](data, random, (*PIECES, *words))
    return bytes(data)


def _put_in(data: bytearray, random: Random, pieces: Sequence[bytes]) -> None:
    at = random.randrange(len(data) + 1)
    data[at:at] = random.choice(pieces) * random.choice((1, 1, 1, 50))


def _take_out(data: bytearray, random: Random, pieces: Sequence[bytes]) -> None:
    at = random.randrange(len(data) + 1)
    del data[at : at + random.randint(1, 60)]


def _change(data: bytearray, random: Random, pieces: Sequence[bytes]) -> None:
    if data:
        data[random.randrange(len(data))] = random.randrange(256)


def _double_a_line(data: bytearray, random: Random, pieces: Sequence[bytes]) -> None:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    data[:] = b"\n".join([*lines[: at + 1], *lines[at:]])


def _make_extreme(data: bytearray, random: Random, pieces: Sequence[bytes]) -> None:
    numbers = list(_NUMBER.finditer(data))
    if numbers:
        start, end = random.choice(numbers).span()
        data[start:end] = random.choice(EXTREME)


def _cut_off(data: bytearray, random: Random, pieces: Sequence[bytes]) -> None:
    if random.random() < 0.2:
        del data[random.randrange(len(data) + 1) :]


_HARMS = (_put_in, _take_out, _change, _double_a_line, _make_extreme, _make_extreme, _cut_off)


STRANGE_TEXTS = (
    *("", " ", "\0", "\ud800", "x" * 100_000, "a\r\nb", "Nowhere/City", "../../etc/passwd", "<img src=x>"),
    *("0001-01-01", "9999-12-31", "0001-01-01T00:00:00", "9999-12-31T23:59:59"),
    *("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
)
STRANGE_NUMBERS = (0, -1, 1, 99_999, 2**31, 2**63 - 1, 2**63, 10**30, 1.5, 1e308)


def mangled_value(value: Any, random: Random) -> Any:
    """A JSON value with one harm somewhere inside it."""
    if isinstance(value, dict) and value and random.random() < 0.97:
        name = random.choice(sorted(value))
        return {**value, name: mangled_value(value[name], random)}
    if isinstance(value, list) and value and random.random() < 0.9:
        at = random.randrange(len(value))
        return [*value[:at], mangled_value(value[at], random), *value[at + 1 :]]
    if isinstance(value, list):
        return random.choice(([], value * 2, [None]))
    if isinstance(value, str):
        return random.choice(STRANGE_TEXTS)
    if isinstance(value, bool):
        return not value
    return random.choice((*STRANGE_NUMBERS, *STRANGE_TEXTS, None))
