"""The example's challenge: 4×4 over its year, with its places, introductions, recordings, and reports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from netchal_gui.commands.demo_people import Guest, fresh_id
from netchal_gui.domain.challenge import Challenge, Slot
from netchal_gui.domain.contact import Circle
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.interview import Channel, Interview, StepKind, WhoElse
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.periods import Span, spans
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.domain.walltime import wall_time

RECORDINGS = 4
CALLED = 7
"""So many days before today a relative was called last; the others waited longer, each one more week."""

Group = list[Guest]
Talks = Sequence[tuple[Group, Interview]]


def challenge_items(
    random: Random,
    months: Sequence[Talks],
    first: date,
    now: datetime,
    zone: str,
    texts: Mapping[str, Any],
) -> Iterator[Entity]:
    """All of the challenge that begins on ``first``; ``months`` are the talks of its twelve periods.

    ``texts`` are those of one language: name, about, touches, recording.
    """
    talks = [talk for month in months for talk in month]
    begun = wall_time(datetime.combine(first, time(8)), zone)[0].utc - timedelta(days=3)
    partner = next(guest for group, _ in talks for guest in group if guest.contact.circle is Circle.COLLEAGUE)
    challenge = Challenge(
        id=fresh_id(random),
        name=texts["name"],
        about=texts["about"],
        created=begun,
        start=first,
        known=4,
        new=4,
        partner_id=partner.id,
    )
    yield challenge
    yield from _slots(random, challenge, months)
    yield from _introductions(random, talks)
    yield from _recordings(random, talks, texts["recording"])
    yield from _calls(random, talks, now, texts["touches"])
    yield from _seen_again(random, talks, now)
    yield from _reports(random, challenge, partner, now, zone)


def _slots(random: Random, challenge: Challenge, months: Sequence[Talks]) -> Iterator[Slot]:
    for period, talks in enumerate(months):
        for group, talk in talks:
            for guest in group:
                yield Slot(
                    id=fresh_id(random),
                    challenge_id=challenge.id,
                    contact_id=guest.id,
                    period=period,
                    created=talk.created,
                    interview_id=talk.id,
                )


def with_answers(talks: Talks) -> Iterator[Interview]:
    """The talks with what came of asking whom else to meet; now and then one forgot it."""
    named = {source.id for source, _ in _led(talks)}
    for number, (_, talk) in enumerate(talks):
        other = WhoElse.FORGOT if number % 5 == 0 else WhoElse.NOBODY
        answer = WhoElse.NAMED if talk.id in named else other
        is_met = talk.stage is StepKind.MET
        people = tuple(replace(each, who_else=answer) for each in talk.participants)
        yield replace(talk, participants=people) if is_met else talk


def _led(talks: Talks) -> Iterator[tuple[Interview, Guest]]:
    """Whom a guest led to at a talk, once one had met them."""
    met = {group[0].contact.given: talk for group, talk in talks if talk.stage is StepKind.MET}
    for group, talk in talks:
        for guest in group:
            source = met.get(guest.introduced_by)
            if source is not None and source.steps[-1].at < talk.created:
                yield source, guest


def _introductions(random: Random, talks: Talks) -> Iterator[Introduction]:
    for source, guest in _led(talks):
        yield Introduction(
            id=fresh_id(random),
            by_id=source.people[0],
            to_id=guest.id,
            created=source.steps[-1].at,
            at=source.steps[-1].at,
            stage=IntroductionStage.MADE,
            interview_id=source.id,
        )


def _recordings(random: Random, talks: Talks, title: str) -> Iterator[Recording]:
    """Some talks by video were recorded; every other one may be shown to everybody."""
    by_video = [talk for _, talk in talks if talk.channel is Channel.VIDEO and talk.stage is StepKind.MET]
    for number, talk in enumerate(by_video[:RECORDINGS]):
        assert talk.start is not None
        yield Recording(
            id=fresh_id(random),
            interview_id=talk.id,
            created=talk.steps[-1].at,
            title=title,
            link=f"https://example.org/recordings/{number + 1}",
            consent=talk.start.day if number % 2 == 0 else None,
            public=number % 2 == 0,
        )


SEEN_AGAIN = 20
"""Days after a talk at which the first of the new people are met again."""


def _calls(random: Random, talks: Talks, now: datetime, texts: Sequence[str]) -> Iterator[Touch]:
    """Every other one of family and friends was called or written to since the talk, some long ago."""
    close = [(group[0], talk) for group, talk in talks if group[0].is_close and talk.stage is StepKind.MET]
    for number, (guest, talk) in enumerate(close[::2]):
        at = now - timedelta(days=CALLED * (number + 1), hours=number)
        if at > talk.steps[-1].at:
            yield Touch(
                id=fresh_id(random),
                contact_id=guest.id,
                created=at,
                at=at,
                kind=TouchKind.CALL if number % 2 == 0 else TouchKind.MESSAGE,
                inbound=number % 3 == 0,
                text=texts[number % len(texts)],
            )


def _seen_again(random: Random, talks: Talks, now: datetime) -> Iterator[Touch]:
    """Three of four new people were met again some weeks after the talk, without another interview."""
    new = [(group[0], talk) for group, talk in talks if not group[0].is_known and talk.stage is StepKind.MET]
    for number, (guest, talk) in enumerate(new):
        at = talk.steps[-1].at + timedelta(days=SEEN_AGAIN + 7 * (number % 7))
        if number % 4 and at < now:
            yield Touch(id=fresh_id(random), contact_id=guest.id, created=at, at=at, kind=TouchKind.MEETING)


def _reports(
    random: Random, challenge: Challenge, partner: Guest, now: datetime, zone: str
) -> Iterator[Touch]:
    """A report on the last evening of each month that is over, and now and then an answer two days later."""
    for number, days in enumerate(spans(challenge)):
        report = _report(random, challenge, partner, days, zone)
        if report.at < now:
            yield report
            answer = report.at + timedelta(days=2)
            if number % 3 == 0 and answer < now:
                yield replace(report, id=fresh_id(random), at=answer, created=answer, inbound=True)


def _report(random: Random, challenge: Challenge, partner: Guest, days: Span, zone: str) -> Touch:
    at = wall_time(datetime.combine(days.last, time(20)), zone)[0].utc
    return Touch(id=fresh_id(random), contact_id=partner.id, created=at, at=at, challenge_id=challenge.id)
