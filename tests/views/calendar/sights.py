"""What a test sees of the month and the day beside it, and where on the screen it is."""

from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from netchal_gui.views.month_grid import MonthGrid

LEFT = Qt.MouseButton.LeftButton


def place_of(grid: MonthGrid, day: date, number: int = 0) -> QPoint:
    """The middle of a chip of a day."""
    return grid.place_of(day).chips[number][0].center()


def free_place_of(grid: MonthGrid, day: date) -> QPoint:
    return grid.place_of(day).number.center()


def texts(tab, day):
    return [item.text + item.sign for item in tab.model.day_at(tab.model.index_of(day)).items]


def dialog_of(tab, kind):
    """The dialog that is open; a closed one is no longer a child once its deletion was carried out."""
    return next(child for child in tab.findChildren(kind) if child.isVisible())


def focus_in(dialog):
    """The field that has the focus when the dialog has come up."""
    QApplication.processEvents()
    return dialog.focusWidget()


def drag(grid, start, end):
    viewport = grid.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, pos=end)


def words_in(widget):
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def buttons_of(widget):
    QApplication.processEvents()
    return [button for button in widget.findChildren(QAbstractButton) if button.isVisible()]


def names_in(card):
    known = {"Prepare…", "Interview sheet…", "Add to calendar", "Edit", "Move…", "Add a recording…"}
    return [b.accessibleName() for b in buttons_of(card) if b.accessibleName() not in known]


def wheel(grid, turn):
    """Turn the wheel over the month, in eighths of a degree; a notch is 120."""
    centre = QPointF(grid.viewport().rect().center())
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        centre,
        centre,
        QPoint(),
        QPoint(0, turn),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.viewport(), event)
