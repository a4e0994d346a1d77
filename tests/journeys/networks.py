"""People who led to each other, any number of them, the same for the same seed."""

from collections.abc import Iterator
from random import Random

from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Participant, StepKind, stepped
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.workbench import Workbench

GIVEN = "Ada Björn Chiara Dario Elif Farid Greta Hugo Ines Jonas Mira Priya".split()
FAMILY = "Berg Okafor Lenz Novak Stone Moss Lind Park Rossi Shah Somerville-Babbage Østergård".split()
INTRODUCED, INTRODUCED_AGAIN, LOYAL = 0.55, 0.04, 0.5
"""The shares of people who were introduced, of these by a second one too, and by somebody met lately."""


def some_network(count: int, workbench: Workbench, seed: int = 1) -> Edit:
    """An edit that adds the people, their introductions and a talk with each, half of them met."""
    random = Random(seed)
    people = [_person(random, workbench) for _ in range(count)]
    changes = [Change(None, each) for each in people]
    changes += [Change(None, each) for each in _introductions(random, people, workbench)]
    changes += [Change(None, _talk(random, each, workbench)) for each in people]
    return Edit("Example", tuple(changes))


def _person(random: Random, workbench: Workbench) -> Contact:
    name = f"{random.choice(GIVEN)} {random.choice(FAMILY)}"
    relation = random.choice([Relation.KNOWN, Relation.NEW])
    return Contact(id=workbench.new_id(), name=name, created=workbench.now(), relation=relation)


def _introductions(random: Random, people: list[Contact], workbench: Workbench) -> Iterator[Introduction]:
    """Some people introduce many others, some those whom one meets next."""
    for number in range(1, len(people)):
        if random.random() >= INTRODUCED:
            continue
        lately = max(0, number - random.randint(1, 5))
        by = lately if random.random() < LOYAL else int(number * random.random() ** 2)
        yield _introduction(people[by], people[number], workbench)
        if random.random() < INTRODUCED_AGAIN:
            yield _introduction(random.choice(people), people[number], workbench)


def _introduction(by: Contact, to: Contact, workbench: Workbench) -> Introduction:
    now = workbench.now()
    stage = IntroductionStage.MADE
    return Introduction(id=workbench.new_id(), by_id=by.id, to_id=to.id, created=now, at=now, stage=stage)


def _talk(random: Random, person: Contact, workbench: Workbench) -> Interview:
    now = workbench.now()
    blank = Interview(id=workbench.new_id(), participants=(Participant(person.id),), created=now)
    asked = stepped(blank, StepKind.ASKED, now)
    return stepped(asked, StepKind.MET, now) if random.random() < 0.5 else asked
