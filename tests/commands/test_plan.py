from datetime import datetime
from uuid import uuid4

import pytest

from netchal_gui.commands import plan as plans
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact, Labelled
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.domain.problem import ProblemKind
from netchal_gui.workbench import Workbench

NOON = datetime(2026, 12, 3, 12)


def person(workbench: Workbench, name: str, **fields: object) -> Contact:
    contact = Contact(id=uuid4(), name=name, created=workbench.now(), **fields)  # type: ignore[arg-type]
    workbench.apply(Edit("Add person", (Change(None, contact),)))
    return contact


def stored(workbench: Workbench, interview: Interview) -> Interview | None:
    return workbench.store.get(Interview, interview.id)


def test_planning_keeps_what_was_said(workbench: Workbench) -> None:
    ada = person(workbench, "Ada Lovelace")
    planned = plans.plan(
        workbench,
        [ada.id],
        NOON,
        zone="Asia/Kolkata",
        minutes=30,
        channel=Channel.VIDEO,
        place=" Office ",
        link="https://example.com",
        reminder=None,
    )
    interview = stored(workbench, planned.interview)
    assert interview == planned.interview
    assert (interview.people, interview.minutes, interview.channel) == ((ada.id,), 30, Channel.VIDEO)
    assert (interview.place, interview.link, interview.reminder) == ("Office", "https://example.com", None)
    assert (interview.start.local, interview.start.zone) == (NOON, "Asia/Kolkata")
    assert interview.stage is StepKind.SCHEDULED


def test_without_a_zone_the_systems_counts(workbench: Workbench) -> None:
    assert plans.plan(workbench, ["Ada"], NOON).interview.start.zone == "Europe/Berlin"


def test_a_name_finds_the_person_however_it_is_spelt(workbench: Workbench) -> None:
    jose = person(workbench, "José Ñandú")
    planned = plans.plan(workbench, [" jose  nandu "], NOON)
    assert planned.interview.people == (jose.id,)
    assert planned.new_people == ()


def test_an_unknown_name_makes_a_person_in_the_same_edit(workbench: Workbench) -> None:
    planned = plans.plan(workbench, ["Grace Hopper", "grace hopper"], NOON)
    assert [contact.name for contact in planned.new_people] == ["Grace Hopper"]
    workbench.undo()
    assert workbench.store.count(Contact) == workbench.store.count(Interview) == 0


def test_a_name_that_two_people_have_is_refused_with_what_tells_them_apart(workbench: Workbench) -> None:
    person(workbench, "Daniel Kim", organisation="Halden", emails=(Labelled("dk@halden.example", ""),))
    person(workbench, "Daniel Kim", organisation="Orsa")
    with pytest.raises(Refused) as refused:
        plans.plan(workbench, ["Daniel Kim"], NOON)
    assert str(refused.value) == (
        "There are 2 people called Daniel Kim. Say which: “Daniel Kim (Halden)”, “Daniel Kim (Orsa)”."
    )


@pytest.mark.parametrize("mark", ["halden", "DK@halden.example"])
def test_one_of_two_people_is_chosen_by_what_follows_the_name(workbench: Workbench, mark: str) -> None:
    meant = person(
        workbench, "Daniel Kim", organisation="Halden", emails=(Labelled("dk@halden.example", ""),)
    )
    person(workbench, "Daniel Kim", organisation="Orsa")
    assert plans.plan(workbench, [f"daniel kim ({mark})"], NOON).interview.people == (meant.id,)


def test_people_who_share_all_but_their_id_can_be_told_apart_by_it(workbench: Workbench) -> None:
    meant = person(workbench, "Daniel Kim", organisation="Halden")
    person(workbench, "Daniel Kim", organisation="Halden")
    with pytest.raises(Refused, match=str(meant.id)[:8]):
        plans.plan(workbench, ["Daniel Kim"], NOON)
    assert plans.plan(workbench, [f"Daniel Kim ({str(meant.id)[:8]})"], NOON).interview.people == (meant.id,)


