"""Flipped bits: SQLite's own check lets most of them pass; ours reports each that changes what one sees."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from netchal_gui.commands.demo import fill
from netchal_gui.domain.edit import ENTITIES
from netchal_gui.storage.backup import looking_into
from netchal_gui.storage.check import damages
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.rows import form
from tests.storage.data_files import opened

FLIPS = 300 if os.environ.get("NETCHAL_SOAK") else 40
TABLES = [*(form(kind).name for kind in ENTITIES), "photo"]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("damage") / "netchal.db"
    with opened(path) as bench:
        fill(bench)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")
    return path.read_bytes()


def seen(path: Path) -> Any:
    """All that can be read of the objects, or None where reading fails."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.text_factory = bytes
            return [connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in TABLES]
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def is_reported(path: Path) -> bool:
    try:
        with looking_into(path) as reader:
            return next(damages(reader), None) is not None
    except StoreFault:
        return True


def test_every_flipped_bit_that_can_be_seen_is_reported(original: bytes, tmp_path: Path) -> None:
    random, path = Random(245), tmp_path / "netchal.db"
    path.write_bytes(original)
    whole, visible = seen(path), 0
    assert not is_reported(path)
    for _ in range(FLIPS):
        place, bit = random.randrange(100, len(original)), 1 << random.randrange(8)
        path.write_bytes(original[:place] + bytes([original[place] ^ bit]) + original[place + 1 :])
        if seen(path) != whole:
            visible += 1
            assert is_reported(path), f"byte {place}, bit {bit}"
    assert visible >= FLIPS // 10


def test_a_changed_picture_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    with opened(path) as bench, bench.store._transaction() as connection:
        connection.execute("INSERT INTO photo VALUES (?, ?)", ("0" * 64, b"another picture"))

    with looking_into(path) as reader:
        assert [damage.table for damage in damages(reader)] == ["photo"]


def test_a_text_that_is_no_text_any_more_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    with opened(path) as bench:
        fill(bench)
        with bench.store._transaction() as connection:
            connection.execute("UPDATE contact SET name = CAST(x'ff41' AS TEXT) WHERE number = 1")

        with pytest.raises(StoreFault, match="damaged"):
            bench.store.rows("SELECT name FROM contact")
        assert next(damages(bench.store)).table == "contact"
