"""Plan and report of a month: who, what was learned, where one was, what is open and next."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.invitations import ask
from netchal_gui.commands.log_line import log_line
from netchal_gui.commands.message_templates import save_template
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.share import Shared, file_name, share, write_shared
from netchal_gui.commands.telling import set_privacy
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Circle, Contact, Privacy, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Channel, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.exchange.report_formats import Format
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add
from tests.hostile_texts import HOSTILE

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def challenge(workbench: Workbench) -> Challenge:
    return start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))


def known(workbench: Workbench, name: str, **parts: object) -> Contact:
    return add(workbench, name, relation=Relation.KNOWN, **parts)


def met(workbench: Workbench, contact: Contact, day: int = 10, **parts: Any) -> None:
    made = plan(workbench, [contact.id], datetime(2026, 11, day, 12), **parts)
    take_step(workbench, made.interview, StepKind.MET)


def learned(workbench: Workbench, text: str, *people: Contact, day: int = 10) -> JournalEntry:
    now = workbench.now()
    entry = JournalEntry(
        id=workbench.new_id(),
        day=date(2026, 11, day),
        created=now,
        changed=now,
        learned=text,
        people=tuple(each.id for each in people),
    )
    workbench.apply(Edit("Write", (Change(None, entry),)))
    return entry


def report(workbench: Workbench, *chosen: str, wanted: Format = Format.MARKDOWN) -> Shared:
    return share(workbench, TemplateKind.REPORT, NOVEMBER, wanted, chosen)


def test_without_a_challenge_there_is_nothing_to_tell(workbench: Workbench) -> None:
    with pytest.raises(Refused, match="no challenge yet"):
        report(workbench)


@pytest.mark.usefixtures("challenge")
def test_people_are_told_by_their_role_unless_they_may_be_named(workbench: Workbench) -> None:
    for day, name, parts in (
        (1, "Ada Lovelace", {"role": "Engineer"}),
        (2, "Bob Berg", {"circle": Circle.FRIEND}),
        (3, "Cleo Thal", {"privacy": Privacy.FIRST_NAME}),
        (4, "Dora Wald", {"privacy": Privacy.LEAVE_OUT}),
    ):
        met(workbench, known(workbench, name, **parts), day)

    text = report(workbench).text

    assert "## People I know: 4 of 4\n\n- Engineer\n- a friend\n- Cleo\n" in text
    assert not any(name in text for name in ("Ada", "Lovelace", "Bob", "Berg", "Thal", "Dora", "Wald"))


@pytest.mark.usefixtures("challenge")
def test_people_who_look_the_same_are_counted_together(workbench: Workbench) -> None:
    for name in ("Ada", "Bob", "Cleo"):
        met(
            workbench,
            add(workbench, name, role="Recruiter", source=Source.INTRODUCTION, source_detail="Dora"),
        )

    assert "- 3 × Recruiter, introduced by others\n" in report(workbench).text


@pytest.mark.usefixtures("challenge")
def test_an_event_logged_with_its_name_stands_once(workbench: Workbench) -> None:
    log_line(workbench, 'met Ada Lovelace and Bob Berg 2026-11-10 #event:"the spring meeting"')

    events = report(workbench).text.partition("## Events\n\n")[2].split("\n\n")[0]
    assert events == "- the spring meeting: 2 × somebody new"


@pytest.mark.usefixtures("challenge")
def test_what_was_learned_is_told_without_names_and_says_so(workbench: Workbench) -> None:
    ada = known(workbench, "Ada Lovelace", role="an engineer")
    learned(workbench, "- **Begin** early\n\n# Ada says: ask", ada)
    learned(workbench, "December is another month", day=30)

    made = report(workbench)

    assert "- Begin early\n- an engineer says: ask\n" in made.text
    assert made.warnings == ["A name was replaced in: an engineer says: ask"]


@pytest.mark.usefixtures("challenge")
def test_what_belongs_to_somebody_who_stays_out_stays_out(workbench: Workbench) -> None:
    bob = known(workbench, "Bob Berg", privacy=Privacy.LEAVE_OUT)
    met(workbench, bob)
    learned(workbench, "He wants to leave", bob)
    learned(workbench, "Berg wants to leave")

    made = report(workbench)

    assert "leave" not in made.text
    assert len(made.warnings) == 2


@pytest.mark.usefixtures("challenge")
def test_a_line_can_be_kept_back_and_a_promise_told(workbench: Workbench) -> None:
    entry = learned(workbench, "First\nSecond")
    promise = FollowUp(
        id=workbench.new_id(),
        kind=FollowUpKind.PROMISE,
        text="Send the book",
        created=workbench.now(),
        entry_id=entry.id,
    )
    workbench.apply(Edit("Promise", (Change(None, promise),)))

    made = report(workbench)
    assert "Send the book" not in made.text
    first = made.told.learned[0].key

    other = report(workbench, first, str(promise.id))
    assert "First" not in other.text
    assert "Second" in other.text
    assert "- Send the book" in other.text


@pytest.mark.usefixtures("challenge")
def test_where_one_was_with_whom_and_whose_card_one_has(workbench: Workbench) -> None:
    for name in ("Eva", "Finn"):
        add(workbench, name, role="Trainer", source=Source.EVENT, source_detail="ATD meeting")
    met(workbench, add(workbench, "Gus", role="Coach"), channel=Channel.EVENT, place="ATD meeting")

    assert "- ATD meeting: Coach, 2 × Trainer\n" in report(workbench).text


@pytest.mark.usefixtures("challenge")
def test_what_is_open_and_what_is_next_tell_neither_day_nor_place(workbench: Workbench) -> None:
    ask(workbench, [add(workbench, "Hal", role="Founder").id])
    for name in ("Ida", "Jan"):
        guest = add(workbench, name, role="Trainer")
        plan(workbench, [guest.id], datetime(2026, 12, 3, 12), channel=Channel.LUNCH, place="Cafe Mond")

    text = report(workbench).text

    assert "## Next\n\n- Lunch in December 2026: 2 × Trainer\n" in text
    assert "places are open" in text
    assert "Mond" not in text


@pytest.mark.usefixtures("challenge")
def test_the_plan_names_who_is_chosen(workbench: Workbench) -> None:
    guest = known(workbench, "Ada", role="Engineer")
    plan(workbench, [guest.id], datetime(2026, 12, 3, 12))

    made = share(workbench, TemplateKind.PLAN, date(2026, 12, 24))

    assert made.text.startswith("# My plan for December 2026\n")
    assert "## People I know: 4\n\n- Engineer\n" in made.text


@pytest.mark.usefixtures("challenge")
def test_it_is_in_the_language_in_which_one_writes(workbench: Workbench) -> None:
    change_preferences(workbench, replace(workbench.preferences, language="de"))

    made = report(workbench)

    assert made.text.startswith("# November 2026\n\n## Menschen, die ich kenne: 0 von 4")


@pytest.mark.usefixtures("challenge")
def test_ones_own_template_is_used(workbench: Workbench) -> None:
    save_template(workbench, TemplateKind.REPORT, "en", "Mine", "{{ month }}: {{ met }}")

    assert (report(workbench).title, report(workbench).text) == ("Mine", "November 2026: 0\n")


@pytest.mark.usefixtures("challenge")
def test_privacy_is_changed_as_one_step_of_undo(workbench: Workbench) -> None:
    ada = known(workbench, "Ada Lovelace")
    met(workbench, ada)
    assert [each.shown for each in report(workbench).people] == ["somebody I know"]

    assert set_privacy(workbench, ada.id, Privacy.FULL_NAME)
    assert not set_privacy(workbench, ada.id, Privacy.FULL_NAME)

    assert "- Ada Lovelace\n" in report(workbench).text
    workbench.undo()
    assert "Ada" not in report(workbench).text


@pytest.mark.usefixtures("challenge")
@pytest.mark.parametrize("wanted", Format)
def test_it_is_written_to_a_file_or_into_a_folder(
    workbench: Workbench, tmp_path: Path, wanted: Format
) -> None:
    made = report(workbench, wanted=wanted)

    assert write_shared(made, tmp_path) == tmp_path / f"2026-11-report.{wanted.value}"
    assert file_name(made) == f"2026-11-report.{wanted.value}"
    assert (tmp_path / file_name(made)).read_text("utf-8") == made.text


@pytest.mark.usefixtures("challenge")
@pytest.mark.parametrize("wanted", Format)
def test_hostile_names_and_texts_stay_text(workbench: Workbench, wanted: Format) -> None:
    for number, text in enumerate(HOSTILE):
        guest = known(workbench, text, role=text, privacy=Privacy.FULL_NAME)
        met(workbench, guest, 1 + number % 20)
        learned(workbench, text)

    made = report(workbench, wanted=wanted)

    if wanted is Format.HTML:
        assert "<script" not in made.text
        assert "<img" not in made.text
        assert 'href="javascript' not in made.text
    assert "49" not in made.text.replace("149", "")
    assert "7 \\* 7" in made.text or "7 * 7" in made.text
