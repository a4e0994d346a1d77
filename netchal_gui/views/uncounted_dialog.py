"""The talks behind "does not count": each with its reason, a step from the person, and decided on here."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from netchal_gui.commands.challenge_wording import rule_sentence
from netchal_gui.commands.count_decisions import Verdict
from netchal_gui.commands.uncounted import CountGroup, CountRow, count_groups
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.count_actions import CountActions
from netchal_gui.views.form_parts import button, heading, muted_label, plain_tooltip
from netchal_gui.views.painting import one_line
from netchal_gui.views.theme import scaled
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

SMALLEST = QSize(580, 400)


class UncountedDialog(QDialog):
    """``chosen(id)`` for the person of a line, by Enter, a double-click or the button. Follows every edit."""

    chosen = Signal(object)

    def __init__(self, workbench: Workbench, challenge: Challenge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("What does not count"))
        self._workbench, self._challenge = workbench, challenge
        self._actions = CountActions(workbench, self)
        self._rows: list[CountRow | None] = []
        self._verdict: Verdict | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._read()
        self._end_listening = workbench.listen(self._edited)

    def _build(self) -> None:
        self.talks = QListWidget()
        self.talks.setAccessibleName(say("Talks"))
        self.talks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_person = button(say("Show person"))
        self.count = button(say("Count it anyway…"))
        self.by_rule = button(say("Count by the rule again"))
        self.close_button = button(say("Close"))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.addWidget(heading(say("What does not count"), 1.2))
        box.addWidget(muted_label(rule_sentence(self._challenge), wrap=True))
        box.addWidget(self.talks, 1)
        row = QHBoxLayout()
        for each in (self.show_person, self.count, self.by_rule):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self.close_button)
        box.addLayout(row)
        self.resize(self.sizeHint().expandedTo(SMALLEST))

    def _connect(self) -> None:
        self.talks.currentRowChanged.connect(self._show_offers)
        self.talks.itemActivated.connect(self._show_person)
        self.show_person.clicked.connect(self._show_person)
        self.count.clicked.connect(self._count)
        self.by_rule.clicked.connect(self._by_rule)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(self._finished)

    def _read(self) -> None:
        today = from_utc(self._workbench.now(), self._workbench.zone).day
        with self._workbench.store.reading() as reader:
            groups = count_groups(reader, self._challenge, today, self._workbench.zone)
        self._fill(groups)

    def _fill(self, groups: Sequence[CountGroup]) -> None:
        """The same talk stays chosen, else the first one."""
        before = self._current()
        self._rows = []
        self.talks.clear()
        for group in groups:
            self._add(_title(group.title, self.talks), None)
            for row in group.rows:
                item = QListWidgetItem("  " + one_line(row.text))
                item.setToolTip(plain_tooltip(row.text))
                self._add(item, row)
        found = [n for n, row in enumerate(self._rows) if row is not None]
        same = [n for n in found if before is not None and self._rows[n] == before]
        self.talks.setCurrentRow((same or found or [-1])[0])
        self._show_offers()

    def _add(self, item: QListWidgetItem, row: CountRow | None) -> None:
        self.talks.addItem(item)
        self._rows.append(row)

    def _current(self) -> CountRow | None:
        number = self.talks.currentRow()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def _show_offers(self) -> None:
        row = self._current()
        self._verdict = self._actions.verdict(row.interview) if row else None
        self.show_person.setEnabled(row is not None)
        self.count.setEnabled(self._verdict is not None and self._verdict.can_count)
        self.by_rule.setEnabled(self._verdict is not None and self._verdict.decision is not None)

    def _show_person(self) -> None:
        row = self._current()
        if row is not None:
            contact: UUID = row.contact
            self.accept()
            self.chosen.emit(contact)

    def _count(self) -> None:
        if self._verdict is not None:
            self._actions.ask(self._verdict, True)

    def _by_rule(self) -> None:
        if self._verdict is not None:
            self._actions.by_rule(self._verdict)

    def _edited(self, edit: Edit) -> None:
        self._read()

    def _finished(self) -> None:
        self._end_listening()


def _title(text: str, around: QWidget) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setFont(scaled(around.font(), 1.0, bold=True))
    return item
