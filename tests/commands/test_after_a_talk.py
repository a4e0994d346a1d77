"""What follows a talk: thank-yous and who was named, each once, and one undo for all of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.introductions import change_introduction
from netchal_gui.commands.journal import write_up
from netchal_gui.commands.log_talk import log_talk, talk_edit
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Interview, StepKind, WhoElse
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.talk import Met, Named, Talk, Thanks
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add, everyone
from tests.commands.talks import TODAY, YESTERDAY, asked, every, everything, met, person, thanks


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada Lovelace", relation=Relation.KNOWN)


@pytest.fixture
def document(workbench: Workbench, tmp_path: Path) -> Callable[[], bytes]:
    """Everything that is in the file, as ``export all`` writes it."""

    def written() -> bytes:
        target = tmp_path / "all.json"
        export_all(workbench, target)
        return target.read_bytes()

    return written


def test_the_first_talk_makes_a_thank_you_due_the_next_day(workbench: Workbench, ada: Contact) -> None:
    made = met(workbench, ada.id, day=date(2026, 11, 20))

    (thank,) = thanks(workbench)
    assert (thank.text, thank.contact_id, thank.due) == ("Thank Ada Lovelace", ada.id, date(2026, 11, 21))
    assert (thank.interview_id, thank.done) == (made.interview.id, False)


def test_a_later_talk_makes_none_unless_one_says_so(workbench: Workbench, ada: Contact) -> None:
    met(workbench, ada.id, day=YESTERDAY)
    met(workbench, ada.id)
    assert len(thanks(workbench)) == 1

    met(workbench, ada.id, at=time(8), thanks=Thanks.DUE)
    assert len(thanks(workbench)) == 2


def test_somebody_thanked_already_is_not_to_be_thanked(workbench: Workbench, ada: Contact) -> None:
    met(workbench, ada.id, thanks=Thanks.DONE)

    (thank,) = thanks(workbench)
    assert thank.done
    assert thank.done_at == workbench.now()


def test_a_thank_you_is_made_once_for_each_person_and_talk(workbench: Workbench, ada: Contact) -> None:
    interview = met(workbench, ada.id).interview
    for how in (Thanks.DUE, Thanks.DONE, Thanks.DONE, Thanks.FIRST):
        met(workbench, ada.id, thanks=how, interview_id=interview.id)

    (thank,) = thanks(workbench)
    assert len(thank.history) == 1


def test_nobody_is_to_be_thanked_where_one_says_so(workbench: Workbench, ada: Contact) -> None:
    met(workbench, ada.id, thanks=Thanks.NONE)

    assert not thanks(workbench)


def test_writing_up_the_first_talk_makes_a_thank_you_due_once(workbench: Workbench, ada: Contact) -> None:
    planned = plan(workbench, [ada.id], datetime(2026, 11, 20, 12)).interview
    write_up(workbench, planned)
    stored = workbench.store.get(Interview, planned.id)
    assert stored is not None
    write_up(workbench, stored)

    assert [each.due for each in thanks(workbench)] == [date(2026, 11, 21)]


def test_a_step_to_met_makes_a_thank_you_due_and_others_do_not(workbench: Workbench, ada: Contact) -> None:
    first = plan(workbench, [ada.id], datetime(2026, 11, 20, 12)).interview
    take_step(workbench, first, StepKind.NO_SHOW)
    assert not thanks(workbench)

    second = plan(workbench, [ada.id], datetime(2026, 11, 21, 12)).interview
    take_step(workbench, second, StepKind.MET)
    assert [each.due for each in thanks(workbench)] == [YESTERDAY]


def test_whom_they_named_come_by_introduction_and_are_ideas(workbench: Workbench, ada: Contact) -> None:
    people = (Met(ada.id, named=(Named("Charles Babbage"),)), Met("Bob", WhoElse.FORGOT))
    made = log_talk(workbench, Talk(people=people, day=TODAY))

    charles = person(workbench, "Charles Babbage")
    assert (charles.source, charles.source_detail) == (Source.INTRODUCTION, "Ada Lovelace")
    (introduction,) = every(workbench, Introduction)
    assert (introduction.by_id, introduction.to_id, introduction.stage, introduction.interview_id) == (
        *(ada.id, charles.id),
        IntroductionStage.NAMED,
        made.interview.id,
    )
    assert [one.who_else for one in made.interview.participants] == [WhoElse.NAMED, WhoElse.FORGOT]
    ideas = [each for each in every(workbench, Interview) if each.people == (charles.id,)]
    assert [each.stage for each in ideas] == [StepKind.IDEA]


def test_who_is_under_way_already_is_no_second_idea(workbench: Workbench, ada: Contact) -> None:
    charles = add(workbench, "Charles")
    asked(workbench, charles)
    log_talk(workbench, Talk(people=(Met(ada.id, named=(Named(charles.id),)),), day=TODAY))

    assert workbench.store.count(Interview) == 2
    assert workbench.store.count(Introduction) == 1


def test_two_who_name_the_same_make_two_introductions_and_one_idea(workbench: Workbench) -> None:
    people = (Met("Ada", named=(Named("Charles"),)), Met("Bob", named=(Named("charles"),)))
    log_talk(workbench, Talk(people=people, day=TODAY))

    assert sorted(each.name for each in everyone(workbench)) == ["Ada", "Bob", "Charles"]
    assert workbench.store.count(Introduction) == 2
    assert workbench.store.count(Interview) == 2


def test_a_promised_introduction_is_to_be_followed_up(workbench: Workbench, ada: Contact) -> None:
    people = (Met(ada.id, named=(Named("Charles", promised=True),)),)
    log_talk(workbench, Talk(people=people, day=YESTERDAY, thanks=Thanks.NONE))

    (introduction,) = every(workbench, Introduction)
    (reminder,) = every(workbench, FollowUp)
    assert introduction.stage is IntroductionStage.PROMISED
    assert (reminder.kind, reminder.contact_id, reminder.introduction_id) == (
        *(FollowUpKind.INTRODUCE, ada.id),
        introduction.id,
    )
    assert (reminder.text, reminder.due) == (
        "Ask Ada Lovelace for the introduction to Charles",
        date(2026, 11, 29),
    )


def test_an_introduction_that_was_made_is_not_asked_for_any_longer(
    workbench: Workbench, ada: Contact
) -> None:
    people = (Met(ada.id, named=(Named("Charles", promised=True),)),)
    log_talk(workbench, Talk(people=people, day=YESTERDAY, thanks=Thanks.NONE))
    (introduction,) = every(workbench, Introduction)
    change_introduction(workbench, introduction, replace(introduction, stage=IntroductionStage.MADE))

    assert [each.done for each in every(workbench, FollowUp)] == [True]


def test_who_else_told_again_is_noted_once(workbench: Workbench, ada: Contact) -> None:
    charles = add(workbench, "Charles")
    named = Talk(people=(Met(ada.id, named=(Named(charles.id),)),), day=TODAY)
    made = log_talk(workbench, named)
    again = Talk(
        people=(Met(ada.id, named=(Named(charles.id, promised=True),)),),
        day=TODAY,
        interview_id=made.interview.id,
    )
    log_talk(workbench, again)
    log_talk(workbench, again)

    (introduction,) = every(workbench, Introduction)
    assert introduction.stage is IntroductionStage.PROMISED
    assert [each.kind for each in every(workbench, FollowUp)] == [FollowUpKind.THANK, FollowUpKind.INTRODUCE]


def test_what_was_noted_of_who_else_stays_where_nothing_is_said(workbench: Workbench, ada: Contact) -> None:
    people = (Met(ada.id, WhoElse.NOBODY),)
    made = log_talk(workbench, Talk(people=people, day=TODAY))
    again = met(workbench, ada.id, interview_id=made.interview.id)

    assert [one.who_else for one in again.interview.participants] == [WhoElse.NOBODY]


def test_nobody_introduces_themselves(workbench: Workbench, ada: Contact) -> None:
    with pytest.raises(Refused, match="Nobody introduces themselves"):
        log_talk(workbench, Talk(people=(Met(ada.id, named=(Named(ada.id),)),), day=TODAY))


def test_undo_restores_the_exact_former_state_and_redo_the_later(
    workbench: Workbench, ada: Contact, document: Callable[[], bytes]
) -> None:
    plan(workbench, [ada.id], datetime(2026, 11, 22, 12))
    before = document()
    log_talk(workbench, everything(ada))
    after = document()

    workbench.undo()
    assert document() == before
    workbench.redo()
    assert document() == after


def test_looking_at_what_would_be_made_writes_nothing(
    workbench: Workbench, ada: Contact, document: Callable[[], bytes]
) -> None:
    before = document()
    made = talk_edit(workbench, everything(ada))

    assert [each.name for each in made.new] == ["Bob", "Charles Babbage", "Mary Somerville"]
    assert document() == before
