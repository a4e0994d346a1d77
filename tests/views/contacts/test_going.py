"""I am going to Bremen: who lives there, from the menu and the button, and what one does from there."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from netchal_gui.domain.contact import Address, Circle
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.finder import DETAIL
from netchal_gui.views.going_dialog import GoingDialog
from netchal_gui.views.plan_dialog import PlanDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def there(contacts: Any) -> Iterator[dict[str, Any]]:
    """Ada, a friend in Bremen last seen 70 days ago; Bob in Bremerhaven; Cyd in Köln."""
    people = {
        name: contacts.add(name, addresses=(Address(city=city),), circle=circle)
        for name, city, circle in (
            ("Ada", "Bremen", Circle.FRIEND),
            ("Bob", "Bremerhaven", None),
            ("Cyd", "Köln", None),
        )
    }
    now = contacts.workbench.now()
    seen = Touch(id=uuid4(), contact_id=people["Ada"].id, created=now, at=now - timedelta(days=70))
    contacts.put(seen)
    contacts.open()
    yield people
    for dialog in contacts.tab.findChildren(GoingDialog):
        dialog.reject()


def begin(contacts: Any, place: str = "") -> GoingDialog:
    contacts.action("Ctrl+Shift+W").trigger()
    dialog = contacts.dialog(GoingDialog)
    QTest.keyClicks(dialog.place, place)
    settle(contacts)
    return dialog


def settle(contacts: Any) -> None:
    contacts.jobs.finish()
    QApplication.processEvents()


def lines(dialog: GoingDialog) -> list[str]:
    rows = (dialog.people.item(row) for row in range(dialog.people.count()))
    return [f"{row.text()}: {row.data(DETAIL)}" for row in rows]


def test_the_place_is_typed_and_who_lives_there_is_told(contacts: Any, there: Any) -> None:
    dialog = begin(contacts, "brem")

    assert lines(dialog) == [
        "Ada: Friend · Bremen · last contact 10 weeks ago",
        "Bob: Bremerhaven · nothing noted yet",
    ]
    assert dialog.told.text() == "2 people live there."
    assert dialog.chosen() == [there["Ada"].id]


def test_the_other_spelling_finds_them_too(contacts: Any, there: Any) -> None:
    assert [line.split(":")[0] for line in lines(begin(contacts, "koeln"))] == ["Cyd"]


def test_nobody_there_is_said(contacts: Any, there: Any) -> None:
    dialog = begin(contacts, "Oslo")

    assert dialog.told.text() == "Nobody you know lives in Oslo."
    assert not dialog.write.isEnabled()


def test_by_keys_alone_to_the_person(contacts: Any, there: Any) -> None:
    dialog = begin(contacts, "brem")
    contacts.key(Qt.Key.Key_Return, dialog.place)
    contacts.key(Qt.Key.Key_Down, dialog.people)
    contacts.key(Qt.Key.Key_Return, dialog.people)

    assert contacts.chosen() == "Bob"
    assert not contacts.is_open(GoingDialog)


def test_a_key_notes_that_one_called_and_the_list_says_so(contacts: Any, there: Any) -> None:
    dialog = begin(contacts, "bremen")
    contacts.key(Qt.Key.Key_Return, dialog.place)
    contacts.key(Qt.Key.Key_F7, dialog.people)
    settle(contacts)

    (touch,) = [each for each in contacts.workbench.store.every(Touch) if each.kind is TouchKind.CALL]
    assert touch.contact_id == there["Ada"].id
    assert lines(dialog) == ["Ada: Friend · Bremen · last contact 0 days ago"]


@pytest.mark.parametrize(("button", "kind"), [("write", DraftDialog), ("plan", PlanDialog)])
def test_writing_and_planning_begin_from_there(
    contacts: Any, there: Any, button: str, kind: type[Any]
) -> None:
    dialog = begin(contacts, "bremen")
    QTest.mouseClick(getattr(dialog, button), LEFT)

    opened = contacts.dialog(kind)
    assert "Ada" in opened.windowTitle() or kind is PlanDialog
    opened.reject()


def test_the_finder_gives_the_place_along(contacts: Any, there: Any) -> None:
    action = contacts.action("Ctrl+Shift+W")
    action.setData("Bremen")
    action.trigger()
    settle(contacts)
    dialog = contacts.dialog(GoingDialog)
    assert (dialog.place.text(), len(lines(dialog))) == ("Bremen", 1)
    dialog.reject()

    assert begin(contacts).place.text() == ""


def test_the_button_over_the_list_asks_where(contacts: Any, there: Any) -> None:
    QTest.mouseClick(contacts.named(QPushButton, "Going to…"), LEFT)

    assert contacts.dialog(GoingDialog).place.hasFocus()
