"""March 2011 entered in a real window, through its forms, menus and keys; its report states the facts."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton

from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.views import program as program_module
from netchal_gui.views.add_person import AddPerson
from netchal_gui.views.challenge_form import ChallengeForm
from netchal_gui.views.contact_list import ContactTable
from netchal_gui.views.introduction_form import IntroductionForm
from netchal_gui.views.month_grid import MonthGrid
from netchal_gui.views.plan_dialog import PlanDialog
from netchal_gui.views.share_dialog import ShareDialog
from tests.journeys.march_facts import CARDS, FRIENDS, LEARNED, MEETING, NEW, REPORT
from tests.journeys.test_by_mouse import LEFT, choose, click, open_tab, seen

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GUIDE = "Helpful Hana"


class Clock:
    """What the program takes for now: the evening of a day."""

    def __init__(self) -> None:
        self.day = date(2011, 1, 1)

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 22, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(program_module, "utc_now", made.now)
    return made


def start_the_challenge(program) -> None:
    """The 4×4 template, in which talks over coffee and lunch count."""
    click(program, seen(program, QPushButton, "Start another challenge…"))
    form = seen(program, ChallengeForm)
    for box in form.findChildren(QCheckBox):
        if box.text() in ("Coffee", "Lunch"):
            box.click()
    program.press(Qt.Key.Key_Return)


def add(program, name: str, role: str, *, known: bool) -> None:
    program.press(Qt.Key.Key_N, CTRL)
    program.type(name)
    form = seen(program, AddPerson)
    (form.known if known else form.new).click()
    form.more.click()
    form.fields._texts["role"].setFocus()
    program.type(role)
    program.press(Qt.Key.Key_Return)


def introduce_the_new_people(program) -> None:
    """On the page of whoever led to them."""
    open_tab(program, "Contacts")
    table = seen(program, ContactTable)
    model = table.model()
    (row,) = (n for n in range(model.rowCount()) if GUIDE in str(model.index(n, 0).data()))
    click(program, table.viewport(), table.visualRect(model.index(row, 0)))
    program.press(Qt.Key.Key_I, CTRL | SHIFT)
    form = seen(program, IntroductionForm)
    for name, _, _ in NEW:
        program.type(name)
        program.press(Qt.Key.Key_Return)
    form.stage.setCurrentIndex(form.stage.findData(IntroductionStage.MADE))
    program.press(Qt.Key.Key_Return)


def open_calendar(program) -> None:
    """The month that it is by now."""
    open_tab(program, "Calendar")
    click(program, seen(program, QPushButton, "Today"))


def plan(program, day: date, name: str, channel: str = "") -> None:
    """A double click on the day in the month; a letter chooses the channel."""
    grid = seen(program, MonthGrid)
    QTest.mouseDClick(grid.viewport(), LEFT, pos=grid.place_of(day).number.center())
    program.settle()
    program.type(name)
    program.press(Qt.Key.Key_Return)
    if channel:
        seen(program, PlanDialog).channel.setFocus()
        program.type(channel)
    program.press(Qt.Key.Key_Return)


def write_up(program, day: date) -> None:
    open_calendar(program)
    grid = seen(program, MonthGrid)
    click(program, grid.viewport(), grid.place_of(day).number)
    click(program, seen(program, QPushButton, "Met: write it up"))


def log(program, line: str) -> None:
    program.press(Qt.Key.Key_L, CTRL)
    program.type(line)
    program.press(Qt.Key.Key_Return)


def live(program, clock: Clock) -> None:
    start_the_challenge(program)
    add(program, GUIDE, "mentor", known=True)
    clock.day = date(2011, 3, 1)
    for name, role, _ in (*FRIENDS, *NEW):
        add(program, name, role, known=(name, role, _) in FRIENDS)
    introduce_the_new_people(program)
    open_calendar(program)
    for name, _, day in FRIENDS:
        plan(program, date(2011, 3, day), name)
    for name, _, day in sorted((*FRIENDS, *NEW), key=lambda each: each[2]):
        clock.day = date(2011, 3, day)
        if day in [each[2] for each in FRIENDS]:
            write_up(program, clock.day)
        else:
            log(program, f"met {name} today coffee" + f" learned: {LEARNED}" * (name == "Sam Cole"))
    clock.day = date(2011, 3, 29)
    log(program, f'met {", ".join(CARDS)} today #event:"{MEETING}" thanked next: lunch in April')
    open_calendar(program)
    seen(program, MonthGrid).setFocus()
    program.press(Qt.Key.Key_PageDown)
    for number, name in enumerate(CARDS):
        plan(program, date(2011, 4, 5 + number), name, "L")


def report(program) -> str:
    """As the preview of Tell the world shows it."""
    open_tab(program, "Challenge")
    choose(program, "Challenge", "Share the report")
    dialog = seen(program, ShareDialog)
    dialog.format.setFocus()
    program.type("M")
    text = dialog.preview.toPlainText()
    program.press(Qt.Key.Key_Escape)
    return text


def test_the_report_in_the_window_states_the_month(start, clock):
    program = start()
    live(program, clock)

    assert report(program) == REPORT.format(card="somebody new", learned="")
