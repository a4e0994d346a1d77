"""Keep days free for interviews: one day, or the weekdays of a stretch, with what that makes."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from netchal_gui.commands.blocks import block_by_rule
from netchal_gui.domain.block import BlockRule, problems
from netchal_gui.views.block_days import WeekdayBoxes, days_text
from netchal_gui.views.block_times import BlockTimes
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import link_button, muted_label, named, plain_label, problem_label
from netchal_gui.views.when_field import day_edit, field_height, shown_day
from netchal_gui.words import month, problem, say
from netchal_gui.workbench import Workbench


class BlockDialog(FormDialog):
    """Save or Enter blocks all days of the rule as one edit. It begins with a single day."""

    def __init__(self, workbench: Workbench, day: date, parent: QWidget | None = None) -> None:
        super().__init__(say("Block days"), say("Block days"), parent)
        self._workbench = workbench
        self.setMinimumWidth(560)
        self._build()
        self._lay_out()
        self._connect()
        self.show_day(day)
        self._loaded = self.rule()
        self.first.setFocus()
        self.fit()

    def _build(self) -> None:
        self.weekdays = WeekdayBoxes()
        self.first, self.last = day_edit(), day_edit()
        self.month = link_button("")
        self.times = BlockTimes()
        for each in (self.first, self.last, self.month):
            each.setMinimumHeight(field_height(each))
        self.preview = muted_label(wrap=True)
        self._problem = problem_label()

    def _lay_out(self) -> None:
        box = self.box()
        box.addWidget(muted_label(say("Time kept free before it is known with whom."), wrap=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        span = _line(self.first, plain_label(say("to")), self.last, self.month)
        form.addRow(self._label(say("From"), self.first), span)
        form.addRow(plain_label(say("On")), self.weekdays)
        form.addRow(self._label(say("Time"), self.times.begins), self.times)
        box.addLayout(form)
        box.addWidget(self.preview)
        box.addWidget(self._problem)
        box.addStretch(1)
        named(self.first, say("First day"))
        named(self.last, say("Last day"))

    def _label(self, name: str, widget: QWidget) -> QWidget:
        label = plain_label(name)
        label.setMinimumHeight(field_height(label))
        label.setBuddy(widget)
        return label

    def _connect(self) -> None:
        self.month.clicked.connect(self._take_month)
        self.first.userDateChanged.connect(self._first_edited)
        self.last.userDateChanged.connect(self._show_preview)
        self.times.changed.connect(self._show_preview)
        self.weekdays.clicked.connect(self._show_preview)

    def show_day(self, day: date) -> None:
        """Begin with one day: its weekday, from it to it."""
        for field in (self.first, self.last):
            field.setDate(QDate(day.year, day.month, day.day))
        self.weekdays.choose([day.weekday()])
        self._show_preview()

    def rule(self) -> BlockRule:
        """What the fields say."""
        return BlockRule(
            weekdays=self.weekdays.chosen(),
            first=shown_day(self.first),
            last=shown_day(self.last),
            zone=self._workbench.zone,
            begins=self.times.span[0],
            ends=self.times.span[1],
        )

    def _first_edited(self) -> None:
        """The last day never lies before the first, and a single day keeps its weekday ticked."""
        day = shown_day(self.first)
        if shown_day(self.last) < day:
            self.last.setDate(self.first.date())
        if shown_day(self.last) == day:
            self.weekdays.choose([day.weekday()])
        self._show_preview()

    def _take_month(self) -> None:
        """From the first to the last day of the month in which the first day lies."""
        day = self.first.date()
        self.first.setDate(QDate(day.year(), day.month(), 1))
        self.last.setDate(QDate(day.year(), day.month(), day.daysInMonth()))
        self._show_preview()

    def _show_preview(self) -> None:
        rule = self.rule()
        self.month.setText(say("All of {month}", month=month(rule.first)))
        self.month.setAccessibleName(self.month.text())
        found = [problem(each) for each in problems(rule)]
        self._problem.setText(" ".join(found))
        self._problem.setVisible(bool(found))
        self.save.setEnabled(not found)
        days = [] if found else list(rule.days())
        self.preview.setText(days_text(days))

    def is_changed(self) -> bool:
        return self.rule() != self._loaded

    def save_draft(self) -> None:
        with self.telling_faults():
            block_by_rule(self._workbench, self.rule())
            self.accept()


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
