"""Give a block another day or other times."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFormLayout, QWidget

from netchal_gui.commands.blocks import change_block, rule_of
from netchal_gui.domain.block import Block, BlockRule, problems
from netchal_gui.views.block_times import BlockTimes
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import muted_label, named, plain_label, problem_label
from netchal_gui.views.when_field import day_edit, field_height, shown_day
from netchal_gui.words import problem, say
from netchal_gui.workbench import Workbench


class BlockForm(FormDialog):
    """Save or Enter changes the block as one edit; its clock is that of the zone it was made in."""

    def __init__(self, workbench: Workbench, block: Block, parent: QWidget | None = None) -> None:
        super().__init__(say("Change block"), say("Save"), parent)
        self._workbench, self._block = workbench, block
        self.setMinimumWidth(460)
        self.day = day_edit()
        self.day.setMinimumHeight(field_height(self.day))
        self.times = BlockTimes()
        self._problem = problem_label()
        self._lay_out()
        self._show_block(rule_of(block))
        self.day.userDateChanged.connect(self._check)
        self.times.changed.connect(self._check)
        self.day.setFocus()
        self.fit()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for text, named_part, part in (
            (say("Day"), self.day, self.day),
            (say("Time"), self.times.begins, self.times),
        ):
            label = plain_label(text)
            label.setMinimumHeight(field_height(label))
            label.setBuddy(named_part)
            form.addRow(label, part)
        named(self.day, say("Day"))
        self.box().addLayout(form)
        if self._block.start.zone != self._workbench.zone:
            zone = self._block.start.zone
            self.box().addWidget(muted_label(say("The times are those of {zone}.", zone=zone), wrap=True))
        self.box().addWidget(self._problem)
        self.box().addStretch(1)

    def _show_block(self, rule: BlockRule) -> None:
        self.day.setDate(QDate(rule.first.year, rule.first.month, rule.first.day))
        self.times.show_span(rule.begins, rule.ends)
        self._loaded = self.rule()

    def rule(self) -> BlockRule:
        """What the fields say, as a rule of one day."""
        day = shown_day(self.day)
        begins, ends = self.times.span
        return BlockRule(
            weekdays=frozenset({day.weekday()}),
            first=day,
            last=day,
            zone=self._block.start.zone,
            begins=begins,
            ends=ends,
        )

    def is_changed(self) -> bool:
        return self.rule() != self._loaded

    def save_draft(self) -> None:
        with self.telling_faults():
            if self.is_changed():
                change_block(self._workbench, self._block, self.rule())
            self.accept()

    def _check(self) -> None:
        found = [problem(each) for each in problems(self.rule())]
        self._problem.setText(" ".join(found))
        self._problem.setVisible(bool(found))
        self.save.setEnabled(not found)
