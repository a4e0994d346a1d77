"""What the arrows mean in the graph: one step along a line, or a push to the whole picture."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from netchal_gui.domain.network import Key, Network


def _parent(found: Network, key: Key) -> Key | None:
    return found.parent.get(key)


def _first_child(found: Network, key: Key) -> Key | None:
    return next(iter(found.children.get(key, ())), None)


def _root(found: Network, key: Key) -> Key | None:
    return found.root


def _before(found: Network, key: Key) -> Key | None:
    return _beside(found, key, -1)


def _after(found: Network, key: Key) -> Key | None:
    return _beside(found, key, 1)


def _beside(found: Network, key: Key, step: int) -> Key | None:
    """The next of the same parent; after the last comes the first."""
    parent = found.parent.get(key)
    if parent is None:
        return None
    row = found.children[parent]
    return row[(row.index(key) + step) % len(row)]


STEPS: Mapping[int, Callable[[Network, Key], Key | None]] = {
    Qt.Key.Key_Left: _parent,
    Qt.Key.Key_Right: _first_child,
    Qt.Key.Key_Up: _before,
    Qt.Key.Key_Down: _after,
    Qt.Key.Key_Home: _root,
}
"""Whom a key leads to; None where there is nobody."""
WAYS: Mapping[int, tuple[float, float]] = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""Where the picture goes with Shift: the other way, as the sight moves."""
