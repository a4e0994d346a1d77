"""How sections, list and person share the width: side by side, or the person as a page of their own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from netchal_gui.views.contact_page import ContactPage
from netchal_gui.views.contact_sections import ContactSections
from netchal_gui.views.form_parts import box_of, frame

if TYPE_CHECKING:
    from netchal_gui.views.contact_detail import ContactDetail

FOLD_ROLE_BELOW = 1280
ONE_PAGE_BELOW = 1100
WIDTHS = [186, 710, 344]
LETTERS = 27
"""So many the sections have at least, with their numbers; larger letters need more pixels."""


class ContactPanes(QWidget):
    """Below 1280 pixels the role stands under the organisation; below 1100 the person hides the list."""

    def __init__(self, sections: ContactSections, page: ContactPage) -> None:
        super().__init__()
        self._page = page
        self._detail: ContactDetail | None = None
        self._alone = False
        self._person = frame("panel", margins=(0, 0, 0, 0))
        self._side = frame("panel", margins=(0, 0, 0, 0))
        box_of(self._side).addWidget(sections)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for place, (part, least) in enumerate(((self._side, 140), (page, 420), (self._person, 280))):
            part.setMinimumWidth(least)
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(place, int(part is page))
        side = max(WIDTHS[0], self.fontMetrics().averageCharWidth() * LETTERS)
        self._splitter.setSizes([side, *WIDTHS[1:]])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def add_detail(self, detail: "ContactDetail") -> None:
        """Fill the place that was kept for the person."""
        self._detail = detail
        box_of(self._person).addWidget(detail)

    def state(self) -> QByteArray:
        """The widths that the person gave the parts."""
        return self._splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        self._splitter.restoreState(state)

    def is_narrow(self) -> bool:
        return self.width() < ONE_PAGE_BELOW

    def is_person_alone(self) -> bool:
        return self._alone

    def open_person(self) -> None:
        """In a narrow window the person takes the list's place; the focus goes to them."""
        if self.is_narrow():
            self._arrange(alone=True)
        if self._detail is not None:
            self._detail.take_focus()

    def close_person(self) -> None:
        """Back to the list."""
        if self.is_person_alone():
            self._arrange(alone=False)
        self._page.table.setFocus()

    def _arrange(self, *, alone: bool) -> None:
        narrow = self.is_narrow()
        self._alone = narrow and alone
        self._side.setVisible(not (narrow and alone))
        self._page.setVisible(not (narrow and alone))
        self._person.setVisible(not narrow or alone)
        if self._detail is not None:
            self._detail.as_page(narrow and alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.table.fold_role(event.size().width() < FOLD_ROLE_BELOW)
        before = event.oldSize()
        if not before.isValid() or self.is_narrow() != (before.width() < ONE_PAGE_BELOW):
            self._arrange(alone=False)
