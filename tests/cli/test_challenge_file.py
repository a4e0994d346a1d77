"""``netchal import`` takes a challenge file: a challenge is started, a friend's numbers are kept."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.exchange.challenge_file import progress_of, written
from netchal_gui.storage.store import Store
from tests.cli.conftest import Netchal

FOUR = Challenge(
    id=UUID(int=1),
    name="4×4",
    created=datetime(2026, 1, 1, tzinfo=UTC),
    start=date(2026, 1, 1),
    known=4,
    new=4,
)


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "four.netchal"
    path.write_bytes(written(FOUR))
    return path


@pytest.fixture
def numbers(tmp_path: Path) -> Path:
    path = tmp_path / "mia.netchal"
    path.write_bytes(written(FOUR, progress_of(FOUR, "Mia", (8, 7), date(2026, 2, 28))))
    return path


def test_a_challenge_is_started_from_this_month_on(netchal: Netchal, rule: Path) -> None:
    ended = netchal("import", rule)

    assert ended.code == 0
    assert "4×4 begins on" in ended.out
    assert "0 of 96 met" in netchal("challenge").out


def test_a_dry_run_says_so_and_starts_nothing(netchal: Netchal, rule: Path) -> None:
    netchal("journal", "add", "The file is there now")

    assert "4×4 begins on" in netchal("import", "--dry-run", rule).out
    assert netchal("challenge").code == 1


def test_a_friends_numbers_are_kept(netchal: Netchal, numbers: Path, data: Path) -> None:
    ended = netchal("import", numbers, "--json")

    assert ended.data == {"file": str(numbers), "friend": "Mia", "met": 15, "goal": 96}
    store = Store.open(data)
    kept = [(each.name, each.met) for each in store.every(FriendProgress)]
    store.close()
    assert kept == [("Mia", (8, 7))]


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b'{"version": 7, "challenge": {}}'])
def test_a_broken_one_is_one_line_and_no_trace(netchal: Netchal, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.netchal"
    path.write_bytes(content)
    ended = netchal("import", path)

    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "odd.netchal cannot be used" in ended.err


def test_one_of_a_later_version_is_told_apart_from_a_broken_one(netchal: Netchal, rule: Path) -> None:
    found = json.loads(rule.read_bytes())
    rule.write_text(json.dumps({**found, "version": 2, "novelty": [1]}), "utf-8")

    assert "later Netchal" in netchal("import", rule).err
