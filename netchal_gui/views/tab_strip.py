"""The strip under the menu bar: the tabs at the left, the way into the finder at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTabBar

from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import button, muted_label
from netchal_gui.words import say


class TabStrip(QFrame):
    """``tab_chosen(index)`` when another tab is asked for; ``finder_wanted`` when the field is pressed."""

    tab_chosen = Signal(int)
    finder_wanted = Signal()

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("part", "strip")
        self._tabs = self._make_tabs(titles)
        self.field = self._make_field()
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 9, 12, 0)
        box.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignBottom)
        box.addStretch(1)
        box.addWidget(self.field, 0, Qt.AlignmentFlag.AlignVCenter)
        box.setSpacing(12)
        self._tabs.currentChanged.connect(self.tab_chosen)
        self.field.clicked.connect(self.finder_wanted)

    def show_tab(self, index: int) -> None:
        """Mark a tab as the current one; sends no signal."""
        blocked = self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(index)
        self._tabs.blockSignals(blocked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line under the strip; the chosen tab stands on it and hides its part of it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(colours(self.palette()).border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _make_tabs(self, titles: Sequence[str]) -> QTabBar:
        tabs = QTabBar()
        tabs.setProperty("part", "tabs")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setElideMode(Qt.TextElideMode.ElideNone)
        tabs.setUsesScrollButtons(False)
        tabs.setChangeCurrentOnDrag(True)  # somebody can be dragged from one tab into another
        tabs.setAccessibleName(say("Tabs"))
        for title in titles:
            tabs.addTab(title)
        return tabs

    def _make_field(self) -> QPushButton:
        name = say("Find people, entries, actions")
        field = button(name, part="field")
        keys = muted_label(say("Ctrl K"))
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(field)
        inside.setContentsMargins(0, 0, 11, 0)
        inside.addStretch(1)
        inside.addWidget(keys)
        written = field.sizeHint().width() + keys.sizeHint().width() + 24
        field.setMinimumWidth(max(270, written))
        return field
