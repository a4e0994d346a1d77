"""The challenge file: what it holds, what it never holds, and what is refused."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.domain.challenge import Challenge, Period, problems
from netchal_gui.exchange.challenge_file import (
    ChallengeFileFault,
    challenge_from,
    friend_from,
    progress_of,
    read_challenge,
    written,
)
from tests.challenge_strategies import challenges
from tests.soak import rounds
from tests.values import ids, names

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FOUR = Challenge(id=UUID(int=1), name="4×4", created=NOW, start=date(2026, 1, 1), known=4, new=4)


def sound(challenge: Challenge) -> Challenge:
    return challenge if challenge.period is Period.WHOLE else replace(challenge, until=None)


valid = challenges([UUID(int=7)]).map(sound).filter(lambda challenge: not list(problems(challenge)))


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 100), deadline=None)
@given(valid, ids, st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_friend_starts_the_same_challenge_on_their_own_day(
    challenge: Challenge, own: UUID, start: date
) -> None:
    made = challenge_from(read_challenge(written(challenge)), new_id=own, created=NOW, start=start)

    until = challenge.until and start + (challenge.until - challenge.start)
    same = replace(challenge, id=own, created=NOW, start=start, until=until, focus="", partner_id=None)
    assert made == same


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 100), deadline=None)
@given(valid, names)
def test_nothing_personal_is_in_it(challenge: Challenge, secret: str) -> None:
    """Every key of the document is one of the rule's or the counts'; tag and partner never get in."""
    found = json.loads(written(replace(challenge, focus=f"tag-{secret}", partner_id=UUID(int=99))))

    assert set(found) == {"program", "version", "challenge", "progress"}
    assert set(found["challenge"]) == {
        *("name", "period", "periods", "days", "known", "new", "anyone"),
        *("channels", "least_minutes", "recorded", "carry_over", "about"),
    }
    assert found["progress"] is None


def test_progress_is_numbers_and_a_chosen_name_only() -> None:
    progress = progress_of(FOUR, " Mia ", (8, 7, 8), date(2026, 3, 31))

    assert json.loads(written(FOUR, progress))["progress"] == {
        "name": "Mia",
        "start": "2026-01-01",
        "as_of": "2026-03-31",
        "goal": 96,
        "met": [8, 7, 8],
    }


def test_a_friends_numbers_are_read_back() -> None:
    data = written(FOUR, progress_of(FOUR, "Mia", (8, 7), date(2026, 2, 28)))

    friend = friend_from(read_challenge(data), new_id=UUID(int=3), created=NOW)

    assert (friend.name, friend.challenge, friend.period, friend.met, friend.goal) == (
        "Mia",
        "4×4",
        Period.MONTH,
        (8, 7),
        96,
    )


def test_a_file_without_progress_has_no_friend_in_it() -> None:
    with pytest.raises(ChallengeFileFault, match="no progress"):
        friend_from(read_challenge(written(FOUR)), new_id=UUID(int=3), created=NOW)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a challenge file"),
        (b"[" * 5000, "not a challenge file"),
        (b'{"program": "Other", "challenge": {"name": "x", "period": "day", "periods": 1}}', "of Netchal"),
        (b'{"version": 9, "challenge": {"name": "x", "period": "day", "periods": 1}}', "later Netchal"),
        (b'{"challenge": {"name": "x", "period": "year", "periods": 1}}', "not a challenge file"),
        (b'{"challenge": {"name": "x", "period": "day", "periods": -1}}', "out of range"),
        (b" " * 300_000, "too large"),
        (written(replace(FOUR, about="x" * 3000)), "longer than"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ChallengeFileFault, match=sentence):
        read_challenge(data)


def test_a_challenge_without_places_is_refused() -> None:
    data = b'{"challenge": {"name": "x", "period": "day", "periods": 1}}'

    with pytest.raises(ChallengeFileFault, match="how many people"):
        challenge_from(read_challenge(data), new_id=UUID(int=2), created=NOW, start=date(2026, 1, 1))
