"""Whom the pipeline shows: words of a person, how one met them, their circle."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from netchal_gui import words
from netchal_gui.domain.contact import Circle, Source
from netchal_gui.storage.pipeline_queries import CardFilter
from netchal_gui.views.form_parts import named
from netchal_gui.views.search_field import SearchField
from netchal_gui.words import say


class PipelineFilter(QWidget):
    """``changed`` is the person's doing only; ``down_wanted`` leads from the words to the cards."""

    changed = Signal()
    down_wanted = Signal()

    def __init__(self, events: Sequence[str]) -> None:
        """``events`` at which one met people, to be chosen like the sources."""
        super().__init__()
        self.text = SearchField(say("Filter people"))
        self.source, self.circle = QComboBox(), QComboBox()
        self.source.addItem(say("Every source"), CardFilter())
        for source in Source:
            self.source.addItem(words.source(source), CardFilter(source=source.value))
        for event in events:
            here = CardFilter(source=Source.EVENT.value, event=event)
            self.source.addItem(say("Event: {event}", event=event), here)
        self.circle.addItem(say("Every circle"), "")
        for circle in Circle:
            self.circle.addItem(words.circle(circle), circle.value)
        named(self.source, say("How we met"))
        named(self.circle, say("Circle"))
        self._lay_out()
        self.text.textEdited.connect(self.changed)
        self.text.down_wanted.connect(self.down_wanted)
        for choice in (self.source, self.circle):
            choice.activated.connect(self.changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for choice in (self.source, self.circle):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(18)
            row.addWidget(choice)

    def wanted(self) -> CardFilter:
        source: CardFilter = self.source.currentData()
        return source._replace(text=self.text.text().strip(), circle=str(self.circle.currentData()))
