"""Choosing a backup and putting it in the place of the data file: at most three clicks."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from netchal_gui import words
from netchal_gui.commands.backup import Backup, backups, contents, reason_of
from netchal_gui.commands.faults import explain
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.restore import put_back
from netchal_gui.domain.walltime import from_utc
from netchal_gui.files import lock_for
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import button, heading, muted_label, named, primary_button
from netchal_gui.words import say, say_many


class RestoreDialog(Dialog):
    """The backups of a data file, newest first; ``chosen`` is the file once the dialog was accepted."""

    def __init__(self, data: Path, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Path | None = None
        self._backups = backups(data)
        self._zone = zone
        self._build()
        self._lay_out()
        self._connect()
        self._show_backups()

    def _build(self) -> None:
        self.setWindowTitle(say("Restore a backup"))
        self._list = QListWidget()
        named(self._list, say("Backups"))
        self._holds = muted_label(wrap=True)
        self._file = button(say("Choose a file…"))
        self._cancel = button(say("Cancel"))
        self._restore = primary_button(say("Restore"))
        self._restore.setDefault(True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._file)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._restore)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(heading(say("Restore a backup"), 1.25))
        box.addWidget(
            muted_label(
                say(
                    "The backup takes the place of the data file, which is kept beside it. "
                    "This cannot be undone."
                ),
                wrap=True,
            )
        )
        box.addWidget(self._list, 1)
        box.addWidget(self._holds)
        box.addLayout(row)
        self.resize(520, 460)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_contents)
        self._list.itemActivated.connect(self._take_current)
        self._restore.clicked.connect(self._take_current)
        self._cancel.clicked.connect(self.reject)
        self._file.clicked.connect(self._choose_file)

    def _show_backups(self) -> None:
        for backup in self._backups:
            self._list.addItem(self._line(backup))
        self._restore.setEnabled(bool(self._backups))
        if self._backups:
            self._list.setCurrentRow(0)
        else:
            self._holds.setText(say("There is no backup of this data file. Choose a file."))

    def _line(self, backup: Backup) -> str:
        made = from_utc(backup.made, self._zone).local
        when = say("{day}, {time}", day=words.long_day(made.date()), time=words.clock(made))
        reason = reason_of(backup)
        return f"{when} · {reason}" if reason else when

    def _show_contents(self, row: int) -> None:
        try:
            held = contents(self._backups[row].path)
        except StoreFault as fault:
            self._holds.setText(str(fault))
            return
        counts = (
            say_many("{n} person", "{n} people", held.people),
            say_many("{n} interview", "{n} interviews", held.interviews),
            say_many("{n} entry", "{n} entries", held.entries),
        )
        self._holds.setText(", ".join(counts))

    def _take_current(self) -> None:
        self.chosen = self._backups[self._list.currentRow()].path
        self.accept()

    def _choose_file(self) -> None:
        filters = say("Netchal data files (*.db);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, say("Choose a backup"), "", filters)
        if name:
            self.chosen = Path(name)
            self.accept()


def restore_unopened(data: Path, zone: str) -> str | None:
    """Let the person restore a data file that is not open; "" when done, a sentence when it failed.

    None where they changed their mind.
    """
    dialog = RestoreDialog(data, zone)
    if dialog.exec() != QDialog.DialogCode.Accepted or dialog.chosen is None:
        return None
    return put_in_place(dialog.chosen, data)


def put_in_place(backup: Path, data: Path) -> str:
    """Restore the file under its lock; "" when done, else the sentence that says why not."""
    lock = lock_for(data)
    if not lock.take():
        return say("Another program is using {file}. Close it and try again.", file=data)
    try:
        put_back(backup, data, datetime.now(UTC))
    except (StoreFault, Refused, OSError) as fault:
        return explain(fault) or str(fault)
    finally:
        lock.release()
    return ""
