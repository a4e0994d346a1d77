"""Backups: verified, listed, never too many, and never a damaged one in place of a good one."""

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.commands.backup import Contents, Reason, back_up, backups, contents, reason_of
from netchal_gui.commands.check import check
from netchal_gui.commands.progress import Cancelled
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.paths import backup_folder
from netchal_gui.storage.backup import verify
from netchal_gui.storage.faults import DamagedFile, StoreFault
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.soak import rounds


def add_person(workbench: Workbench, name: str = "Ada Lovelace") -> Contact:
    person = Contact(id=uuid4(), name=name, created=workbench.now())
    workbench.apply(Edit("Add person", (Change(None, person),)))
    return person


def damage(path: Path) -> None:
    """Change one letter of a name behind Netchal's back, as a failing disk would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE contact SET name = 'Eda Lovelace' WHERE name = 'Ada Lovelace'")


def test_a_backup_holds_what_was_saved_until_then(workbench: Workbench) -> None:
    add_person(workbench)
    made = back_up(workbench)
    add_person(workbench, "Grace Hopper")

    assert contents(made.path) == Contents(people=1, interviews=0, entries=0)
    assert made.path.parent == backup_folder(workbench.store.path)


def test_backups_are_listed_newest_first_with_their_reason(workbench: Workbench, clock: Clock) -> None:
    for reason in (Reason.REGULAR, Reason.IMPORT, Reason.ASKED):
        back_up(workbench, reason)
        clock.later(hours=1)

    listed = backups(workbench.store.path)

    assert [reason_of(one) for one in listed] == ["by hand", "before an import", ""]
    assert [one.made for one in listed] == [clock.moment - timedelta(hours=n) for n in (1, 2, 3)]
    assert all(one.size == one.path.stat().st_size > 0 for one in listed)


def test_two_backups_within_a_second_are_two_files(workbench: Workbench) -> None:
    add_person(workbench)
    first = back_up(workbench)
    add_person(workbench, "Grace Hopper")
    second = back_up(workbench)

    assert [contents(one.path).people for one in (first, second)] == [1, 2]
    assert backups(workbench.store.path)[0] == second


def test_no_more_than_twelve_of_today_and_one_of_each_day_before_are_kept(
    workbench: Workbench, clock: Clock
) -> None:
    for _ in range(3):
        for _ in range(14):
            back_up(workbench)
            clock.later(minutes=30)
        clock.later(hours=17)
    clock.later(hours=-24)

    kept = backups(workbench.store.path)

    assert [len([one for one in kept if one.made.day == day]) for day in (23, 24, 25)] == [1, 1, 12]
    assert [one.made.strftime("%H:%M") for one in kept if one.made.day < 25] == ["15:30", "15:30"]


def test_a_file_that_somebody_else_put_into_the_folder_is_kept(workbench: Workbench) -> None:
    made = back_up(workbench)
    own = made.path.with_name("my own copy.db")
    own.write_bytes(made.path.read_bytes())

    for _ in range(20):
        back_up(workbench)

    assert own.exists()
    assert own in [one.path for one in backups(workbench.store.path)]


def test_a_damaged_data_file_gives_no_backup_and_leaves_the_good_ones(workbench: Workbench) -> None:
    add_person(workbench)
    good = back_up(workbench)
    damage(workbench.store.path)

    with pytest.raises(DamagedFile, match=r"netchal\.db is damaged: .*contact"):
        back_up(workbench)

    assert [one.path for one in backups(workbench.store.path)] == [good.path]
    assert [found.name for found in good.path.parent.iterdir()] == [good.path.name]


def test_check_names_what_is_damaged_and_is_silent_about_a_whole_file(workbench: Workbench) -> None:
    person = add_person(workbench)
    assert check(workbench) == []

    damage(workbench.store.path)

    found = check(workbench)
    assert [(one.table, one.id) for one in found] == [("contact", person.id)]
    assert found[0].sentence == "A row of contact was changed outside of Netchal."


def test_a_cancelled_backup_leaves_nothing(workbench: Workbench) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(workbench, progress=stop)

    assert list(backup_folder(workbench.store.path).iterdir()) == []


def test_a_backup_can_be_put_elsewhere(workbench: Workbench, tmp_path: Path) -> None:
    add_person(workbench)

    made = back_up(workbench, target=tmp_path / "stick" / "netchal.db")

    assert contents(made.path).people == 1
    assert backups(workbench.store.path) == []


def test_a_folder_that_cannot_be_made_is_said(workbench: Workbench, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreFault, match="file"):
        back_up(workbench, target=tmp_path / "file" / "netchal.db")


def test_a_backup_is_for_its_owner_only(workbench: Workbench) -> None:
    made = back_up(workbench)

    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_backup_made_while_others_write_is_whole(workbench: Workbench) -> None:
    for number in range(40):
        add_person(workbench, f"Person {number}" * 300)
    written: list[int] = []

    def write_between(done: int, total: int) -> None:
        if len(written) < 3:
            written.append(done)
            add_person(workbench, "Late " * 3_000)

    made = back_up(workbench, progress=write_between)

    assert 40 <= contents(made.path).people <= 43
    assert check(workbench) == []


@pytest.mark.soak
@pytest.mark.parametrize("block", range(rounds(20, 1)))
def test_backups_taken_during_writes_are_all_whole(workbench: Workbench, clock: Clock, block: int) -> None:
    """Of 500 in the full run; people come in pairs, so a copy of half an edit would have an odd number."""
    stop, written = threading.Event(), [0]

    def write() -> None:
        while not stop.is_set():
            pair = (Contact(id=uuid4(), name="Ada " * 500, created=clock.moment) for _ in range(2))
            workbench.apply(Edit("Add two", tuple(Change(None, person) for person in pair)))
            written[0] += 2

    writer = threading.Thread(target=write)
    writer.start()
    try:
        counted = []
        for _ in range(rounds(25, 4)):
            least = written[0]
            made = back_up(workbench)
            verify(made.path)
            counted.append((least, contents(made.path).people))
    finally:
        stop.set()
        writer.join()

    assert [people for _, people in counted if people % 2] == []
    assert [found for found in counted if found[1] < found[0]] == []
