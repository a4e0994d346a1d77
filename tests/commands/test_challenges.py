"""Challenges are started from templates, changed, chosen and deleted, each as one step of undo."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from netchal_gui.commands.challenges import (
    Template,
    challenges,
    change_challenge,
    delete_challenge,
    draft,
    make_current,
    start_challenge,
    template_name,
    template_text,
)
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import standing
from netchal_gui.domain.challenge import Challenge, CountDecision, Lane, Period, Slot, problems
from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Channel, Interview, Participant, StepKind
from netchal_gui.domain.periods import ChallengeState, number_of_periods, whole
from netchal_gui.domain.touch import Touch
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

TODAY = date(2026, 11, 23)
START = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("template", "lanes", "goal", "periods", "last"),
    [
        (Template.FOUR_BY_FOUR, (Lane.KNOWN, Lane.NEW), 96, 12, date(2027, 11, 30)),
        (Template.FIFTY_INTERVIEWS, (Lane.ANYONE,), 50, 1, date(2027, 11, 30)),
        (Template.THIRTY_IN_THIRTY, (Lane.ANYONE,), 30, 30, date(2026, 12, 30)),
        (Template.THREE_A_WEEK, (Lane.ANYONE,), 156, 52, date(2027, 11, 29)),
        (Template.HUNDRED_COFFEES, (Lane.ANYONE,), 100, 1, date(2027, 11, 30)),
    ],
)
def test_each_template_is_a_whole_challenge(
    workbench: Workbench, template: Template, lanes: tuple[Lane, ...], goal: int, periods: int, last: date
) -> None:
    made = draft(workbench, template, START)

    assert (made.lanes, made.goal, number_of_periods(made), whole(made).last) == (lanes, goal, periods, last)
    assert list(problems(made)) == []
    assert (made.name, made.about) == (template_name(template), template_text(template))


def test_the_fifty_are_all_recorded_and_the_hundred_all_coffees(workbench: Workbench) -> None:
    assert draft(workbench, Template.FIFTY_INTERVIEWS, START).recorded
    assert draft(workbench, Template.HUNDRED_COFFEES, START).channels == (Channel.COFFEE,)


def test_a_started_challenge_is_the_current_one_in_one_step(workbench: Workbench) -> None:
    first = start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, START))
    second = start_challenge(workbench, draft(workbench, Template.THREE_A_WEEK, START))

    assert workbench.preferences.challenge_id == second.id
    assert workbench.undo_label == "Three a week started"
    workbench.undo()
    assert workbench.preferences.challenge_id == first.id
    assert [row.id for row in challenges(workbench.store, TODAY)] == [first.id]


def test_an_own_challenge_without_name_and_people_is_refused(workbench: Workbench) -> None:
    with pytest.raises(Refused) as refused:
        start_challenge(workbench, draft(workbench, Template.OWN, START))

    assert [problem.field for problem in refused.value.problems] == ["name", "quota"]
    assert str(refused.value).startswith("A challenge needs a name.")
    assert challenges(workbench.store, TODAY) == []


def test_what_a_kind_of_period_does_not_have_is_not_stored(workbench: Workbench) -> None:
    odd = draft(workbench, Template.FOUR_BY_FOUR, START)
    odd = replace(odd, name="  My   year ", period=Period.WHOLE, until=START + timedelta(days=9))

    made = start_challenge(workbench, odd)

    assert (made.name, made.periods, made.goal) == ("My year", 1, 8)
    assert start_challenge(workbench, replace(made, id=workbench.new_id(), period=Period.DAY)).until is None


def test_changing_says_whether_anything_did(workbench: Workbench) -> None:
    made = start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, START))

    assert not change_challenge(workbench, made, replace(made, name=f" {made.name} "))
    assert change_challenge(workbench, made, replace(made, new=5))
    assert workbench.store.get(Challenge, made.id) == replace(made, new=5)
    with pytest.raises(Refused):
        change_challenge(workbench, replace(made, new=5), replace(made, known=0, new=0))


def test_deleting_takes_slots_and_decisions_along_and_leaves_the_rest(workbench: Workbench) -> None:
    made = start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, START))
    now, new_id = workbench.now(), workbench.new_id
    ada = Contact(id=new_id(), name="Ada", created=now)
    talk = Interview(id=new_id(), participants=(Participant(ada.id),), created=now)
    slot = Slot(id=new_id(), challenge_id=made.id, contact_id=ada.id, period=0, created=now)
    decision = CountDecision(
        id=new_id(), challenge_id=made.id, interview_id=talk.id, counts=True, created=now
    )
    report = Touch(id=new_id(), contact_id=ada.id, created=now, at=now, challenge_id=made.id)
    items = (ada, talk, slot, decision, report)
    workbench.apply(Edit("Fill", tuple(Change(None, item) for item in items)))

    delete_challenge(workbench, made)

    store = workbench.store
    assert [store.count(kind) for kind in (Challenge, Slot, CountDecision)] == [0, 0, 0]
    assert [store.count(kind) for kind in (Contact, Interview)] == [1, 1]
    assert store.get(Touch, report.id) == replace(report, challenge_id=None)
    assert workbench.preferences.challenge_id is None
    workbench.undo()
    assert (store.get(Slot, slot.id), store.get(CountDecision, decision.id)) == (slot, decision)
    assert (store.get(Touch, report.id), workbench.preferences.challenge_id) == (report, made.id)


def test_the_list_says_which_run_and_which_is_current(workbench: Workbench) -> None:
    starts = [date(2025, 1, 1), date(2026, 1, 1), date(2026, 12, 1)]
    made = [start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, start)) for start in starts]

    assert make_current(workbench, made[0].id)
    assert not make_current(workbench, made[0].id)
    assert [
        (row.start, row.last, row.state, row.is_current) for row in challenges(workbench.store, TODAY)
    ] == [
        (date(2026, 12, 1), date(2027, 11, 30), ChallengeState.NOT_BEGUN, False),
        (date(2026, 1, 1), date(2026, 12, 31), ChallengeState.RUNNING, False),
        (date(2025, 1, 1), date(2025, 12, 31), ChallengeState.ENDED, True),
    ]


def test_where_none_was_chosen_the_newest_running_one_is_current(workbench: Workbench) -> None:
    starts = [date(2026, 1, 1), date(2026, 3, 1), date(2025, 1, 1), date(2026, 12, 1)]
    made = [start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, start)) for start in starts]
    delete_challenge(workbench, made.pop())

    assert [row.start for row in challenges(workbench.store, TODAY) if row.is_current] == [date(2026, 3, 1)]
    delete_challenge(workbench, made[1])
    delete_challenge(workbench, made[0])
    assert [row.start for row in challenges(workbench.store, TODAY) if row.is_current] == [date(2025, 1, 1)]


def test_one_interview_counts_in_each_challenge_that_runs_and_an_ended_one_stays_readable(
    workbench: Workbench,
) -> None:
    ada = add(workbench, "Ada Lovelace")
    starts = {Template.FOUR_BY_FOUR: date(2026, 11, 1), Template.HUNDRED_COFFEES: date(2026, 3, 1)}
    running = [
        start_challenge(workbench, draft(workbench, template, start)) for template, start in starts.items()
    ]
    ended = start_challenge(workbench, draft(workbench, Template.THIRTY_IN_THIRTY, date(2026, 9, 1)))
    for month in (9, 11):
        talk = plan(workbench, [ada.id], datetime(2026, month, 10, 12)).interview
        take_step(workbench, talk, StepKind.MET)

    stand = [standing(workbench.store, each.id, TODAY, workbench.zone) for each in (*running, ended)]
    assert [each.met if each else None for each in stand] == [1, 1, 1]
    assert [each.state if each else None for each in stand] == [
        ChallengeState.RUNNING,
        ChallengeState.RUNNING,
        ChallengeState.ENDED,
    ]


def test_where_anyone_counts_new_people_are_those_not_known_before(workbench: Workbench) -> None:
    people = [
        add(workbench, "Ada", source=Source.EVENT),
        add(workbench, "Bob", relation=Relation.KNOWN, source=Source.ALREADY_KNOWN),
        add(workbench, "Cem", source=Source.WEB_SEARCH),
    ]
    early = plan(workbench, [people[2].id], datetime(2026, 2, 1, 12)).interview
    take_step(workbench, early, StepKind.MET)  # met before the challenge began
    coffees = start_challenge(workbench, draft(workbench, Template.THREE_A_WEEK, date(2026, 11, 2)))
    talk = plan(workbench, [each.id for each in people], datetime(2026, 11, 10, 12)).interview
    take_step(workbench, talk, StepKind.MET)

    found = standing(workbench.store, coffees.id, TODAY, workbench.zone)
    assert found is not None
    assert (found.met, [(each.source, len(each.people)) for each in found.sources]) == (3, [("event", 1)])
