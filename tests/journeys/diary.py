"""Facts of a year, entered one after the other as they happen, through the commands and the workbench."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.people import add_person, blank_contact, tick
from netchal_gui.commands.plan import move, plan, take_step
from netchal_gui.domain.challenge import Challenge, CountDecision, Slot
from netchal_gui.domain.contact import Circle, Relation, Source
from netchal_gui.domain.edit import Change, Edit, Entity
from netchal_gui.domain.follow_up import FollowUpKind
from netchal_gui.domain.interview import Channel, Interview, Participant, StepKind, moved, stepped
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch
from netchal_gui.domain.walltime import wall_time
from netchal_gui.storage.person_queries import follow_ups_for
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

ZONE = "Europe/Berlin"
NINE, NOON, EVENING = time(9), time(12), time(20)


@dataclass
class Diary:
    """Facts are noted for a moment in Berlin and entered when :meth:`live_until` reaches it."""

    path: Path
    workbench: Workbench = field(init=False)
    moment: datetime = datetime(2025, 12, 1, tzinfo=UTC)
    people: dict[str, UUID] = field(default_factory=dict)
    talks: dict[str, UUID] = field(default_factory=dict)
    _waiting: list[tuple[datetime, int, Callable[[], object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.workbench = Workbench(Store.open(self.path), self.now, uuid4, zone=ZONE)

    def now(self) -> datetime:
        return self.moment

    def at(self, day: date, clock: time, fact: Callable[..., object], *what: object, **more: object) -> None:
        """Note a fact for a moment."""
        when = wall_time(datetime.combine(day, clock), ZONE)[0].utc
        self._waiting.append((when, len(self._waiting), lambda: fact(*what, **more)))

    def live_until(self, day: date, clock: time = EVENING) -> None:
        """Enter everything up to a moment, in the order of time."""
        end = wall_time(datetime.combine(day, clock), ZONE)[0].utc
        due = sorted(each for each in self._waiting if each[0] <= end)
        self._waiting = [each for each in self._waiting if each[0] > end]
        for when, _, enter in due:
            self.moment = when
            enter()
        self.moment = end

    def begin(self, template: Template, start: date, **parts: object) -> Challenge:
        made = draft(self.workbench, template, start)
        return start_challenge(self.workbench, replace(made, **parts))  # type: ignore[arg-type]

    def person(
        self,
        name: str,
        relation: Relation,
        source: Source | None = None,
        circle: Circle | None = None,
        tags: tuple[str, ...] = (),
        far_away: bool = False,
    ) -> None:
        contact = replace(
            blank_contact(self.workbench, name),
            relation=relation,
            source=source,
            circle=circle,
            tags=tags,
            far_away=far_away,
        )
        self.people[name] = add_person(self.workbench, contact).id

    def asked(self, name: str) -> None:
        talk = Interview(
            id=self.workbench.new_id(),
            participants=(Participant(self.people[name]),),
            created=self.moment,
        )
        self.talks[name] = talk.id
        self._put(stepped(talk, StepKind.ASKED, self.moment))

    def step(self, name: str, kind: StepKind) -> None:
        """What became of a talk; whoever was met is thanked right away."""
        take_step(self.workbench, self._talk(name), kind)
        for thank in follow_ups_for(self.workbench.store, [self.people[name]]):
            if thank.kind is FollowUpKind.THANK and not thank.done:
                tick(self.workbench, thank, True)

    def agreed(self, name: str, start: datetime, channel: Channel = Channel.COFFEE, zone: str = ZONE) -> None:
        """A time for a talk: of one that was asked for, or without further ado."""
        if name in self.talks:
            before = self._talk(name)
            with_channel = replace(before, channel=channel)
            after = moved(with_channel, wall_time(start, zone)[0], self.moment)
            self.workbench.apply(Edit("Agree", (Change(before, after),)))
            return
        made = plan(self.workbench, [self.people[name]], start, zone=zone, channel=channel)
        self.talks[name] = made.interview.id

    def moved(self, name: str, start: datetime) -> None:
        move(self.workbench, self._talk(name), start)

    def chance(self, name: str, start: datetime, channel: Channel = Channel.EVENT) -> None:
        """A meeting that begins at met."""
        talk = Interview(
            id=self.workbench.new_id(),
            participants=(Participant(self.people[name]),),
            created=self.moment,
            start=wall_time(start, ZONE)[0],
            channel=channel,
        )
        self.talks[name] = talk.id
        self._put(stepped(talk, StepKind.MET, self.moment))

    def again(self, name: str, start: datetime) -> None:
        """A second talk with the same person, planned and met."""
        made = plan(self.workbench, [self.people[name]], start)
        self.moment += timedelta(minutes=1)
        take_step(self.workbench, made.interview, StepKind.MET)

    def introduced(self, by: str, to: str, stage: IntroductionStage = IntroductionStage.MADE) -> None:
        self._put(
            Introduction(
                id=self.workbench.new_id(),
                by_id=self.people[by],
                to_id=self.people[to],
                created=self.moment,
                at=self.moment,
                stage=stage,
            )
        )

    def chose(self, challenge: Challenge, name: str, period: int) -> None:
        self._put(
            Slot(
                id=self.workbench.new_id(),
                challenge_id=challenge.id,
                contact_id=self.people[name],
                period=period,
                created=self.moment,
                interview_id=self.talks.get(name),
            )
        )

    def decided(self, challenge: Challenge, name: str, counts: bool, reason: str) -> None:
        self._put(
            CountDecision(
                id=self.workbench.new_id(),
                challenge_id=challenge.id,
                interview_id=self.talks[name],
                counts=counts,
                created=self.moment,
                reason=reason,
            )
        )

    def recorded(self, name: str) -> None:
        link = "https://example.org/recording"
        self._put(
            Recording(
                id=self.workbench.new_id(), interview_id=self.talks[name], created=self.moment, link=link
            )
        )

    def reported(self, challenge: Challenge, to: str, inbound: bool = False) -> None:
        self._put(
            Touch(
                id=self.workbench.new_id(),
                contact_id=self.people[to],
                created=self.moment,
                at=self.moment,
                inbound=inbound,
                challenge_id=challenge.id,
            )
        )

    def names(self, ids: tuple[bytes, ...]) -> list[str]:
        known = {item_id.bytes: name for name, item_id in self.people.items()}
        return [known[each] for each in ids]

    def _talk(self, name: str) -> Interview:
        talk = self.workbench.store.get(Interview, self.talks[name])
        assert talk is not None
        return talk

    def _put(self, item: Entity) -> None:
        self.workbench.apply(Edit("Note", (Change(None, item),)))
