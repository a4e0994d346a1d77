"""A day in a form: one that is always there, or one that a tick brings in."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from netchal_gui.views.form_parts import named
from netchal_gui.views.when_field import day_edit, field_height


class DayField(QWidget):
    """``changed`` is the person's doing only. With ``ask`` (a sentence beside a tick) there may be no day."""

    changed = Signal()

    def __init__(self, latest: date, ask: str = "") -> None:
        super().__init__()
        self._latest = latest
        self.tick = QCheckBox(ask)
        self.edit = day_edit()
        self.edit.setMinimumHeight(field_height(self.edit))
        self.edit.setMaximumDate(_shown(latest))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tick)
        box.addWidget(self.edit)
        box.addStretch(1)
        self._is_optional = bool(ask)
        self.tick.setVisible(self._is_optional)
        named(self.tick, ask)
        self.setFocusProxy(self.tick if ask else self.edit)
        self.tick.clicked.connect(self._ticked)
        self.edit.userDateChanged.connect(self._edited)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def show_day(self, day: date | None) -> None:
        """Load a day, None for none; sends no signal."""
        self.edit.blockSignals(True)
        self.edit.setDate(_shown(day or self._latest))
        self.edit.blockSignals(False)
        self.tick.setChecked(day is not None)
        self.edit.setEnabled(not self._is_optional or day is not None)

    def day(self) -> date | None:
        """The chosen day; always one where no tick is asked for."""
        if self._is_optional and not self.tick.isChecked():
            return None
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day())

    def _ticked(self, ticked: bool) -> None:
        self.edit.setEnabled(ticked)
        self.changed.emit()

    def _edited(self) -> None:
        self.changed.emit()


def _shown(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
