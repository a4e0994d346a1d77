"""Write a pitch or change one: for whom, how long it may take, and the text with its seconds counted."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from netchal_gui.commands.pitch_wording import language_of, length, pace
from netchal_gui.commands.pitches import add_pitch, blank_pitch, change_pitch, delete_pitch
from netchal_gui.commands.preferences import language_words
from netchal_gui.domain.pitch import LENGTHS, Pitch
from netchal_gui.views.exact_edit import ExactLine, ExactText
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import muted_label
from netchal_gui.views.form_rows import FormRows
from netchal_gui.words import LANGUAGES, say, say_many
from netchal_gui.workbench import Workbench

LINES = 8


class PitchForm(FormDialog):
    """Save stores it as one edit; ``pitch`` is the one to change, which can be deleted here too."""

    def __init__(self, workbench: Workbench, pitch: Pitch | None, parent: QWidget | None = None) -> None:
        super().__init__(say("Change pitch") if pitch else say("New pitch"), say("Save"), parent)
        self._workbench, self._pitch = workbench, pitch
        self._blank = pitch or blank_pitch(workbench)
        self._build()
        self._lay_out()
        self.text.textChanged.connect(self._count)
        self.seconds.activated.connect(self._count)
        self.language.activated.connect(self._count)
        self.show_pitch(self._blank)
        self._shown = self.draft()

    def _build(self) -> None:
        self.name, self.listener, self.text = ExactLine(), ExactLine(), ExactText()
        self.name.setPlaceholderText(say("How you find it again: “Short”, “At a fair”"))
        self.listener.setPlaceholderText(say("a founder, somebody at a fair, an old friend"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * LINES + 16)
        self.seconds, self.language = QComboBox(), QComboBox()
        for each in sorted({*LENGTHS, self._blank.seconds}):
            self.seconds.addItem(say_many("{n} second", "{n} seconds", each), each)
        for code in dict.fromkeys((language_of(self._workbench, self._blank), *LANGUAGES)):
            self.language.addItem(language_words(code), code)
        self.counted, self.pace = muted_label(wrap=True), muted_label(wrap=True, small=True)

    def _lay_out(self) -> None:
        self.setMinimumWidth(540)
        rows = FormRows()
        rows.add(say("Name"), self.name)
        rows.add(say("For whom"), self.listener)
        rows.add(say("Length"), self.seconds)
        rows.add(say("Language"), self.language)
        rows.add(say("Text"), self.text, self.counted)
        self.box().addWidget(rows)
        self.box().addWidget(self.pace)
        self.box().addStretch(1)
        if self._pitch is not None:
            self.offer_deletion(self._delete)
        self.fit()

    def show_pitch(self, pitch: Pitch) -> None:
        """Load one; a new one waits for its name."""
        self.name.show_exact(pitch.title)
        self.listener.show_exact(pitch.listener)
        self.text.show_exact(pitch.text)
        self.seconds.setCurrentIndex(self.seconds.findData(pitch.seconds))
        self.language.setCurrentIndex(self.language.findData(language_of(self._workbench, pitch)))
        self._count()
        (self.text if pitch.title else self.name).setFocus()

    def draft(self) -> Pitch:
        """The pitch as the fields have it; the usual language is none of its own."""
        chosen = str(self.language.currentData())
        usual = language_of(self._workbench, replace(self._blank, language=""))
        return replace(
            self._blank,
            title=self.name.exact(),
            listener=self.listener.exact(),
            text=self.text.exact(),
            seconds=int(self.seconds.currentData()),
            language=self._blank.language if chosen == (self._blank.language or usual) else chosen,
        )

    def is_changed(self) -> bool:
        return self.draft() != self._shown

    def save_draft(self) -> None:
        with self.telling_faults():
            if self._pitch is None:
                add_pitch(self._workbench, self.draft())
            else:
                change_pitch(self._workbench, self._pitch, self.draft())
            self.accept()

    def _delete(self) -> None:
        if self._pitch is not None:
            delete_pitch(self._workbench, self._pitch)
            self.accept()

    def _count(self) -> None:
        """How long it takes to say, at each letter."""
        language = str(self.language.currentData())
        self.counted.setText(length(self.text.toPlainText(), int(self.seconds.currentData()), language))
        self.pace.setText(pace(language))
