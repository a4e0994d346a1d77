"""Which reader takes a file, by its content. Each gives the same kind of items."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from netchal_gui.exchange.incoming import Incoming

VCARD = "vcard"
"""The name under which origins remember address books: cards keep their uid from file to file."""
_CHUNK = 1 << 20


def items_of(file: BinaryIO) -> Iterator[tuple[str, Incoming]]:
    """Each item of a file with the name of its source. Raises OSError."""
    from netchal_gui.exchange.vcard_reader import read_cards

    for item in read_cards(file):
        yield VCARD, item


def count_items(path: Path) -> int:
    """About how many items the file has, counted without reading them. Raises OSError."""
    found, rest = 0, b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            text = rest + chunk.upper()
            found += text.count(b"BEGIN:VCARD")
            rest = text[-10:]
    return found
