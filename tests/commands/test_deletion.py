"""Deleting whatever others name: nothing dangles, and undo brings all of it back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_type_hints
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netchal_gui.commands.challenges import delete_challenge
from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.journal import delete_entry
from netchal_gui.commands.people import delete_people
from netchal_gui.commands.plan import delete_interview
from netchal_gui.commands.slots import choose_person
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.challenge import Challenge, CountDecision, Slot
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import ENTITIES, Change, Edit
from netchal_gui.domain.interview import Interview, Participant
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.references import REFERENCES
from netchal_gui.domain.touch import Touch
from netchal_gui.storage.check import damages
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.commands.people_files import MIRA, card, everyone, import_file
from tests.soak import rounds
from tests.strategies import World, worlds

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
thoroughly = settings(
    max_examples=rounds(400, 30), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@contextmanager
def world_in_a_file(world: World) -> Iterator[tuple[Workbench, Callable[[], bytes]]]:
    """A data file with these objects, and a function that exports everything in it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = Store.open(folder / "netchal.db")
        bench = Workbench(store, lambda: NOW, uuid4)
        bench.apply(world.edit())

        def exported() -> bytes:
            export_all(bench, folder / "all.json")
            return (folder / "all.json").read_bytes()

        try:
            yield bench, exported
        finally:
            store.close()


DELETE: dict[type[Any], Callable[[Workbench, list[Any]], object]] = {
    Contact: lambda bench, chosen: delete_people(bench, [one.id for one in chosen]),
    Interview: lambda bench, chosen: delete_interview(bench, chosen[0]),
    Challenge: lambda bench, chosen: delete_challenge(bench, chosen[0]),
    JournalEntry: lambda bench, chosen: delete_entry(bench, chosen[0].id),
}


@thoroughly
@given(worlds(), st.data())
def test_whatever_is_deleted_nothing_dangles_and_undo_brings_everything_back(
    world: World, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from([Contact, Contact, Interview, Challenge, JournalEntry]))
    items = [item for item in world.items if type(item) is kind]
    if not items:
        return
    chosen = data.draw(st.lists(st.sampled_from(items), min_size=1, unique=True))
    with world_in_a_file(world) as (bench, exported):
        before = exported()
        DELETE[kind](bench, chosen)
        after = exported()

        assert after != before
        assert list(damages(bench.store)) == []
        bench.undo()
        assert exported() == before
        bench.redo()
        assert exported() == after


@thoroughly
@given(worlds(), st.data())
def test_objects_of_several_kinds_can_go_in_one_edit(world: World, data: st.DataObject) -> None:
    if not world.items:
        return
    chosen = data.draw(st.lists(st.sampled_from(world.items), min_size=1, unique_by=lambda item: item.id))
    with world_in_a_file(world) as (bench, exported):
        before = exported()
        bench.apply(Edit("Delete", deletion(bench.store, chosen)))

        assert list(damages(bench.store)) == []
        assert all(bench.store.get(type(item), item.id) is None for item in chosen)
        bench.undo()
        assert exported() == before


def put(bench: Workbench, item: Any) -> Any:
    bench.apply(Edit("Add", (Change(None, item),)))
    return item


def person(bench: Workbench, name: str) -> Contact:
    return put(bench, Contact(id=uuid4(), name=name, created=NOW))  # type: ignore[no-any-return]


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return person(workbench, "Ada")


@pytest.fixture
def talk(workbench: Workbench, ada: Contact) -> Interview:
    talk = Interview(id=uuid4(), participants=(Participant(ada.id),), created=NOW)
    return put(workbench, talk)  # type: ignore[no-any-return]


@pytest.fixture
def year(workbench: Workbench, ada: Contact) -> Challenge:
    year = Challenge(
        id=uuid4(), name="4×4", created=NOW, start=date(2026, 1, 1), known=4, new=4, partner_id=ada.id
    )
    return put(workbench, year)  # type: ignore[no-any-return]


