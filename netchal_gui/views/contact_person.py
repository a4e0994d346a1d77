"""The chosen person of the contacts: reads what the pane shows and carries out what is wished there."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from netchal_gui.commands.person_history import PAGE, person_history
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.favour import Favour
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.preferences import Preferences
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch
from netchal_gui.item_models.contact_texts import rhythm, today
from netchal_gui.storage.contact_queries import place_of, rows_of
from netchal_gui.views.contact_actions import ContactActions
from netchal_gui.views.contact_detail import ContactDetail, ShownPerson
from netchal_gui.views.count_actions import CountActions
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.open_link import open_link
from netchal_gui.views.recording_actions import RecordingActions
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

SHOWN = (Contact, Interview, JournalEntry, FollowUp, Touch, Introduction, Favour, Recording, Preferences)
"""What the list and the person beside it tell of."""


class ContactPerson(QObject):
    """``person_wanted(id)`` for another person, ``object_wanted(kind, id)`` for what another tab shows.

    ``message(sentence)`` for the status bar.
    """

    person_wanted = Signal(object)
    object_wanted = Signal(object, object)
    message = Signal(str)

    def __init__(
        self,
        workbench: Workbench,
        jobs: Jobs,
        detail: ContactDetail,
        actions: ContactActions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workbench, self._detail, self._actions = workbench, detail, actions
        self._counts = CountActions(workbench, parent)
        self._recordings = RecordingActions(workbench, jobs, parent)
        self._person: UUID | None = None
        self._most = PAGE
        self._connect()

    def _connect(self) -> None:
        detail, actions = self._detail, self._actions
        detail.write_wanted.connect(actions.write.trigger)
        detail.plan_wanted.connect(actions.talk.plan.trigger)
        detail.log_wanted.connect(actions.talk.log.trigger)
        detail.link_wanted.connect(open_link)
        actions.follow_ups.serve(detail.follow_ups)
        detail.follow_ups.all_wanted.connect(self._show_all_follow_ups)
        detail.favours.change_wanted.connect(actions.open_favour)
        detail.favours.settled.connect(actions.settle_favour)
        detail.timeline.more_wanted.connect(self._read_more)
        detail.object_wanted.connect(self._follow)
        detail.talk_menu_wanted.connect(self._open_talk_menu)
        for source in (self._counts, self._recordings):
            source.message.connect(self.message)
        detail.chain.person_wanted.connect(self.person_wanted)
        detail.chain.change_wanted.connect(actions.open_introduction)
        detail.chain.deletion_wanted.connect(actions.delete_introduction)

    def show(self, contact: Contact) -> None:
        """Read what the page shows of a person; of the same one as far back as they went before."""
        store, zone = self._workbench.store, self._workbench.zone
        if self._person != contact.id:
            self._person, self._most = contact.id, PAGE
        history = person_history(store, contact.id, zone, self._most)
        photo = store.photo(contact.photo) if contact.photo else None
        day = today(self._workbench.now(), zone)
        self._detail.show_person(
            ShownPerson(contact, history, photo, day, zone, self._rhythm(contact.id.bytes))
        )

    def _rhythm(self, contact: bytes) -> str:
        store, zone = self._workbench.store, self._workbench.zone
        number = place_of(store, contact)
        rows = rows_of(store, [number]) if number is not None else []
        return rhythm(rows[0], self._workbench.now(), zone) if rows else ""

    def _show_all_follow_ups(self) -> None:
        """All that is open with the person shown."""
        contact = self._workbench.store.get(Contact, self._person) if self._person else None
        self._actions.follow_ups.show_all(contact.name if contact else "")

    def _read_more(self) -> None:
        """Further back, ever further at a time."""
        self._most *= 2
        contact = self._workbench.store.get(Contact, self._person) if self._person else None
        if contact is not None:
            self.show(contact)

    def _follow(self, kind: type[Entity], object_id: UUID) -> None:
        """What belongs to the person alone is changed here, all else is shown in its own tab."""
        stored = self._workbench.store.get(kind, object_id)
        if isinstance(stored, Touch):
            self._actions.open_touch(stored)
        elif isinstance(stored, Introduction):
            self._actions.open_introduction(stored)
        elif isinstance(stored, Favour):
            self._actions.open_favour(stored)
        else:
            self.object_wanted.emit(kind, object_id)

    def _open_talk_menu(self, interview_id: UUID, place: QPoint) -> None:
        self.talk_menu(interview_id).popup(place)

    def talk_menu(self, interview_id: UUID) -> QMenu:
        """Where a talk is shown, whether it counts, and its recordings."""
        menu = QMenu(self._detail)
        menu.aboutToHide.connect(menu.deleteLater)
        show = menu.addAction(say("&Show in the calendar"))
        show.triggered.connect(partial(self.object_wanted.emit, Interview, interview_id))
        menu.addSeparator()
        verdict = self._counts.verdict(interview_id)
        if verdict is not None:
            self._counts.add_to(menu, verdict)
            menu.addSeparator()
        self._recordings.add_to(menu, interview_id)
        return menu
