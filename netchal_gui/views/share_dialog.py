"""Tell the world: choose what, of which month and in which form; see it, and who is in it; then write it."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from netchal_gui import words
from netchal_gui.commands.faults import explain
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.sharing import Preview, Wish, preview, suggested, write
from netchal_gui.commands.telling import set_privacy
from netchal_gui.domain.contact import Privacy
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.exchange.report_formats import Format
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    heading,
    link_button,
    muted_label,
    named,
    plain_label,
    primary_button,
    problem_label,
    scroll_area,
)
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.share_lists import LineList, PeopleList
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

SIDE_WIDTH = 380


class ShareDialog(QDialog):
    """Nothing leaves this window but by Save and Copy. ``texts_wanted(kind)``: change what it is made of."""

    texts_wanted = Signal(object)

    def __init__(
        self, workbench: Workbench, jobs: Jobs, months: Sequence[date], wish: Wish, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workbench, self._jobs = workbench, jobs
        self._chosen: frozenset[str] = frozenset()
        self._made: Preview | None = None
        self._reading = 0
        self._written: Path | None = None
        self._build(months)
        self._lay_out()
        self._connect()
        self._show_wish(wish)
        self.reload()

    def _build(self, months: Sequence[date]) -> None:
        self.setWindowTitle(say("Tell the world"))
        self.resize(980, 640)
        self.kind = _choice(
            (say("Plan of the month"), TemplateKind.PLAN),
            (say("Report of the month"), TemplateKind.REPORT),
            (say("Page of the challenge"), TemplateKind.PAGE),
        )
        self.month = _choice(*((words.month(month), month.isoformat()) for month in months))
        self.format = _choice(
            (say("Plain text"), Format.TEXT),
            (say("Markdown"), Format.MARKDOWN),
            (say("Web page"), Format.HTML),
        )
        self.people = PeopleList()
        self.lines = LineList()
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(say("Preview"))
        self.fault = problem_label()
        self.notice = muted_label(wrap=True)
        self.folder = link_button(say("Open the folder"))
        self.texts = button(say("Change this text…"))
        self.copy = button(say("Copy"))
        self.save = primary_button(say("Save…"))
        self.close_button = button(say("Close"))

    def _lay_out(self) -> None:
        side = frame("panel", margins=(20, 16, 20, 16), spacing=6)
        column = box_of(side)
        column.addWidget(heading(say("Tell the world"), 1.2))
        self._month_label = plain_label(say("Month"))
        self._format_label = plain_label(say("As"))
        for text, field, label in (
            (say("What"), self.kind, plain_label(say("What"))),
            (say("Month"), self.month, self._month_label),
            (say("As"), self.format, self._format_label),
        ):
            named(field, text, label)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.people)
        column.addWidget(self.lines)
        column.addStretch(1)
        scrolled = scroll_area(side)
        scrolled.setMinimumWidth(SIDE_WIDTH)
        right = frame("page", margins=(20, 16, 20, 16), spacing=8)
        box_of(right).addWidget(self.fault)
        box_of(right).addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.addWidget(self.notice, 1)
        row.addWidget(self.folder)
        box_of(right).addLayout(row)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(scrolled, 2)
        top.addWidget(right, 3)
        footer = frame("footer")
        buttons = QHBoxLayout()
        buttons.addWidget(self.texts)
        buttons.addStretch(1)
        for each in (self.close_button, self.copy, self.save):
            buttons.addWidget(each)
        box_of(footer).addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top, 1)
        whole.addWidget(footer)

    def _connect(self) -> None:
        self.save.setDefault(True)
        for field in (self.kind, self.month, self.format):
            field.activated.connect(self.reload)
        self.people.privacy_chosen.connect(self._set_privacy)
        self.lines.toggled.connect(self._toggle_line)
        self.texts.clicked.connect(self._want_texts)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        self.folder.clicked.connect(self._open_folder)
        self.close_button.clicked.connect(self.reject)

    def wish(self) -> Wish:
        """What is chosen now."""
        return Wish(
            TemplateKind(self.kind.currentData()),
            date.fromisoformat(self.month.currentData()),
            Format(self.format.currentData()),
            self._chosen,
        )

    def reload(self) -> None:
        """Make the preview anew, on a thread of its own; the last one asked for is shown."""
        is_page = self.wish().kind is TemplateKind.PAGE
        for part in (self.month, self._month_label, self.format, self._format_label):
            part.setVisible(not is_page)
        self.copy.setVisible(not is_page)
        self._reading += 1
        self._jobs.run(partial(self._read, self._reading, self.wish()), self._show, self._failed)

    def write(self, target: Path) -> None:
        """Write what is shown to a file, or the page into a folder."""
        if self._made is not None:
            work = partial(_write, self._made, target)
            self._jobs.run(work, self._tell_written, self._failed, say("Writing…"))

    def _show_wish(self, wish: Wish) -> None:
        values = (wish.kind.value, wish.month.isoformat(), wish.format.value)
        for field, value in zip((self.kind, self.month, self.format), values, strict=True):
            field.setCurrentIndex(max(0, field.findData(value)))
        self._tell("")

    def _read(self, number: int, wish: Wish, progress: Progress) -> tuple[int, Preview]:
        return number, preview(self._workbench, wish)

    def _show(self, read: tuple[int, Preview]) -> None:
        number, made = read
        if number != self._reading:
            return
        self._made = made
        self.fault.hide()
        self.preview.setPlainText(made.reading)
        self.people.show_people(made.people)
        self.lines.show_lines(made.learned, made.follow_ups)
        self._enable(True)

    def _failed(self, error: Exception) -> None:
        sentence = str(error) if isinstance(error, Refused) else explain(error)
        if sentence:
            self._enable(False)
            self.fault.setText(sentence)
            self.fault.show()

    def _enable(self, possible: bool) -> None:
        for each in (self.save, self.copy):
            each.setEnabled(possible)

    def _set_privacy(self, person: object, privacy: Privacy) -> None:
        try:
            set_privacy(self._workbench, person, privacy)  # type: ignore[arg-type]
        except (Refused, StoreFault) as fault:
            self._failed(fault)
            return
        self.reload()

    def _toggle_line(self, key: str) -> None:
        self._chosen ^= {key}
        self.reload()

    def _want_texts(self) -> None:
        self.texts_wanted.emit(self.wish().kind)

    def _copy(self) -> None:
        if self._made is not None:
            QGuiApplication.clipboard().setText(self._made.text)
            self._tell(say("Copied."))

    def _ask_where(self) -> None:
        if self._made is None:
            return
        place = str(suggested(self._workbench, self._made))
        if self.wish().kind is TemplateKind.PAGE:
            name = QFileDialog.getExistingDirectory(self, say("Folder for the page"), place)
        else:
            name, _ = QFileDialog.getSaveFileName(self, say("Save"), place)
        if name:
            self.write(Path(name))

    def _tell_written(self, written: tuple[Path, str]) -> None:
        path, sentence = written
        self._written = path if path.is_dir() else path.parent
        self._tell(sentence)
        self.folder.show()

    def _tell(self, sentence: str) -> None:
        self.notice.setText(sentence)
        self.folder.hide()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))


def _write(made: Preview, target: Path, progress: Progress) -> tuple[Path, str]:
    return write(made, target, progress)


def _choice(*items: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    for text, value in items:
        box.addItem(text, value)
    return box
