"""The contacts tab: sections, the list with its filter, and the chosen person."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout

from netchal_gui.commands.faults import explain
from netchal_gui.item_models.contact_list import ContactList
from netchal_gui.settings import Settings
from netchal_gui.storage.contact_queries import (
    EVERYONE,
    Listing,
    Section,
    SortBy,
    ids_of,
    place_of,
    size,
)
from netchal_gui.views.contact_page import ContactPage
from netchal_gui.views.contact_panes import ContactPanes
from netchal_gui.views.contact_sections import ContactSections
from netchal_gui.views.empty_state import EmptyState
from netchal_gui.views.form_parts import link_button, primary_button
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.section_counts import SectionCounts
from netchal_gui.views.tab import Menu, Tab
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

if TYPE_CHECKING:
    from netchal_gui.domain.contact import Contact
    from netchal_gui.domain.edit import Edit, Entity


class ContactsTab(Tab):
    """Everything shown is read again when an edit touches it; what is hidden waits until it is shown.

    The first sight has the sections, the list and a place for the person, who comes with ``complete``.
    """

    def __init__(self, workbench: Workbench, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._workbench, self._jobs, self._settings = workbench, jobs, settings
        self._stale, self._is_complete = True, False
        self._people = ContactList(workbench, jobs.run, self)
        self._build()
        self._lay_out()
        self._people.listed.connect(self._listed)
        self._counts.counted.connect(self._sections.show_counts)
        for reader in (self._people, self._counts):
            reader.failed.connect(self._tell_fault)

    def _build(self) -> None:
        self._sections = ContactSections()
        self._counts = SectionCounts(self._workbench, self._jobs, self)
        self._page = ContactPage(self._people)
        self._table = self._page.table
        self._first_import = primary_button(say("Import my address book…"))
        self._example = link_button(say("Look at a filled example"))
        self._empty = EmptyState(
            say("Who would you like to meet?"),
            say("Begin with the people you know. All stays on this computer, in one file that is yours."),
            (self._first_import, self._example),
            say("or just press Ctrl+N and type a name"),
        )

    def _lay_out(self) -> None:
        self._panes = ContactPanes(self._sections, self._page)
        self._panes.restore(self._settings.layout("contacts/splitter"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    # What the window asks.

    def complete(self) -> None:
        from netchal_gui.views.contact_actions import ContactActions
        from netchal_gui.views.contact_detail import ContactDetail
        from netchal_gui.views.contact_person import ContactPerson

        self._actions = ContactActions(
            self, self._workbench, self._jobs, self.chosen_ids, self.current_contact
        )
        self._detail = ContactDetail(self._actions.of_one)
        self._person = ContactPerson(self._workbench, self._jobs, self._detail, self._actions, self)
        self._table.addActions(self._actions.of_many)
        self._detail.addActions(self._actions.of_many)
        self._panes.add_detail(self._detail)
        self._connect_list()
        self._connect_person()
        self._is_complete = True
        if not self._stale:
            self._show_current()

    def _connect_list(self) -> None:
        self._sections.section_chosen.connect(self._choose_section)
        self._page.filter_changed.connect(self._filter)
        self._example.clicked.connect(self.example_wanted)
        self._table.sort_chosen.connect(self._sort)
        self._table.person_chosen.connect(self._show_current)
        self._table.person_opened.connect(self._open_person)
        self._table.menu_asked.connect(self._show_menu)
        self._table.selectionModel().selectionChanged.connect(self._selection_changed)
        self._page.going_wanted.connect(self._actions.going.trigger)
        self._page.add_wanted.connect(self._actions.add.trigger)
        self._page.import_wanted.connect(self._actions.address_book.import_people.trigger)
        self._first_import.clicked.connect(self._actions.address_book.import_people.trigger)

    def _connect_person(self) -> None:
        self._detail.closed.connect(self._panes.close_person)
        self._person.person_wanted.connect(self._show_person)
        self._person.object_wanted.connect(self.object_wanted)
        self._person.message.connect(self.message)
        self._actions.message.connect(self.message)
        self._actions.talk.prepare_wanted.connect(self.prepare_wanted)
        self._actions.front_wanted.connect(self.front_wanted)
        self._actions.person_saved.connect(self._person_saved)
        self._actions.person_opened.connect(self._show_person)
        self._actions.filter_wanted.connect(self._focus_filter)

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        return self._actions.in_menus()

    def activate(self) -> None:
        if self._stale:
            self._refresh()
        if self._stack.currentWidget() is self._panes and not self._panes.is_person_alone():
            self._table.setFocus()

    def flush(self) -> bool:
        self._settings.keep_layout("contacts/splitter", self._panes.state())
        return True

    def edited(self, edit: "Edit") -> None:
        from netchal_gui.views.contact_person import SHOWN

        if not edit.touches(*SHOWN):
            return
        self._stale = True
        if self.isVisible():
            self._refresh()
            self._show_added(edit)

    def kinds(self) -> "tuple[type[Entity], ...]":
        from netchal_gui.domain.contact import Contact

        return (Contact,)

    def show_object(self, kind: "type[Entity]", object_id: UUID) -> None:
        number = place_of(self._workbench.store, object_id.bytes)
        if number is None:
            self.message.emit(say("This person is no longer there."))
            return
        if self._stale:
            self._refresh()
        if self._people.line_of(number) is None:
            self._show_everyone()
        self._table.choose(number)
        if self._panes.is_narrow():
            self._open_person(number)

    def import_people(self) -> bool:
        self._actions.address_book.import_people.trigger()
        return True

    def open_files(self, files: Sequence[Path]) -> bool:
        cards = [file for file in files if file.suffix.lower() in (".vcf", ".vcard")]
        if cards:
            self.front_wanted.emit()
            self._actions.address_book.open_import(cards)
        return bool(cards)

    # Reading.

    def _refresh(self) -> None:
        """Read everything shown again."""
        self._stale = False
        has_people = size(self._workbench.store) > 0
        self._stack.setCurrentWidget(self._panes if has_people else self._empty)
        self._people.refresh()
        self._show_current()
        self._counts.refresh()

    def _listed(self) -> None:
        self._page.show_state(self._people.listing, self._people.rowCount())
        self._table.show_sort(self._people.listing)

    def _tell_fault(self, fault: Exception) -> None:
        self.message.emit(explain(fault) or "")

    # Choosing what is listed.

    def _list(self, listing: Listing) -> None:
        self._people.show(listing)
        self._table.show_sort(listing)

    def _choose_section(self, section: Section) -> None:
        now = self._people.listing
        self._list(Listing(section, now.text, now.sort, now.descending))

    def _filter(self, text: str) -> None:
        now = self._people.listing
        self._list(Listing(now.section, text, now.sort, now.descending))

    def _sort(self, sort: SortBy, descending: bool) -> None:
        now = self._people.listing
        self._list(Listing(now.section, now.text, sort, descending))

    def _show_everyone(self) -> None:
        """Away with filter and section, so that anyone can be shown."""
        self._page.clear_filter()
        now = self._people.listing
        self._sections.choose(EVERYONE)
        self._list(Listing(EVERYONE, "", now.sort, now.descending))

    def _focus_filter(self) -> None:
        self.front_wanted.emit()
        self._panes.close_person()
        self._page.focus_filter()

    # The chosen person.

    def chosen_ids(self) -> list[UUID]:
        """The ids of all selected people."""
        found = ids_of(self._workbench.store, self._table.chosen_numbers())
        return [UUID(bytes=each) for each in found]

    def current_contact(self) -> "Contact | None":
        from netchal_gui.domain.contact import Contact

        row = self._people.row(self._table.currentIndex())
        return self._workbench.store.get(Contact, UUID(bytes=row.id)) if row is not None else None

    def _show_current(self, number: int = -1) -> None:
        if not self._is_complete:
            return
        contact = self.current_contact()
        self._actions.set_chosen(contact is not None)
        if contact is None:
            self._detail.show_nobody()
            if self._panes.is_person_alone():
                self._panes.close_person()
            return
        self._person.show(contact)

    def _selection_changed(self) -> None:
        self._actions.set_chosen(self._table.selectionModel().hasSelection())

    def _show_added(self, edit: "Edit") -> None:
        """One person who was added, or came back by undo, becomes the chosen one."""
        if len(edit.changes) > 20:
            return
        added = [each.id for each in edit.changes if each.kind in self.kinds() and each.before is None]
        if len(added) == 1:
            self._show_saved(added[0])

    def _person_saved(self, contact_id: UUID) -> None:
        """The list takes the focus too: what had it before may have gone, with the page for an empty file."""
        self._show_saved(contact_id)
        self._table.setFocus()

    def _show_saved(self, contact_id: UUID) -> None:
        number = place_of(self._workbench.store, contact_id.bytes)
        if number is None:
            return
        if self._people.line_of(number) is None:
            self._show_everyone()
        self._table.choose(number)

    def _open_person(self, number: int) -> None:
        self._show_current(number)
        self._panes.open_person()

    def _show_person(self, contact_id: UUID) -> None:
        from netchal_gui.domain.contact import Contact

        self.show_object(Contact, contact_id)

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions.of_many)
        menu.popup(position)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(1240, 700)
