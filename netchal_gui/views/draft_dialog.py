"""Write to somebody: the text that suits, to be changed, for the mail program or the clipboard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPushButton, QWidget

from netchal_gui.commands.draft_wording import kind_name, language_name, will_be_noted
from netchal_gui.commands.drafts import TO_PEOPLE, Choice, Draft, draft, note_sent
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.views.exact_edit import ExactText
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import button, muted_label, named, plain_label
from netchal_gui.views.open_link import Handed, open_mail
from netchal_gui.words import LANGUAGES, say
from netchal_gui.workbench import Workbench

LINES = 17
"""So long are the letters kept ready."""
Refill = Callable[[TemplateKind | None, str], Draft]
"""The draft of another kind, in another language."""


class DraftDialog(FormDialog):
    """``sent(sentence)``: what was noted, and how it is taken back.

    Another text or language takes the place of what stands there; Ctrl+Z in the field brings that back.
    """

    sent = Signal(str)

    def __init__(
        self,
        workbench: Workbench,
        first: Draft,
        refill: Refill,
        parent: QWidget | None = None,
        kinds: Sequence[TemplateKind | None] = TO_PEOPLE,
    ) -> None:
        self.copy = button(say("Copy"))
        super().__init__(say("Write to {name}", name=first.name), say("Open in mail program"), parent)
        self._workbench, self._refill = workbench, refill
        self._draft = self._loaded = first
        self._usual = first.language
        self.setMinimumWidth(600)
        self._build(kinds)
        self._lay_out(len(kinds) > 1)
        self.kind.activated.connect(self._take_text)
        self.language.activated.connect(self._take_text)
        self.copy.clicked.connect(self._copy)
        self.show_draft(first)
        self.fit()
        self.text.setFocus()

    def _build(self, kinds: Sequence[TemplateKind | None]) -> None:
        self.kind, self.language = QComboBox(), QComboBox()
        for kind in kinds:
            self.kind.addItem(kind_name(kind), kind or "")
        codes = dict.fromkeys((*LANGUAGES, self._draft.language))
        for code in codes:
            self.language.addItem(language_name(code), code)
        self.to = plain_label(self._draft.to or say("no e-mail address: copy the text"))
        self.subject = QLineEdit()
        self.text = ExactText()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(max(260, self.fontMetrics().lineSpacing() * LINES))
        self.noted = muted_label(wrap=True)

    def _lay_out(self, has_kinds: bool) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        _row(form, say("Text"), self.kind)
        _row(form, say("Language"), self.language)
        form.addRow(plain_label(say("To")), self.to)
        _row(form, say("Subject"), self.subject)
        form.setRowVisible(self.kind, has_kinds)
        named(self.text, say("Message"))
        self.box().addLayout(form)
        self.box().addWidget(self.text, 1)
        self.box().addWidget(self.noted)

    def footer_buttons(self) -> list[QPushButton]:
        return [self.cancel, self.copy, self.save]

    def show_draft(self, shown: Draft) -> None:
        """Show a draft; what stood there comes back by undo in its field."""
        self._draft = self._loaded = shown
        self.kind.setCurrentIndex(max(0, self.kind.findData(shown.kind or "")))
        self.language.setCurrentIndex(self.language.findData(shown.language))
        if shown.subject != self.subject.text():
            self.subject.selectAll()
            self.subject.insert(shown.subject)
        if shown.body != self.text.toPlainText():
            cursor = QTextCursor(self.text.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(shown.body)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.noted.setText(" ".join(filter(None, (will_be_noted(shown, self._usual), self._unsigned(shown)))))

    def _unsigned(self, shown: Draft) -> str:
        """A letter of ours ends with a name; where it has none, who asks is told where it goes."""
        if shown.kind is None or self._workbench.preferences.own_name:
            return ""
        return say("Your name goes under it once it stands in Edit ▸ Settings.")

    def message(self) -> Draft:
        """What the fields say."""
        return replace(self._draft, subject=self.subject.text(), body=self.text.toPlainText())

    def is_changed(self) -> bool:
        shown = self.message()
        return (shown.subject, shown.body.strip()) != (self._loaded.subject, self._loaded.body.strip())

    def save_draft(self) -> None:
        """Hand it to the mail program; where none takes it, the dialog stays."""
        handed = open_mail(self.message().mail)
        if handed is Handed.NOT:
            self.tell_fault(say("No mail program took it. Copy the text instead."))
            return
        too_long = say(
            "The text is too long for a mail link: it is on the clipboard, paste it into the mail."
        )
        self._note(too_long if handed is Handed.TEXT_TO_PASTE else "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._note(say("The text is on the clipboard."))

    def _note(self, before: str) -> None:
        with self.telling_faults():
            label = note_sent(self._workbench, self.message())
            self._loaded = self.message()
            noted = say("Noted: {what}. Ctrl+Z undoes this.", what=label)
            self.sent.emit(" ".join(filter(None, (before, noted))))
            self.accept()

    def _take_text(self) -> None:
        kind = self.kind.currentData()
        with self.telling_faults():
            self.show_draft(self._refill(TemplateKind(kind) if kind else None, self.language.currentData()))


def write_to(
    workbench: Workbench,
    contact_id: UUID,
    parent: QWidget,
    times: Sequence[str] = (),
    choice: Choice | TemplateKind = Choice.SUITING,
    follow_up: FollowUp | None = None,
) -> DraftDialog:
    """The dialog for a message to a person, not opened yet; sending it settles ``follow_up``.

    Raises Refused, StoreFault.
    """
    filled = partial(draft, workbench, contact_id, times=times, follow_up=follow_up)
    return DraftDialog(workbench, filled(choice), partial(_refilled, filled), parent)


def _refilled(filled: Callable[..., Draft], kind: TemplateKind | None, language: str) -> Draft:
    return filled(kind, language=language)


def _row(form: QFormLayout, text: str, field: QWidget) -> None:
    label = plain_label(text)
    named(field, text, label)
    form.addRow(label, field)
