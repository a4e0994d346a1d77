"""Note who led to whom: by whom, to whom, how far it has come, when, and in which interview it was said."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from netchal_gui import words
from netchal_gui.commands.day_moment import moment_moved
from netchal_gui.commands.introductions import change_introduction, delete_introduction, introduce
from netchal_gui.commands.person_wording import stage_choice
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.day_field import DayField
from netchal_gui.views.exact_edit import ExactText
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import bold_label, icon_button, muted_label
from netchal_gui.views.form_rows import FormRows
from netchal_gui.views.people_suggestions import PeopleSuggestions, as_suggestions
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

MOST_INTERVIEWS = 30
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class IntroductionForm(FormDialog):
    """A new one begins with ``person`` as the one who introduces; the two sides can be swapped.

    Of one that is there (``introduction``) all but the two people can be changed, or it is deleted here.
    """

    def __init__(
        self,
        workbench: Workbench,
        person: Contact,
        introduction: Introduction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        save = say("Save") if introduction else say("Add")
        super().__init__(say("Introduction"), save, parent)
        self._workbench, self._person, self._introduction = workbench, person, introduction
        self._today = from_utc(workbench.now(), workbench.zone).day
        self._interviews: list[UUID | None] = [None]
        self._build()
        self._lay_out()
        self._load()
        for field in (self.by, self.to):
            field.changed.connect(self._list_interviews)
        self.swap.clicked.connect(self._swap)
        self._shown = self._draft()

    def _build(self) -> None:
        find = PeopleSuggestions(self._workbench.store)
        self.by, self.to = ChipEdit(say("Who introduced"), find), ChipEdit(say("To whom"), find)
        self.swap = icon_button("⇅", say("Swap the two"))
        self.stage = QComboBox()
        for stage in IntroductionStage:
            self.stage.addItem(stage_choice(stage), stage)
        self.day = DayField(self._today)
        self.interview = QComboBox()
        self.interview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.interview.setMinimumContentsLength(24)
        self.interview.setSizeAdjustPolicy(_NARROW)
        self.note = ExactText()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * 3 + 16)

    def _lay_out(self) -> None:
        self.setMinimumWidth(520)
        rows = FormRows()
        if self._introduction is None:
            hint = say("Several names are several introductions; a new name adds a person.")
            rows.add(say("Who introduced"), self.by)
            rows.add(say("To whom"), _beside(self.to, self.swap), muted_label(hint, wrap=True))
        else:
            self.box().addWidget(self._two_people(self._introduction))
        rows.add(say("How far"), self.stage)
        rows.add(say("On"), self.day)
        rows.add(say("Said in"), self.interview)
        rows.add(say("Note"), self.note)
        self.box().addWidget(rows)
        self.box().addStretch(1)
        if self._introduction is not None:
            self.offer_deletion(self._delete)
        self.fit()

    def _two_people(self, introduction: Introduction) -> QWidget:
        ids = (introduction.by_id, introduction.to_id)
        names = [each.name for each in self._workbench.store.get_many(Contact, ids)]
        label = bold_label(" → ".join(names), wrap=True)
        label.setContentsMargins(0, 0, 0, 6)
        return label

    def _load(self) -> None:
        before = self._introduction
        self.stage.setCurrentIndex(self.stage.findData(before.stage if before else IntroductionStage.NAMED))
        self.day.show_day(from_utc(before.at, self._workbench.zone).day if before else self._today)
        self.note.show_exact(before.note if before else "")
        if before is None:
            self.by.show_chosen(as_suggestions([self._person]))
            self.to.setFocus()
        self._list_interviews()
        if before is not None:
            self._choose_interview(before.interview_id)
            self.stage.setFocus()

    def _givers(self) -> list[UUID]:
        if self._introduction is not None:
            return [self._introduction.by_id]
        return [each.id for each in self.by.chosen() if each.id is not None]

    def _list_interviews(self) -> None:
        """The interviews with whoever introduced, the newest first; what was chosen stays where it can."""
        chosen = self._said_in()
        self.interview.clear()
        self.interview.addItem(say("No interview"))
        found = [each for each in interviews_with(self._workbench.store, self._givers()) if each.start]
        found.sort(key=lambda each: each.start.utc if each.start else self._workbench.now(), reverse=True)
        self._interviews = [None, *(each.id for each in found[:MOST_INTERVIEWS])]
        for each in found[:MOST_INTERVIEWS]:
            assert each.start is not None
            day = words.weekday_day(from_utc(each.start.utc, self._workbench.zone).day, self._today)
            self.interview.addItem(f"{day} · {words.channel(each.channel)}")
        self._choose_interview(chosen)
        self.interview.setEnabled(self.interview.count() > 1)

    def _choose_interview(self, interview_id: UUID | None) -> None:
        known = interview_id in self._interviews
        self.interview.setCurrentIndex(self._interviews.index(interview_id) if known else 0)

    def _said_in(self) -> UUID | None:
        return self._interviews[max(0, self.interview.currentIndex())]

    def _swap(self) -> None:
        by, to = self.by.chosen(), self.to.chosen()
        self.by.show_chosen(to)
        self.to.show_chosen(by)
        self._list_interviews()
        (self.to if to else self.by).setFocus()

    def _draft(self) -> tuple[object, ...]:
        chosen = tuple(tuple(side.chosen()) for side in (self.by, self.to))
        rest = self.stage.currentData(), self.day.day(), self._said_in(), self.note.exact()
        return *chosen, *rest

    def is_changed(self) -> bool:
        return self._draft() != self._shown

    def save_draft(self) -> None:
        for side in (self.by, self.to):
            side.take_typed()
        with self.telling_faults():
            self._save()
            self.accept()

    def _save(self) -> None:
        stage, day = IntroductionStage(self.stage.currentData()), self.day.day()
        interview, note = self._said_in(), self.note.exact()
        before = self._introduction
        if before is None:
            by, to = _people(self.by), _people(self.to)
            introduce(self._workbench, by, to, stage=stage, day=day, interview_id=interview, note=note)
            return
        at = moment_moved(self._workbench, before.at, day)
        draft = replace(before, stage=stage, at=at, interview_id=interview, note=note)
        change_introduction(self._workbench, before, draft)

    def _delete(self) -> None:
        if self._introduction is not None:
            delete_introduction(self._workbench, self._introduction)
            self.accept()


def _people(side: ChipEdit) -> Sequence[UUID | str]:
    return [each.id or each.name for each in side.chosen()]


def _beside(field: QWidget, small: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(small, 0, Qt.AlignmentFlag.AlignTop)
    both.setFocusProxy(field)
    return both
