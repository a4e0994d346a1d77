"""Who led to whom, as a tree: everybody once, under the first who led to them, and what each one's lead gave.

Introductions make a graph, not a tree: several people may introduce the same one, and two may introduce each
other. The tree stands for the graph on a screen; the links that it leaves out are named beside it.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from netchal_gui.domain.contact_kinds import Relation

Key = bytes
"""The bytes of a person's id."""
ME: Key = b""
"""Who leads to everybody whom nobody introduced."""


class Link(NamedTuple):
    """``by`` led to ``to``."""

    by: Key
    to: Key


class Somebody(NamedTuple):
    """A person as the network shows them; asked and met in any interview."""

    key: Key
    name: str
    relation: Relation
    asked: bool
    met: bool


class Yield(NamedTuple):
    """What a person's introductions gave.

    People they named, and how many of these were asked and met; ``second``: people whom those led to in
    turn; ``deepest``: steps to the person farthest from them, each by the shortest way.
    """

    named: int = 0
    asked: int = 0
    met: int = 0
    second: int = 0
    deepest: int = 0


@dataclass(frozen=True)
class Network:
    """A tree from ``root`` (ME or a person).

    ``people``: all in it but ME, and whoever is named by ``also``, which tells who else led to somebody
    beside the parent in the tree. ``children`` are in the order in which they came. ``yields`` are of
    everybody in the tree and count all links, not only those of the tree.
    """

    root: Key
    people: Mapping[Key, Somebody]
    parent: Mapping[Key, Key]
    children: Mapping[Key, Sequence[Key]]
    also: Mapping[Key, Sequence[Key]]
    yields: Mapping[Key, Yield]

    def walk(self) -> Iterator[tuple[Key, int]]:
        """Everybody with their generation, the root first, each before those they led to."""
        waiting = [(self.root, 0)]
        while waiting:
            key, generation = waiting.pop()
            yield key, generation
            waiting += [(child, generation + 1) for child in reversed(self.children.get(key, ()))]


def network(people: Iterable[Somebody], links: Sequence[Link], root: Key = ME) -> Network:
    """The tree from a root; ``links`` in the order of time, each end among ``people``.

    From ME it holds everybody: those whom nobody introduced, and of people who only introduced each other
    the first to do so, come right after ME. From a person it holds whom they led to, near and far.
    """
    everybody = {each.key: each for each in people}
    all_links = list(dict.fromkeys(link for link in links if link.by != link.to))
    if root == ME:
        parent = _first_parents(all_links)
        all_links = [Link(ME, key) for key in everybody if key not in parent] + all_links
    near = _distances(root, _followers(all_links))
    inside = [link for link in all_links if link.by in near and link.to in near]
    parent = _parents(root, inside, len(near))
    also = _others(all_links, parent, near)
    shown = {*near, *(each for others in also.values() for each in others)} - {ME}
    return Network(
        root,
        {key: everybody[key] for key in everybody if key in shown},
        parent,
        _followers(link for link in inside if parent.get(link.to) == link.by),
        also,
        yields(everybody, all_links, near),
    )


def yields(people: Mapping[Key, Somebody], links: Iterable[Link], wanted: Iterable[Key]) -> dict[Key, Yield]:
    """The yield of each of ``wanted``; links count once for each pair, nobody leads to themselves."""
    followers = _followers(dict.fromkeys(links))
    return {key: _yield(key, people, followers) for key in wanted}


def _yield(key: Key, people: Mapping[Key, Somebody], followers: Mapping[Key, Sequence[Key]]) -> Yield:
    if key not in followers:
        return Yield()
    away = _distances(key, followers)
    named = [people[each] for each, distance in away.items() if distance == 1]
    return Yield(
        named=len(named),
        asked=sum(each.asked for each in named),
        met=sum(each.met for each in named),
        second=sum(distance == 2 for distance in away.values()),
        deepest=max(away.values()),
    )


def _followers(links: Iterable[Link]) -> dict[Key, list[Key]]:
    found: dict[Key, list[Key]] = {}
    for by, to in links:
        found.setdefault(by, []).append(to)
    return found


def _distances(start: Key, followers: Mapping[Key, Sequence[Key]]) -> dict[Key, int]:
    """Everybody whom ``start`` leads to, itself included, with the fewest steps."""
    away = {start: 0}
    waiting = deque([start])
    while waiting:
        key = waiting.popleft()
        for each in followers.get(key, ()):
            if each not in away:
                away[each] = away[key] + 1
                waiting.append(each)
    return away


def _parents(root: Key, links: Sequence[Link], count: int) -> dict[Key, Key]:
    """Each under the first who led to them; where that leaves somebody cut off, each by the shortest way."""
    parent = _first_parents([link for link in links if link.to != root])
    return parent if len(parent) == count - 1 else _nearest_parents(root, _followers(links))


def _first_parents(links: Iterable[Link]) -> dict[Key, Key]:
    """The first link to everybody that closes no circle."""
    parent: dict[Key, Key] = {}
    for by, to in links:
        if to not in parent and to not in _above(by, parent):
            parent[to] = by
    return parent


def _above(key: Key, parent: Mapping[Key, Key]) -> Iterator[Key]:
    """A person and all who led to them."""
    yield key
    while key in parent:
        key = parent[key]
        yield key


def _nearest_parents(root: Key, followers: Mapping[Key, Sequence[Key]]) -> dict[Key, Key]:
    parent: dict[Key, Key] = {}
    for key in _distances(root, followers):
        for each in followers.get(key, ()):
            if each != root:
                parent.setdefault(each, key)
    return parent


def _others(links: Iterable[Link], parent: Mapping[Key, Key], near: Collection[Key]) -> dict[Key, list[Key]]:
    """Who else led to people, also from outside the tree."""
    found: dict[Key, list[Key]] = {}
    for by, to in links:
        if to in near and parent.get(to) != by:
            found.setdefault(to, []).append(by)
    return found