def test_brackets_that_are_part_of_a_name_stay_in_it(workbench: Workbench) -> None:
    planned = plans.plan(workbench, ["Anna (Annie) Smith", "Bo (Orsa)"], NOON)
    assert [contact.name for contact in planned.new_people] == ["Anna (Annie) Smith", "Bo (Orsa)"]


@pytest.mark.parametrize(
    ("people", "changes", "kind"),
    [
        ([], {}, ProblemKind.NOBODY),
        (["Ada"], {"zone": "Mars/Olympus"}, ProblemKind.ZONE_UNKNOWN),
        (["Ada"], {"minutes": 0}, ProblemKind.LENGTH_OUT_OF_RANGE),
        (["Ada"], {"link": "javascript:alert(1)"}, ProblemKind.LINK_UNSAFE),
        (["Ada"], {"reminder": -1}, ProblemKind.REMINDER_OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_planned_is_refused_and_nothing_is_stored(
    workbench: Workbench, people: list[str], changes: dict[str, object], kind: ProblemKind
) -> None:
    with pytest.raises(Refused) as refusal:
        plans.plan(workbench, people, NOON, **changes)  # type: ignore[arg-type]
    assert [problem.kind for problem in refusal.value.problems] == [kind]
    assert workbench.store.count(Contact) == workbench.store.count(Interview) == 0


def test_a_time_that_summer_time_skips_moves_on_and_says_so(workbench: Workbench) -> None:
    planned = plans.plan(workbench, ["Ada"], datetime(2027, 3, 28, 2, 30))
    assert planned.interview.start.local == datetime(2027, 3, 28, 3, 30)
    assert [notice.kind for notice in planned.notices] == [ProblemKind.TIME_SKIPPED]


def test_a_repeated_time_is_the_first_and_says_so(workbench: Workbench) -> None:
    planned = plans.plan(workbench, ["Ada"], datetime(2026, 10, 25, 2, 30))
    assert planned.interview.start.fold == 0
    assert [notice.kind for notice in planned.notices] == [ProblemKind.TIME_REPEATED]


def test_a_repeated_time_is_the_second_when_chosen(workbench: Workbench) -> None:
    planned = plans.plan(workbench, ["Ada"], datetime(2026, 10, 25, 2, 30), fold=1)
    assert (planned.interview.start.fold, planned.notices) == (1, ())


def test_moving_keeps_the_former_time_in_a_step(workbench: Workbench) -> None:
    before = plans.plan(workbench, ["Ada"], NOON, zone="Asia/Kolkata").interview
    after = plans.move(workbench, before, datetime(2026, 12, 4, 9)).interview
    assert stored(workbench, before) == after
    assert (after.start.local, after.start.zone) == (datetime(2026, 12, 4, 9), "Asia/Kolkata")
    assert (after.stage, after.steps[-1].was) == (StepKind.MOVED, before.start)


def test_moving_to_the_same_time_is_no_edit(workbench: Workbench) -> None:
    interview = plans.plan(workbench, ["Ada"], NOON).interview
    plans.move(workbench, interview, NOON)
    assert workbench.undo_label == "Interview with Ada planned"


def test_a_step_is_added_and_undone(workbench: Workbench) -> None:
    interview = plans.plan(workbench, ["Ada"], NOON).interview
    assert plans.take_step(workbench, interview, StepKind.MET).stage is StepKind.MET
    workbench.undo()
    assert stored(workbench, interview) == interview


def test_a_deleted_interview_comes_back_by_undo(workbench: Workbench) -> None:
    interview = plans.plan(workbench, ["Ada"], NOON).interview
    plans.delete_interview(workbench, interview)
    assert stored(workbench, interview) is None
    workbench.undo()
    assert stored(workbench, interview) == interview
