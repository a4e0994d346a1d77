"""Note help that was got or given, asked for or promised, or change what was noted."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from netchal_gui.commands.day_moment import moment_moved
from netchal_gui.commands.favours import add_favour, change_favour, delete_favour
from netchal_gui.commands.introductions import introductions_of
from netchal_gui.commands.person_wording import favour_choice
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.day_field import DayField
from netchal_gui.views.exact_edit import ExactText
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import muted_label
from netchal_gui.views.form_rows import FormRows
from netchal_gui.views.painting import one_line
from netchal_gui.words import say, short_day
from netchal_gui.workbench import Workbench

MOST_INTRODUCTIONS = 50


class FavourForm(FormDialog):
    """Save or Enter notes it as one edit; ``favour`` is the one to change, which can be deleted here too.

    Of help that was got it says whom one thanks for it: the person, and whoever introduced them.
    """

    def __init__(
        self, workbench: Workbench, person: Contact, favour: Favour | None, parent: QWidget | None = None
    ) -> None:
        title = say("Favour: {name}", name=person.name)
        super().__init__(title, say("Save") if favour else say("Add"), parent)
        self._workbench, self._person, self._favour = workbench, person, favour
        self._today = from_utc(workbench.now(), workbench.zone).day
        self._givers: dict[UUID, str] = {}
        self._build()
        self._list_introductions()
        self._lay_out()
        self.show_favour(favour)
        for field in (self.kind, self.through):
            field.activated.connect(self._say_thanks)
        self._shown = self.draft()

    def _build(self) -> None:
        self.kind, self.through = QComboBox(), QComboBox()
        for each in FavourKind:
            self.kind.addItem(favour_choice(each), each)
        self.through.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.through.setMinimumContentsLength(24)
        narrow = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.through.setSizeAdjustPolicy(narrow)
        self.day = DayField(self._today)
        self.text = ExactText()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(say("Her tip got me the interview"))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 3 + 16)
        self.thanks = muted_label(wrap=True)

    def _list_introductions(self) -> None:
        """Who led to the person, the newest first."""
        self.through.addItem(say("No introduction"), None)
        rows = introductions_of(self._workbench.store, self._person.id, MOST_INTRODUCTIONS).to_them
        for row in rows:
            day = short_day(from_utc(row.introduction.at, self._workbench.zone).day, self._today)
            text = say("introduced by {name}, {day}", name=row.name, day=day)
            self.through.addItem(one_line(text), row.introduction.id)
            self._givers[row.introduction.id] = row.name

    def _lay_out(self) -> None:
        self.setMinimumWidth(480)
        rows = FormRows()
        rows.add(say("Which way"), self.kind)
        rows.add(say("What"), self.text)
        rows.add(say("On"), self.day)
        if self._givers:
            rows.add(say("Through"), self.through)
        self.box().addWidget(rows)
        self.box().addWidget(self.thanks)
        self.box().addStretch(1)
        if self._favour is not None:
            self.offer_deletion(self._delete)
        self.fit()

    def show_favour(self, favour: Favour | None) -> None:
        """Load one; a new one is help that was got today, through the newest introduction."""
        kind = favour.kind if favour else FavourKind.GOT
        self.kind.setCurrentIndex(self.kind.findData(kind))
        newest = next(iter(self._givers), None)
        through = favour.introduction_id if favour else newest
        self.through.setCurrentIndex(max(0, self.through.findData(through)))
        self.day.show_day(from_utc(favour.at, self._workbench.zone).day if favour else self._today)
        self.text.show_exact(favour.text if favour else "")
        self._say_thanks()
        self.text.setFocus()

    def draft(self) -> tuple[object, ...]:
        """What the fields say: kind, introduction, day, text."""
        fields = self.kind.currentData(), self.through.currentData()
        return *fields, self.day.day(), self.text.exact()

    def is_changed(self) -> bool:
        return self.draft() != self._shown

    def _say_thanks(self) -> None:
        """Whom one will be reminded to thank."""
        names = [self._person.name, self._givers.get(self.through.currentData(), "")]
        sentence = say("To do tomorrow: thank {names}.", names=", ".join(filter(None, names)))
        self.thanks.setText(sentence if self.kind.currentData() == FavourKind.GOT else "")

    def save_draft(self) -> None:
        with self.telling_faults():
            self._save()
            self.accept()

    def _save(self) -> None:
        kind, through = FavourKind(self.kind.currentData()), self.through.currentData()
        day, text, before = self.day.day(), self.text.exact(), self._favour
        if before is None:
            add_favour(self._workbench, self._person.id, kind, text, day, introduction_id=through)
            return
        at = moment_moved(self._workbench, before.at, day)
        after = replace(before, kind=kind, at=at, text=text, introduction_id=through)
        change_favour(self._workbench, before, after)

    def _delete(self) -> None:
        if self._favour is not None:
            delete_favour(self._workbench, self._favour)
            self.accept()
