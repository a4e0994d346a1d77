"""Where everybody stands in the graph of who led to whom: the root in the middle, a ring for each generation.

Everyone without anybody after them gets an equal wedge of the circle, everyone else the wedges of those they
led to; so no two lines of the tree ever cross, and a name written outwards stays in its own wedge.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from typing import NamedTuple

from netchal_gui.domain.network import Key, Network

RING = 110.0
"""Between two generations, at least, in units of the picture: pixels of a screen at full size."""
WEDGE = 18.0
"""Along the ring for each person in the tightest place: the height of a line of text."""
AIRY_WEDGE = 30.0
"""The same where there are few: then names can be read while the whole picture is seen."""
CROWD = 150
"""Wedges; more are many."""
OUTSIDE = 2 * RING
"""How long a name may be that has nobody after it."""
SPREAD = 0.35
"""How much farther apart rings are where the first one had to be wide, as a share of its radius."""


class Place(NamedTuple):
    """The middle of the picture is 0, 0; ``angle`` in radians, 0 to the right, clockwise.

    ``arc`` is how wide the wedge is here, ``reach`` how far it is free outwards, both in units; ``share`` is
    the part of the whole circle that the wedge takes, from 0 to 1.
    """

    x: float
    y: float
    angle: float
    arc: float
    reach: float
    share: float


@dataclass(frozen=True)
class Layout:
    """``places`` in the order of the tree, the root first; ``radii`` of the rings, the middle's first."""

    places: Mapping[Key, Place]
    radii: tuple[float, ...]
    wedges: int

    @property
    def is_crowded(self) -> bool:
        return self.wedges > CROWD

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all places."""
        xs = [place.x for place in self.places.values()]
        ys = [place.y for place in self.places.values()]
        return min(xs), min(ys), max(xs), max(ys)


def layout(found: Network) -> Layout:
    """Pure and for any thread; the same network always gives the same picture."""
    generations = dict(found.walk())
    wedges = _wedges(found, list(generations))
    total = wedges[found.root]
    radii = _radii(total, max(generations.values()))
    unit = 2 * pi / total
    begins = {found.root: -pi}
    places: dict[Key, Place] = {}
    for key, generation in generations.items():
        begin = begins[key]
        children = found.children.get(key, ())
        angle, radius = begin + wedges[key] * unit / 2, radii[generation]
        reach = radii[generation + 1] - radius if children else OUTSIDE
        arc = wedges[key] * unit * radius if radius else 2 * WEDGE
        places[key] = Place(radius * cos(angle), radius * sin(angle), angle, arc, reach, wedges[key] / total)
        for child in children:
            begins[child] = begin
            begin += wedges[child] * unit
    return Layout(places, radii, total)


def _wedges(found: Network, order: list[Key]) -> dict[Key, int]:
    """How many wedges of the circle belong to each; ``order`` has parents before their children."""
    wedges: dict[Key, int] = {}
    for key in reversed(order):
        wedges[key] = max(1, sum(wedges[child] for child in found.children.get(key, ())))
    return wedges


def _radii(wedges: int, deepest: int) -> tuple[float, ...]:
    """So wide that a wedge on the first ring has room for a line of text."""
    first = max(RING, wedges * (AIRY_WEDGE if wedges <= CROWD else WEDGE) / (2 * pi))
    step = max(RING, first * SPREAD)
    return (0.0, *(first + step * number for number in range(deepest)))
