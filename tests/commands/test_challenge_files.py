"""A challenge given on, taken up by a friend, and a friend's numbers beside one's own: nobody is named."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from netchal_gui.commands import plan
from netchal_gui.commands.challenge_files import (
    export_challenge,
    file_name,
    is_challenge_file,
    keep_friend,
    own_draft,
    read_file,
)
from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import standing
from netchal_gui.commands.together import forget_friend, together
from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.friend_progress import FriendProgress, at_this_pace
from netchal_gui.domain.interview import StepKind
from netchal_gui.exchange.challenge_file import progress_of, written
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

TODAY = date(2026, 11, 23)
SECRETS = ("Ada Lovelace", "ada@example.org", "Analytical", "Café Einstein", "tea-tag", "a private word")


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    """Two talks in November, with a partner, a tag and everything that must stay at home."""
    ada = add(workbench, "Ada Lovelace", organisation="Analytical", tags=("tea-tag",), note="a private word")
    blank = draft(workbench, Template.FOUR_BY_FOUR, date(2026, 10, 1))
    challenge = start_challenge(workbench, replace(blank, partner_id=ada.id))
    for day, name in ((3, "Bob"), (5, "Zoran")):
        person = add(workbench, name)
        talk = plan.plan(workbench, [person.id], datetime(2026, 11, day, 12), place="Café Einstein").interview
        plan.take_step(workbench, talk, StepKind.MET)
    return challenge


def numbers_file(path: Path, met: tuple[int, ...] = (8, 7), name: str = "Mia", **changes: object) -> Path:
    four = Challenge(id=_ID, name="4×4", created=_NOW, start=date(2026, 10, 1), known=4, new=4)
    four = replace(four, **changes)  # type: ignore[arg-type]
    path.write_bytes(written(four, progress_of(four, name, met, TODAY)))
    return path


_NOW = datetime(2026, 11, 23, tzinfo=UTC)
_ID = UUID(int=5)


def test_the_file_of_a_real_year_names_nobody(workbench: Workbench, year: Challenge, tmp_path: Path) -> None:
    target = tmp_path / "4x4.netchal"
    sentence = export_challenge(workbench, year, target, numbers_of="Mia")
    text = target.read_text("utf-8")

    assert str(target) in sentence
    assert not [secret for secret in (*SECRETS, "Bob", "Zoran") if secret in text]
    assert json.loads(text)["progress"] == {
        "name": "Mia",
        "start": "2026-10-01",
        "as_of": "2026-11-23",
        "goal": 96,
        "met": [0, 2],
    }


def test_without_numbers_it_is_the_rule_alone(workbench: Workbench, year: Challenge, tmp_path: Path) -> None:
    export_challenge(workbench, year, tmp_path / "given")

    data = json.loads((tmp_path / "given.netchal").read_text("utf-8"))
    assert data["progress"] is None
    assert "2026-10-01" not in json.dumps(data)


def test_the_name_of_the_file_suits_every_system(year: Challenge) -> None:
    assert file_name(year) == "4x4-Challenge.netchal"
    assert is_challenge_file(Path("A.NETCHAL"))


def test_a_friend_starts_it_on_their_own_day(workbench: Workbench, year: Challenge, tmp_path: Path) -> None:
    export_challenge(workbench, year, tmp_path / "a.netchal")
    own = own_draft(workbench, read_file(tmp_path / "a.netchal"), date(2027, 1, 1))

    assert (own.start, own.known, own.new, own.partner_id) == (date(2027, 1, 1), 4, 4, None)


def test_a_friends_numbers_stand_beside_ones_own(
    workbench: Workbench, year: Challenge, tmp_path: Path
) -> None:
    friend = keep_friend(workbench, read_file(numbers_file(tmp_path / "mia.netchal")))
    found = standing(workbench.store, None, TODAY, workbench.zone)
    assert found is not None
    me, mia = together(workbench.store, found)

    assert (me.name, me.met, me.goal, me.met_now, me.quota) == ("You", 2, 96, 2, 8)
    assert (mia.name, mia.met, mia.goal, mia.met_now, mia.quota) == ("Mia", 15, 96, 7, 8)
    assert mia.expected > me.expected
    assert workbench.undo_label == "Numbers of Mia read"
    forget_friend(workbench, friend)
    assert len(together(workbench.store, found)) == 1
    workbench.undo()
    assert len(together(workbench.store, found)) == 2


def test_newer_numbers_take_the_place_of_older_ones(workbench: Workbench, tmp_path: Path) -> None:
    keep_friend(workbench, read_file(numbers_file(tmp_path / "a.netchal")))
    keep_friend(workbench, read_file(numbers_file(tmp_path / "b.netchal", (8, 8))))
    keep_friend(workbench, read_file(numbers_file(tmp_path / "c.netchal", name="Tom")))

    kept = {each.name: each.met for each in workbench.store.every(FriendProgress)}
    assert kept == {"Mia": (8, 8), "Tom": (8, 7)}


def test_the_same_numbers_again_are_no_step_of_undo(workbench: Workbench, tmp_path: Path) -> None:
    path = numbers_file(tmp_path / "a.netchal")
    first = keep_friend(workbench, read_file(path))
    workbench.forget_history()

    assert keep_friend(workbench, read_file(path)) == first
    assert workbench.undo_label is None


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00\xff" * 500, b"[[[[" * 9000, b'{"version": 99}'])
def test_a_file_that_is_none_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.netchal"
    path.write_bytes(content)

    with pytest.raises(Refused, match=r"^odd\.netchal cannot be used\. "):
        read_file(path)


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.netchal"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)

    with pytest.raises(Refused, match="far too large"):
        read_file(path)


def test_a_file_without_numbers_has_nobody_to_show(
    workbench: Workbench, year: Challenge, tmp_path: Path
) -> None:
    export_challenge(workbench, year, tmp_path / "a.netchal")

    with pytest.raises(Refused, match="no progress"):
        keep_friend(workbench, read_file(tmp_path / "a.netchal"))


def test_a_challenge_in_one_piece_has_a_pace_too(workbench: Workbench, tmp_path: Path) -> None:
    year = {"start": date(2026, 1, 1), "until": date(2026, 12, 31), "known": 0, "new": 0, "anyone": 50}
    path = numbers_file(tmp_path / "a.netchal", (40,), period=Period.WHOLE, periods=1, **year)
    friend = keep_friend(workbench, read_file(path))

    assert 43 <= at_this_pace(friend) <= 46


@pytest.mark.parametrize("met", [(1_000_000,), (1,) * 900])
def test_numbers_that_no_challenge_can_have_are_refused(tmp_path: Path, met: tuple[int, ...]) -> None:
    with pytest.raises(Refused, match=r"more \w+ than a challenge"):
        read_file(numbers_file(tmp_path / "a.netchal", met))


def test_a_challenge_at_the_end_of_time_still_has_numbers(workbench: Workbench, tmp_path: Path) -> None:
    path = numbers_file(tmp_path / "a.netchal", (), start=date.max, period=Period.DAY, periods=900)

    assert at_this_pace(keep_friend(workbench, read_file(path))) >= 0
