"""A year with all that is around its talks, taken back and done again fact by fact."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

import pytest

from netchal_gui.commands.export_all import export_all
from netchal_gui.domain.edit import Edit
from tests.journeys.whole_diary import WholeDiary
from tests.journeys.whole_year import tell
from tests.soak import rounds

pytestmark = pytest.mark.soak
EVERY = rounds(1, 40)
"""Of so many facts one is taken back; in the full run each of them."""


@dataclass
class UndoneDiary(WholeDiary):
    """Takes facts back as soon as they are entered, and enters them again."""

    edits: list[Edit] = field(default_factory=list)
    facts: int = 0
    taken_back: int = 0

    def at(self, day: date, clock: time, fact: Callable[..., object], *what: object, **more: object) -> None:
        super().at(day, clock, self._there_and_back, fact, *what, **more)

    def _there_and_back(self, fact: Callable[..., object], *what: object, **more: object) -> None:
        self.facts += 1
        if self.facts % EVERY:
            fact(*what, **more)
            return
        self.taken_back += 1
        before, first = self.exported(), len(self.edits)
        fact(*what, **more)
        after, edits = self.exported(), len(self.edits) - first
        for _ in range(edits):
            self.workbench.undo()
        assert self.exported() == before, (fact, what)
        for _ in range(edits):
            self.workbench.redo()
        assert self.exported() == after, (fact, what)

    def exported(self) -> bytes:
        target = self.path.with_suffix(".json")
        export_all(self.workbench, target)
        return target.read_bytes()


def test_each_fact_that_is_undone_and_redone_leaves_the_same_bytes(tmp_path: Path) -> None:
    diary = UndoneDiary(tmp_path / "netchal.db")
    diary.workbench.listen(diary.edits.append)
    tell(diary)
    diary.live_until(date(2026, 12, 31))
    diary.workbench.store.close()

    assert diary.taken_back == diary.facts // EVERY > 0
