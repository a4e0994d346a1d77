"""The checksum of a row, which finds damage that SQLite's own checks cannot see, and is the row's version."""

import hashlib
from collections.abc import Sequence
from typing import Any


def checksum(values: Sequence[Any]) -> int:
    """A signed 64-bit hash over a row's values (str, int, bytes, None), the same on every computer.

    An update names the checksum it starts from.
    """
    import msgspec

    digest = hashlib.blake2b(msgspec.msgpack.encode(values), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def row_checksum(*values: Any) -> int:
    """The same as a function of SQL, for the steps that add columns to a table."""
    return checksum(values)
