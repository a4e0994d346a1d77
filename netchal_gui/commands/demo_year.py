"""The year of the example: four known and four new people a month, what came of each, the days ahead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from netchal_gui.commands.demo_challenge import Group, challenge_items, with_answers
from netchal_gui.commands.demo_people import Guest, fresh_id
from netchal_gui.domain.block import Block, BlockRule
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind, ticked
from netchal_gui.domain.interview import Interview, Participant, Step, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.walltime import WallTime, wall_time

MONTHS_PAST = 10
BLOCK_DAYS = frozenset({1, 3})
BEGINS, ENDS = time(12), time(13, 30)
HOURS = (time(9), time(10, 30), BEGINS, BEGINS, time(15, 30), time(17))
STILL_OPEN = timedelta(days=21)
"""What was due longer ago than this is done."""


class Year:
    """Deals the guests to the months and makes all objects.

    ``now`` is aware UTC, ``today`` in the zone, ``texts`` are the challenge's in one language.
    """

    def __init__(
        self,
        random: Random,
        guests: Sequence[Guest],
        now: datetime,
        zone: str,
        today: date,
        texts: Mapping[str, Any],
    ) -> None:
        self._random, self._guests = random, guests
        self._now, self._zone, self._today, self._texts = now, zone, today, texts
        self._first = _month(today, -MONTHS_PAST)

    def items(self) -> Iterator[Entity]:
        """Every object, people first."""
        groups = deal(self._guests)
        months: list[list[tuple[Group, Interview]]] = []
        for number, group in enumerate(groups[:MONTHS_PAST]):
            months.append(list(self._past(_month(self._first, number), group, number)))
        months.append(list(self._this_month(groups[MONTHS_PAST])))
        months.append(list(self._next_month(groups[MONTHS_PAST + 1])))
        talks = [talk for month in months for talk in month]
        for group, talk in talks:
            for guest in group:
                created = self._month_begin(self._first) if guest.is_known else talk.created
                yield replace(guest.contact, created=min(created, talk.created))
        yield from with_answers(talks)
        yield from self._blocks()
        for group, talk in talks:
            if group[0].story and talk.stage is StepKind.MET:
                yield from self._written_up(group[0], talk)
        yield from challenge_items(self._random, months, self._first, self._now, self._zone, self._texts)

    def _past(self, month: date, group: Group, number: int) -> Iterator[tuple[Group, Interview]]:
        """A month that is over: eight talks, of which at most one came to nothing."""
        days = sorted(self._random.sample([day for day in _days(month) if day.weekday() < 5], len(group)))
        without = [guest for guest in group if not guest.story and not guest.is_close]
        endings = (StepKind.NO_SHOW, StepKind.MOVED, StepKind.CANCELLED, None, StepKind.DECLINED)
        odd, ending = without[number % len(without)], endings[number % len(endings)]
        for day, guest in zip(days, self._random.sample(group, len(group)), strict=True):
            yield [guest], self._talk([guest], day, ending if guest is odd else None)

    def _this_month(self, group: Group) -> Iterator[tuple[Group, Interview]]:
        """What was is written up, half of what comes has its day, of the rest one has heard or not."""
        days = [day for day in _days(_month(self._today)) if day.weekday() < 5]
        before = [day for day in days if day < self._today]
        after = [day for day in days if day > self._today and day.weekday() in BLOCK_DAYS]
        left = sorted(group, key=lambda guest: not guest.story)
        for day in before[-1 : -10 : -max(1, min(2, len(before) // 4))][:5]:
            guest = left.pop(0)
            yield [guest], self._talk([guest], day)
        for day in after[:3]:
            guest = left.pop()
            yield [guest], self._ahead([guest], day)
        yield from self._without_day(left)

    def _next_month(self, group: Group) -> Iterator[tuple[Group, Interview]]:
        """Just begun: one with two people at once, two more, and those who were asked."""
        month = _month(self._today, 1)
        days = [day for day in _days(month) if day.weekday() in BLOCK_DAYS]
        left = list(group)
        together = [guest for guest in left if guest.is_known][:2]
        left = [guest for guest in left if guest not in together]
        yield together, self._ahead(together, days[1])
        for day in (days[0], days[3]):
            guest = left.pop(0)
            yield [guest], self._ahead([guest], day)
        yield from self._without_day(left)

    def _without_day(self, guests: Group) -> Iterator[tuple[Group, Interview]]:
        """People one has thought of, asked, or heard from."""
        ways = (StepKind.REPLIED, StepKind.ASKED, StepKind.ASKED, StepKind.IDEA, StepKind.IDEA)
        for number, guest in enumerate(guests):
            begun = self._now - timedelta(days=12 - number, hours=number)
            kinds = [StepKind.IDEA, StepKind.ASKED, StepKind.REPLIED]
            kinds = kinds[: kinds.index(ways[number % len(ways)]) + 1]
            steps = [Step(kind, begun + timedelta(days=2 * past)) for past, kind in enumerate(kinds)]
            yield [guest], self._interview([guest], None, steps)

    def _talk(self, guests: Group, day: date, ending: StepKind | None = None) -> Interview:
        """A talk on a day that is over, with the steps that led to it."""
        start = self._at(day, self._random.choice(HOURS))
        steps = self._asked(guests[0], start.utc - timedelta(days=self._random.randint(9, 20)))
        if ending is StepKind.DECLINED:
            return self._interview(guests, None, [*steps[:1], Step(ending, steps[0].at + timedelta(days=3))])
        if ending is StepKind.MOVED:
            was = self._at(day - timedelta(days=2), start.local.time())
            steps.append(Step(StepKind.MOVED, was.utc - timedelta(hours=20), was))
        over = start.utc + timedelta(minutes=50)
        if ending is StepKind.CANCELLED:
            steps.append(Step(ending, start.utc - timedelta(hours=21)))
        else:
            steps.append(Step(StepKind.NO_SHOW if ending is StepKind.NO_SHOW else StepKind.MET, over))
        return self._interview(guests, start, steps)

    def _ahead(self, guests: Group, day: date) -> Interview:
        """A talk that is planned, on blocked time."""
        begun = self._now - timedelta(days=self._random.randint(8, 15))
        return self._interview(guests, self._at(day, BEGINS), self._asked(guests[0], begun))

    def _asked(self, guest: Guest, begun: datetime) -> list[Step]:
        """Asked, replied, scheduled within a week; family and friends just find a day."""
        reply = begun + timedelta(hours=self._random.randint(5, 70))
        scheduled = Step(StepKind.SCHEDULED, reply + timedelta(hours=self._random.randint(2, 50)))
        if guest.is_close:
            return [scheduled]
        return [Step(StepKind.ASKED, begun), Step(StepKind.REPLIED, reply), scheduled]

    def _interview(self, guests: Group, start: WallTime | None, steps: list[Step]) -> Interview:
        channel = guests[0].channel
        is_near = channel.value in ("coffee", "lunch")
        return Interview(
            id=fresh_id(self._random),
            participants=tuple(Participant(guest.id) for guest in guests),
            created=steps[0].at,
            start=start,
            minutes=60 if channel.value == "lunch" else 45,
            channel=channel,
            place=f"Café Morgenrot, {guests[0].contact.place}" if is_near else "",
            link="https://example.org/talk" if channel.value == "video" else "",
            steps=tuple(steps),
        )

    def _written_up(self, guest: Guest, talk: Interview) -> Iterator[Entity]:
        """The entry and what came of it to follow up."""
        written = min(talk.steps[-1].at + timedelta(hours=2), self._now)
        assert talk.start is not None
        entry = JournalEntry(
            id=fresh_id(self._random),
            day=talk.start.day,
            created=written,
            changed=written,
            title=guest.story["title"],
            people=talk.people,
            learned=guest.story["learned"],
            notes=guest.story["notes"],
            tags=tuple(guest.story["tags"]),
            interview_id=talk.id,
        )
        yield entry
        for position, line in enumerate(guest.story["follow_ups"]):
            yield self._follow_up(guest, entry, position, line)

    def _follow_up(
        self, guest: Guest, entry: JournalEntry, position: int, line: dict[str, str | int]
    ) -> FollowUp:
        follow_up = FollowUp(
            id=fresh_id(self._random),
            text=str(line["text"]),
            created=entry.created,
            kind=FollowUpKind(str(line["kind"])),
            contact_id=guest.id,
            entry_id=entry.id,
            due=entry.day + timedelta(days=int(line["days"])),
            position=position,
        )
        assert follow_up.due is not None
        done = self._at(follow_up.due, time(20)).utc
        if done < self._now - STILL_OPEN or (position == 0 and done < self._now):
            return ticked(follow_up, True, done)
        return follow_up

    def _blocks(self) -> Iterator[Block]:
        """Tuesdays and Thursdays at noon of this and the next month, and one whole day."""
        first, last = _month(self._today), _month(self._today, 2) - timedelta(days=1)
        rule = BlockRule(
            weekdays=BLOCK_DAYS, first=first, last=last, zone=self._zone, begins=BEGINS, ends=ENDS
        )
        spans = [*rule.spans(), (self._at(last - timedelta(days=9), time()), 24 * 60, True)]
        for start, minutes, whole_day in spans:
            yield Block(
                id=fresh_id(self._random),
                start=start,
                created=self._now - timedelta(days=20),
                minutes=minutes,
                whole_day=whole_day,
            )

    def _at(self, day: date, clock: time) -> WallTime:
        return wall_time(datetime.combine(day, clock), self._zone)[0]

    def _month_begin(self, month: date) -> datetime:
        return self._at(month, time(9)).utc


def deal(guests: Sequence[Guest]) -> list[Group]:
    """Twelve months of four known and four new people; those with a story fall into the first eleven."""
    months: list[Group] = [[] for _ in range(MONTHS_PAST + 2)]
    for known in (False, True):
        with_story = [guest for guest in guests if guest.is_known is known and guest.story]
        without = [guest for guest in guests if guest.is_known is known and not guest.story]
        told, all_stories = len(months) - 1, len(with_story)
        for number, month in enumerate(months):
            share = (number + 1) * all_stories // told - number * all_stories // told
            chosen = [with_story.pop(0) for _ in range(share if number < told else 0)]
            month += chosen
            month += [without.pop(0) for _ in range(4 - len(chosen))]
    return months


def _month(day: date, later: int = 0) -> date:
    """The first day of a month so many months later."""
    years, month = divmod(day.month - 1 + later, 12)
    return date(day.year + years, month + 1, 1)


def _days(month: date) -> list[date]:
    last = _month(month, 1)
    return [date.fromordinal(each) for each in range(month.toordinal(), last.toordinal())]
