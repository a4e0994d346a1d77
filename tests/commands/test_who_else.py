"""Who else: noted for one person of a talk, whatever the others said; exactly those named are kept."""

from datetime import datetime

import pytest

from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.who_else import count_sentence, named_in, note_who_else
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, StepKind, WhoElse
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.talk import Named
from netchal_gui.workbench import Workbench
from tests.commands.people_files import everyone


@pytest.fixture
def talk(workbench: Workbench) -> Interview:
    planned = plan(workbench, ["Ada", "Bob"], datetime(2026, 11, 20, 12)).interview
    return take_step(workbench, planned, StepKind.MET)


def answers(workbench: Workbench, talk: Interview) -> list[WhoElse]:
    stored = workbench.store.get(Interview, talk.id)
    assert stored is not None
    return [each.who_else for each in stored.participants]


def named(workbench: Workbench, talk: Interview) -> list[str]:
    return [each.person.name for each in named_in(workbench.store, talk.id).get(talk.people[0], ())]


def test_names_become_ideas_of_one_person_and_the_other_is_not_touched(
    workbench: Workbench, talk: Interview
) -> None:
    assert note_who_else(
        workbench, talk.id, talk.people[0], WhoElse.NOT_ASKED, [Named("Karl"), Named("Mary")]
    )

    assert named(workbench, talk) == ["Karl", "Mary"]
    assert answers(workbench, talk) == [WhoElse.NAMED, WhoElse.NOT_ASKED]
    workbench.undo()
    assert (named(workbench, talk), len(everyone(workbench))) == ([], 2)


def test_who_is_no_longer_named_loses_the_introduction_and_stays(
    workbench: Workbench, talk: Interview
) -> None:
    giver = talk.people[0]
    note_who_else(workbench, talk.id, giver, WhoElse.NOT_ASKED, [Named("Karl"), Named("Mary")])
    mary = named_in(workbench.store, talk.id)[giver][1].person
    note_who_else(workbench, talk.id, giver, WhoElse.NOT_ASKED, [Named(mary.id)])

    assert named(workbench, talk) == ["Mary"]
    assert len(everyone(workbench)) == 4


def test_nobody_takes_the_place_of_names(workbench: Workbench, talk: Interview) -> None:
    giver = talk.people[0]
    note_who_else(workbench, talk.id, giver, WhoElse.NOT_ASKED, [Named("Karl")])
    note_who_else(workbench, talk.id, giver, WhoElse.NOBODY)

    assert answers(workbench, talk)[0] is WhoElse.NOBODY
    assert workbench.store.count(Introduction) == 0


def test_the_last_name_taken_away_leaves_it_open(workbench: Workbench, talk: Interview) -> None:
    giver = talk.people[0]
    note_who_else(workbench, talk.id, giver, WhoElse.NOT_ASKED, [Named("Karl")])
    note_who_else(workbench, talk.id, giver, WhoElse.NOT_ASKED)

    assert answers(workbench, talk)[0] is WhoElse.NOT_ASKED


def test_the_same_again_is_no_step(workbench: Workbench, talk: Interview) -> None:
    note_who_else(workbench, talk.id, talk.people[0], WhoElse.FORGOT)

    assert not note_who_else(workbench, talk.id, talk.people[0], WhoElse.FORGOT)


def test_a_promise_that_is_taken_back_is_nothing_to_ask_for(workbench: Workbench, talk: Interview) -> None:
    giver, thanks = talk.people[0], workbench.store.count(FollowUp)
    note_who_else(workbench, talk.id, giver, WhoElse.NOT_ASKED, [Named("Karl", promised=True)])
    assert workbench.store.count(FollowUp) == thanks + 1
    note_who_else(workbench, talk.id, giver, WhoElse.NOT_ASKED)

    assert workbench.store.count(FollowUp) == thanks


def test_a_talk_that_is_gone_is_refused(workbench: Workbench, talk: Interview) -> None:
    workbench.undo()
    workbench.undo()

    with pytest.raises(Refused, match="no longer there"):
        note_who_else(workbench, talk.id, talk.people[0], WhoElse.NOBODY)


def test_it_is_counted_at_how_many_talks_one_asked(workbench: Workbench, talk: Interview) -> None:
    """Two people named or nobody is one talk; one forgot at the second, and the third lies ahead."""
    assert count_sentence(workbench.store) == "Asked who else at 0 of 1 talk, somebody was named at 0"
    note_who_else(workbench, talk.id, talk.people[0], WhoElse.NAMED, [Named("Karl"), Named("Mary")])
    note_who_else(workbench, talk.id, talk.people[1], WhoElse.NOBODY)
    second = plan(workbench, ["Cid"], datetime(2026, 11, 21, 12)).interview
    take_step(workbench, second, StepKind.MET)
    note_who_else(workbench, second.id, second.people[0], WhoElse.FORGOT)
    plan(workbench, ["Dan"], datetime(2026, 12, 1, 12))

    assert count_sentence(workbench.store) == "Asked who else at 1 of 2 talks, somebody was named at 1"


def test_without_a_talk_nothing_is_counted(workbench: Workbench) -> None:
    assert count_sentence(workbench.store) == ""
