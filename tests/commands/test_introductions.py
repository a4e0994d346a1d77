"""Who led to whom: several for one person, new people by name, undone and deleted without a trace."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from netchal_gui.commands.introductions import (
    change_introduction,
    count_sentence,
    delete_introduction,
    introduce,
    introductions_of,
)
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.walltime import from_utc
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add, everyone


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada")


def test_both_people_know_of_an_introduction(workbench: Workbench, ada: Contact) -> None:
    bob = add(workbench, "Bob")
    introduce(
        workbench, [ada.id], [bob.id], stage=IntroductionStage.MADE, day=date(2026, 11, 2), note=" at tea "
    )

    (given,) = introductions_of(workbench.store, ada.id).by_them
    (got,) = introductions_of(workbench.store, bob.id).to_them
    assert (given.name, got.name, given.introduction) == ("Bob", "Ada", got.introduction)
    assert (given.introduction.stage, given.introduction.note) == (IntroductionStage.MADE, "at tea")
    assert from_utc(given.introduction.at, workbench.zone).day == date(2026, 11, 2)


def test_a_name_adds_a_person_who_came_by_introduction(workbench: Workbench, ada: Contact) -> None:
    introduce(workbench, [ada.id], ["  Mary   Somerville "])

    mary = next(each for each in everyone(workbench) if each.name == "Mary Somerville")
    assert (mary.source, mary.source_detail) == (Source.INTRODUCTION, "Ada")
    workbench.undo()
    assert everyone(workbench) == [ada]


def test_somebody_new_without_a_source_came_by_introduction_too(workbench: Workbench, ada: Contact) -> None:
    bob = add(workbench, "Bob")
    introduce(workbench, [ada.id], [bob.id])

    after = workbench.store.get(Contact, bob.id)
    assert after == replace(bob, source=Source.INTRODUCTION, source_detail="Ada")
    workbench.undo()
    assert workbench.store.get(Contact, bob.id) == bob


@pytest.mark.parametrize("parts", [{"relation": Relation.KNOWN}, {"source": Source.EVENT}])
def test_how_one_met_stays_as_it_was_noted(
    workbench: Workbench, ada: Contact, parts: dict[str, object]
) -> None:
    bob = add(workbench, "Bob", **parts)
    introduce(workbench, [ada.id], [bob.id])

    assert workbench.store.get(Contact, bob.id) == bob


def test_whoever_introduced_somebody_may_be_new_too(workbench: Workbench, ada: Contact) -> None:
    introduce(workbench, ["Charles"], [ada.id])

    (row,) = introductions_of(workbench.store, ada.id).to_them
    charles = workbench.store.get(Contact, row.person)
    assert charles is not None
    assert (charles.name, charles.source) == ("Charles", None)


def test_several_are_one_step_of_undo(workbench: Workbench, ada: Contact) -> None:
    made = introduce(workbench, [ada.id], ["Mary", "Charles", "Mary"])

    assert len({each.to_id for each in made}) == 2
    assert count_sentence(introductions_of(workbench.store, ada.id).by_them) == "Introduced you to 2 people"
    workbench.undo()
    assert workbench.store.count(Introduction) == 0


def test_nobody_introduces_themselves(workbench: Workbench, ada: Contact) -> None:
    with pytest.raises(Refused, match="Nobody introduces themselves"):
        introduce(workbench, [ada.id], [ada.id])


def test_somebody_who_is_gone_introduces_nobody(workbench: Workbench, ada: Contact) -> None:
    with pytest.raises(Refused, match="no longer there"):
        introduce(workbench, [uuid4()], [ada.id])


def test_without_a_name_nothing_is_noted(workbench: Workbench, ada: Contact) -> None:
    with pytest.raises(Refused, match="Type a name"):
        introduce(workbench, [ada.id], [])


def test_a_promise_becomes_an_introduction(workbench: Workbench, ada: Contact) -> None:
    (promised,) = introduce(workbench, [ada.id], ["Bob"], stage=IntroductionStage.PROMISED)

    assert change_introduction(workbench, promised, replace(promised, stage=IntroductionStage.MADE))
    (row,) = introductions_of(workbench.store, ada.id).by_them
    assert row.introduction.stage is IntroductionStage.MADE
    assert not change_introduction(workbench, row.introduction, row.introduction)


def test_a_deleted_introduction_leaves_the_people_and_comes_back(workbench: Workbench, ada: Contact) -> None:
    (made,) = introduce(workbench, [ada.id], ["Bob"])
    delete_introduction(workbench, made)

    assert introductions_of(workbench.store, ada.id).by_them == ()
    assert len(everyone(workbench)) == 2
    workbench.undo()
    assert introductions_of(workbench.store, ada.id).by_them[0].introduction == made
