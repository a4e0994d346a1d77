"""A diary of all that is around the talks: favours, follow-ups, touches, who named whom, the one-line log."""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from netchal_gui.commands.favours import add_favour, settle_favour
from netchal_gui.commands.follow_ups import next_week, snooze
from netchal_gui.commands.introductions import change_introduction, introductions_of
from netchal_gui.commands.invitations import note_step
from netchal_gui.commands.log_line import log_line
from netchal_gui.commands.people import change_person, tick
from netchal_gui.commands.pipeline import card_of, move, note_reply
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.commands.touches import log_touch
from netchal_gui.commands.who_else import note_who_else
from netchal_gui.domain.contact import Circle, Contact
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import StepKind, WhoElse
from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.domain.pipeline import Column
from netchal_gui.domain.preferences import PREFERENCES_ID, CircleCadence, Preferences
from netchal_gui.domain.touch import TouchKind
from netchal_gui.storage.person_queries import follow_ups_for
from tests.journeys.diary import Diary


@dataclass
class WholeDiary(Diary):
    favours: dict[str, UUID] = field(default_factory=dict)

    def noted(self, name: str, **parts: object) -> None:
        """What is known of a person: their birthday, where they live, how often one wants to be in touch."""
        before = self.workbench.store.get(Contact, self.people[name])
        assert before is not None
        assert change_person(self.workbench, before, replace(before, **parts))  # type: ignore[arg-type]

    def wished(self, circle: Circle, days: int) -> None:
        """How often one wants to be in touch with a circle that had no rhythm."""
        before = self.workbench.store.get(Preferences, PREFERENCES_ID) or Preferences()
        rhythms = (*before.circle_cadences, CircleCadence(circle, days))
        change_preferences(self.workbench, replace(before, circle_cadences=rhythms))

    def helped(self, name: str, kind: FavourKind, text: str, through: str | None = None) -> None:
        """A favour; ``through``: by whose introduction it came."""
        person = self.people[name]
        led = introductions_of(self.workbench.store, person).to_them if through else ()
        ids = [row.introduction.id for row in led if row.name == through]
        made = add_favour(self.workbench, person, kind, text, introduction_id=ids[0] if ids else None)
        self.favours[text] = made.id

    def settled(self, text: str) -> None:
        favour = self.workbench.store.get(Favour, self.favours[text])
        assert favour is not None
        settle_favour(self.workbench, favour)

    def did(self, name: str, kind: FollowUpKind) -> None:
        """The one open follow-up of a kind, ticked."""
        tick(self.workbench, self._open(name, kind), True)

    def put_off(self, name: str, kind: FollowUpKind, due: date | None = None) -> None:
        """To a day, None: to Monday of the next week."""
        snooze(self.workbench, self._open(name, kind), due or next_week(self.workbench))

    def touched(self, name: str, kind: TouchKind, day: date, inbound: bool = False) -> None:
        log_touch(self.workbench, self.people[name], kind, day, inbound=inbound)

    def logged(self, line: str) -> None:
        """One line; whoever is new in it is called by their name from now on."""
        log_line(self.workbench, line)
        for person in self.workbench.store.every(Contact):
            self.people.setdefault(person.name, person.id)

    def answered(self, name: str, who_else: WhoElse) -> None:
        """What came of asking somebody at the end of a talk whom else to meet, where nobody was named."""
        note_who_else(self.workbench, self.talks[name], self.people[name], who_else)

    def brought_together(self, by: str, to: str) -> None:
        """An introduction that was promised is made."""
        rows = introductions_of(self.workbench.store, self.people[by]).by_them
        (led,) = (row.introduction for row in rows if row.name == to)
        change_introduction(self.workbench, led, replace(led, stage=IntroductionStage.MADE))

    def carried(self, name: str, column: Column) -> None:
        """A card of the pipeline put into another column."""
        card = card_of(self.workbench, self.people[name])
        assert move(self.workbench, card, column) is None
        if card.interview is not None:
            self.talks[name] = card.interview

    def replied(self, name: str) -> None:
        note_reply(self.workbench, self.people[name])

    def went(self, name: str, kind: StepKind) -> None:
        note_step(self.workbench, self._talk(name), kind)

    def _open(self, name: str, kind: FollowUpKind) -> FollowUp:
        there = follow_ups_for(self.workbench.store, [self.people[name]])
        (found,) = (each for each in there if each.kind is kind and not each.done)
        return found
