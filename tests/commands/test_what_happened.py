"""The sentence that an edit leaves in the status bar, and its label behind "Undo:"."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from netchal_gui.commands.journal import delete_entry
from netchal_gui.commands.people import delete_people, tick
from netchal_gui.commands.what_happened import step_noted, what_happened
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.workbench import Workbench

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def edits(workbench: Workbench) -> list[Edit]:
    """What was carried out, in order."""
    told: list[Edit] = []
    workbench.listen(told.append)
    return told


def person(name: str) -> Contact:
    return Contact(id=uuid4(), name=name, created=NOW)


def entry(title: str) -> JournalEntry:
    return JournalEntry(id=uuid4(), day=date(2026, 11, 23), created=NOW, changed=NOW, title=title)


def test_what_was_done_is_said_in_the_words_of_the_label(workbench, edits) -> None:
    item = FollowUp(id=uuid4(), text="Call back", created=NOW)
    workbench.apply(Edit("Follow-up added", (Change(None, item),)))

    tick(workbench, item, True)

    assert what_happened(edits[-1]) == "“Call back” done."
    assert workbench.undo_label == "“Call back” done"


def test_a_deleted_person_is_named_with_the_way_back(workbench, edits) -> None:
    ada = person("Ada Lovelace")
    workbench.apply(Edit("Person added", (Change(None, ada),)))

    delete_people(workbench, [ada.id])

    assert what_happened(edits[-1]) == "Ada Lovelace deleted. Ctrl+Z undoes this."


def test_several_people_are_counted(workbench, edits) -> None:
    people = [person(name) for name in ("Ada", "Charles")]
    workbench.apply(Edit("People added", tuple(Change(None, each) for each in people)))

    delete_people(workbench, [each.id for each in people])

    assert what_happened(edits[-1]) == "2 people deleted. Ctrl+Z undoes this."


@pytest.mark.parametrize(
    ("title", "said"),
    [("A {fair} & more", "Entry “A {fair} & more” deleted."), ("", "Entry deleted.")],
)
def test_a_deleted_entry_is_named_by_its_title(workbench, edits, title: str, said: str) -> None:
    about = entry(title)
    workbench.apply(Edit("Entry added", (Change(None, about),)))

    delete_entry(workbench, about.id)

    assert what_happened(edits[-1]) == f"{said} Ctrl+Z undoes this."


def test_what_is_deleted_beside_a_change_is_not_what_it_was_for() -> None:
    edit = Edit("People changed", (Change(entry("Fair"), None), Change(None, person("Ada"))))

    assert what_happened(edit) == "People changed."


def test_every_step_has_a_sentence_of_its_own() -> None:
    assert len({step_noted(kind) for kind in StepKind}) == len(StepKind)
