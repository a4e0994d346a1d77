"""kill -9 while somebody types: what was saved is there, and at most the last two seconds are not."""

from pathlib import Path
from random import Random

import pytest

from netchal_gui.domain.interview import Interview
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.journal_queries import entry_of_interview
from tests.journeys.typist import LETTERS, answers, types
from tests.soak import FULL, rounds
from tests.storage.data_files import opened
from tests.storage.killing import told_until_killed

pytestmark = pytest.mark.soak

MOST_LOST = 2.0
"""Seconds of typing. Only the full run looks at the clock."""


@pytest.mark.parametrize("seed", range(rounds(20, 1)))
def test_at_most_two_seconds_of_typing_are_lost(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "data" / "netchal.db"
    told = told_until_killed(types, path, Random(seed), 500, within=0.5)
    with opened(path) as bench:
        texts = [entry.learned for entry in bench.store.every(JournalEntry)]

    assert_little_is_lost(texts[0] if texts else "", told)


@pytest.mark.parametrize("seed", range(rounds(20, 1)))
def test_at_most_two_seconds_of_an_answer_are_lost_and_its_entry_has_as_much(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "data" / "netchal.db"
    told = told_until_killed(answers, path, Random(seed), 500, within=0.5)
    with opened(path) as bench:
        (talk,) = bench.store.every(Interview)
        entry = entry_of_interview(bench.store, talk.id)
    kept = talk.questions[0].answer

    assert (entry.learned if entry else "") == (f"- **Why?** {kept}" if kept else "")
    assert_little_is_lost(kept, told)


def assert_little_is_lost(kept: str, told: list[str]) -> None:
    """What is kept is the beginning of what was typed, up to the last save, and in time."""
    lines = [line.split() for line in told]
    typed = [(int(letter), float(when)) for what, letter, when in lines if what == "typed"]
    saved = [int(letter) for what, letter, _ in lines if what == "saved"]
    last = typed[-1][1]
    old = [letter for letter, when in typed if last - when > MOST_LOST]

    assert kept == (LETTERS * (len(kept) // len(LETTERS) + 1))[: len(kept)]
    assert len(kept) >= max(saved, default=0)
    if FULL:
        assert len(kept) >= max(old, default=0)
