"""kill -9 while somebody types: what was saved is there, and at most the last two seconds are not."""

from pathlib import Path
from random import Random

import pytest

from netchal_gui.domain.journal import JournalEntry
from tests.journeys.typist import LETTERS, types
from tests.soak import FULL, rounds
from tests.storage.data_files import opened
from tests.storage.killing import told_until_killed

pytestmark = pytest.mark.soak

MOST_LOST = 2.0
"""Seconds of typing. Only the full run looks at the clock."""


@pytest.mark.parametrize("seed", range(rounds(20, 1)))
def test_at_most_two_seconds_of_typing_are_lost(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "data" / "netchal.db"
    told = [line.split() for line in told_until_killed(types, path, Random(seed), 500, within=0.5)]
    with opened(path) as bench:
        texts = [entry.learned for entry in bench.store.every(JournalEntry)]
    kept = texts[0] if texts else ""
    typed = [(int(letter), float(when)) for what, letter, when in told if what == "typed"]
    saved = [int(letter) for what, letter, _ in told if what == "saved"]
    last = typed[-1][1]
    old = [letter for letter, when in typed if last - when > MOST_LOST]

    assert kept == (LETTERS * (len(kept) // len(LETTERS) + 1))[: len(kept)]
    assert len(kept) >= max(saved, default=0)
    if FULL:
        assert len(kept) >= max(old, default=0)
