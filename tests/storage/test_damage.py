"""Flipped bits and lost pages: SQLite lets most of them pass; ours reports each that one could see."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from netchal_gui.commands.backup import back_up
from netchal_gui.commands.demo import fill
from netchal_gui.commands.restore import put_back
from netchal_gui.domain.edit import ENTITIES
from netchal_gui.storage.backup import looking_into
from netchal_gui.storage.check import damages
from netchal_gui.storage.faults import StoreFault
from netchal_gui.storage.rows import form
from tests.soak import rounds
from tests.storage.data_files import NOW, everything, opened

pytestmark = pytest.mark.soak

FLIPS, PAGES = rounds(300, 40), rounds(400, 40)
PAGE = 4_096
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


def zeroed(original: bytes, at: int, random: Random) -> bytes:
    return original[:at] + bytes(PAGE) + original[at + PAGE :]


def scribbled(original: bytes, at: int, random: Random) -> bytes:
    return original[:at] + random.randbytes(PAGE) + original[at + PAGE :]


def misplaced(original: bytes, at: int, random: Random) -> bytes:
    """A page that was written to another's place."""
    other = random.randrange(len(original) // PAGE) * PAGE
    return original[:at] + original[other : other + PAGE] + original[at + PAGE :]


def half_written(original: bytes, at: int, random: Random) -> bytes:
    return original[:at] + original[at : at + 512] + bytes(PAGE - 512) + original[at + PAGE :]


def cut_off(original: bytes, at: int, random: Random) -> bytes:
    return original[: at + random.randrange(PAGE)]


@pytest.mark.parametrize("harm", [zeroed, scribbled, misplaced, half_written, cut_off])
def test_every_lost_page_that_can_be_seen_is_reported(
    original: bytes, tmp_path: Path, harm: Callable[[bytes, int, Random], bytes]
) -> None:
    random, path = Random(400), tmp_path / "netchal.db"
    path.write_bytes(original)
    whole, visible = seen(path), 0
    for _ in range(PAGES // 5):
        at = random.randrange(len(original) // PAGE) * PAGE
        path.write_bytes(harm(original, at, random))
        if seen(path) != whole:
            visible += 1
            assert is_reported(path), f"page {at // PAGE}"
    assert visible >= PAGES // 50


@pytest.mark.parametrize("harm", [zeroed, scribbled, cut_off])
def test_a_restore_brings_back_every_row_and_keeps_the_damaged_file(
    original: bytes, tmp_path: Path, harm: Callable[[bytes, int, Random], bytes]
) -> None:
    random, path = Random(3), tmp_path / "netchal.db"
    path.write_bytes(original)
    with opened(path) as bench:
        before = everything(bench.store)
        good = back_up(bench).path
    harmed = harm(original, len(original) // PAGE // 2 * PAGE, random)
    path.write_bytes(harmed)
    put_back(good, path, NOW)

    with opened(path) as bench:
        assert everything(bench.store) == before
    assert [kept.read_bytes() for kept in tmp_path.glob("netchal-before-restore-*.db")] == [harmed]


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
