"""Exporting people: everything out, everything back, and never half a file."""

from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.commands import export_contacts, import_people
from netchal_gui.commands.import_people import Verdict
from netchal_gui.commands.progress import Cancelled
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.exchange.vcard_samples import HOSTILE, full_person


@pytest.fixture
def people(workbench: Workbench) -> list[Contact]:
    added = [
        Contact(id=workbench.new_id(), name=name, created=workbench.now())
        for name in ("Ada King", "ada king", "../../etc/passwd", "CON", "你好")
    ]
    workbench.apply(Edit("Add", tuple(Change(None, person) for person in [*added, full_person()])))
    return [*added, full_person()]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_an_empty_file_becomes_the_same_by_importing_an_export(workbench, people, tmp_path, clock, version):
    exported = tmp_path / "all.vcf"
    export_contacts.export(workbench, exported, version=version)
    store = Store.open(tmp_path / "other.db")
    other = Workbench(store, clock.now, uuid4)
    with import_people.prepare(other, [exported]) as plan:
        import_people.apply(other, plan)
    assert sorted(store.every(Contact), key=repr) == sorted(people, key=repr)
    store.close()


def test_importing_ones_own_export_changes_nothing(workbench, people, tmp_path):
    export_contacts.export(workbench, tmp_path / "all.vcf")
    with import_people.prepare(workbench, [tmp_path / "all.vcf"]) as plan:
        assert plan.counts[Verdict.SAME] == len(people) == len(plan)


def test_only_the_chosen_people_are_written(workbench, people, tmp_path):
    result = export_contacts.export(workbench, tmp_path / "two.vcf", ids=[people[0].id, people[3].id])
    assert result.people == 2 and result.sentence == f"Wrote 2 people to {tmp_path / 'two.vcf'}"
    assert (tmp_path / "two.vcf").read_bytes().count(b"BEGIN:VCARD") == 2


def test_a_folder_gets_one_file_each_with_a_name_that_every_system_takes(workbench, people, tmp_path):
    result = export_contacts.export(workbench, tmp_path / "out", one_file_each=True)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == sorted(path.name for path in result.files) and len(names) == len(people)
    assert len({name.lower() for name in names}) == len(people)
    assert {"Ada-King.vcf", "ada-king-2.vcf", "_CON.vcf", "person.vcf"} < set(names)


def test_hostile_names_stay_in_the_folder(workbench, tmp_path):
    hostile = [Contact(id=workbench.new_id(), name=name, created=workbench.now()) for name in HOSTILE]
    workbench.apply(Edit("Add", tuple(Change(None, person) for person in hostile)))
    export_contacts.export(workbench, tmp_path / "out", one_file_each=True)
    assert len(list((tmp_path / "out").iterdir())) == len(HOSTILE)
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".vcf"} == set()


def test_what_was_not_understood_and_the_foreign_uid_go_back(workbench, tmp_path):
    source = tmp_path / "in.vcf"
    source.write_bytes(
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:abc:ABPerson\r\nFN:Jo\r\nX-SKYPE:jo\r\nEND:VCARD\r\n"
    )
    with import_people.prepare(workbench, [source]) as plan:
        import_people.apply(workbench, plan)
    export_contacts.export(workbench, tmp_path / "out.vcf")
    assert {b"UID:abc:ABPerson", b"X-SKYPE:jo"} < set((tmp_path / "out.vcf").read_bytes().split(b"\r\n"))


def test_nobody_to_export_writes_nothing(workbench, tmp_path):
    result = export_contacts.export(workbench, tmp_path / "none.vcf")
    assert (result.files, result.people, (tmp_path / "none.vcf").exists()) == ((), 0, False)


@pytest.mark.parametrize("one_file_each", [True, False])
def test_a_cancelled_export_leaves_nothing(workbench, people, tmp_path, one_file_each):
    target = tmp_path / "out" if one_file_each else tmp_path / "out.vcf"

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_contacts.export(workbench, target, one_file_each=one_file_each, progress=stop)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and "netchal.db" not in path.name] == []


def test_a_fault_of_the_disk_names_the_chosen_place(workbench, people, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError) as caught:
        export_contacts.export(workbench, tmp_path / "file" / "all.vcf")
    assert Path(str(caught.value.filename)) == tmp_path / "file" / "all.vcf"