def test_a_person_takes_their_place_their_introductions_and_touches_along(
    workbench: Workbench, ada: Contact, year: Challenge
) -> None:
    bob = person(workbench, "Bob")
    gone = [
        put(workbench, Slot(id=uuid4(), challenge_id=year.id, contact_id=ada.id, period=0, created=NOW)),
        put(workbench, Introduction(id=uuid4(), by_id=ada.id, to_id=bob.id, created=NOW, at=NOW)),
        put(workbench, Introduction(id=uuid4(), by_id=bob.id, to_id=ada.id, created=NOW, at=NOW)),
        put(workbench, Touch(id=uuid4(), contact_id=ada.id, created=NOW, at=NOW)),
    ]
    delete_people(workbench, [ada.id])

    assert [workbench.store.get(type(item), item.id) for item in gone] == [None] * 4


def test_a_challenge_outlives_its_partner(workbench: Workbench, ada: Contact, year: Challenge) -> None:
    delete_people(workbench, [ada.id])

    left = workbench.store.get(Challenge, year.id)
    assert left is not None
    assert left.partner_id is None


def test_an_interview_takes_its_recordings_and_decisions_along_but_frees_the_rest(
    workbench: Workbench, ada: Contact, talk: Interview, year: Challenge
) -> None:
    recording = put(
        workbench, Recording(id=uuid4(), interview_id=talk.id, created=NOW, link="https://x.example")
    )
    decision = put(
        workbench,
        CountDecision(id=uuid4(), challenge_id=year.id, interview_id=talk.id, counts=True, created=NOW),
    )
    slot = put(
        workbench,
        Slot(
            id=uuid4(),
            challenge_id=year.id,
            contact_id=ada.id,
            period=0,
            created=NOW,
            interview_id=talk.id,
        ),
    )
    delete_interview(workbench, talk)

    assert workbench.store.get(Recording, recording.id) is None
    assert workbench.store.get(CountDecision, decision.id) is None
    left = workbench.store.get(Slot, slot.id)
    assert left is not None
    assert left.interview_id is None


def test_an_import_can_be_undone_after_what_came_to_refer_to_its_people(
    workbench: Workbench, write: Callable[..., Path], year: Challenge
) -> None:
    import_file(workbench, write(card(*MIRA)))
    mira = next(one for one in everyone(workbench) if one.name == "Mira Rossi")
    choose_person(workbench, year, 0, mira)
    put(workbench, Touch(id=uuid4(), contact_id=mira.id, created=NOW, at=NOW))
    for _ in range(3):
        workbench.undo()

    assert mira not in everyone(workbench)
    for _ in range(3):
        workbench.redo()
    assert len(list(workbench.store.every(Slot))) == 1
    assert list(damages(workbench.store)) == []


KEPT_ON_PURPOSE = {(CalendarCopy, "subject_id")}
"""Calendars can still be told that the event of a deleted interview is gone."""


def test_every_field_that_names_another_object_is_in_the_one_table() -> None:
    naming = {
        (kind, field.name)
        for kind in ENTITIES
        for field in fields(kind)
        if field.name != "id" and "UUID" in str(get_type_hints(kind)[field.name])
    }
    listed = {(reference.holder, reference.field) for reference in REFERENCES}

    assert naming - KEPT_ON_PURPOSE == {each for each in listed if each != (Interview, "participants")}


def test_every_reference_that_the_tables_hold_is_in_the_one_table(workbench: Workbench) -> None:
    tables = [name for (name,) in workbench.store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    held = {
        (table, column, target)
        for table in tables
        for _, _, target, column, *_ in workbench.store.rows(f'PRAGMA foreign_key_list("{table}")')
        if column not in ("contact", "interview", "entry", "edit")  # the link tables follow their objects
    }
    snake = {kind: _table(workbench, kind) for kind in ENTITIES}
    listed = {(snake[one.holder], one.field, snake[one.target]) for one in REFERENCES}

    assert held <= listed


def _table(bench: Workbench, kind: type[Any]) -> str:
    from netchal_gui.storage.rows import form

    return form(kind).name
