"""Paints who led to whom: lines, dots and as many names as can be read; on a screen and into a file alike."""

from collections.abc import Iterator, Mapping
from math import cos, degrees, sqrt
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from netchal_gui.domain.contact import Relation
from netchal_gui.domain.network import Key, Network
from netchal_gui.views.colours import Colours
from netchal_gui.views.network_layout import OUTSIDE, Layout, Place
from netchal_gui.views.painting import one_line

UPRIGHT = 12
"""Up to so many wedges there is room for names that stand upright under their dots."""
STUB = 0.06
"""In a crowd, people without anybody after them get a short line, this share of the radius: whole ones make a
grey disc."""
TIGHT = 0.7
"""How much of a line's height is enough for a name: capitals then just do not touch."""
SHORTEST = 30.0
"""Pixels; a name with less room is left out."""
WIDEST = 150.0
"""Pixels of a name for which there is room around the picture."""
LANDMARKS = 14
"""So many people who led to most may be named over their neighbours, for finding one's way from afar."""
LANDMARK_ROOM = 100.0
APART = 0.12
"""Radians between two of them."""


class Sight(NamedTuple):
    """Which part is seen: pixels for one unit, where the middle is, and the size, all in pixels."""

    scale: float
    x: float
    y: float
    width: float
    height: float

    def shows(self, x: float, y: float, around: float) -> bool:
        return -around <= x <= self.width + around and -around <= y <= self.height + around


class Label(NamedTuple):
    """A name that can be read: where its dot is, and how wide it may be at most, in pixels."""

    key: Key
    x: float
    y: float
    room: float


