"""The sentence that an edit leaves in the status bar."""

from datetime import UTC, date, datetime
from uuid import uuid4

from netchal_gui.commands.what_happened import what_happened
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, ticked
from netchal_gui.domain.journal import JournalEntry

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def person(name: str) -> Contact:
    return Contact(id=uuid4(), name=name, created=NOW)


def entry(title: str) -> JournalEntry:
    return JournalEntry(id=uuid4(), day=date(2026, 11, 23), created=NOW, changed=NOW, title=title)


def test_a_deleted_person_is_named_with_the_way_back() -> None:
    edit = Edit("Delete Ada Lovelace", (Change(person("Ada Lovelace"), None),))

    assert what_happened(edit) == "Deleted Ada Lovelace. Ctrl+Z undoes this."


def test_several_people_are_counted() -> None:
    edit = Edit("Delete 2 people", tuple(Change(person(name), None) for name in ("Ada", "Charles")))

    assert what_happened(edit) == "Deleted 2 people. Ctrl+Z undoes this."


def test_a_deleted_entry_is_named_by_its_title() -> None:
    edit = Edit("Delete entry", (Change(entry("A {fair} & more"), None),))

    assert what_happened(edit) == "Deleted the entry “A {fair} & more”. Ctrl+Z undoes this."


def test_what_is_deleted_beside_a_change_is_not_what_it_was_for() -> None:
    edit = Edit("Change people", (Change(entry("Fair"), None), Change(None, person("Ada"))))

    assert what_happened(edit) == "Done: Change people"


def test_a_tick_says_what_is_done_once() -> None:
    open_one = FollowUp(id=uuid4(), text="Call back", created=NOW)
    edit = Edit("Done: Call back", (Change(open_one, ticked(open_one, True, NOW)),))

    assert what_happened(edit) == "Done: Call back"
