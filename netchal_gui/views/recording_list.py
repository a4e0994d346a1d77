"""The recordings of an interview on its card: each is played by a press and changed by another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands.recording_wording import recording_name, recording_state
from netchal_gui.domain.recording import Recording
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import emptied, icon_button, muted_label
from netchal_gui.words import say


class RecordingList(QWidget):
    """``play_wanted(recording)``, ``change_wanted(recording)``, ``add_wanted`` for another one."""

    play_wanted = Signal(object)
    change_wanted = Signal(object)
    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.add = ElidedButton(say("Add a recording…"), "plain-link")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(self._lines)
        box.addWidget(self.add)
        self.add.clicked.connect(self.add_wanted)

    def show_recordings(self, recordings: Sequence[Recording]) -> None:
        """Show these, in this order."""
        emptied(self._lines)
        for recording in recordings:
            line = _Line(recording)
            line.play_wanted.connect(self.play_wanted)
            line.change_wanted.connect(self.change_wanted)
            self._lines.addWidget(line)


class _Line(QWidget):
    play_wanted = Signal(object)
    change_wanted = Signal(object)

    def __init__(self, recording: Recording) -> None:
        super().__init__()
        self._recording = recording
        name = recording_name(recording)
        play = ElidedButton(f"▶ {name}", "plain-link")
        play.setAccessibleName(say("Play “{title}”", title=name))
        change = icon_button("⋯", say("Change recording “{title}”", title=name))
        change.setProperty("part", "sign")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(play, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addWidget(muted_label(recording_state(recording), wrap=True, small=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(texts, 1)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        play.clicked.connect(self._play)
        change.clicked.connect(self._change)

    def _play(self) -> None:
        self.play_wanted.emit(self._recording)

    def _change(self) -> None:
        self.change_wanted.emit(self._recording)
