"""The year of the article on nine days: every number against one that was reckoned by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netchal_gui.cli import data, entry
from netchal_gui.commands.challenge_people import ToDoKind, Unseen, stay_in_touch
from netchal_gui.commands.challenge_places import PlaceState
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.domain.challenge import Lane
from netchal_gui.domain.periods import ChallengeState
from tests.journeys.article_days import DAYS, Day
from tests.journeys.article_year import tell
from tests.journeys.diary import ZONE, Diary

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass
class Lived:
    """The year as it was lived up to a day."""

    diary: Diary
    expected: Day
    standing: Standing


@pytest.fixture(scope="module", params=DAYS, ids=lambda day: day.today.isoformat())
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    diary = Diary(tmp_path_factory.mktemp("year") / "netchal.db")
    year = tell(diary)
    diary.live_until(request.param.today)
    found = standing(diary.workbench.store, year.id, request.param.today, ZONE)
    assert found is not None
    yield Lived(diary, request.param, found)
    diary.workbench.store.close()


def test_the_places_of_each_month(lived: Lived) -> None:
    found = dict(zip(MONTHS, (period.met for period in lived.standing.periods), strict=True))

    assert found == dict(zip(MONTHS, lived.expected.full, strict=True))
    assert (lived.standing.met, lived.standing.goal) == (sum(lived.expected.full), 96)
    assert all(
        lane.met == sum(place.state is PlaceState.MET for place in lane.places)
        for period in lived.standing.periods
        for lane in period.lanes
    )


def test_how_many_were_asked_answered_met_and_introduced(lived: Lived) -> None:
    assert tuple(map(len, lived.standing.funnel)) == lived.expected.funnel


def test_where_the_new_ones_came_from(lived: Lived) -> None:
    assert {one.source: len(one.people) for one in lived.standing.sources} == lived.expected.sources


def test_the_forecast_and_what_it_rests_on(lived: Lived) -> None:
    found, wanted = lived.standing.forecast, lived.expected

    assert (found.expected, found.met, found.goal) == (wanted.expected, sum(wanted.full), 96)
    assert (found.scheduled, found.invitations) == (wanted.scheduled, wanted.invitations)
    assert found.share_took_place == pytest.approx(wanted.took_place)
    assert found.share_met == pytest.approx(wanted.asked_met)
    assert found.under_way == pytest.approx(wanted.under_way, abs=1e-4)
    assert found.at_this_pace == pytest.approx(wanted.at_this_pace, abs=1e-3)
    assert found.ask_more == wanted.ask_more


def test_what_does_not_count_and_what_is_extra(lived: Lived) -> None:
    found, names = lived.standing, lived.diary.names

    assert tuple((*names((one.contact,)), one.why) for one in found.uncounted) == lived.expected.uncounted
    assert tuple(names(tuple(one.contact for one in found.extra))) == lived.expected.extra


def test_the_partner_and_the_reports(lived: Lived) -> None:
    found = lived.standing.partner

    assert found is not None
    assert found.person.name == "Noor"
    assert tuple(number + 1 for number in found.missed) == lived.expected.missed
    assert found.reported == lived.expected.reported
    assert found.due == lived.standing.periods[lived.expected.today.month - 1].last
    assert found.last_answer == (date(2026, 2, 1) if lived.expected.today.month > 1 else None)


def test_the_command_line_says_the_same(
    lived: Lived, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = on_the_command_line(lived.diary, monkeypatch, capsys)
    wanted = lived.expected

    assert (told["met"], told["goal"], told["period"]) == (sum(wanted.full), 96, wanted.today.month)
    assert (
        tuple(len(told["funnel"][name]) for name in ("asked", "replied", "met", "introduced"))
        == wanted.funnel
    )
    assert tuple(period["met"] for period in told["periods"]) == wanted.full
    assert {one["source"]: len(one["people"]) for one in told["sources"]} == wanted.sources
    assert told["forecast"]["expected"] == wanted.expected
    assert told["forecast"]["ask_more"] == wanted.ask_more
    assert told["forecast"]["share_met"] == round(wanted.asked_met, 4)
    assert tuple((one["name"], one["why"]) for one in told["uncounted"]) == wanted.uncounted
    assert tuple(one["name"] for one in told["extra"]) == wanted.extra
    assert told["partner"]["missed"] == list(wanted.missed)


def on_the_command_line(
    diary: Diary, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """What ``netchal challenge --json`` prints at the diary's moment."""
    import json

    monkeypatch.setattr(data, "_utc_now", diary.now)
    monkeypatch.setattr(data, "system_zone", lambda: ZONE)
    assert entry.main(["--data", str(diary.path), "challenge", "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    made = Diary(tmp_path / "netchal.db")
    yield made
    made.workbench.store.close()


def seen_on(diary: Diary, day: date) -> Standing:
    diary.live_until(day)
    found = standing(diary.workbench.store, None, day, ZONE)
    assert found is not None
    return found


def unseen_on(diary: Diary, day: date) -> tuple[Unseen, ...]:
    diary.live_until(day)
    return stay_in_touch(diary.workbench.store, day, ZONE)


def cards(diary: Diary, found: Standing, month: int, lane: Lane) -> list[tuple[str, PlaceState]]:
    lanes = {each.lane: each for each in found.periods[month - 1].lanes}
    return [
        (diary.names((place.contact,))[0] if place.contact else "", place.state)
        for place in lanes[lane].places
    ]


def test_the_cards_of_november(diary: Diary) -> None:
    tell(diary)
    found = seen_on(diary, date(2026, 11, 23))
    met, scheduled = PlaceState.MET, PlaceState.SCHEDULED

    known = cards(diary, found, 11, Lane.KNOWN)
    assert known == [("K11a", met), ("K11b", met), ("K11c", met), ("K11d", scheduled)]
    new = cards(diary, found, 11, Lane.NEW)
    assert new == [("N11a", met), ("N11b", met), ("N11c", scheduled), ("", PlaceState.EMPTY)]


def test_who_did_not_come_and_who_is_silent_keep_their_cards(diary: Diary) -> None:
    tell(diary)
    found = seen_on(diary, date(2026, 11, 23))

    assert cards(diary, found, 2, Lane.KNOWN)[3:] == [("K06e", PlaceState.MET), ("K02d", PlaceState.NO_SHOW)]
    assert cards(diary, found, 10, Lane.KNOWN)[3:] == [("K10d", PlaceState.ASKED)]


def test_what_was_made_up_says_in_which_month(diary: Diary) -> None:
    tell(diary)
    found = seen_on(diary, date(2026, 12, 31))

    made_up = [
        (period.number + 1, *diary.names((place.contact,)), place.made_up_in + 1)
        for period in found.periods
        for lane in period.lanes
        for place in lane.places
        if place.contact and place.made_up_in is not None
    ]
    assert made_up == [(2, "K06e", 6), (3, "N08e", 8), (5, "K12e", 12), (10, "K12f", 12)]


def test_each_card_says_how_many_they_introduced(diary: Diary) -> None:
    tell(diary)
    known, new = seen_on(diary, date(2026, 1, 31)).periods[0].lanes

    assert [place.introduced for place in known.places] == [1, 0, 0, 0]
    assert [place.introduced for place in new.places] == [0, 0, 0, 0]


def test_before_a_report_and_after_the_year(diary: Diary) -> None:
    tell(diary)
    before = seen_on(diary, date(2025, 12, 31))
    assert (before.state, before.current, before.met) == (ChallengeState.NOT_BEGUN, 0, 0)
    assert before.forecast.expected == 96

    after = seen_on(diary, date(2027, 1, 20))
    assert (after.state, after.current, after.met) == (ChallengeState.ENDED, 11, 96)
    assert (after.forecast.expected, after.forecast.ask_more) == (96, 0)
    assert after.partner is not None
    assert (after.partner.due, after.partner.missed) == (None, ())


def test_friends_come_up_far_away_first_and_the_longest_unseen_first(diary: Diary) -> None:
    """Friends are the K??d. K06d is far away; K11d has a day; K05d declined in May and K10d was asked in
    October, which are contacts too; with K02d and K12d there was none."""
    tell(diary)
    found = [one.person.name for one in unseen_on(diary, date(2026, 11, 23))]

    assert found[:9] == ["K06d", "K01d", "K03d", "K04d", "K05d", "K07d", "K08d", "K09d", "K10d"]
    assert sorted(found[9:]) == ["K02d", "K12d"]


def test_the_days_since_a_friend_was_seen(diary: Diary) -> None:
    """K06d was met on 16 June: 160 days before 23 November, 130 more than a friend's 30."""
    tell(diary)
    first = unseen_on(diary, date(2026, 11, 23))[0]

    assert (first.last, first.days, first.over) == (date(2026, 6, 16), 160, 130)


def test_the_interviews_of_the_next_days_are_to_be_prepared_but_those_with_friends(diary: Diary) -> None:
    tell(diary)
    found = seen_on(diary, date(2026, 11, 23))

    prepared = [(item.name, item.due) for item in found.to_do if item.kind is ToDoKind.PREPARE]
    assert prepared == [("N11c", date(2026, 11, 26))]
    assert found.to_do_count == 2  # the report that Noor has waited for since July is the other one
