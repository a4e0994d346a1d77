"""The Help menu: the keys, where the data lives, about."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.domain.preferences import Preferences
from netchal_gui.paths import backup_folder, export_folder, log_folder, recordings_folder
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import (
    bold_label,
    button,
    heading,
    muted_label,
    plain_label,
    primary_button,
    scroll_area,
)
from netchal_gui.words import say


class HelpDialog(Dialog):
    """A title, some content, and Close."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._content = QVBoxLayout()
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        close = primary_button(say("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self._buttons.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(14)
        box.addWidget(heading(title, 1.25))
        box.addLayout(self._content)
        box.addLayout(self._buttons)


class KeysDialog(HelpDialog):
    """Every action that has a shortcut, and the keys that lists and the calendar know by themselves."""

    def __init__(self, parent: QWidget, actions: Iterable[QAction]) -> None:
        super().__init__(parent, say("Keys"))
        rows = [(_keys(action), _label(action)) for action in actions if action.shortcuts()]
        rows += [
            (say("Arrows"), say("Move in a list or the calendar")),
            (say("Enter"), say("Open what is chosen")),
            (say("Ctrl+Enter, Space"), say("Mark a follow-up as done")),
            (say("S, Alt+Down"), say("Put a follow-up off: then M for tomorrow, W for next week")),
            (say("W"), say("Write what a follow-up asks for")),
            (say("Page Up, Page Down"), say("Previous and next month in the calendar")),
            (say("Esc"), say("Close a panel or a dialog")),
        ]
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(24)
        for row, (keys, text) in enumerate(rows):
            grid.addWidget(bold_label(keys), row, 0)
            grid.addWidget(plain_label(text), row, 1)
        self._content.addWidget(scroll_area(inside))
        self.resize(max(520, inside.sizeHint().width() + 80), 560)


class PlaceDialog(HelpDialog):
    """The paths of the data file, its backups and recordings, the exports and the log."""

    def __init__(self, parent: QWidget, places: Iterable[tuple[str, Path]]) -> None:
        super().__init__(parent, say("Where the data lives"))
        self._content.addWidget(muted_label(say("Everything stays on this computer."), wrap=True))
        self._folder = Path()
        for number, (name, path) in enumerate(places):
            text = plain_label(str(path), wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._content.addWidget(bold_label(name))
            self._content.addWidget(text)
            self._folder = path.parent if number == 0 else self._folder
        opener = button(say("Open the folder"))
        opener.clicked.connect(self._open)
        self._buttons.insertWidget(0, opener)
        self.setMinimumWidth(520)

    def show_below(self, part: QWidget) -> None:
        """One thing more about the files, under their places."""
        self._content.addWidget(part)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def places(data: Path, preferences: Preferences) -> list[tuple[str, Path]]:
    """The folders and files of this computer in which Netchal keeps something, with their names."""
    exports = Path(preferences.export_folder) if preferences.export_folder else export_folder()
    return [
        (say("Data file"), data),
        (say("Backups"), backup_folder(data)),
        (say("Recordings"), recordings_folder(data)),
        (say("Exported files"), exports),
        (say("Log of errors"), log_folder()),
    ]


class AboutDialog(HelpDialog):
    """What this is, its version, its licence and what it is made with."""

    def __init__(self, parent: QWidget) -> None:
        from importlib.metadata import PackageNotFoundError, version

        super().__init__(parent, say("About Netchal"))
        try:
            number = version("netchal")
        except PackageNotFoundError:
            number = "?"
        for text in (
            say("Version {version}", version=number),
            say("Netchal runs a year of meeting people and keeps what it gave you: offline, in one file."),
            say("Free software under the GNU General Public License, version 3 or later."),
            say("Made with Qt for Python, Peewee, icalendar, platformdirs and msgspec."),
        ):
            self._content.addWidget(plain_label(text, wrap=True))
        self.setMinimumWidth(460)


def _keys(action: QAction) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(form) for keys in action.shortcuts())


def _label(action: QAction) -> str:
    return action.text().replace("&", "")
