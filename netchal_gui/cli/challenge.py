"""``netchal challenge``: where a challenge stands, as text or, with ``--json``, all that is known of it."""

import argparse
from collections.abc import Iterator
from datetime import date

from netchal_gui import words
from netchal_gui.cli.answer import Answer
from netchal_gui.cli.challenge_data import CameOfIt, came_of_it, told
from netchal_gui.cli.data import reading
from netchal_gui.commands.asked_who_else import sentence as who_else_sentence
from netchal_gui.commands.challenge_people import PartnerStanding, ToDo
from netchal_gui.commands.challenge_places import LaneStanding, Place, PlaceState
from netchal_gui.commands.challenge_wording import forecast_sentences, period_place, period_title, place_state
from netchal_gui.commands.challenges import challenges
from netchal_gui.commands.home_wording import task
from netchal_gui.commands.new_people import sentence
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.domain.folding import words_of
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say


def challenge(arguments: argparse.Namespace) -> Answer:
    """The current challenge, or the one that is named. Raises Refused where there is none."""
    with reading(arguments) as workbench:
        today = from_utc(workbench.now(), workbench.zone).day
        with workbench.store.reading() as reader:
            found = _found(reader, arguments.name, today, workbench.zone)
            came = came_of_it(reader, found, workbench.zone)
            data = told(reader, found, came, workbench.zone) if arguments.json else {}
    return Answer(list(_lines(found, came)), data)


def _found(reader: Reader, name: str, today: date, zone: str) -> Standing:
    every = challenges(reader, today)
    if not every:
        raise Refused(say("There is no challenge yet. Start one in the window."))
    named = [row for row in every if words_of(row.name) == words_of(name)] if name else []
    if name and not named:
        raise Refused(say("No challenge is called {name}.", name=name))
    found = standing(reader, named[0].id if named else None, today, zone)
    assert found is not None
    return found


def _lines(found: Standing, came: CameOfIt) -> Iterator[str]:
    challenge, current = found.challenge, found.periods[found.current]
    title = period_title(challenge, current, found.today)
    place = period_place(challenge, found.current, len(found.periods))
    yield ", ".join(filter(None, (challenge.name, place, title, words.challenge_state(found.state))))
    yield say("{met} of {goal} met", met=found.met, goal=found.goal)
    for lane in current.lanes:
        yield from _lane(found, lane)
    yield say(
        "Asked {asked}, replied {replied}, met {met}, introduced {introduced}",
        **{name: len(people) for name, people in found.funnel._asdict().items()},
    )
    for source in found.sources:
        yield "  " + say("{source}: {n}", source=_source(source.source), n=len(source.people))
    if any(came.asked):
        yield who_else_sentence(came.asked)
    if came.again.new:
        yield sentence(came.again)
    yield from forecast_sentences(found)
    if found.uncounted or found.extra:
        yield say("Not counted: {n}, extra: {extra}", n=len(found.uncounted), extra=len(found.extra))
    yield from (_to_do(found, item) for item in found.to_do)
    if found.partner:
        yield _partner(found, found.partner)


def _lane(found: Standing, lane: LaneStanding) -> Iterator[str]:
    yield say("{lane}: {met} of {quota} met", lane=words.lane(lane.lane), met=lane.met, quota=lane.quota)
    yield from (_place(found, place) for place in lane.places if place.state is not PlaceState.EMPTY)


def _place(found: Standing, place: Place) -> str:
    person = found.people.get(place.contact or b"")
    parts = [place_state(place), person.name if person else "?"]
    if place.start:
        parts.append(f"{words.weekday_day(place.start.date(), found.today)} {words.clock(place.start)}")
    if place.made_up_in is not None:
        parts.append(say("made up"))
    return "  " + "  ".join(parts)


def _source(source: str | None) -> str:
    from netchal_gui.domain.contact import Source

    return words.source(Source(source)) if source else say("Not noted")


def _to_do(found: Standing, item: ToDo) -> str:
    return say("To do, {day}: {text}", day=words.weekday_day(item.due, found.today), text=task(item))


def _partner(found: Standing, partner: PartnerStanding) -> str:
    name = partner.person.name
    if partner.overdue is not None:
        day = words.short_day(partner.overdue, found.today)
        return say("Report to {name}: overdue since {day}", name=name, day=day)
    if partner.reported:
        return say("Report to {name}: sent", name=name)
    if partner.due is None:
        return say("Partner: {name}", name=name)
    return say("Report to {name}: due {day}", name=name, day=words.short_day(partner.due, found.today))
