"""The report to the partner: the right numbers of the right time, nobody named, and what is missed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from netchal_gui.commands import plan
from netchal_gui.commands.challenge_people import ToDoKind
from netchal_gui.commands.challenges import Template, start_challenge
from netchal_gui.commands.challenges import draft as challenge_draft
from netchal_gui.commands.drafts import note_sent
from netchal_gui.commands.home_wording import partner as partner_words
from netchal_gui.commands.home_wording import task
from netchal_gui.commands.journal import change_entry, write_up
from netchal_gui.commands.partner import report_draft
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.commands.touches import answer_received, report_sent
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Contact, Labelled, Privacy
from netchal_gui.domain.interview import StepKind
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.touch import Touch
from netchal_gui.domain.walltime import from_utc
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.commands.people_files import add


@pytest.fixture
def noor(workbench: Workbench) -> Contact:
    return add(workbench, "Noor Haddad", emails=(Labelled("noor@example.org"),))


@pytest.fixture
def year(workbench: Workbench, noor: Contact) -> Challenge:
    blank = challenge_draft(workbench, Template.FOUR_BY_FOUR, date(2026, 10, 1))
    return start_challenge(workbench, replace(blank, partner_id=noor.id))


def stands(workbench: Workbench) -> Standing:
    today = from_utc(workbench.now(), workbench.zone).day
    found = standing(workbench.store, None, today, workbench.zone)
    assert found is not None
    assert found.partner is not None
    return found


def met(workbench: Workbench, name: str, month: int, day: int, learned: str = "") -> None:
    person = add(workbench, name)
    talk = plan.plan(workbench, [person.id], datetime(2026, month, day, 12)).interview
    if learned:
        change_entry(workbench, write_up(workbench, talk).id, learned=learned)
    else:
        plan.take_step(workbench, talk, StepKind.MET)


def said(found: Standing) -> str:
    assert found.partner is not None
    return partner_words(found.partner, found.today)


def test_soon_after_a_month_the_report_has_its_numbers(
    workbench: Workbench, year: Challenge, clock: Clock
) -> None:
    clock.moment = datetime(2026, 11, 4, 9, tzinfo=UTC)
    met(workbench, "Ada", 10, 6, "Ask for *numbers*.")
    met(workbench, "Bob", 11, 3)
    text = report_draft(workbench, year)

    assert (text.to, text.kind, text.challenge_id) == ("noor@example.org", TemplateKind.PARTNER, year.id)
    assert text.subject == "4×4 Challenge: October 2026"
    assert all(part in text.body for part in ("2 of 96", "New people: 1 of 4", "People I know: 0 of 4"))
    assert "Ask for numbers." in text.body


def test_once_that_is_sent_the_next_is_about_this_month(
    workbench: Workbench, year: Challenge, clock: Clock
) -> None:
    clock.moment = datetime(2026, 11, 4, 9, tzinfo=UTC)
    note_sent(workbench, report_draft(workbench, year))

    assert stands(workbench).partner.missed == ()  # type: ignore[union-attr]
    assert report_draft(workbench, year).subject == "4×4 Challenge: November 2026"


def test_it_names_nobody_that_was_met_or_will_be(workbench: Workbench, year: Challenge) -> None:
    met(workbench, "Ada Lovelace", 11, 3)
    bob = add(workbench, "Bob Hope")
    plan.plan(workbench, [bob.id], datetime(2026, 11, 26, 12), place="Café Einstein")
    body = report_draft(workbench, year).body

    assert "Thu 26 Nov: Coffee" in body
    assert not [name for name in ("Ada", "Lovelace", "Bob", "Hope", "Einstein") if name in body]


@pytest.mark.parametrize(
    ("privacy", "line"),
    [
        (Privacy.ROLE_ONLY, "- engineer reads a letter for ten seconds."),
        (Privacy.FIRST_NAME, "- Ada reads a letter for ten seconds."),
        (Privacy.FULL_NAME, "- Ada Lovelace reads a letter for ten seconds."),
        (Privacy.LEAVE_OUT, ""),
    ],
)
def test_what_was_learned_names_people_as_they_are_told_to_the_world(
    workbench: Workbench, year: Challenge, privacy: Privacy, line: str
) -> None:
    met(workbench, "Bob Hope", 11, 3, "Ada Lovelace reads a letter for ten seconds. Then she stops.")
    add(workbench, "Ada Lovelace", role="engineer", privacy=privacy)
    body = report_draft(workbench, year).body

    assert [each for each in body.splitlines() if "ten seconds" in each] == ([line] if line else [])


def test_no_more_than_five_lines_of_what_was_learned_are_told(workbench: Workbench, year: Challenge) -> None:
    met(workbench, "Bob Hope", 11, 3, "\n".join(f"Lesson {number}." for number in range(9)))

    assert report_draft(workbench, year).body.count("Lesson") == 5


def test_it_is_written_in_the_partners_language(workbench: Workbench, year: Challenge, noor: Contact) -> None:
    body = report_draft(workbench, year, "de").body

    assert "Hallo Noor," in body
    assert "Neue Leute: 0 von 4" in body


def test_sending_it_is_one_step_of_undo(workbench: Workbench, year: Challenge) -> None:
    note_sent(workbench, report_draft(workbench, year))

    (touch,) = workbench.store.every(Touch)
    assert (touch.challenge_id, touch.inbound, workbench.undo_label) == (
        year.id,
        False,
        "Reported to Noor Haddad",
    )
    workbench.undo()
    assert workbench.store.count(Touch) == 0


def test_without_a_partner_there_is_nobody_to_report_to(workbench: Workbench) -> None:
    alone = start_challenge(workbench, challenge_draft(workbench, Template.FOUR_BY_FOUR, date(2026, 11, 1)))

    with pytest.raises(Refused, match="no partner yet"):
        report_draft(workbench, alone)


def test_a_missed_report_shows_and_is_to_do_until_it_is_sent(
    workbench: Workbench, year: Challenge, clock: Clock
) -> None:
    missed = stands(workbench)
    (item,) = missed.to_do

    assert said(missed) == "report overdue since 31 Oct"
    assert (item.kind, task(item), item.due) == (
        ToDoKind.REPORT,
        "Report to Noor Haddad",
        date(2026, 10, 31),
    )
    report_sent(workbench, year, date(2026, 11, 2), "Sorry, late.")
    assert said(stands(workbench)) == "report due 30 Nov"
    assert [each.kind for each in stands(workbench).to_do] == [ToDoKind.REPORT]


def test_a_report_is_to_do_a_week_before_and_no_longer_once_it_is_sent(
    workbench: Workbench, year: Challenge, clock: Clock
) -> None:
    report_sent(workbench, year, date(2026, 10, 31), "")
    clock.moment = datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert (stands(workbench).to_do, stands(workbench).to_do_count) == ((), 0)
    clock.moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert stands(workbench).to_do_count == 1
    report_sent(workbench, year, date(2026, 11, 23), "")
    assert (stands(workbench).to_do, said(stands(workbench))) == ((), "report sent")


def test_what_they_answered_is_no_report(workbench: Workbench, year: Challenge) -> None:
    answer_received(workbench, year, date(2026, 11, 2), "Go on.")

    found = stands(workbench).partner
    assert found is not None
    assert (found.last_answer, found.missed) == (date(2026, 11, 2), (0,))
