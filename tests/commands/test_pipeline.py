"""A card goes on through the pipeline by one edit with a dated step, and only where it may."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from netchal_gui.commands.interview_form import save_changed, save_planned
from netchal_gui.commands.invitations import ask
from netchal_gui.commands.pipeline import Card, move, note_reply
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant, StepKind, stepped
from netchal_gui.domain.pipeline import Column
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.pipeline_queries import board, cards
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add
from tests.conftest import Clock


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada")


def where(workbench: Workbench) -> list[Column]:
    return [column for column, keys in board(workbench.store).items() for _ in keys]


def card(workbench: Workbench) -> Card:
    """The only card there is."""
    keys = [key for keys in board(workbench.store).values() for key in keys]
    (row,) = cards(workbench.store, keys).values()
    talk = UUID(bytes=row.interview) if row.interview else None
    return Card(talk, UUID(bytes=row.contact))


def steps(workbench: Workbench) -> list[StepKind]:
    return [step.kind for each in workbench.store.every(Interview) for step in each.steps]


@pytest.mark.parametrize("column", [Column.ASKED, Column.REPLIED, Column.MET])
def test_somebody_with_no_talk_goes_on_by_one_edit(
    workbench: Workbench, ada: Contact, column: Column
) -> None:
    assert where(workbench) == [Column.IDEA]
    move(workbench, card(workbench), column)
    assert where(workbench) == [column]

    workbench.undo()
    assert where(workbench) == [Column.IDEA]
    assert not list(workbench.store.every(Interview))


def test_a_request_goes_on_to_its_thank_you_step_by_step(workbench: Workbench, ada: Contact) -> None:
    for column in (Column.ASKED, Column.REPLIED, Column.MET, Column.THANKED):
        move(workbench, card(workbench), column)
        assert where(workbench) == [column]

    assert steps(workbench) == [StepKind.ASKED, StepKind.REPLIED, StepKind.MET]


def test_scheduled_asks_for_a_time_first(workbench: Workbench, ada: Contact) -> None:
    ask(workbench, [ada.id])
    asked = move(workbench, card(workbench), Column.SCHEDULED)

    assert asked is not None
    assert asked.draft.start is not None
    assert where(workbench) == [Column.ASKED]
    save_changed(workbench, asked.stored, asked.draft, agreed=True)
    assert where(workbench) == [Column.SCHEDULED]


def test_a_new_talk_is_drafted_for_an_idea(workbench: Workbench, ada: Contact) -> None:
    asked = move(workbench, card(workbench), Column.SCHEDULED)

    assert asked is not None
    assert asked.stored is None
    save_planned(workbench, asked.draft)
    assert where(workbench) == [Column.SCHEDULED]


def proposed(workbench: Workbench, ada: Contact, days: int) -> Interview:
    """A request that named a time."""
    start = from_utc(workbench.now() + timedelta(days=days), workbench.zone)
    talk = Interview(
        id=workbench.new_id(), participants=(Participant(ada.id),), created=workbench.now(), start=start
    )
    talk = stepped(talk, StepKind.ASKED, workbench.now())
    workbench.apply(Edit("Ask", (Change(None, talk),)))
    return talk


def test_a_time_that_was_proposed_is_agreed_on_at_once(workbench: Workbench, ada: Contact) -> None:
    talk = proposed(workbench, ada, 3)
    assert move(workbench, card(workbench), Column.SCHEDULED) is None

    assert workbench.store.get(Interview, talk.id).start == talk.start
    assert steps(workbench) == [StepKind.ASKED, StepKind.SCHEDULED]


def test_a_proposal_that_is_over_gets_another_time_and_is_scheduled_by_one_edit(
    workbench: Workbench, ada: Contact
) -> None:
    proposed(workbench, ada, -3)
    asked = move(workbench, card(workbench), Column.SCHEDULED)
    save_changed(workbench, asked.stored, asked.draft, agreed=True)

    assert steps(workbench) == [StepKind.ASKED, StepKind.SCHEDULED]
    workbench.undo()
    assert where(workbench) == [Column.ASKED]


def test_a_talk_ahead_is_not_met_yet(workbench: Workbench, ada: Contact, clock: Clock) -> None:
    asked = move(workbench, card(workbench), Column.SCHEDULED)
    save_planned(workbench, asked.draft)
    with pytest.raises(Refused, match="not begun"):
        move(workbench, card(workbench), Column.MET)

    clock.later(days=4)
    move(workbench, card(workbench), Column.MET)
    assert where(workbench) == [Column.MET]


@pytest.mark.parametrize(
    ("gone", "column"),
    [
        ((Column.ASKED,), Column.IDEA),
        ((Column.ASKED,), Column.THANKED),
        ((Column.MET,), Column.ASKED),
        ((Column.MET, Column.THANKED), Column.MET),
    ],
)
def test_what_happened_stays_noted(workbench: Workbench, ada: Contact, gone, column: Column) -> None:
    for each in gone:
        move(workbench, card(workbench), each)
    before = where(workbench)
    with pytest.raises(Refused):
        move(workbench, card(workbench), column)

    assert where(workbench) == before


def test_a_card_put_where_it_is_changes_nothing(workbench: Workbench, ada: Contact) -> None:
    label = workbench.undo_label
    assert move(workbench, card(workbench), Column.IDEA) is None
    assert workbench.undo_label == label


def test_whoever_replied_can_be_asked_again(workbench: Workbench, ada: Contact) -> None:
    for column in (Column.REPLIED, Column.ASKED):
        move(workbench, card(workbench), column)

    assert where(workbench) == [Column.ASKED]


def test_thanked_ticks_the_thank_you_that_is_due_and_makes_no_second_one(
    workbench: Workbench, ada: Contact
) -> None:
    move(workbench, card(workbench), Column.MET)
    (thanks,) = workbench.store.every(FollowUp)
    move(workbench, card(workbench), Column.THANKED)

    (only,) = workbench.store.every(FollowUp)
    assert (only.id, thanks.done, only.done) == (thanks.id, False, True)


def test_a_reply_is_noted_on_the_request_that_was_sent_last(
    workbench: Workbench, ada: Contact, clock: Clock
) -> None:
    first = ask(workbench, [ada.id])
    clock.later(days=1)
    second = ask(workbench, [ada.id])
    clock.later(days=1)

    assert note_reply(workbench, ada.id).id == second.id
    assert note_reply(workbench, ada.id).id == first.id
    with pytest.raises(Refused, match="Ada"):
        note_reply(workbench, ada.id)


def test_a_card_of_an_interview_that_is_gone_is_refused(workbench: Workbench, ada: Contact) -> None:
    gone = replace(ask(workbench, [ada.id]))
    workbench.undo()
    with pytest.raises(Refused, match="no longer there"):
        move(workbench, Card(gone.id, ada.id), Column.REPLIED)
