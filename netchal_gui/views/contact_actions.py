"""What one can do with people: the actions of menu, context menu and buttons, and the dialogs they open."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QWidget

from netchal_gui.commands.introductions import delete_introduction
from netchal_gui.commands.people import delete_people, tag_people
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.favour import Favour
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.touch import Touch
from netchal_gui.views.address_book_actions import AddressBookActions
from netchal_gui.views.follow_up_actions import FollowUpActions
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.reply_key import REPLY_KEY
from netchal_gui.views.tab import TAKES_REST, Menu
from netchal_gui.views.talk_actions import TalkActions
from netchal_gui.views.touch_actions import TouchActions
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

MANY = 300
"""More people than this are changed on another thread, with progress."""


class ContactActions(QObject):
    """``chosen`` gives the ids of the selected people, ``current`` the person shown.

    ``person_saved(id)`` after one was added or changed here, ``person_opened(id)`` to show one;
    ``message(sentence)`` for the status bar; ``front_wanted`` before a dialog opens over the tab;
    ``filter_wanted`` to go to the filter.
    """

    person_saved = Signal(object)
    person_opened = Signal(object)
    message = Signal(str)
    front_wanted = Signal()
    filter_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        workbench: Workbench,
        jobs: Jobs,
        chosen: Callable[[], list[UUID]],
        current: Callable[[], Contact | None],
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._workbench, self._jobs = workbench, jobs
        self._chosen, self._current = chosen, current
        self.follow_ups = FollowUpActions(workbench, parent)
        self.follow_ups.message.connect(self.message)
        self.address_book = AddressBookActions(parent, workbench, jobs, chosen)
        self.address_book.message.connect(self.message)
        self.address_book.front_wanted.connect(self.front_wanted)
        self._build()

    def _build(self) -> None:
        self.add = self._action(say("&Add person…"), self._add, "Ctrl+N")
        self.find = self._action(say("Fi&lter people"), self.filter_wanted.emit, "Ctrl+F")
        self.going = self._action(say("&Going to a place…"), self._go, "Ctrl+Shift+W")
        self.going.setProperty(TAKES_REST, say("going to; I'm going to; I am going to"))
        self.write = self._action(say("&Write…"), self._write, "Ctrl+M")
        self.reply = self._action(say("T&hey replied"), self._reply, REPLY_KEY)
        self.edit = self._action(say("&Edit person…"), self._edit, "Ctrl+E")
        self.log = self._action(say("&Log contact…"), self._log, "Ctrl+Shift+K")
        self.introduce = self._action(say("Note an &introduction…"), self._introduce, "Ctrl+Shift+I")
        self.favour = self._action(say("Note a fa&vour…"), self._note_favour, "Ctrl+H")
        self.led = self._action(say("&Who led to whom…"), self._open_network, "Ctrl+G")
        self.led_by = self._action(say("Whom they led t&o…"), self._open_network_of_one, "Ctrl+Shift+G")
        self.tag = self._action(say("&Tag people…"), self._tag, "Ctrl+T")
        self.delete = self._action(say("&Delete people"), self._delete, "Del")
        self.talk = TalkActions(self._workbench, self._chosen, self._current, self._window)
        self.talk.message.connect(self.message)
        self.notes = (self.talk.prepare, self.reply, self.talk.log, self.log, self.introduce, self.favour)
        self.touch = TouchActions(self._workbench, self._chosen, self._window)
        self.touch.message.connect(self.message)
        notes, export = (*self.notes, self.led_by), self.address_book.export_chosen
        ask, last = (self.talk.plan, self.write), (self.delete,)
        self.of_one = self._grouped(self.touch.all, notes, (self.edit, export), last)
        self.of_many = self._grouped(ask, self.touch.all, notes, (self.edit, self.tag, export), last)
        for action in self.of_many:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.set_chosen(False)

    def _action(self, text: str, slot: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        return action

    def _grouped(self, *groups: Sequence[QAction]) -> list[QAction]:
        """One after the other, with a line before each but the first."""
        found: list[QAction] = []
        for group in groups:
            if found:
                line = QAction(self)
                line.setSeparator(True)
                found.append(line)
            found += group
        return found

    def in_menus(self) -> Mapping[Menu, Sequence[QAction]]:
        return {
            Menu.FILE: (self.add, self.address_book.import_people),
            Menu.EXPORT: (self.address_book.export_everyone,),
            Menu.EDIT: (
                *(self.write, self.touch.menu.menuAction(), *self.notes),
                *(self.edit, self.tag, self.delete),
            ),
            Menu.VIEW: (self.find, self.going, self.led, self.led_by),
        }

    def set_chosen(self, is_chosen: bool) -> None:
        """Whether there is anyone to act on."""
        for action in self.of_many:
            action.setEnabled(is_chosen)

    def _write(self) -> None:
        from netchal_gui.views.draft_dialog import write_to

        contact = self._current()
        if contact is not None:
            dialog = write_to(self._workbench, contact.id, self._window)
            dialog.sent.connect(self.message)
            dialog.open()

    def _reply(self) -> None:
        from netchal_gui.commands.pipeline import note_reply

        contact = self._current()
        if contact is not None:
            try:
                note_reply(self._workbench, contact.id)
            except Refused as refusal:
                self.message.emit(str(refusal))

    def _add(self) -> None:
        from netchal_gui.views.add_person import AddPerson

        self.front_wanted.emit()
        dialog = AddPerson(self._workbench, self._window)
        dialog.saved.connect(self.person_saved)
        dialog.person_wanted.connect(self.person_saved)
        dialog.open()

    def _edit(self) -> None:
        from netchal_gui.views.contact_form import ContactForm

        contact = self._current()
        if contact is not None:
            dialog = ContactForm(self._workbench, contact, self._window)
            dialog.open()

    def _log(self) -> None:
        self.open_touch(None)

    def open_touch(self, touch: Touch | None) -> None:
        """The form for a mail, a call, a message: a new one, or one that was logged."""
        from netchal_gui.views.touch_form import TouchForm

        contact = self._current()
        if contact is not None:
            TouchForm(self._workbench, contact, touch, self._window).open()

    def _introduce(self) -> None:
        self.open_introduction(None)

    def open_introduction(self, introduction: Introduction | None) -> None:
        """The form for who led to whom: a new one, or one that was noted."""
        from netchal_gui.views.introduction_form import IntroductionForm

        contact = self._current()
        if contact is not None:
            IntroductionForm(self._workbench, contact, introduction, self._window).open()

    def _open_network(self) -> None:
        self.open_network(None)

    def _open_network_of_one(self) -> None:
        contact = self._current()
        if contact is not None:
            self.open_network(contact.id)

    def open_network(self, person: UUID | None) -> None:
        """Tree and graph of who led to whom, from oneself or from a person."""
        from netchal_gui.views.network_dialog import NetworkDialog

        dialog = NetworkDialog(self._workbench, self._jobs, person, self._window)
        dialog.person_wanted.connect(self.front_wanted)
        dialog.person_wanted.connect(self.person_opened)
        dialog.open()

    def _note_favour(self) -> None:
        self.open_favour(None)

    def open_favour(self, favour: Favour | None) -> None:
        """The form for help got or given: a new one, or one that was noted."""
        from netchal_gui.views.favour_form import FavourForm

        contact = self._current()
        if contact is not None:
            FavourForm(self._workbench, contact, favour, self._window).open()

    def settle_favour(self, favour: Favour) -> None:
        """Help that was asked for came, or what was promised is done."""
        from netchal_gui.commands.favours import settle_favour

        settle_favour(self._workbench, favour)

    def delete_introduction(self, introduction: Introduction) -> None:
        """Forget who led to whom; the two people stay."""
        delete_introduction(self._workbench, introduction)

    def _go(self) -> None:
        """Who lives where one goes; the finder gives the place along as the action's data."""
        from netchal_gui.views.going_dialog import GoingDialog

        place = str(self.going.data() or "")
        self.going.setData(None)
        dialog = GoingDialog(self._workbench, self._jobs, place, self._window)
        dialog.person_wanted.connect(self._show_there)
        dialog.message.connect(self.message)
        dialog.open()

    def _show_there(self, person: UUID) -> None:
        self.front_wanted.emit()
        self.person_saved.emit(person)

    def _tag(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(say("Tag people"))
        dialog.setLabelText(say_many("Tag for {n} person", "Tag for {n} people", len(self._chosen())))
        dialog.setOkButtonText(say("Tag"))
        dialog.setCancelButtonText(say("Cancel"))
        dialog.textValueSelected.connect(self._give_tag)
        dialog.open()

    def _give_tag(self, tag: str) -> None:
        people = self._chosen()
        self._do(partial(tag_people, self._workbench, people, tag), say("Tagging"), len(people))

    def _delete(self) -> None:
        people = self._chosen()
        if people:
            self._do(partial(delete_people, self._workbench, people), say("Deleting"), len(people))

    def _do(self, change: Callable[[Progress | None], Any], label: str, count: int) -> None:
        """At once for a few people, with progress for many."""
        if count <= MANY:
            change(None)
        else:
            self._jobs.run(change, label=label, writes=True)
