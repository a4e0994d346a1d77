"""Who led to a person and to whom they led: "Mira Rossi → Priya Shah → Omar Diaz", each a step away."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from netchal_gui.commands.introductions import IntroductionRow, Introductions
from netchal_gui.commands.person_wording import introduction as stage_word
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.walltime import from_utc
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import bold_label, muted_label, plain_tooltip
from netchal_gui.words import say, short_day

LONGEST_NAME = 28
MOST_PEOPLE = 12
"""On each side; the timeline has the others."""


class IntroductionChain(QWidget):
    """A press on a name offers to show the person, or to change or delete what led there.

    ``person_wanted(id)``, ``change_wanted(introduction)``, ``deletion_wanted(introduction)``.
    """

    person_wanted = Signal(object)
    change_wanted = Signal(object)
    deletion_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=5)
        self._rows: dict[QWidget, list[IntroductionRow]] = {}
        self._zone = "UTC"

    def show_introductions(self, contact: Contact, found: Introductions, zone: str) -> None:
        """Each person once, whatever number of introductions there are with them."""
        self._zone = zone
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        if found.to_them:
            self._add_side(found.to_them)
            self._flow.addWidget(_arrow())
        self._flow.addWidget(bold_label(_short(contact.name)))
        if found.by_them:
            self._flow.addWidget(_arrow())
            self._add_side(found.by_them)
        self.setVisible(bool(found.to_them or found.by_them))

    def _add_side(self, rows: Sequence[IntroductionRow]) -> None:
        people: dict[UUID, list[IntroductionRow]] = {}
        for row in rows:
            people.setdefault(row.person, []).append(row)
        for found in list(people.values())[:MOST_PEOPLE]:
            chip = ChipButton(_short(found[0].name), found[0].relation.value)
            told = ", ".join(self._told(row) for row in found)
            chip.setAccessibleName(f"{found[0].name}: {told}")
            chip.setToolTip(plain_tooltip(chip.accessibleName()))
            chip.clicked.connect(self._open_menu)
            self._rows[chip] = found
            self._flow.addWidget(chip)
        if len(people) > MOST_PEOPLE:
            self._flow.addWidget(muted_label(say("and more")))

    def _told(self, row: IntroductionRow) -> str:
        """ "promised on 2 Nov"."""
        introduction = row.introduction
        day = short_day(from_utc(introduction.at, self._zone).day)
        return say("{stage} on {day}", stage=stage_word(introduction.stage), day=day)

    def _open_menu(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton) and chip in self._rows:
            self.menu_of(chip).popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def menu_of(self, chip: QWidget) -> QMenu:
        """What can be done with the person of a chip and the introductions behind it."""
        rows = self._rows[chip]
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        name = rows[0].name.replace("&", "&&")
        show = menu.addAction(say("&Show {name}", name=name))
        show.triggered.connect(partial(self.person_wanted.emit, rows[0].person))
        for row in rows:
            menu.addSeparator()
            told = self._told(row)
            change = menu.addAction(say("&Change introduction ({told})…", told=told))
            change.triggered.connect(partial(self.change_wanted.emit, row.introduction))
            delete = menu.addAction(say("&Delete introduction ({told})", told=told))
            delete.triggered.connect(partial(self.deletion_wanted.emit, row.introduction))
        return menu


def _arrow() -> QWidget:
    arrow = muted_label("→")
    arrow.setAccessibleName(say("led to"))
    return arrow


def _short(name: str) -> str:
    """A name that fits in a narrow pane; the whole one stands in the tooltip."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
