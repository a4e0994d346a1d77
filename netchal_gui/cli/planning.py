"""``netchal plan`` and ``netchal block``."""

import argparse

from netchal_gui import words
from netchal_gui.cli.answer import Answer
from netchal_gui.cli.data import writing
from netchal_gui.commands import blocks
from netchal_gui.commands import plan as planning
from netchal_gui.domain.block import Block
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.problem import Problem
from netchal_gui.domain.walltime import WallTime
from netchal_gui.words import say


def plan(arguments: argparse.Namespace) -> Answer:
    """Plan an interview; what had to be said about its time stands in the answer too."""
    with writing(arguments) as workbench:
        planned = planning.plan(
            workbench,
            arguments.names,
            arguments.at,
            zone=arguments.zone,
            fold=arguments.fold,
            minutes=arguments.minutes,
            channel=Channel(arguments.channel),
            place=arguments.place,
            link=arguments.link,
            reminder=arguments.reminder,
        )
        people = workbench.store.get_many(Contact, planned.interview.people)
    names = ", ".join(person.name for person in people)
    start, minutes = planned.interview.start, planned.interview.minutes
    assert start is not None
    lines = [
        say("Planned with {people}: {time}", people=names, time=_span(start, minutes)),
        *(say("{name} is new.", name=person.name) for person in planned.new_people),
        *map(words.problem, planned.notices),
    ]
    data = {
        "id": str(planned.interview.id),
        "people": [
            {"id": str(person.id), "name": person.name, "new": person in planned.new_people}
            for person in people
        ],
        **_time(start, minutes),
        "notices": _kinds(planned.notices),
    }
    return Answer(lines, data)


def block(arguments: argparse.Namespace) -> Answer:
    """Block a day, or the hours of it that are given."""
    with writing(arguments) as workbench:
        made = blocks.block_day(workbench, arguments.day, arguments.begins, arguments.ends, arguments.zone)
    lines = [say("Blocked: {time}", time=_blocked(one)) for one in made.blocks]
    data = {
        "blocks": [
            {"id": str(one.id), "whole_day": one.whole_day, **_time(one.start, one.minutes)}
            for one in made.blocks
        ],
        "notices": _kinds(made.notices),
    }
    return Answer([*lines, *map(words.problem, made.notices)], data)


def _blocked(one: Block) -> str:
    if one.whole_day:
        return say("{day}, the whole day", day=words.long_day(one.start.day))
    return _span(one.start, one.minutes)


def _span(start: WallTime, minutes: int) -> str:
    """ "Thursday 3 December 2026, 12:00–12:45 (Europe/Berlin)"."""
    return say(
        "{day}, {begin}–{end} ({zone})",
        day=words.long_day(start.day),
        begin=words.clock(start.local),
        end=words.clock(start.end(minutes).local),
        zone=start.zone,
    )


def _time(start: WallTime, minutes: int) -> dict[str, object]:
    return {
        "start": start.local.isoformat(timespec="minutes"),
        "zone": start.zone,
        "fold": start.fold,
        "utc": start.utc.isoformat(timespec="minutes"),
        "minutes": minutes,
    }


def _kinds(notices: tuple[Problem, ...]) -> list[str]:
    return [notice.kind.value for notice in notices]
