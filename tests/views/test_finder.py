"""Ctrl+K: people, entries and actions while one types."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from netchal_gui.commands.find import MOST, Found
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.views.finder import Finder
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.tab import TAKES_REST

ADA = Found(Contact, UUID(int=1), "Ada Lovelace", "Analytical")
ENTRY = Found(JournalEntry, UUID(int=2), "Adding machines", "12 Nov")


class Case:
    """A finder over an empty window."""

    def __init__(self, window, jobs):
        self.window, self.jobs = window, jobs
        self.asked = []
        self.add = QAction("&Add person", window)
        self.add.setShortcut("Ctrl+N")
        self.off = QAction("Add nothing", window)
        self.off.setEnabled(False)
        self.people, self.entries = [ADA], [ENTRY]
        self.finder = Finder(window, jobs, self.find_people, self.find_entries, lambda: [self.add, self.off])

    def find_people(self, text):
        self.asked.append(text)
        return self.people

    def find_entries(self, text):
        return self.entries

    def type(self, text):
        QTest.keyClicks(self.edit, text)
        self.jobs.finish()

    @property
    def edit(self):
        return self.finder.findChild(QLineEdit)

    def rows(self):
        found = self.finder.findChild(QListWidget)
        return [found.item(row).text() for row in range(found.count())]

    def press(self, key):
        QTest.keyClick(self.edit, key)


@pytest.fixture
def case(qtbot):
    window = QWidget()
    window.resize(760, 700)
    qtbot.addWidget(window)
    made = Case(window, Jobs())
    window.show()
    window.activateWindow()
    made.finder.open_at(QPoint(740, 10))
    yield made
    made.jobs.finish()


def test_people_come_first_then_entries_then_actions(case):
    case.type("ad")

    assert case.rows() == [
        "People",
        "Ada Lovelace",
        "Journal entries",
        "Adding machines",
        "Actions",
        "Add person",
    ]


def test_enter_shows_the_first_person(case, qtbot):
    case.type("ad")
    with qtbot.waitSignal(case.finder.object_chosen) as chosen:
        case.press(Qt.Key.Key_Return)

    assert chosen.args == [Contact, ADA.id]
    assert not case.finder.isVisible()


def test_the_arrows_step_over_the_titles(case, qtbot):
    case.type("ad")
    case.press(Qt.Key.Key_Down)
    with qtbot.waitSignal(case.finder.object_chosen) as chosen:
        case.press(Qt.Key.Key_Return)

    assert chosen.args == [JournalEntry, ENTRY.id]


def test_an_action_is_triggered(case, qtbot):
    case.people, case.entries = [], []
    case.type("per add")
    with qtbot.waitSignal(case.add.triggered):
        case.press(Qt.Key.Key_Return)


def test_actions_that_cannot_be_done_now_are_left_out(case):
    case.type("nothing")

    assert "Add nothing" not in case.rows()


def test_no_more_than_eight_of_each(case):
    case.people = [ADA] * 20
    case.type("ad")

    assert case.rows().count("Ada Lovelace") == MOST


def test_nothing_found_is_said(case):
    case.people, case.entries = [], []
    case.type("zzz")

    assert case.rows() == ["Nothing found"]


def test_only_what_was_typed_last_is_shown(case):
    case.type("a")
    case.type("d")

    assert case.asked == ["a", "ad"]
    assert case.rows().count("Ada Lovelace") == 1


def test_escape_gives_the_focus_back(case, qtbot):
    case.finder.close_panel()
    before = QLineEdit(case.window)
    before.show()
    before.setFocus()
    case.finder.open_at(QPoint(740, 10))
    case.press(Qt.Key.Key_Escape)

    assert not case.finder.isVisible()
    assert case.window.focusWidget() is before


def test_hostile_names_are_shown_as_they_are(case):
    case.people = [Found(Contact, UUID(int=3), "<b>x</b>\n<img src='file:///a'>")]
    case.type("x")

    assert "<b>x</b> <img src='file:///a'>" in case.rows()


def test_what_was_found_is_read_out_with_its_detail(case):
    case.type("ad")
    item = case.finder.findChild(QListWidget).item(1)

    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Ada Lovelace Analytical"


def test_the_panel_stays_inside_the_window(case):
    case.people = case.entries = [ADA] * 8
    case.type("ad")

    assert case.window.rect().contains(case.finder.geometry())


@pytest.mark.parametrize(("typed", "rest"), [("going to Bremen", "Bremen"), ("i'm going to  Graz", "Graz")])
def test_an_action_may_take_along_what_follows_its_words(case, typed, rest):
    case.add.setProperty(TAKES_REST, "going to; I'm going to")
    triggered = []
    case.add.triggered.connect(lambda: triggered.append(case.add.data()))
    case.people, case.entries = [], []
    case.type(typed)
    assert case.rows() == ["Actions", f"Add person: {rest}"]
    case.press(Qt.Key.Key_Return)

    assert triggered == [rest]


def test_without_anything_after_its_words_nothing_is_taken(case):
    case.add.setProperty(TAKES_REST, "going to")
    case.people, case.entries = [], []
    case.type("going to ")

    assert case.rows() == ["Nothing found"]
