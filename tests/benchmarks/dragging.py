"""What a frame costs the GUI thread while the graph of who led to whom is dragged, near and far."""

import os
from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.benchmarks.measure import Row, application, cpu_ms

if TYPE_CHECKING:
    from netchal_gui.domain.network import Network
    from netchal_gui.views.network_graph import NetworkGraph

COUNTS = (5, 96, 2_000)
ALLOWED = 33.0
"""ms of the GUI thread; no frame may take longer."""
FRAMES = 20
SIZE = (1600, 1000)
"""Pixels; larger than the graph is in most windows."""


def rows() -> Iterator[Row]:
    """The longest frame of all, over four distances; the floor is what is allowed."""
    with patch.dict(os.environ, {"QT_QPA_PLATFORM": "offscreen"}):
        qt = application()
        note = "the longest frame while dragging; the floor is what is allowed"
        for count in COUNTS:
            graph = _graph(_network(count))
            qt.processEvents()
            yield Row(f"drag a graph of {count:,} people", _longest(graph), ALLOWED, 1, note=note)
            graph.close()


def _network(count: int) -> "Network":
    """Half of the people were introduced, some by whoever came before them, some by a few who know many."""
    from netchal_gui.domain.contact import Relation
    from netchal_gui.domain.network import Link, Somebody, network

    random = Random(1)
    people = [
        Somebody(
            number.to_bytes(16, "big"), f"Somebody Number-{number}", random.choice([*Relation]), True, True
        )
        for number in range(1, count + 1)
    ]
    links = []
    for number in range(1, count):
        if random.random() < 0.55:
            by = max(0, number - 3) if random.random() < 0.5 else int(number * random.random() ** 2)
            links.append(Link(people[by].key, people[number].key))
        if random.random() < 0.03:
            links.append(Link(random.choice(people).key, people[number].key))
    return network(people, links)


def _graph(found: "Network") -> "NetworkGraph":
    from netchal_gui.commands.network import names_of
    from netchal_gui.views.network_graph import NetworkGraph
    from netchal_gui.views.network_layout import layout
    from netchal_gui.views.network_picture import Picture

    names = names_of(found)
    graph = NetworkGraph()
    graph.resize(*SIZE)
    graph.show_picture(Picture(found, layout(found), names), names)
    graph.show()
    return graph


def _longest(graph: "NetworkGraph") -> float:
    """The whole picture, then closer to where most people stand, until names can be read."""
    from PySide6.QtCore import QPointF

    whole = graph.sight().scale
    frames: list[float] = []
    for scale in (whole, whole * 4, 0.5, 1.0):
        graph.fit()
        graph.zoom(scale / whole, QPointF(SIZE[0] * 0.42, SIZE[1] * 0.42))
        graph.repaint()
        frames += [cpu_ms(lambda: _drag(graph)) for _ in range(FRAMES)]
    return max(frames)


def _drag(graph: "NetworkGraph") -> None:
    from PySide6.QtCore import QPointF

    graph.pan(QPointF(11, 7))
    graph.repaint()
