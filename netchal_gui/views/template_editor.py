"""Change a text kept ready: what it is for, its language, subject and body, and how it reads filled in."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from netchal_gui.commands.message_templates import is_own, reset_template, save_templates, template_for
from netchal_gui.commands.preferences import language_words
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.template_rendering import Text
from netchal_gui.commands.template_trials import kind_words, tried
from netchal_gui.domain.message_template import TemplateKind, fact_names
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import button, muted_label, named, plain_label, problem_label
from netchal_gui.words import LANGUAGES, say
from netchal_gui.workbench import Workbench

PAUSE_MS = 250
"""How long one stops typing before the preview follows."""
Key = tuple[TemplateKind, str]


class TemplateEditor(FormDialog):
    """Holds drafts of all texts one looked at; Save stores those that changed, as one Edit."""

    def __init__(self, workbench: Workbench, kind: TemplateKind, language: str, parent: QWidget) -> None:
        self.reset = button(say("Back to the supplied text"))
        super().__init__(say("Texts"), say("Save"), parent)
        self._workbench = workbench
        self._drafts: dict[Key, Text] = {}
        self._shown: Key | None = None
        self._build()
        self._lay_out()
        self._connect()
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self._show_text()
        self.resize(960, 640)

    def footer_buttons(self) -> list[QPushButton]:
        return [self.reset, *super().footer_buttons()]

    def _build(self) -> None:
        self.kind, self.language = QComboBox(), QComboBox()
        for kind in TemplateKind:
            self.kind.addItem(kind_words(kind), kind)
        for language in LANGUAGES:
            self.language.addItem(language_words(language), language)
        self.subject = QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(300)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.problem = problem_label()
        self.facts = muted_label(wrap=True, small=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        choices: tuple[tuple[str, QComboBox], ...]
        choices = ((say("Text for"), self.kind), (say("In"), self.language))
        for text, choice in choices:
            label = plain_label(text)
            named(choice, text, label)
            top.addWidget(label)
            top.addWidget(choice)
        top.addStretch(1)
        self.box().addLayout(top)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        labels = [plain_label(text) for text in (say("Subject"), say("Text"), say("How it reads"))]
        for field, label in zip((self.subject, self.text, self.preview), labels, strict=True):
            named(field, label.text(), label)
        grid.addWidget(labels[0], 0, 0)
        grid.addWidget(self.subject, 1, 0)
        grid.addWidget(labels[1], 2, 0)
        grid.addWidget(self.text, 3, 0)
        grid.addWidget(labels[2], 0, 1)
        grid.addWidget(self.preview, 1, 1, 3, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(3, 1)
        self.box().addLayout(grid, 1)
        self.box().addWidget(self.problem)
        self.box().addWidget(self.facts)

    def _connect(self) -> None:
        self.kind.activated.connect(self._show_text)
        self.language.activated.connect(self._show_text)
        self.subject.textEdited.connect(self._typed)
        self.text.textChanged.connect(self._typed)
        self._pause.timeout.connect(self._fill_in)
        self.reset.clicked.connect(self._reset)

    def is_changed(self) -> bool:
        self._keep_draft()
        return bool(self._changed())

    def save_draft(self) -> None:
        self._keep_draft()
        with self.telling_faults():
            save_templates(self._workbench, self._changed())
            self.accept()

    def done(self, result: int) -> None:
        self._pause.stop()
        super().done(result)

    def _changed(self) -> dict[Key, Text]:
        return {key: text for key, text in self._drafts.items() if text != self._stored(key)}

    def _stored(self, key: Key) -> Text:
        stored = template_for(self._workbench, *key)
        return Text(stored.subject, stored.body.rstrip("\n"))

    def _keep_draft(self) -> None:
        if self._shown is not None:
            self._drafts[self._shown] = Text(self.subject.text(), self.text.toPlainText().rstrip("\n"))

    def _show_text(self) -> None:
        """The chosen text, as it was left in this window, else as it is kept."""
        self._keep_draft()
        self._shown = None
        key = (TemplateKind(self.kind.currentData()), str(self.language.currentData()))
        text = self._drafts.get(key) or self._stored(key)
        self.subject.setText(text.subject)
        self.text.setPlainText(text.body)
        self.subject.setEnabled(key[0] is not TemplateKind.PAGE)
        self.facts.setText(say("It may name: {names}", names=", ".join(fact_names(key[0]))))
        self.reset.setEnabled(is_own(self._workbench.store, *key))
        self._shown = key
        self._fill_in()

    def _typed(self) -> None:
        if self._shown is not None:
            self.tell_fault("")
            self._pause.start()

    def _fill_in(self) -> None:
        """How the text reads, or what is wrong with it and where."""
        if self._shown is None:
            return
        (kind, language), text = self._shown, Text(self.subject.text(), self.text.toPlainText())
        try:
            made = tried(kind, text, language, self._workbench.preferences.own_name)
        except Refused as refused:
            self.problem.setText(str(refused))
            self.problem.show()
            return
        self.problem.hide()
        self.preview.setPlainText("\n\n".join(filter(None, (made.subject, made.reading))))

    def _reset(self) -> None:
        if self._shown is None:
            return
        key, self._shown = self._shown, None
        self._drafts.pop(key, None)
        with self.telling_faults():
            reset_template(self._workbench, *key)
        self._show_text()
