"""A disk that is really full: that is told, nothing is lost, and work goes on when there is room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Netchal
from tests.journeys.cards import write_cards
from tests.small_disk import SmallDisk, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", megabytes=3) as mounted:
        yield mounted


def everything(netchal: Netchal, data: Path, target: Path) -> bytes:
    assert netchal("export", "all", "-o", target, on=data).code == 0
    return target.read_bytes()


def is_full(ended: Ended, data: Path) -> bool:
    """Whether the command said so, in one line that names the disk's file, and did nothing else."""
    sentence = f"The disk that holds {data} is full. Free some space and try again.\n"
    return (ended.code, ended.out, ended.err) == (1, "", sentence)


COMMANDS = [
    ["journal", "add", "Second"],
    ["plan", "Ada", "--at", "2026-12-03 12:00"],
    ["block", "2026-12-01", "--from", "12:00", "--to", "13:30"],
    ["backup"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
def test_a_command_on_a_full_disk_says_so_and_works_when_there_is_room(
    netchal: Netchal, disk: SmallDisk, tmp_path: Path, command: list[str]
) -> None:
    data = disk.folder / "netchal.db"
    netchal("journal", "add", "First", on=data)
    before = everything(netchal, data, tmp_path / "before.json")
    disk.fill()

    assert is_full(netchal(*command, on=data), data)
    disk.empty()
    assert everything(netchal, data, tmp_path / "after.json") == before
    assert netchal(*command, on=data).code == 0
    assert netchal("check", on=data).code == 0


def test_an_import_that_fills_the_disk_leaves_nothing_and_can_be_repeated_elsewhere(
    netchal: Netchal, disk: SmallDisk, tmp_path: Path
) -> None:
    data, cards = disk.folder / "netchal.db", write_cards(tmp_path / "people.vcf", 4_000)
    netchal("journal", "add", "First", on=data)
    before = everything(netchal, data, tmp_path / "before.json")

    assert is_full(netchal("import", cards, on=data), data)
    assert everything(netchal, data, tmp_path / "after.json") == before
    few = write_cards(tmp_path / "few.vcf", 40)
    assert netchal("import", few, on=data).out == "Added 40 people from few.vcf.\n"


@pytest.mark.parametrize("what", ["all", "contacts", "journal", "interviews"])
def test_an_export_to_a_full_disk_leaves_the_former_file(
    netchal: Netchal, data: Path, disk: SmallDisk, what: str
) -> None:
    netchal("journal", "add", "First")
    netchal("plan", "Ada Lovelace", "--at", "2026-12-03 12:00")
    target = (
        disk.folder / {"all": "a.json", "contacts": "a.vcf", "journal": "a.md", "interviews": "a.ics"}[what]
    )
    target.write_text("the former file")
    disk.fill()
    ended = netchal("export", what, "-o", target)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "The disk is full. Free some space and try again.\n"
    assert target.read_text() == "the former file"
    assert {each.name for each in disk.folder.iterdir()} == {target.name, "filler"}
    disk.empty()
    assert netchal("export", what, "-o", target).code == 0


def test_a_new_data_file_on_a_full_disk_is_not_there_at_all(netchal: Netchal, disk: SmallDisk) -> None:
    data = disk.folder / "netchal.db"
    disk.fill()

    assert is_full(netchal("journal", "add", "First", on=data), data)
    assert {each.name for each in disk.folder.iterdir()} == {"filler", "netchal.db.lock"}
    disk.empty()
    assert netchal("journal", "add", "First", on=data).code == 0
