"""Folders and files that may not be written or read: one line with the name, and nothing is changed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.as_nobody import NOBODY
from tests.cli.conftest import Ended, Netchal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
ROOT = Path(__file__).parents[2]
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEND:VCARD\n"


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may look into: ``mine`` may be written, ``locked`` may only be read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for each in ("mine", "locked"):
            (folder / each).mkdir()
        yield folder


@pytest.fixture
def files(place: Path, netchal: Netchal) -> Path:
    """The same with a data file in each of both, an address book in the locked one, and a secret one."""
    for each in ("mine", "locked"):
        netchal("journal", "add", "First", on=place / each / "netchal.db")
    (place / "locked" / "people.vcf").write_text(CARD)
    (place / "secret.vcf").write_text(CARD)
    return place


def as_nobody(folder: Path, *commands: list[object]) -> list[Ended]:
    """How the commands end for somebody who owns all but what is locked and secret."""
    _hand_over(folder)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.cli.as_nobody"],
        input=json.dumps([[str(word) for word in words] for words in commands]),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return [Ended(*each) for each in json.loads(ended.stdout)]


def _hand_over(folder: Path) -> None:
    for path in (each for each in folder.rglob("*") if os.geteuid() == 0):
        os.chown(path, NOBODY, NOBODY)
    for secret in folder.glob("secret*"):
        secret.chmod(0o000)
    (folder / "locked").chmod(0o555)


def test_a_data_file_in_a_read_only_folder_is_told_and_left_as_it_is(files: Path) -> None:
    data = files / "locked" / "netchal.db"
    before = data.read_bytes()
    commands = (["--data", data, "journal", "add", "Second"], ["--data", data, "backup"])
    sentence = f"{data} cannot be written. Check that its folder exists and may be written to.\n"

    assert as_nobody(files, *commands) == [Ended(1, "", sentence)] * 2
    assert data.read_bytes() == before


def test_a_new_data_file_in_a_read_only_folder_is_told_by_its_name(files: Path) -> None:
    data = files / "locked" / "new.db"
    sentence = f"Netchal may not use {data}. Choose another place, or change its permissions.\n"

    assert as_nobody(files, ["--data", data, "journal", "add", "First"]) == [Ended(1, "", sentence)]


def test_an_export_into_a_read_only_folder_is_told_by_its_name(files: Path) -> None:
    data, locked = files / "mine" / "netchal.db", files / "locked"
    before = sorted(locked.iterdir())
    exports = {
        "all": locked / "all.json",
        "contacts": locked / "all.vcf",
        "journal": locked / "journal.md",
        "interviews": locked / "talks.ics",
    }
    plan = ["--data", data, "plan", "Ada Lovelace", "--at", "2026-12-03 12:00"]
    commands = [["--data", data, "export", what, "-o", target] for what, target in exports.items()]
    _, *ended = as_nobody(files, plan, *commands)

    assert [each.err for each in ended] == [
        f"Netchal may not use {target}. Choose another place, or change its permissions.\n"
        for target in exports.values()
    ]
    assert [each.code for each in ended] == [1] * 4
    assert sorted(locked.iterdir()) == before


def test_an_address_book_in_a_read_only_folder_is_imported(files: Path) -> None:
    command = ["--data", files / "mine" / "netchal.db", "import", files / "locked" / "people.vcf"]

    assert as_nobody(files, command) == [Ended(0, "Added 1 person from people.vcf.\n", "")]


def test_an_address_book_that_may_not_be_read_is_told_by_its_name(files: Path) -> None:
    secret = files / "secret.vcf"
    sentence = f"Netchal may not use {secret}. Choose another place, or change its permissions.\n"

    assert as_nobody(files, ["--data", files / "mine" / "netchal.db", "import", secret]) == [
        Ended(1, "", sentence)
    ]
