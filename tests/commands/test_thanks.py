"""Thank-yous are drafted from what was learned, promised and got; sending one marks that one as done."""

from datetime import date

import pytest

from netchal_gui.commands.drafts import draft, note_sent
from netchal_gui.commands.favours import add_favour
from netchal_gui.commands.introductions import introduce
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.favour import FavourKind
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.touch import Touch
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add
from tests.follow_ups import follow_up, stored


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada Lovelace")


def thank(
    workbench: Workbench, person: Contact, day: int, kind: FollowUpKind = FollowUpKind.THANK
) -> FollowUp:
    return follow_up(workbench, f"Thank for {day}", date(2026, 11, day), contact_id=person.id, kind=kind)


def test_a_thank_you_names_what_one_promised(workbench: Workbench, ada: Contact) -> None:
    due = thank(workbench, ada, 24)
    follow_up(workbench, "Send the article", contact_id=ada.id)
    add_favour(workbench, ada.id, FavourKind.PROMISED, "Look at her draft")

    body = draft(workbench, ada.id, follow_up=due).body

    assert "- Send the article\n- Look at her draft\n" in body


def test_without_a_promise_nothing_is_said_of_one(workbench: Workbench, ada: Contact) -> None:
    assert "promised" not in draft(workbench, ada.id, follow_up=thank(workbench, ada, 24)).body


def test_sending_settles_the_thank_you_it_was_opened_from(workbench: Workbench, ada: Contact) -> None:
    first, second = thank(workbench, ada, 20), thank(workbench, ada, 24)

    note_sent(workbench, draft(workbench, ada.id, follow_up=second))

    assert (stored(workbench, first).done, stored(workbench, second).done) == (False, True)


def test_sending_ones_own_words_settles_it_too(workbench: Workbench, ada: Contact) -> None:
    due = thank(workbench, ada, 24)

    note_sent(workbench, draft(workbench, ada.id, None, follow_up=due))

    assert stored(workbench, due).done


def test_one_thank_you_is_one_step_of_undo(workbench: Workbench, ada: Contact) -> None:
    due = thank(workbench, ada, 24)
    note_sent(workbench, draft(workbench, ada.id, follow_up=due))
    workbench.undo()

    assert (stored(workbench, due), workbench.store.count(Touch)) == (due, 0)


def test_a_later_thank_you_says_what_came_of_the_help(workbench: Workbench, ada: Contact) -> None:
    add_favour(workbench, ada.id, FavourKind.GOT, "Her tip got me the interview")
    (due,) = workbench.store.every(FollowUp)
    made = draft(workbench, ada.id, follow_up=due)

    assert made.kind is TemplateKind.THANK_LATER
    assert "Here is what came of it: Her tip got me the interview" in made.body


def test_whoever_introduced_them_is_thanked_with_the_name_of_who_helped(
    workbench: Workbench, ada: Contact
) -> None:
    mary = add(workbench, "Mary Somerville")
    (led,) = introduce(workbench, [mary.id], [ada.id])
    add_favour(workbench, ada.id, FavourKind.GOT, "her tip got me a job", introduction_id=led.id)
    due = next(each for each in workbench.store.every(FollowUp) if each.contact_id == mary.id)

    assert (
        "Ada Lovelace, to whom you led me, helped: her tip got me a job"
        in draft(workbench, mary.id, follow_up=due).body
    )


def test_a_second_message_ticks_nothing_of_another_kind(workbench: Workbench, ada: Contact) -> None:
    later = thank(workbench, ada, 24, FollowUpKind.THANK_LATER)
    due = thank(workbench, ada, 24)

    note_sent(workbench, draft(workbench, ada.id, follow_up=due))

    assert not stored(workbench, later).done
