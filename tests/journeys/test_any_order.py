"""Whatever one does around talks, in whatever order: nothing is thanked for twice, nothing is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netchal_gui.commands.check import check
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp, FollowUpEventKind, FollowUpKind
from tests.journeys.any_order import BACK, BEGINNING, ONWARD, Deed, Life, Told
from tests.soak import rounds

pytestmark = pytest.mark.soak
numbers = st.integers(0, 2_000)
hours = st.integers(0, 60)
thoroughly = settings(
    max_examples=rounds(600, 8), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
stories = st.lists(st.tuples(st.sampled_from((*ONWARD, *BACK)), numbers, hours), min_size=5, max_size=30).map(
    BEGINNING.__add__
)


@contextmanager
def begun() -> Iterator[Life]:
    with TemporaryDirectory() as folder:
        life = Life(Path(folder))
        try:
            yield life
        finally:
            life.workbench.store.close()


def does(life: Life, deed: Deed, number: int, after: int) -> int:
    """How many edits it was."""
    before = len(life.edits)
    try:
        deed(life, number)
    except Refused:
        assert len(life.edits) == before
    life.moment += timedelta(hours=after)
    return len(life.edits) - before


def last_contacts(life: Life) -> dict[bytes, int]:
    return dict(life.workbench.store.rows("SELECT contact, max(at) FROM contact_moment GROUP BY contact"))


@thoroughly
@given(stories)
def test_the_last_contact_moves_backwards_only_where_something_is_taken_back(story: Told) -> None:
    with begun() as life:
        before = last_contacts(life)
        for deed, number, after in story:
            does(life, deed, number, after)
            now = last_contacts(life)
            is_later = all(now.get(person, 0) >= at for person, at in before.items())
            assert is_later or deed in BACK, deed.__name__
            before = now


@thoroughly
@given(stories)
def test_nobody_is_thanked_twice_for_one_talk_or_favour_nor_forgotten(story: Told) -> None:
    with begun() as life:
        for deed, number, after in story:
            does(life, deed, number, after)
            thanks = [(kind, who, why) for kind, who, why in map(_thanks, life.all(FollowUp)) if why]
            assert len(thanks) == len(set(thanks)), deed.__name__
            helped = [each for each in life.all(Favour) if each.kind is FavourKind.GOT]
            later = {(who, why) for kind, who, why in thanks if kind is FollowUpKind.THANK_LATER}
            assert all((each.contact_id, each.id) in later for each in helped), deed.__name__
            due = {each.favour_id for each in life.all(FollowUp) if each.favour_id and _was_never_done(each)}
            assert due <= {each.id for each in helped}, deed.__name__


def _was_never_done(follow_up: FollowUp) -> bool:
    """Whoever opens a thank-you again by hand has a reason for it."""
    return not any(event.kind is FollowUpEventKind.DONE for event in follow_up.history)


def _thanks(follow_up: FollowUp) -> tuple[FollowUpKind, UUID | None, UUID | None]:
    """A thank-you: to whom and for what, None for anything else."""
    why = {
        FollowUpKind.THANK: follow_up.interview_id,
        FollowUpKind.THANK_LATER: follow_up.favour_id,
    }
    return follow_up.kind, follow_up.contact_id, why.get(follow_up.kind)


@thoroughly
@given(stories)
def test_each_step_is_one_edit_and_undo_and_redo_meet_the_same_states_again(story: Told) -> None:
    with begun() as life:
        states, at = [life.exported()], 0
        for deed, number, after in story:
            label = life.workbench.undo_label, life.workbench.redo_label
            edits = does(life, deed, number, after)
            assert edits <= 1
            if edits and deed.__name__ == "undone":
                at -= 1
            elif edits and deed.__name__ == "redone":
                at += 1
            elif edits:
                at += 1
                del states[at:]
                states.append(life.exported())
            assert life.exported() == states[at], (deed.__name__, label)
        _there_and_back(life, states, at)
        assert check(life.workbench) == []


def _there_and_back(life: Life, states: list[bytes], at: int) -> None:
    """All the way back, all the way forth."""
    for state in reversed(states[:at]):
        life.workbench.undo()
        assert life.exported() == state
    for state in states[1:]:
        life.workbench.redo()
        assert life.exported() == state
