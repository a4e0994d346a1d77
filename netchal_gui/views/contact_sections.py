"""The sections at the left of the contacts: everyone, known, new, how we met, tags."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from netchal_gui.item_models.section_list import SectionList
from netchal_gui.storage.contact_queries import EVERYONE, Counts, Section
from netchal_gui.views.contact_painting import SectionDelegate
from netchal_gui.words import say

Index = QModelIndex | QPersistentModelIndex


class ContactSections(QListView):
    """``section_chosen(section)`` when the person goes to another one."""

    section_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = SectionList(self)
        self._chosen = EVERYONE
        self._loading = False
        self.setProperty("part", "sections")
        self.setModel(self._lines)
        self.setItemDelegate(SectionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("Sections"))
        self.setViewportMargins(0, 12, 0, 8)
        self._show_chosen()

    @property
    def chosen(self) -> Section:
        return self._chosen

    def show_counts(self, counts: Counts) -> None:
        """Fill the list; the chosen section stays chosen, or everyone if it is no longer there."""
        self._loading = True
        self._lines.show_counts(counts)
        self._show_chosen()
        self._loading = False
        if (found := self._lines.section(self.currentIndex())) is not None and found != self._chosen:
            self._take(found)

    def choose(self, section: Section) -> None:
        """Go to a section as if the person had."""
        self.setCurrentIndex(self._lines.index(self._lines.line_of(section)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        section = self._lines.section(current)
        if not self._loading and section is not None and section != self._chosen:
            self._take(section)

    def _take(self, section: Section) -> None:
        self._chosen = section
        self.section_chosen.emit(section)

    def _show_chosen(self) -> None:
        self._loading = True
        self.setCurrentIndex(self._lines.index(self._lines.line_of(self._chosen)))
        self._loading = False
