"""The list, its filter and sections, and the person beside it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton

from netchal_gui.domain.contact import Address, Contact, Labelled, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.contact_queries import EVERYONE, Section, SectionKind
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.views.empty_state import EmptyState
from netchal_gui.views.plan_dialog import PlanDialog


def visible_texts(widget: Any) -> str:
    """What stands in labels and on buttons, as the person sees it."""
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return "\n".join(part.text() for part in parts if part.isVisible())


def test_an_empty_data_file_offers_an_import(contacts: Any) -> None:
    contacts.open()

    assert contacts.part(EmptyState).isVisible()
    assert contacts.named(QPushButton, "Import my address book…").isVisible()


def test_the_first_person_ends_the_empty_state(contacts: Any) -> None:
    contacts.open()
    contacts.add("Ada")

    assert not contacts.part(EmptyState).isVisible()
    assert (contacts.names(), contacts.chosen()) == (["Ada"], "Ada")


def test_typing_filters_and_escape_brings_everyone_back(contacts: Any) -> None:
    contacts.add("Jürgen Größe")
    contacts.add("Priya Shah")
    contacts.open()
    QTest.keyClicks(contacts.filter, "grosse")
    filtered = contacts.names()
    contacts.key(Qt.Key.Key_Escape, contacts.filter)

    assert (filtered, contacts.names()) == (["Jürgen Größe"], ["Jürgen Größe", "Priya Shah"])


def test_letters_typed_in_the_list_go_to_the_filter(contacts: Any) -> None:
    contacts.add("Ada")
    contacts.add("Priya")
    contacts.open()
    QTest.keyClicks(contacts.table, "p")

    assert (contacts.filter.text(), contacts.names()) == ("p", ["Priya"])


def test_a_filter_that_fits_nobody_says_so(contacts: Any) -> None:
    contacts.add("Ada")
    contacts.open()
    QTest.keyClicks(contacts.filter, "<b>x")

    assert "Nobody fits “<b>x”" in visible_texts(contacts.tab)


def test_a_section_narrows_the_list(contacts: Any) -> None:
    contacts.add("Ada", source=Source.EVENT)
    contacts.add("Bob")
    contacts.open()
    contacts.sections.choose(Section(SectionKind.SOURCE, "event"))

    assert contacts.names() == ["Ada"]


def test_a_section_that_vanishes_leads_back_to_everyone(contacts: Any) -> None:
    ada = contacts.add("Ada", tags=("chess",))
    contacts.add("Bob")
    contacts.open()
    contacts.sections.choose(Section(SectionKind.TAG, "chess"))
    contacts.workbench.apply(Edit("Untag", (Change(ada, replace(ada, tags=())),)))

    assert (contacts.sections.chosen, contacts.names()) == (EVERYONE, ["Ada", "Bob"])


def test_the_header_sorts_by_key_and_backwards_at_the_second_time(contacts: Any) -> None:
    contacts.add("Ada", organisation="Zeta")
    contacts.add("Bob", organisation="Alpha")
    contacts.open()
    header = contacts.table.horizontalHeader()
    contacts.key(Qt.Key.Key_Right, header)
    contacts.key(Qt.Key.Key_Return, header)
    forwards = contacts.names()
    contacts.key(Qt.Key.Key_Return, header)

    assert (forwards, contacts.names()) == (["Bob", "Ada"], ["Ada", "Bob"])


def test_the_person_beside_the_list_has_every_filled_field_and_no_empty_one(contacts: Any) -> None:
    contacts.add(
        "Priya Shah",
        organisation="Halden",
        role="Recruiter",
        emails=(Labelled("priya@halden.example", "work"),),
        phones=(Labelled("+44 117 555 0117"),),
        addresses=(Address(city="Bristol", street="Quay 1"),),
        tags=("mentors",),
        note="Likes tea",
    )
    contacts.open()
    texts = visible_texts(contacts.detail)

    for expected in (
        "Priya Shah",
        "Recruiter · Halden · Bristol",
        "priya@halden.example",
        "Quay 1",
        "Likes tea",
    ):
        assert expected in texts
    for missing in ("Birthday", "Timeline", "Follow-ups", "Nickname"):
        assert missing not in texts


def test_user_text_is_never_read_as_html(contacts: Any) -> None:
    contacts.add("<b>Ada</b>", note="<img src='file:///x'>", organisation="<i>x</i>")
    contacts.open()
    formats = {label.textFormat() for label in contacts.detail.findChildren(QLabel) if label.isVisible()}

    assert formats == {Qt.TextFormat.PlainText}
    assert "<b>Ada</b>" in visible_texts(contacts.detail)


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/x"])
def test_an_unsafe_link_is_text_and_no_button(contacts: Any, link: str) -> None:
    contacts.add("Ada", links=(Labelled(link),))
    contacts.open()
    buttons = [
        each.accessibleName() for each in contacts.detail.findChildren(QPushButton) if each.isVisible()
    ]

    assert buttons == ["Write", "Plan interview", "Log"]


def test_write_drafts_a_message_that_goes_to_that_address_only(contacts: Any) -> None:
    contacts.add("Eve", emails=(Labelled("eve@x.example?bcc=all@x.example&subject=x"),))
    contacts.open()
    contacts.named(QPushButton, "Write").click()
    dialog = contacts.tab.findChild(DraftDialog)

    assert dialog.message().mail.to == ""
    dialog.reject()


def test_a_tick_finishes_a_follow_up(contacts: Any) -> None:
    ada = contacts.add("Ada")
    due = contacts.workbench.now().date() + timedelta(days=3)
    thanks = FollowUp(
        id=uuid4(), text="Thank her", created=contacts.workbench.now(), contact_id=ada.id, due=due
    )
    contacts.put(thanks)
    contacts.open()
    contacts.named(QCheckBox, "Done: Thank her").click()
    QApplication.processEvents()

    assert contacts.workbench.store.get(FollowUp, thanks.id).done
    assert "Follow-ups" not in visible_texts(contacts.detail)


def test_an_entry_in_the_timeline_leads_to_the_journal(contacts: Any, qtbot: Any) -> None:
    ada, now = contacts.add("Ada"), contacts.workbench.now()
    entry = JournalEntry(id=uuid4(), day=now.date(), created=now, changed=now, title="Fair", people=(ada.id,))
    contacts.put(entry)
    contacts.open()
    with qtbot.waitSignal(contacts.tab.object_wanted) as wanted:
        contacts.named(QAbstractButton, "entry of 23 Nov, open").click()

    assert wanted.args == [JournalEntry, entry.id]


def test_planning_begins_with_the_chosen_person(contacts: Any) -> None:
    ada = contacts.add("Ada")
    contacts.open()
    contacts.named(QPushButton, "Plan interview").click()
    dialog = contacts.dialog(PlanDialog)
    chosen = [person.id for person in dialog.people.chosen()]
    dialog.reject()

    assert chosen == [ada.id]


def test_showing_someone_who_is_filtered_out_ends_the_filter(contacts: Any) -> None:
    ada = contacts.add("Ada")
    contacts.add("Bob")
    contacts.open()
    QTest.keyClicks(contacts.filter, "bob")
    contacts.tab.show_object(Contact, ada.id)

    assert (contacts.filter.text(), contacts.chosen()) == ("", "Ada")


def test_in_a_narrow_window_the_person_is_a_page_behind_enter(contacts: Any) -> None:
    contacts.add("Ada")
    contacts.open(width=1000)
    before = (contacts.table.isVisible(), contacts.detail.isVisible())
    contacts.key(Qt.Key.Key_Return)
    alone = (contacts.table.isVisible(), contacts.detail.isVisible())
    contacts.key(Qt.Key.Key_Escape, contacts.detail)
    after = (contacts.table.isVisible(), contacts.detail.isVisible())

    assert (before, alone, after) == ((True, False), (False, True), (True, False))


@pytest.mark.parametrize(("width", "folded"), [(1300, False), (1240, True)])
def test_the_role_folds_under_the_organisation_below_1280_pixels(
    contacts: Any, width: int, folded: bool
) -> None:
    contacts.add("Ada")
    contacts.open(width=width)

    assert contacts.table.is_role_folded() == folded


def test_every_control_in_sight_has_a_name(contacts: Any) -> None:
    contacts.add("Ada", emails=(Labelled("ada@x.example"),), phones=(Labelled("123"),))
    contacts.open()
    focusable = [
        each
        for each in contacts.tab.findChildren(QAbstractButton)
        if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert [each for each in focusable if not each.accessibleName()] == []
    assert contacts.table.accessibleName() and contacts.sections.accessibleName()


def test_an_edit_while_the_tab_is_hidden_shows_when_it_comes_back(contacts: Any) -> None:
    contacts.add("Ada")
    contacts.open()
    contacts.tab.hide()
    contacts.add("Bob")
    contacts.tab.show()
    contacts.tab.activate()

    assert contacts.names() == ["Ada", "Bob"]
