"""Who led to whom: read the network, name the people in it, and keep a picture of it as a file."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from netchal_gui import files
from netchal_gui.domain.contact import initials
from netchal_gui.domain.network import ME, Key, Network, Yield, network
from netchal_gui.storage.network_queries import introduction_links, people_of_network
from netchal_gui.words import relation, say, say_many
from netchal_gui.workbench import Workbench


class Naming(StrEnum):
    """How people are called in a picture that may be given away."""

    FULL = "full"
    INITIALS = "initials"


def led_from(workbench: Workbench, person: UUID | None) -> Network:
    """Whom a person led to, near and far; None, or one who is no longer there: everybody, from oneself.

    For any thread. Raises StoreFault.
    """
    wanted = person.bytes if person is not None else ME
    with workbench.store.reading() as reader:
        people = people_of_network(reader, wanted)
        links = introduction_links(reader)
    root = wanted if any(each.key == wanted for each in people) else ME
    return network(people, links, root)


def names_of(found: Network, naming: Naming = Naming.FULL) -> dict[Key, str]:
    """What everybody is called, oneself in the middle "Me"."""
    called = {key: each.name for key, each in found.people.items()}
    if naming is Naming.INITIALS:
        called = {key: "".join(f"{letter}." for letter in initials(name)) for key, name in called.items()}
    return {**called, ME: say("Me")}


def yield_sentence(gave: Yield) -> str:
    """ "named 3, asked 2, met 2, second generation 1, deepest chain 2"; "led to nobody yet"."""
    if not gave.named:
        return say("led to nobody yet")
    return say(
        "named {named}, asked {asked}, met {met}, second generation {second}, deepest chain {deepest}",
        **gave._asdict(),
    )


def spoken(found: Network, key: Key, names: Mapping[Key, str]) -> str:
    """One person as a screen reader says them: who they are, what came of it, who else introduced them."""
    person = found.people.get(key)
    parts = [
        names[key],
        relation(person.relation) if person is not None else "",
        yield_sentence(found.yields[key]),
    ]
    return ", ".join(filter(None, (*parts, also_sentence(found, key, names))))


def also_sentence(found: Network, key: Key, names: Mapping[Key, str]) -> str:
    """ "also introduced by Omar Diaz"; "" where the tree tells all."""
    others = ", ".join(names[each] for each in found.also.get(key, ()))
    return say("also introduced by {names}", names=others) if others else ""


def summary(found: Network, names: Mapping[Key, str]) -> str:
    """ "96 people, the deepest chain has 4 steps"; from a person: "From Ada Berg: 3 people, …"."""
    count = len(found.yields) - 1
    deepest = found.yields[found.root].deepest
    people = say_many("{n} person", "{n} people", count)
    chain = say_many("the deepest chain has {n} step", "the deepest chain has {n} steps", deepest)
    told = f"{people}, {chain}" if count else say("nobody yet")
    return say("from {person}: {told}", person=names[found.root], told=told) if found.root != ME else told


def keep_picture(target: Path, content: bytes) -> str:
    """Write a picture all or nothing; the sentence that says so. Raises OSError."""
    return say("Wrote {file}", file=files.write(target, content))
