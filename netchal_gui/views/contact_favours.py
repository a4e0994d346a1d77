"""Favours with a person: how they stand, and the newest, each a step from its form."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands.person_wording import balance as balance_words
from netchal_gui.commands.person_wording import favour as favour_word
from netchal_gui.domain.favour import Balance, Favour, FavourKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.form_parts import breakable, emptied, muted_label, plain_label
from netchal_gui.words import say, short_day

OPEN = (FavourKind.ASKED, FavourKind.PROMISED)


class ContactFavours(QWidget):
    """``change_wanted(favour)`` when its word is pressed, ``settled(favour)`` once help came or was given."""

    change_wanted = Signal(object)
    settled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._favours: dict[QWidget, Favour] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(7)

    def show_favours(self, favours: Sequence[Favour], balance: Balance, today: date, zone: str) -> None:
        """The newest ones under the balance of all."""
        emptied(self._box)
        self._favours = {}
        self._box.addWidget(muted_label(balance_words(balance), wrap=True))
        for favour in favours:
            self._box.addWidget(self._row(favour, short_day(from_utc(favour.at, zone).day, today)))

    def _row(self, favour: Favour, day: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        word = favour_word(favour.kind)
        chip = ChipButton(word, "accent" if favour.kind in OPEN else "plain")
        chip.setAccessibleName(say("{word}: {text}, {day}, change", word=word, text=favour.text, day=day))
        chip.clicked.connect(self._change)
        self._favours[chip] = favour
        text = plain_label(breakable(favour.text), wrap=True)
        above = (chip.sizeHint().height() - text.fontMetrics().height()) // 2
        text.setContentsMargins(0, above, 0, 0)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        if favour.kind in OPEN:
            row.addWidget(self._settle(favour), 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _settle(self, favour: Favour) -> QWidget:
        """One step from open to done."""
        word = say("Got it") if favour.kind is FavourKind.ASKED else say("Done")
        button = ElidedButton(word, "plain-link")
        button.setAccessibleName(f"{button.text()}: {favour.text}")
        button.clicked.connect(self._settled)
        self._favours[button] = favour
        return button

    def _change(self) -> None:
        self.change_wanted.emit(self._favours[self.sender()])  # type: ignore[index]

    def _settled(self) -> None:
        self.settled.emit(self._favours[self.sender()])  # type: ignore[index]
