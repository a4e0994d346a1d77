"""Fifty recorded interviews in a year, and thirty people in thirty days, from the first day to the end."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from netchal_gui.commands.challenge_places import PlaceState
from netchal_gui.commands.challenges import Template
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Relation, Source
from netchal_gui.domain.counting import Why
from netchal_gui.domain.interview import Channel, StepKind
from netchal_gui.domain.periods import ChallengeState
from tests.journeys.diary import NINE, NOON, ZONE, Diary
from tests.journeys.test_article_year import on_the_command_line

AFTER = time(13)
FIRST = date(2028, 2, 1)
"""A leap year: the fifty last until 31 January 2029, the thirty until 1 March 2028."""


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


def tell_fifty(diary: Diary) -> Challenge:
    """One woman a week from 7 February on, W01 to W50, by video and recorded a day later.

    W10 has no recording until the next 1 November, W20 does not have the tag, W30 did not come and was met in
    the week after the others (W30 on 29 January 2029), and W01 was met twice.
    """
    fifty = diary.begin(Template.FIFTY_INTERVIEWS, FIRST, focus="leads")
    for number in range(1, 51):
        name = f"W{number:02}"
        tags = () if name == "W20" else ("leads",)
        diary.person(name, Relation.NEW, Source.WEB_SEARCH, tags=tags)
        day = week(number)
        start = datetime.combine(day, NOON)
        diary.at(day - timedelta(days=6), NINE, diary.asked, name)
        diary.at(day - timedelta(days=5), NINE, diary.agreed, name, start, Channel.VIDEO)
        if name == "W30":
            diary.at(day, AFTER, diary.step, name, StepKind.NO_SHOW)
            again = datetime(2029, 1, 29, 12)
            diary.at(date(2029, 1, 15), NINE, diary.agreed, name, again, Channel.VIDEO)
            day = again.date()
        diary.at(day, AFTER, diary.step, name, StepKind.MET)
        recorded = date(2028, 11, 1) if name == "W10" else day + timedelta(days=1)
        diary.at(recorded, NINE, diary.recorded, name)
    diary.at(date(2028, 5, 1), NOON, diary.again, "W01", datetime(2028, 5, 1, 12))
    return fifty


def week(number: int) -> date:
    return FIRST + timedelta(days=7 * number - 1)


def whys(found: Standing, diary: Diary) -> list[tuple[str, Why]]:
    return [(*diary.names((one.contact,)), one.why) for one in found.uncounted]


def test_the_fifty_after_a_quarter(diary: Diary) -> None:
    # Tuesday 9 May 2028 is week 14, day 98 after the first: W01 to W14 met, the last not recorded yet.
    tell_fifty(diary)
    found = seen_on(diary, week(14))

    assert week(14) == date(2028, 5, 8)
    assert (found.met, found.goal, len(found.periods)) == (12, 50, 1)
    assert whys(found, diary) == [
        ("W14", Why.NOT_RECORDED),
        ("W01", Why.NOT_RECORDED),
        ("W10", Why.NOT_RECORDED),
    ]
    # W15 has a day since 10 May only; asked are W01 to W14 and, six days before 15 May, W15 not yet.
    assert tuple(map(len, found.funnel)) == (14, 14, 12, 0)


def test_the_fifty_over_the_year(diary: Diary) -> None:
    tell_fifty(diary)
    days = [date(2028, 2, 7), date(2028, 2, 8), date(2028, 10, 31), date(2028, 11, 1), date(2029, 1, 31)]

    # On the evening of 7 February W01 is met but not recorded. Until 31 October 2028 39 weeks have passed and
    # W39 is recorded (met on the 30th): 39 without W10, W20, W30 = 36. W10's recording comes on 1 November.
    # In the end 50 weeks and W30 made good, recorded on 30 January, without W20: 49.
    assert [seen_on(diary, day).met for day in days] == [0, 1, 36, 37, 49]


def test_the_end_of_the_fifty(
    diary: Diary, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fifty = tell_fifty(diary)
    found = seen_on(diary, date(2029, 2, 1))

    assert found.state is ChallengeState.ENDED
    assert (found.periods[0].first, found.periods[0].last) == (FIRST, date(2029, 1, 31))
    assert (found.met, found.forecast.expected, found.forecast.ask_more) == (49, 49, 0)
    assert tuple(map(len, found.funnel)) == (50, 50, 49, 0)
    assert [(one.source, len(one.people)) for one in found.sources] == [("web_search", 49)]
    assert whys(found, diary) == [("W20", Why.FOCUS), ("W01", Why.NOT_RECORDED)]
    # One time was not kept, but W30 came at last, so all that had a time took place.
    assert found.forecast.share_took_place == 1
    told = on_the_command_line(diary, monkeypatch, capsys)
    assert (told["challenge"]["id"], told["state"], told["met"]) == (str(fifty.id), "ended", 49)


def test_counting_somebody_anyway_completes_the_fifty(diary: Diary) -> None:
    fifty = tell_fifty(diary)
    diary.live_until(date(2029, 1, 31))
    diary.decided(fifty, "W20", True, "She leads more than most")

    found = seen_on(diary, date(2029, 2, 1))

    assert (found.met, whys(found, diary)) == (50, [("W01", Why.NOT_RECORDED)])


def tell_thirty(diary: Diary) -> Challenge:
    """Somebody each day from 1 February, D01 to D30, by chance; nobody on the 5th and the 29th.

    Two on the 10th (D10 and D05, who makes up the 5th), two on the 11th (D11 and D31, who finds no gap).
    """
    thirty = diary.begin(Template.THIRTY_IN_THIRTY, FIRST)
    for number in range(1, 32):
        name = f"D{number:02}"
        diary.person(name, Relation.NEW if number % 2 else Relation.KNOWN, Source.CHANCE)
        day = {5: 10, 31: 11}.get(number, number)
        if number != 29:
            clock = time(18) if number in (5, 31) else NOON
            start = datetime.combine(FIRST + timedelta(days=day - 1), clock)
            diary.at(start.date(), time(clock.hour + 1), diary.chance, name, start)
    return thirty


def test_the_thirty_over_their_days(diary: Diary) -> None:
    # 1: one a day; 5: a gap; 9: eight of nine; 10: two, the gap is made up; 11: two, one of them extra.
    # 28: one a day again, 28; 29: nobody; 1 March is the thirtieth day: 29 of 30.
    tell_thirty(diary)
    days = [date(2028, 2, n) for n in (1, 4, 5, 9, 10, 11, 28, 29)] + [date(2028, 3, 1)]

    assert [seen_on(diary, day).met for day in days] == [1, 4, 4, 8, 10, 11, 28, 28, 29]


def test_the_end_of_the_thirty(
    diary: Diary, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_thirty(diary)
    found = seen_on(diary, date(2028, 3, 1))

    states = [place.state for period in found.periods for lane in period.lanes for place in lane.places]
    assert [n for n, state in enumerate(states, 1) if state is PlaceState.EMPTY] == [29]
    assert (len(states), found.current, found.state) == (30, 29, ChallengeState.RUNNING)
    assert diary.names(tuple(one.contact for one in found.extra)) == ["D31"]
    fifth = found.periods[4].lanes[0].places[0]
    assert (diary.names((fifth.contact or b"",)), fifth.made_up_in) == (["D05"], 9)
    # The last day: nothing remains, 29 it is. All places of the day are filled.
    assert (found.forecast.expected, found.forecast.ask_more) == (29, 0)
    told = on_the_command_line(diary, monkeypatch, capsys)
    assert (told["period"], told["met"], told["forecast"]["expected"]) == (30, 29, 29)
    assert told["periods"][4]["lanes"][0]["places"][0]["made_up_in"] == 10


def test_a_day_of_the_thirty_without_anyone_asks_for_one(diary: Diary) -> None:
    tell_thirty(diary)
    found = seen_on(diary, date(2028, 2, 29))

    # 28 in 29 days, and 61 days before them at one a day: 89 / 90, for the one day to come: 28.99.
    assert found.forecast.at_this_pace == pytest.approx(89 / 90)
    assert (found.forecast.expected, found.forecast.ask_more) == (29, 1)
