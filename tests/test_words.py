from datetime import date
from enum import StrEnum

import pytest

from netchal_gui import words
from netchal_gui.domain.contact import Circle, Relation, Source
from netchal_gui.domain.follow_up import FollowUpKind
from netchal_gui.domain.interview import Channel, StepKind
from netchal_gui.domain.problem import Problem, ProblemKind


def test_values_are_filled_in_as_they_are() -> None:
    assert words.say("Import people from {file}", file="{x}%s") == "Import people from {x}%s"


@pytest.mark.parametrize(("n", "sentence"), [(1, "1 person"), (0, "0 people"), (1200, "1,200 people")])
def test_counts_choose_their_form(n: int, sentence: str) -> None:
    assert words.say_many("{n} person", "{n} people", n) == sentence


def test_a_text_to_somebody_can_be_in_another_language_than_the_program() -> None:
    with words.speaking("de"):
        assert (words.spoken(), words.month(date(2011, 3, 1))) == ("de", "März 2011")

    assert (words.spoken(), words.month(date(2011, 3, 1))) == ("en", "March 2011")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("relation", Relation),
        ("circle", Circle),
        ("source", Source),
        ("channel", Channel),
        ("step", StepKind),
        ("follow_up", FollowUpKind),
    ],
)
def test_every_value_of_the_domain_has_a_word(name: str, kind: type[StrEnum]) -> None:
    assert all(getattr(words, name)(value) for value in kind)


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_has_a_sentence(kind: ProblemKind) -> None:
    assert words.problem(Problem(kind, "field", "value")).endswith(".")


def test_days_are_said_short_and_long() -> None:
    day = date(2026, 11, 26)
    said = words.short_day(day), words.weekday_day(day), words.long_day(day), words.month(day)
    assert said == ("26 Nov", "Thu 26 Nov", "Thursday 26 November 2026", "November 2026")


def test_the_year_is_said_where_it_is_another() -> None:
    assert words.short_day(date(2025, 3, 1), today=date(2026, 11, 26)) == "1 Mar 2025"


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min")])
def test_lengths_are_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert words.length(minutes) == said


@pytest.mark.parametrize(
    ("environment", "language"),
    [("de_DE.UTF-8", "de"), ("en_GB.UTF-8", "en"), ("fr_FR.UTF-8", "en"), ("C.UTF-8", "en")],
)
def test_the_language_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, environment: str, language: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", environment)
    assert words.system_language() == language
