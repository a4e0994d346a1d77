"""The line above the places: which period, the way to others, and which challenge."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from netchal_gui.commands.challenge_wording import period_place, period_title
from netchal_gui.commands.standing import Standing
from netchal_gui.domain.periods import ChallengeState
from netchal_gui.views.elided_label import ElidedLabel
from netchal_gui.views.form_parts import button, heading, icon_button, primary_button
from netchal_gui.words import say

PLACE_WIDTH = 60
"""Pixels that at least stay for the challenge's name."""


class ChallengeBar(QWidget):
    """``turned(periods)``; ``now_wanted`` back to today's period; ``plan_wanted``; the menu."""

    turned = Signal(int)
    now_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, menu: QMenu, sharing: QMenu) -> None:
        super().__init__()
        self.previous = icon_button("‹", say("Previous period"))
        self.title = heading()
        self.next = icon_button("›", say("Next period"))
        self.place = ElidedLabel()
        self.now = button(say("Today"))
        self.menu = button(say("Challenge") + " ▾", part="menu")
        self.menu.setAccessibleName(say("Challenge"))
        self.menu.setMenu(menu)
        self.plan = primary_button(say("Plan the month…"))
        self.share = button(say("Share") + " ▾", part="menu")
        self.share.setAccessibleName(say("Share"))
        self.share.setMenu(sharing)
        for sign in (self.previous, self.next):
            sign.setFixedWidth(34)
        self._lay_out()
        self.previous.clicked.connect(self._back)
        self.next.clicked.connect(self._forward)
        self.now.clicked.connect(self.now_wanted)
        self.plan.clicked.connect(self.plan_wanted)

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self.previous, self.title, self.next):
            box.addWidget(widget)
        box.addWidget(self.place, 1)
        box.addWidget(self.now)
        box.addWidget(self.share)
        box.addWidget(self.menu)
        box.addWidget(self.plan)

    def fit(self, width: int) -> None:
        """Sharing has a button of its own where there is room; else it is in the challenge's menu only."""
        parts = (self.previous, self.title, self.next, self.now, self.menu, self.plan, self.share)
        needed = sum(part.sizeHint().width() + 10 for part in parts if part is self.share or part.isVisible())
        self.share.setVisible(width >= needed + PLACE_WIDTH)

    def show_standing(self, found: Standing, number: int) -> None:
        """Show one period's title; the signs at the ends go nowhere."""
        challenge, last = found.challenge, len(found.periods) - 1
        self.title.setText(period_title(challenge, found.periods[number], found.today))
        place = period_place(challenge, number, len(found.periods))
        self.place.setText(" · ".join(filter(None, (challenge.name, place))))
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number < last)
        for sign in (self.previous, self.next):
            sign.setVisible(last > 0)
        self.now.setVisible(number != found.current)
        self.plan.setVisible(found.state is not ChallengeState.ENDED)

    def show_plan_label(self, text: str) -> None:
        """Which month the button plans."""
        self.plan.setText(text)
        self.plan.setAccessibleName(text)

    def _back(self) -> None:
        self.turned.emit(-1)

    def _forward(self) -> None:
        self.turned.emit(1)
