"""People become ideas with where they were found, each by one edit, and nobody is doubled."""

from datetime import date

import pytest

from netchal_gui.commands.ideas import Found, note_idea
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add

EVENT = Found(Source.EVENT, "ATD meeting", date(2026, 11, 20))


def people(workbench: Workbench) -> list[str]:
    return sorted(each.name for each in workbench.store.every(Contact))


def test_a_name_becomes_a_new_person_with_their_source_and_an_idea(workbench: Workbench) -> None:
    noted = note_idea(workbench, "  Ada   Lovelace ", Found(Source.WEB_SEARCH, "women who code"))

    assert noted.is_new
    (ada,) = workbench.store.every(Contact)
    assert (ada.name, ada.source, ada.source_detail) == ("Ada Lovelace", Source.WEB_SEARCH, "women who code")
    (idea,) = workbench.store.every(Interview)
    assert (idea.people, [step.kind for step in idea.steps]) == ((ada.id,), [StepKind.IDEA])
    assert not list(workbench.store.every(FollowUp))


def test_one_undo_takes_one_person_back(workbench: Workbench) -> None:
    for name in ("Ada", "Bob"):
        note_idea(workbench, name, EVENT)
    workbench.undo()

    assert people(workbench) == ["Ada"]
    assert len(list(workbench.store.every(FollowUp))) == 1


def test_whoever_was_met_at_an_event_is_written_to_within_two_days(workbench: Workbench) -> None:
    ada = note_idea(workbench, "Ada", EVENT).contact

    (follow_up,) = workbench.store.every(FollowUp)
    assert (follow_up.kind, follow_up.contact_id, follow_up.due) == (
        FollowUpKind.WRITE,
        ada.id,
        date(2026, 11, 22),
    )


@pytest.mark.parametrize("by", ["name", "id"])
def test_somebody_who_is_there_is_not_doubled(workbench: Workbench, by: str) -> None:
    ada = add(workbench, "Ada Lovelace")
    noted = note_idea(workbench, "ada lovelace" if by == "name" else ada.id, EVENT)

    assert not noted.is_new
    assert people(workbench) == ["Ada Lovelace"]
    assert noted.contact.source_detail == "ATD meeting"


def test_how_one_met_somebody_first_stays(workbench: Workbench) -> None:
    note_idea(workbench, "Ada", Found(Source.SOCIAL_MEDIA, "a forum"))
    again = note_idea(workbench, "Ada", EVENT)

    assert again.contact.source is Source.SOCIAL_MEDIA
    assert len(list(workbench.store.every(Interview))) == 1


def test_twice_at_one_event_changes_nothing(workbench: Workbench) -> None:
    note_idea(workbench, "Ada", EVENT)
    label = workbench.undo_label
    note_idea(workbench, "Ada", EVENT)

    assert len(list(workbench.store.every(FollowUp))) == 1
    assert workbench.undo_label == label
    workbench.undo()
    assert people(workbench) == []


def test_somebody_one_knows_is_known(workbench: Workbench) -> None:
    noted = note_idea(workbench, "Ada", Found(Source.ALREADY_KNOWN, "school"))

    assert noted.contact.relation is Relation.KNOWN


def test_nobody_is_refused(workbench: Workbench) -> None:
    with pytest.raises(Refused, match="name"):
        note_idea(workbench, "  ", EVENT)


def test_people_of_one_name_are_told_apart(workbench: Workbench) -> None:
    add(workbench, "Ada", organisation="Halden")
    add(workbench, "Ada", organisation="Orsa")
    with pytest.raises(Refused, match="Halden"):
        note_idea(workbench, "Ada", EVENT)
