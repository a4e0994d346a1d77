"""The month that the journeys plan: a challenge, eight people who come to mind, and what must come of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.domain.contact import Circle, Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.views import program as program_module

MOST = 60
"""Clicks and keys in which a month of eight people is planned; letters count too."""
KNOWN = {
    "Ingrid Gruber": (Circle.FAMILY, True),
    "Sam Mbeki": (Circle.FRIEND, True),
    "Jonas Lind": (Circle.FRIEND, False),
    "Hanna Brandt": (Circle.FAMILY, False),
}
NEW = ("Omar Diaz", "Beth Lowe", "Beatriz Alonso")
TYPED = "Priya"
"""The eighth, whom the file does not know yet."""


def in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wednesday 25 November 2026, so that December is due."""
    monkeypatch.setattr(program_module, "utc_now", lambda: datetime(2026, 11, 25, 9, tzinfo=UTC))


def begun(start):
    """The program with the challenge and seven people, and an empty December."""
    program = start()
    workbench = program.program.workbench
    start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 11, 1)))
    people = [
        Contact(
            id=workbench.new_id(),
            name=name,
            created=workbench.now(),
            relation=Relation.KNOWN,
            circle=circle,
            far_away=far_away,
        )
        for name, (circle, far_away) in KNOWN.items()
    ]
    people += [Contact(id=workbench.new_id(), name=name, created=workbench.now()) for name in NEW]
    workbench.apply(Edit("People", tuple(Change(None, each) for each in people)))
    program.settle()
    return program


class Counted:
    """The program, and how many clicks and keys it was given."""

    def __init__(self, program) -> None:
        self.program = program
        self.count = 0

    def press(self, *keys) -> None:
        self.count += 1
        self.program.press(*keys)

    def type(self, text: str) -> None:
        self.count += len(text)
        self.program.type(text)

    def clicked(self, click: Callable[..., None], *where) -> None:
        self.count += 1
        click(self.program, *where)


def check(hand: Counted) -> None:
    """Eight people were asked for eight different days in December, and one file tells a calendar."""
    workbench = hand.program.program.workbench
    interviews = list(workbench.store.every(Interview))
    days = {each.start.day for each in interviews if each.start is not None}
    assert [each.stage for each in interviews] == [StepKind.ASKED] * 8
    assert len(days) == 8
    assert all(day.month == 12 for day in days)
    assert sorted(hand.program.people()) == sorted((*KNOWN, *NEW, TYPED))
    (file,) = hand.program.calendar_files()
    text = file.read_text("utf-8")
    assert (file.name, text.count("\nSTATUS:TENTATIVE")) == ("netchal-2026-12.ics", 8)
    assert hand.count < MOST, f"{hand.count} clicks and keys"
