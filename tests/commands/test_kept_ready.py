"""Pitches, question sets and desired roles are kept; follow-ups are put off."""

from dataclasses import replace
from datetime import date

import pytest

from netchal_gui.commands.desired_roles import (
    add_desired_role,
    change_desired_role,
    delete_desired_role,
    desired_roles,
)
from netchal_gui.commands.follow_ups import delete_follow_up, next_week, snooze, tomorrow
from netchal_gui.commands.pitches import add_pitch, blank_pitch, change_pitch, delete_pitch, pitches
from netchal_gui.commands.question_sets import (
    add_set,
    change_set,
    delete_set,
    own_copy,
    own_sets,
    supplied_sets,
)
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpEventKind
from netchal_gui.domain.interview import Interview, Participant
from netchal_gui.domain.question_set import Purpose
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add


def test_pitches_are_kept_the_shortest_first(workbench: Workbench) -> None:
    long = add_pitch(workbench, replace(blank_pitch(workbench), title=" Long  one ", text="Ho", seconds=60))
    short = add_pitch(workbench, replace(blank_pitch(workbench), title="Short", text="Hi", seconds=15))

    assert pitches(workbench.store) == [short, long]
    assert long.title == "Long one"
    assert change_pitch(workbench, long, replace(long, seconds=10))
    assert [pitch.title for pitch in pitches(workbench.store)] == ["Long one", "Short"]
    assert not change_pitch(workbench, short, short)
    with pytest.raises(Refused):
        add_pitch(workbench, blank_pitch(workbench))


def test_a_talk_outlives_its_pitch(workbench: Workbench) -> None:
    ada = add(workbench, "Ada")
    pitch = add_pitch(workbench, replace(blank_pitch(workbench), title="Short", text="Hi"))
    people = (Participant(ada.id),)
    talk = Interview(id=workbench.new_id(), participants=people, created=workbench.now(), pitch_id=pitch.id)
    workbench.apply(Edit("Add", (Change(None, talk),)))
    delete_pitch(workbench, pitch)

    assert workbench.store.get(Interview, talk.id) == replace(talk, pitch_id=None)
    workbench.undo()
    assert workbench.store.get(Interview, talk.id) == talk


@pytest.mark.parametrize("language", ["en", "de"])
def test_eight_questions_are_supplied_for_each_purpose(language: str) -> None:
    found = supplied_sets(language)

    assert [each.purpose for each in found] == [purpose for purpose in Purpose if purpose is not Purpose.OWN]
    assert all(len(each.questions) == 8 and each.title for each in found)
    assert supplied_sets("fr") == supplied_sets("en")


def test_a_supplied_set_becomes_ones_own(workbench: Workbench) -> None:
    mine = own_copy(workbench, supplied_sets("en")[0])
    kept = add_set(workbench, replace(mine, title="Mine", questions=(" Why? ", "", "How?")))

    assert own_sets(workbench.store) == [kept]
    assert kept.questions == ("Why?", "How?")
    assert change_set(workbench, kept, replace(kept, questions=("How?",)))
    assert not change_set(workbench, kept, kept)
    delete_set(workbench, own_sets(workbench.store)[0])
    assert own_sets(workbench.store) == []


def test_a_role_stays_when_whoever_holds_it_goes(workbench: Workbench) -> None:
    draft = DesiredRole(id=workbench.new_id(), title=" Head of  tea ", created=workbench.now())
    role = add_desired_role(workbench, draft)
    holder = add(workbench, "Ada")

    assert role.title == "Head of tea"
    assert change_desired_role(workbench, role, replace(role, contact_id=holder.id))
    assert not change_desired_role(workbench, role, role)
    (held,) = desired_roles(workbench.store)
    assert held.contact_id == holder.id
    delete_desired_role(workbench, held)
    assert desired_roles(workbench.store) == []


def test_a_follow_up_is_put_off_and_remembers_its_day(workbench: Workbench) -> None:
    """The clock stands on Monday 23 November 2026."""
    first = FollowUp(id=workbench.new_id(), text="Write", created=workbench.now(), due=date(2026, 11, 20))
    workbench.apply(Edit("Add", (Change(None, first),)))
    assert (tomorrow(workbench), next_week(workbench)) == (date(2026, 11, 24), date(2026, 11, 30))
    later = snooze(workbench, first, next_week(workbench))

    assert workbench.store.get(FollowUp, first.id) == later
    assert (later.due, later.history[0].kind, later.history[0].due) == (
        date(2026, 11, 30),
        FollowUpEventKind.SNOOZED,
        date(2026, 11, 20),
    )
    assert snooze(workbench, later, date(2026, 11, 30)) is later
    delete_follow_up(workbench, later)
    assert workbench.store.get(FollowUp, first.id) is None
