"""Add a recording to an interview, or change one: a link or a file, its title, consent, public or not."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFileDialog, QHBoxLayout, QRadioButton, QWidget

from netchal_gui import words
from netchal_gui.commands.recordings import add_recording, change_recording, remove_recording
from netchal_gui.domain.problem import Problem
from netchal_gui.domain.recording import Recording, problems
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.day_field import DayField
from netchal_gui.views.elided_label import ElidedLabel
from netchal_gui.views.exact_edit import ExactLine
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import button, muted_label, named, problem_label
from netchal_gui.views.form_rows import FormRows
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class RecordingForm(FormDialog):
    """``stored``: whether ``recording`` is there already. A file that was chosen here is not copied here:

    ``copy_wanted(draft, stored, path)`` once all else is right, as copying may take minutes.
    """

    copy_wanted = Signal(object, object, object)

    def __init__(self, workbench: Workbench, recording: Recording, stored: bool, parent: QWidget) -> None:
        title = say("Change recording") if stored else say("Add recording")
        super().__init__(title, say("Save") if stored else say("Add"), parent)
        self._workbench, self._before, self._stored = workbench, recording, stored
        self._path: Path | None = None
        self._build()
        self._lay_out()
        self._connect()
        self.show_recording(recording)

    def _build(self) -> None:
        today = from_utc(self._workbench.now(), self._workbench.zone).day
        self.as_link = QRadioButton(say("A link"))
        self.as_file = QRadioButton(say("A file"))
        self.link = ExactLine()
        self.link.setPlaceholderText(say("https://…"))
        self.choose = button(say("Choose a file…"))
        self._file = ElidedLabel()
        self.title_line = ExactLine()
        self.consent = DayField(today, say("They agreed to publishing it on"))
        self.public = QCheckBox(say("It may be published"))
        self._problems = {field: problem_label() for field in ("link", "consent")}

    def _lay_out(self) -> None:
        self.setMinimumWidth(520)
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(16)
        group = QButtonGroup(self)
        for each in (self.as_link, self.as_file):
            named(each, each.text())
            group.addButton(each)
            row.addWidget(each)
        row.addStretch(1)
        ways.setFocusProxy(self.as_link)
        self._file_row = QWidget()
        files = QHBoxLayout(self._file_row)
        files.setContentsMargins(0, 0, 0, 0)
        files.addWidget(self.choose)
        files.addWidget(self._file, 1)
        self._where = QWidget()
        where = QHBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.addWidget(self.link, 1)
        where.addWidget(self._file_row, 1)
        named(self.link, say("Link"))
        named(self.public, self.public.text())
        rows = FormRows()
        rows.add(say("It is"), ways)
        rows.add(say("Where"), self._where, self._problems["link"])
        rows.add(say("Title"), self.title_line)
        rows.add(say("Consent"), self.consent, self._problems["consent"])
        rows.add(say("Public"), self.public)
        named(self.public, self.public.text())
        box = self.box()
        box.addWidget(rows)
        box.addWidget(muted_label(say("Without consent nothing of it ever leaves this computer."), wrap=True))
        box.addStretch(1)
        if self._stored:
            self.offer_deletion(self._remove)
        self.fit()

    def _connect(self) -> None:
        for way in (self.as_link, self.as_file):
            way.clicked.connect(self._show_way)
        self.choose.clicked.connect(self._ask_for_file)
        self.link.textEdited.connect(self._edited)
        self.public.clicked.connect(self._edited)
        self.consent.changed.connect(self._edited)

    def show_recording(self, recording: Recording) -> None:
        """Load one; saves nothing."""
        (self.as_file if recording.digest else self.as_link).setChecked(True)
        self.link.show_exact(recording.link)
        self.title_line.show_exact(recording.title)
        self.consent.show_day(recording.consent)
        self.public.setChecked(recording.public)
        self._file.setText(recording.file_name)
        self._show_way()
        (self.link if not recording.digest else self.title_line).setFocus()

    def take_file(self, path: Path) -> None:
        """The file to keep a copy of; its name becomes the title where there is none."""
        self._path = path
        self.as_file.setChecked(True)
        self._file.setText(path.name)
        if not self.title_line.text().strip():
            self.title_line.setText(path.stem)
        self._show_way()
        self._edited()

    def draft(self) -> Recording:
        """What the fields say; a chosen file has no digest yet."""
        is_link = self.as_link.isChecked()
        return replace(
            self._before,
            title=self.title_line.exact(),
            link=self.link.exact() if is_link else "",
            digest="" if is_link else self._before.digest,
            file_name="" if is_link else self._before.file_name,
            consent=self.consent.day(),
            public=self.public.isChecked(),
        )

    def is_changed(self) -> bool:
        return self.draft() != self._before or self._path is not None

    def save_draft(self) -> None:
        copies = self.as_file.isChecked() and self._path is not None
        found = list(problems(replace(self.draft(), digest="to come") if copies else self.draft()))
        link_is_bare = bool(self.link.text().strip()) and not copies
        found = [each for each in found if not (each.field == "link" and link_is_bare)]
        self._show_problems(found)
        if found:
            return
        if copies:
            self.copy_wanted.emit(self.draft(), self._before if self._stored else None, self._path)
            self.accept()
            return
        self._save()

    def _save(self) -> None:
        with self.telling_faults():
            if self._stored:
                change_recording(self._workbench, self._before, self.draft())
            else:
                add_recording(self._workbench, self.draft())
            self.accept()

    def _show_problems(self, found: list[Problem]) -> None:
        sentences = {each.field: words.problem(each) for each in found}
        for field, label in self._problems.items():
            label.setText(sentences.get(field, ""))
            label.setVisible(field in sentences)

    def _edited(self) -> None:
        self.tell_fault("")
        self._show_problems([])

    def _show_way(self) -> None:
        is_file = self.as_file.isChecked()
        self.link.setVisible(not is_file)
        self._file_row.setVisible(is_file)

    def _ask_for_file(self) -> None:
        sounds = say("Recordings (*.mp3 *.m4a *.ogg *.wav *.mp4 *.mkv *.mov *.webm);;All files (*)")
        dialog = QFileDialog(self, say("Choose a recording"), "", sounds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, path: str) -> None:
        self.take_file(Path(path))

    def _remove(self) -> None:
        remove_recording(self._workbench, self._before)
        self.accept()
