"""Which pitch was used, or will be: one of those kept ready, or none."""

from uuid import UUID

from PySide6.QtWidgets import QComboBox

from netchal_gui.commands.pitch_wording import choice
from netchal_gui.commands.pitches import pitches
from netchal_gui.domain.edit import Edit
from netchal_gui.domain.pitch import Pitch
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class PitchChoice(QComboBox):
    """Knows pitches by their ids and follows what becomes of them; ``activated`` is the user's doing only."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._reader = workbench.store
        self._ids: tuple[UUID | None, ...] = ()
        self.show_pitch(None)
        self.destroyed.connect(workbench.listen(self._on_edit))

    def show_pitch(self, pitch_id: UUID | None) -> None:
        """Load what is kept now, with one chosen; sends no ``activated``."""
        kept = pitches(self._reader)
        self._ids = (None, *(each.id for each in kept))
        self.clear()
        self.addItems([say("none"), *(choice(each) for each in kept)])
        self.setCurrentIndex(self._ids.index(pitch_id) if pitch_id in self._ids else 0)

    def pitch_id(self) -> UUID | None:
        return self._ids[self.currentIndex()]

    def _on_edit(self, edit: Edit) -> None:
        """One that was added can be chosen, one that was deleted no longer is."""
        if edit.touches(Pitch):
            self.show_pitch(self.pitch_id())
