"""What one keeps ready for a talk, the favours that come of it, and whom one wants to be in touch with."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from netchal_gui.domain.contact import NEVER, Circle, Contact
from netchal_gui.domain.favour import Balance, FavourKind, balance
from netchal_gui.domain.follow_up import FollowUp, snoozed, ticked
from netchal_gui.domain.interview import (
    Interview,
    Participant,
    StepKind,
    WhoElse,
    contact_moments,
    moved,
    stepped,
    with_people,
)
from netchal_gui.domain.pitch import Pitch, spoken_seconds
from netchal_gui.domain.pitch import problems as pitch_problems
from netchal_gui.domain.preferences import CircleCadence, Preferences
from netchal_gui.domain.preferences import problems as preference_problems
from netchal_gui.domain.problem import ProblemKind
from netchal_gui.domain.question_set import QuestionSet
from netchal_gui.domain.question_set import problems as set_problems
from netchal_gui.domain.walltime import wall_time

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
NOON = wall_time(datetime(2026, 11, 20, 12), "UTC")[0]


@pytest.mark.parametrize(
    ("circle", "cadence", "days"),
    [
        (Circle.FRIEND, None, 60),
        (Circle.FRIEND, 14, 14),
        (Circle.FRIEND, NEVER, None),
        (Circle.COLLEAGUE, None, None),
        (None, None, None),
        (None, 365, 365),
    ],
)
def test_a_cadence_is_the_persons_own_or_that_of_the_circle(
    circle: Circle | None, cadence: int | None, days: int | None
) -> None:
    wanted = Preferences(circle_cadences=(CircleCadence(Circle.FRIEND, 60),))
    one = Contact(id=UUID(int=1), name="Ada", created=NOW, circle=circle, cadence=cadence)

    assert wanted.cadence_of(one) == days


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        (Preferences(circle_cadences=(CircleCadence(Circle.FRIEND, 0),)), ProblemKind.CADENCE_TOO_SHORT),
        (Preferences(answer_days=0), ProblemKind.ANSWER_DAYS_OUT_OF_RANGE),
        (Preferences(answer_days=366), ProblemKind.ANSWER_DAYS_OUT_OF_RANGE),
    ],
)
def test_settings_that_make_no_sense_are_named(wanted: Preferences, kind: ProblemKind) -> None:
    assert [found.kind for found in preference_problems(wanted)] == [kind]
    assert not list(preference_problems(Preferences()))


def test_only_what_was_done_counts_in_the_balance() -> None:
    found = balance([FavourKind.GOT, FavourKind.GOT, FavourKind.ASKED, FavourKind.PROMISED])

    assert found == Balance(got=2, asked=1, promised=1)
    assert found.owed == 2
    assert balance([FavourKind.GIVEN]).owed == -1


@pytest.mark.parametrize(("text", "seconds"), [("", 0), ("word " * 150, 60), ("a – b", 1), ("a " * 40, 16)])
def test_words_are_counted_into_seconds(text: str, seconds: int) -> None:
    assert spoken_seconds(text, "en") == seconds


def test_german_takes_longer_to_say() -> None:
    assert spoken_seconds("Wort " * 100, "de") > spoken_seconds("Wort " * 100, "en")


def test_a_pitch_needs_a_title_a_text_and_a_length() -> None:
    draft = Pitch(id=UUID(int=1), title=" ", text=" ", created=NOW, seconds=0)

    assert [found.field for found in pitch_problems(draft)] == ["title", "text", "seconds"]


def test_a_set_needs_a_title_and_a_question() -> None:
    draft = QuestionSet(id=UUID(int=1), title="", questions=(" ",), created=NOW)

    assert [found.field for found in set_problems(draft)] == ["title", "questions"]


def talk() -> Interview:
    return Interview(id=UUID(int=1), participants=(Participant(UUID(int=2)),), created=NOW)


def test_asking_an_answer_and_the_talk_are_contacts() -> None:
    asked, answered = NOW - timedelta(days=9), NOW - timedelta(days=8)
    found = stepped(stepped(talk(), StepKind.ASKED, asked), StepKind.REPLIED, answered)
    found = stepped(moved(found, NOON, answered), StepKind.MET, NOW)

    assert sorted(contact_moments(found)) == [asked, answered, NOON.utc]


@pytest.mark.parametrize("kind", [StepKind.IDEA, StepKind.SCHEDULED, StepKind.NO_SHOW, StepKind.CANCELLED])
def test_what_brought_nobody_together_is_no_contact(kind: StepKind) -> None:
    assert not list(contact_moments(stepped(talk(), kind, NOW)))


def test_a_talk_that_is_moved_after_it_was_met_was_when_that_was_noted() -> None:
    met = stepped(moved(talk(), NOON, NOW), StepKind.MET, NOW)
    later = wall_time(datetime(2026, 12, 24, 12), "UTC")[0]

    assert list(contact_moments(moved(met, later, NOW))) == [NOW]


def test_a_chance_meeting_without_a_time_was_when_it_was_noted() -> None:
    assert list(contact_moments(stepped(talk(), StepKind.MET, NOW))) == [NOW]


def test_those_who_stay_in_a_talk_keep_what_is_known_of_them() -> None:
    asked = Participant(UUID(int=2), WhoElse.NOBODY)
    found = with_people(replace(talk(), participants=(asked,)), [UUID(int=3), asked.contact_id, UUID(int=3)])

    assert found.participants == (Participant(UUID(int=3)), asked)


def test_a_follow_up_was_done_when_it_was_ticked_last() -> None:
    line = FollowUp(id=UUID(int=1), text="Thank", created=NOW, due=date(2026, 11, 24))
    done = ticked(line, True, NOW + timedelta(days=1))

    assert (line.done_at, done.done_at) == (None, NOW + timedelta(days=1))
    assert ticked(done, False, NOW + timedelta(days=2)).done_at is None
    assert snoozed(done, date(2026, 12, 1), NOW + timedelta(days=3)).done_at == done.done_at