class Picture:
    """All that is painted of one network; ``current`` is the person with the focus, None in a file."""

    def __init__(self, found: Network, places: Layout, names: Mapping[Key, str]) -> None:
        self.found, self.layout = found, places
        self._names = {key: one_line(name) for key, name in names.items()}
        self._places: dict[Relation | None, list[Place]] = {kind: [] for kind in (None, *Relation)}
        for key, place in places.places.items():
            person = found.people.get(key)
            self._places[person.relation if person is not None else None].append(place)
        self._lines = list(self._tree_lines())
        self._others = [(by, to) for to, each in found.also.items() for by in each if by in places.places]
        self._landmarks = _widest(places, found.root) if places.is_crowded else frozenset()
        self._elided: dict[tuple[Key, int], str] = {}

    @property
    def is_upright(self) -> bool:
        return self.layout.wedges <= UPRIGHT

    def paint(
        self, painter: QPainter, sight: Sight, look: Colours, font: QFont, current: Key | None = None
    ) -> None:
        """Everything; behind it the page is the caller's."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter, sight, look, current)
        self._paint_dots(painter, sight, look, current)
        self._paint_names(painter, sight, look, font, current)

    def margin(self, font: QFont, scale: float) -> float:
        """Pixels around the outermost dots for their names, none of which is seen from afar in a crowd."""
        if self.layout.is_crowded:
            return 40.0
        metrics = QFontMetricsF(font)
        longest = max(metrics.horizontalAdvance(self._names[key]) for key in self.layout.places)
        room = min(longest, WIDEST, OUTSIDE * scale)
        return room / (2 if self.is_upright else 1) + metrics.height()

    def dot_radius(self, scale: float) -> float:
        """In pixels: smaller from far away, where people stand close together."""
        return min(6.0, max(1.8, 6.0 * sqrt(scale)))

    def on_screen(self, key: Key, sight: Sight) -> tuple[float, float]:
        """Where a person's dot is, in pixels."""
        place = self.layout.places[key]
        return sight.x + place.x * sight.scale, sight.y + place.y * sight.scale

    def labels(self, sight: Sight, font: QFont, current: Key | None = None) -> Iterator[Label]:
        """The names that are seen and can be read: their wedge is as wide as a line of text is high."""
        height = QFontMetricsF(font).height() * TIGHT
        for key, place in self.layout.places.items():
            room = self._room(key, place, sight.scale, height)
            if key in (current, self.found.root):
                room = max(room, LANDMARK_ROOM * 2)
            x, y = sight.x + place.x * sight.scale, sight.y + place.y * sight.scale
            if room and sight.shows(x, y, max(room, SHORTEST)):
                yield Label(key, x, y, room)

    def _room(self, key: Key, place: Place, scale: float, height: float) -> float:
        """How long a name may be in pixels; 0 where it could not be read."""
        if place.arc * scale < height:
            return 0.0
        room = place.reach * scale - 3 * self.dot_radius(scale)
        if key in self._landmarks:
            return max(room, LANDMARK_ROOM)
        return room if room >= SHORTEST else 0.0

    def _tree_lines(self) -> Iterator[QLineF]:
        places = self.layout.places
        for key, parent in self.found.parent.items():
            begin, end = places[parent], places[key]
            if self.layout.is_crowded and parent == self.found.root and key not in self.found.children:
                begin = end._replace(x=end.x * (1 - STUB), y=end.y * (1 - STUB))
            yield QLineF(begin.x, begin.y, end.x, end.y)

    def other_links(self, current: Key | None) -> QPainterPath:
        """Bent towards the middle, so that they do not hide behind the lines of the tree.

        In a crowd only those of the person with the focus: all would be a tangle, and dashes take long.
        """
        path = QPainterPath()
        for by, to in self._others:
            if not self.layout.is_crowded or current in (by, to):
                begin, end = self.layout.places[by], self.layout.places[to]
                path.moveTo(begin.x, begin.y)
                path.quadTo((begin.x + end.x) * 0.3, (begin.y + end.y) * 0.3, end.x, end.y)
        return path

    def _paint_lines(self, painter: QPainter, sight: Sight, look: Colours, current: Key | None) -> None:
        painter.save()
        painter.translate(sight.x, sight.y)
        painter.scale(sight.scale, sight.scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.plain_soft), 1 / sight.scale))
        for radius in self.layout.radii[1:]:
            painter.drawEllipse(QPointF(0, 0), radius, radius)
        strength = min(1.0, 0.4 + sight.scale) if self.layout.is_crowded else 1.0
        painter.setPen(QPen(_mixed(look.mark, look.base, strength), 1 / sight.scale))
        painter.drawLines(self._lines)
        painter.setPen(other_link_pen(look, sight.scale))
        painter.drawPath(self.other_links(current))
        painter.restore()

    def _paint_dots(self, painter: QPainter, sight: Sight, look: Colours, current: Key | None) -> None:
        radius = self.dot_radius(sight.scale)
        line = max(1.0, radius / 2.5)
        size = radius - line / 2
        for kind, (pen, brush) in dot_pens(look, line).items():
            painter.setPen(pen)
            painter.setBrush(brush)
            for place in self._places[kind]:
                x, y = sight.x + place.x * sight.scale, sight.y + place.y * sight.scale
                if sight.shows(x, y, radius):
                    painter.drawEllipse(QPointF(x, y), size, size)
        if current is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawEllipse(QPointF(*self.on_screen(current, sight)), radius + 4, radius + 4)

    def _paint_names(
        self, painter: QPainter, sight: Sight, look: Colours, font: QFont, current: Key | None
    ) -> None:
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        gap = self.dot_radius(sight.scale) + 3
        for label in self.labels(sight, font, current):
            text = self._shortened(label, metrics)
            self._paint_name(painter, label, text, look, metrics, gap, label.key == current)

    def _paint_name(
        self,
        painter: QPainter,
        label: Label,
        text: str,
        look: Colours,
        metrics: QFontMetricsF,
        gap: float,
        is_current: bool,
    ) -> None:
        """Outwards along the line from the middle, never upside down; behind it the page, not the lines."""
        width, height = metrics.horizontalAdvance(text), metrics.height()
        painter.save()
        painter.translate(label.x, label.y)
        box = self._turned(painter, self.layout.places[label.key], label.key, width, height, gap)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent_soft if is_current else look.base))
        painter.drawRect(box.adjusted(-2, 1, 2, -1))
        painter.setPen(QColor(look.text))
        painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), text)
        painter.restore()

    def _turned(
        self, painter: QPainter, place: Place, key: Key, width: float, height: float, gap: float
    ) -> QRectF:
        if self.is_upright or key == self.found.root:
            return QRectF(-width / 2, gap, width, height)
        if cos(place.angle) >= 0:
            painter.rotate(degrees(place.angle))
            return QRectF(gap, -height / 2, width, height)
        painter.rotate(degrees(place.angle) + 180)
        return QRectF(-gap - width, -height / 2, width, height)

    def _shortened(self, label: Label, metrics: QFontMetricsF) -> str:
        """Elided to the room there is; kept, as measuring text is what takes longest."""
        room = int(label.room)
        found = self._elided.get((label.key, room))
        if found is None:
            found = metrics.elidedText(self._names[label.key], Qt.TextElideMode.ElideRight, room)
            if len(self._elided) > 5000:
                self._elided.clear()
            self._elided[label.key, room] = found
        return found


def dot_pens(look: Colours, line: float) -> dict[Relation | None, tuple[QPen, QBrush]]:
    """Known people are full, new ones hollow, so that it does not take the colours to tell them; None: me."""
    inks = {
        Relation.KNOWN: (look.known, look.known),
        Relation.NEW: (look.new, look.base),
        None: (look.accent, look.accent),
    }
    return {kind: (QPen(QColor(ink), line), QBrush(QColor(fill))) for kind, (ink, fill) in inks.items()}


def _mixed(ink: str, page: str, strength: float) -> QColor:
    """A colour between two: painted at once, where a transparent one takes twice as long."""
    one, other = QColor(ink), QColor(page)
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(strength * a + (1 - strength) * b) for a, b in pairs))


def other_link_pen(look: Colours, scale: float) -> QPen:
    """The dashed line from somebody to a person whom others had introduced before."""
    pen = QPen(QColor(look.accent), 1.3 / scale)
    pen.setDashPattern([4, 3])
    return pen


def _widest(places: Layout, root: Key) -> frozenset[Key]:
    """Those with the widest wedges, whoever led to most; of several in one direction the first."""
    ranked = sorted(places.places.items(), key=lambda item: -item[1].share)
    chosen: dict[Key, float] = {}
    for key, place in ranked[: LANDMARKS * 4]:
        if key != root and all(abs(place.angle - angle) > APART for angle in chosen.values()):
            chosen[key] = place.angle
    return frozenset(list(chosen)[:LANDMARKS])
