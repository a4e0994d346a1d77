"""The reports of the article's year on nine days: their numbers against those that were reckoned by hand."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from netchal_gui.commands.share import Shared, share
from netchal_gui.domain.message_template import TemplateKind
from tests.journeys.article_days import DAYS, Day
from tests.journeys.article_year import tell
from tests.journeys.diary import Diary

Told = tuple[Day, list[Shared]]


@pytest.fixture(scope="module", params=DAYS, ids=lambda day: day.today.isoformat())
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The reports of all months, as they are on that day."""
    diary = Diary(tmp_path_factory.mktemp("year") / "netchal.db")
    tell(diary)
    diary.live_until(request.param.today)
    months = [date(2026, month, 1) for month in range(1, 13)]
    yield request.param, [share(diary.workbench, TemplateKind.REPORT, month) for month in months]
    diary.workbench.store.close()


def test_each_month_tells_who_fills_its_places(told: Told) -> None:
    day, reports = told

    in_text = [
        sum(int(met) for met in re.findall(r"^## .*: (\d+) of 4$", each.text, re.M)) for each in reports
    ]
    assert tuple(in_text) == day.full


def test_each_report_tells_how_far_the_challenge_is(told: Told) -> None:
    day, reports = told

    wanted = f"So far I have met {sum(day.full)} of 96 people.\n"
    assert all(each.text.endswith(wanted) for each in reports)


def test_the_facts_have_the_numbers_of_the_tab(told: Told) -> None:
    day, reports = told

    for each in reports:
        facts = each.told.facts
        assert tuple(facts[name] for name in ("asked", "replied", "met", "introduced")) == (
            *day.funnel[:2],
            sum(day.full),
            day.funnel[3],
        )
        assert f"{day.expected} of 96" in facts["forecast"] or day.expected == sum(day.full)


def test_no_name_is_told(told: Told) -> None:
    assert not [each for each in told[1] if re.search(r"\b[KN]\d\d[a-f]\b|Noor", each.text)]
