"""What the signs of the graph mean: each as it is painted there, with its word."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netchal_gui.domain.contact import Relation
from netchal_gui.views.colours import colours
from netchal_gui.views.form_parts import muted_label
from netchal_gui.views.network_picture import dot_pens, other_link_pen
from netchal_gui.words import relation, say


class Sign(QWidget):
    """A dot, or for None the dashed line."""

    def __init__(self, kind: Relation | None) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(14 if kind else 28, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind is None:
            painter.setPen(other_link_pen(look, 1.0))
            painter.drawLine(QPointF(1, 8), QPointF(27, 8))
            return
        pen, brush = dot_pens(look, 2.0)[self._kind]
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawEllipse(QPointF(7, 8), 4.5, 4.5)


class NetworkLegend(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for kind, word in (
            (Relation.KNOWN, relation(Relation.KNOWN)),
            (Relation.NEW, relation(Relation.NEW)),
            (None, say("also introduced by")),
        ):
            row.addWidget(Sign(kind))
            row.addWidget(muted_label(word, small=True))
            row.addSpacing(8)
        row.addStretch(1)
