"""What one can do with a challenge and its places, as actions for menus and buttons."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from netchal_gui import words
from netchal_gui.commands.challenge_places import Place, PlaceState
from netchal_gui.commands.challenge_wording import period_title
from netchal_gui.commands.challenges import (
    Template,
    challenges,
    delete_challenge,
    draft,
    make_current,
    start_challenge,
)
from netchal_gui.commands.home_wording import invitation
from netchal_gui.commands.invitations import second_offer
from netchal_gui.commands.plan_month_due import plan_label
from netchal_gui.commands.slots import choose_new_person, choose_person, move_slot, slot_of, take_out
from netchal_gui.commands.standing import Standing
from netchal_gui.domain.challenge import Challenge, Lane, Slot
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.periods import ChallengeState, state
from netchal_gui.domain.walltime import from_utc
from netchal_gui.settings import Settings
from netchal_gui.storage.home_queries import persons
from netchal_gui.views.asking_actions import AskingActions
from netchal_gui.views.choose_dialog import ChooseDialog
from netchal_gui.views.count_actions import CountActions
from netchal_gui.views.jobs import Jobs
from netchal_gui.views.keep_in_touch import write_from
from netchal_gui.views.people_suggestions import PeopleSuggestions
from netchal_gui.views.place_card import PlaceCard
from netchal_gui.views.suggestion_list import Suggestion
from netchal_gui.words import lane as lane_words
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class ChallengeActions(QObject):
    """``message(sentence)`` for the status bar; ``front_wanted`` before a form opens."""

    person_wanted = Signal(object)
    message = Signal(str)
    front_wanted = Signal()

    def __init__(self, workbench: Workbench, jobs: Jobs, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._window = workbench, parent
        self._jobs, self._settings = jobs, settings
        self._shown: date | None = None
        self._challenge: Challenge | None = None
        self.plan = self._action("", self.plan_month)
        self.plan.setShortcut(QKeySequence("Ctrl+Shift+M"))
        self._counts = CountActions(workbench, parent)
        self._counts.message.connect(self.message)
        self.asking = AskingActions(workbench, jobs, parent)
        self.asking.person_wanted.connect(self.person_wanted)
        self.asking.front_wanted.connect(self.front_wanted)
        self.asking.message.connect(self.message)
        self.start = self._action(say("&Start a challenge…"), self._start)
        self.change = self._action(say("&Change this challenge…"), self._change)
        self.others = QMenu(say("S&how another challenge"), parent)
        self.others.aboutToShow.connect(self._list_challenges)
        self.delete = self._action(say("&Delete this challenge"), self._delete)

    def _action(self, text: str, slot: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    def in_menu(self) -> Sequence[Sequence[QAction]]:
        """In groups: what a month begins with, whom to ask, and the challenges themselves."""
        return (
            (self.plan, self.asking.pipeline),
            self.asking.in_menu(),
            (self.start, self.change, self.others.menuAction(), self.delete),
        )

    def show_challenge(self, challenge: Challenge | None, shown: date | None = None) -> None:
        """Which challenge the actions are about; ``shown`` is a day of a later period that is looked at."""
        self._challenge, self._shown = challenge, shown
        self.plan.setText(self.plan_label())
        for action in (self.change, self.others.menuAction(), self.delete):
            action.setEnabled(challenge is not None)
        is_over = challenge is not None and state(challenge, self._today()) is ChallengeState.ENDED
        self.plan.setEnabled(challenge is not None and not is_over)

    def plan_label(self) -> str:
        """What the button and the menu say: which month is planned."""
        return plan_label(self._challenge, self._today(), self._shown)

    def show_period_people(self, found: Standing, number: int) -> None:
        """Who was met in a period, both lanes together."""
        period = found.periods[number]
        self.show_people(period_title(found.challenge, period, found.today), period.people_met)

    def show_people(self, title: str, ids: Sequence[bytes]) -> None:
        """Who is behind a number."""
        from netchal_gui.views.people_dialog import PeopleDialog

        found = persons(self._workbench.store, ids)
        dialog = PeopleDialog(title, [found[each] for each in ids if each in found], self._window)
        dialog.chosen.connect(self.person_wanted)
        dialog.open()

    def plan_month(self) -> None:
        """Open the window in which a month is planned."""
        if self._challenge is None:
            return
        from netchal_gui.views.plan_month import PlanMonth

        self.front_wanted.emit()
        PlanMonth(self._workbench, self._jobs, self._settings, self._shown, self._window).open()

    def _list_challenges(self) -> None:
        """All of them with their times, the one that is shown ticked; ended ones stay readable."""
        self.others.clear()
        with self._workbench.store.reading() as reader:
            rows = challenges(reader, self._today())
        for row in rows:
            first, last = (words.short_day(day, self._today()) for day in (row.start, row.last))
            text = say("{name}, {first} to {last}", name=row.name, first=first, last=last)
            action = self.others.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(row.is_current)
            action.triggered.connect(partial(self.choose, row.id))

    def begin(self) -> None:
        """The 4×4 challenge from this month on, without a form."""
        start = self._today().replace(day=1)
        start_challenge(self._workbench, draft(self._workbench, Template.FOUR_BY_FOUR, start))

    def choose(self, challenge_id: UUID) -> None:
        """Make a challenge the current one."""
        make_current(self._workbench, challenge_id)

    def choose_person(self, challenge: Challenge, period: int, lane: Lane) -> None:
        """Ask for somebody to fill an empty place."""
        ChooseDialog(
            invitation(lane),
            PeopleSuggestions(self._workbench.store),
            partial(self._choose, challenge, period, lane),
            self._window,
        ).open()

    def write(self, contact: bytes) -> None:
        """A message to somebody, drafted from where one stands with them."""
        write_from(self, self._workbench, contact, self._window)

    def show_uncounted(self) -> None:
        """The talks that fill no place, and those that count because one said so."""
        from netchal_gui.views.uncounted_dialog import UncountedDialog

        if self._challenge is not None:
            dialog = UncountedDialog(self._workbench, self._challenge, self._window)
            dialog.chosen.connect(self.person_wanted)
            dialog.open()

    def take_out_card(self, card: PlaceCard) -> None:
        self.take_out(card.place)

    def take_out(self, place: Place) -> None:
        slot = self._slot(place)
        if slot is not None:
            self._take_out(slot)

    def _take_out(self, slot: Slot) -> None:
        take_out(self._workbench, slot)

    def card_menu(self, found: Standing, period: int, card: PlaceCard, parent: QWidget) -> QMenu:
        """What can be done with the person on a card."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        slot, person = self._slot(card.place), card.person
        if person is None:
            return menu
        write = partial(self.write, person.id)
        menu.addAction(say("&Write…")).triggered.connect(write)
        self.asking.add_log(menu, person.id)
        if card.place.state is PlaceState.ASKED:
            menu.addAction(say("T&hey replied")).triggered.connect(partial(self.asking.reply, person.id))
        if card.place.interview is not None:
            self._add_interview(menu, UUID(bytes=card.place.interview), card.place)
        for lane in found.challenge.lanes:
            if lane is not card.lane:
                other = menu.addAction(say("Move to “{lane}”", lane=lane_words(lane)))
                contact = UUID(bytes=person.id)
                other.triggered.connect(partial(self.set_lane, found.challenge, period, lane, contact))
        if slot is not None:
            self._add_slot(menu, found, period, slot)
        return menu

    def _add_interview(self, menu: QMenu, interview_id: UUID, place: Place) -> None:
        """Whether the talk counts; of one that was called off, another try."""
        verdict = self._counts.verdict(interview_id)
        if verdict is not None:
            self._counts.add_to(menu, verdict)
        elif place.state in (PlaceState.NO_SHOW, PlaceState.CANCELLED, PlaceState.DECLINED):
            if place.contact is not None:
                offer = menu.addAction(say("Make a second &offer…"))
                offer.triggered.connect(partial(self.write, place.contact))
            again = menu.addAction(say("Plan &another day…"))
            again.triggered.connect(partial(self._plan_again, interview_id))
        if menu.actions():
            menu.addSeparator()

    def _add_slot(self, menu: QMenu, found: Standing, period: int, slot: Slot) -> None:
        """What can be done with a choice: the usual lane, another period, none at all."""
        if slot.lane is not None:
            usual = menu.addAction(say("Back to the &usual lane"))
            usual.triggered.connect(partial(self._move, slot, slot.period, None))
        titles = [period_title(found.challenge, each, found.today) for each in found.periods]
        for number in (period - 1, period + 1):
            if 0 <= number < len(titles):
                move = menu.addAction(say("Move to {period}", period=titles[number]))
                move.triggered.connect(partial(self._move, slot, number, slot.lane))
        if len(titles) > 3:
            others = menu.addMenu(say("&Move to another period"))
            for number, title in enumerate(titles):
                if number != period:
                    move = others.addAction(title)
                    move.triggered.connect(partial(self._move, slot, number, slot.lane))
        menu.addAction(say("&Take out")).triggered.connect(partial(self._take_out, slot))

    def set_lane(self, challenge: Challenge, period: int, lane: Lane, contact_id: UUID) -> None:
        """The lane by hand, also of somebody whom nobody chose but who was met or has a day."""
        contact = self._workbench.store.get(Contact, contact_id)
        if contact is not None:
            choose_person(self._workbench, challenge, period, contact, lane)

    def _plan_again(self, interview_id: UUID) -> None:
        """A new interview with the same people, a week ahead, in the form; the one called off stays."""
        from netchal_gui.views.plan_dialog import PlanDialog

        interview = self._workbench.store.get(Interview, interview_id)
        if interview is not None:
            draft = second_offer(self._workbench, interview)
            PlanDialog(self._workbench, draft, parent=self._window).open()

    def _choose(self, challenge: Challenge, period: int, lane: Lane, person: Suggestion) -> None:
        if person.id is None:
            choose_new_person(self._workbench, challenge, period, person.name, lane)
            return
        self.give(challenge, period, lane, person.id)

    def give(self, challenge: Challenge, period: int, lane: Lane, contact_id: UUID) -> None:
        """A place to somebody who is stored; the lane is kept where it is not the preset one."""
        contact = self._workbench.store.get(Contact, contact_id)
        if contact is not None:
            is_preset = (lane is Lane.KNOWN) == (contact.relation is Relation.KNOWN) or lane is Lane.ANYONE
            choose_person(self._workbench, challenge, period, contact, None if is_preset else lane)

    def give_period(self, period: int, dropped: bytes) -> None:
        """A place of another period, in the lane where the person is."""
        contact = self._workbench.store.get(Contact, UUID(bytes=dropped))
        if contact is not None and self._challenge is not None:
            slot = slot_of(self._workbench, self._challenge, contact.id)
            choose_person(self._workbench, self._challenge, period, contact, slot.lane if slot else None)

    def _move(self, slot: Slot, period: int, lane: Lane | None) -> None:
        move_slot(self._workbench, slot, period, lane)

    def _slot(self, place: Place) -> Slot | None:
        return self._workbench.store.get(Slot, UUID(bytes=place.slot)) if place.slot else None

    def _today(self) -> date:
        return from_utc(self._workbench.now(), self._workbench.zone).day

    def _start(self) -> None:
        self._open_form(None)

    def _change(self) -> None:
        self._open_form(self._challenge)

    def _open_form(self, challenge: Challenge | None) -> None:
        from netchal_gui.views.challenge_form import ChallengeForm

        self.front_wanted.emit()
        ChallengeForm(self._workbench, self._today().replace(day=1), challenge, self._window).open()

    def _delete(self) -> None:
        if self._challenge is not None:
            delete_challenge(self._workbench, self._challenge)
