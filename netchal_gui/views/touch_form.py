"""Log a mail, a call, a message or a meeting that is no interview, or change what was logged."""

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QWidget

from netchal_gui.commands.day_moment import moment_moved
from netchal_gui.commands.person_wording import touch_kind
from netchal_gui.commands.touches import change_touch, delete_touch, log_touch
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.day_field import DayField
from netchal_gui.views.exact_edit import ExactText
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import named
from netchal_gui.views.form_rows import FormRows
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class TouchForm(FormDialog):
    """Save or Enter logs it as one edit; ``touch`` is the one to change, which can be deleted here too."""

    def __init__(
        self, workbench: Workbench, person: Contact, touch: Touch | None, parent: QWidget | None = None
    ) -> None:
        title = say("Contact with {name}", name=person.name)
        super().__init__(title, say("Save") if touch else say("Log"), parent)
        self._workbench, self._person, self._touch = workbench, person, touch
        self._today = from_utc(workbench.now(), workbench.zone).day
        self._build()
        self._lay_out()
        self.show_touch(touch)
        self._shown = self.draft()

    def _build(self) -> None:
        self.kind = QComboBox()
        for each in TouchKind:
            self.kind.addItem(touch_kind(each), each)
        self.mine = QRadioButton(say("From me"))
        self.theirs = QRadioButton(say("From them"))
        self.day = DayField(self._today)
        self.text = ExactText()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(say("What it was about, in a line or two"))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 4 + 16)

    def _lay_out(self) -> None:
        self.setMinimumWidth(460)
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(16)
        group = QButtonGroup(self)
        for each in (self.mine, self.theirs):
            named(each, each.text())
            group.addButton(each)
            row.addWidget(each)
        row.addStretch(1)
        sides.setFocusProxy(self.mine)
        rows = FormRows()
        rows.add(say("What"), self.kind)
        rows.add(say("Who began"), sides)
        rows.add(say("On"), self.day)
        rows.add(say("About"), self.text)
        self.box().addWidget(rows)
        self.box().addStretch(1)
        if self._touch is not None:
            self.offer_deletion(self._delete)
        self.fit()

    def show_touch(self, touch: Touch | None) -> None:
        """Load one, or what is likeliest for a new one: a mail that was written today."""
        kind, inbound, text = (
            (touch.kind, touch.inbound, touch.text) if touch else (TouchKind.MAIL, False, "")
        )
        self.kind.setCurrentIndex(self.kind.findData(kind))
        (self.theirs if inbound else self.mine).setChecked(True)
        self.day.show_day(from_utc(touch.at, self._workbench.zone).day if touch else self._today)
        self.text.show_exact(text)
        self.kind.setFocus()

    def draft(self) -> tuple[object, ...]:
        """What the fields say: kind, whether it came from them, day, text."""
        return self.kind.currentData(), self.theirs.isChecked(), self.day.day(), self.text.exact()

    def is_changed(self) -> bool:
        return self.draft() != self._shown

    def save_draft(self) -> None:
        with self.telling_faults():
            self._save()
            self.accept()

    def _save(self) -> None:
        kind, inbound = TouchKind(self.kind.currentData()), self.theirs.isChecked()
        day, text = self.day.day(), self.text.exact()
        before = self._touch
        if before is None:
            log_touch(self._workbench, self._person.id, kind, day, inbound=inbound, text=text)
            return
        at = moment_moved(self._workbench, before.at, day)
        change_touch(self._workbench, before, replace(before, kind=kind, inbound=inbound, at=at, text=text))

    def _delete(self) -> None:
        if self._touch is not None:
            delete_touch(self._workbench, self._touch)
            self.accept()
