"""The form of a talk: people, how, what was learned, who else, what comes next; and what it makes."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from netchal_gui.commands.log_line import read
from netchal_gui.commands.plan import plan
from netchal_gui.domain.contact import Contact, Source
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import Channel, Interview, StepKind, WhoElse
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.views.talk_form import TalkForm, form_with
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add, everyone

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ada(workbench: Workbench) -> Contact:
    return add(workbench, "Ada Lovelace")


@pytest.fixture
def form(workbench: Workbench, window: QWidget, ada: Contact) -> Iterator[TalkForm]:
    made = form_with(workbench, [ada.id], window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    yield made
    made.done(0)


def press(
    form: TalkForm, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.qWait(0)  # a list of suggestions that closed gives the window back its shortcuts
    QTest.keyClick(form.focusWidget(), key, modifiers)


def type_in(form: TalkForm, text: str) -> None:
    QTest.keyClicks(form.focusWidget(), text)


def met(workbench: Workbench) -> Interview:
    (talk,) = [each for each in workbench.store.every(Interview) if each.stage is StepKind.MET]
    return talk


def test_enter_logs_a_talk_of_today_with_whoever_is_there(
    form: TalkForm, workbench: Workbench, ada: Contact
) -> None:
    press(form, Qt.Key.Key_Return)

    talk = met(workbench)
    assert (talk.people, talk.start and talk.start.day) == ((ada.id,), date(2026, 11, 23))
    assert not form.isVisible()


def test_everything_in_the_form_is_made_in_one_step(form: TalkForm, workbench: Workbench) -> None:
    type_in(form, "Bob")
    press(form, Qt.Key.Key_Return)
    press(form, Qt.Key.Key_P, ALT)
    form.learned.setFocus()
    type_in(form, "Engines compute")
    press(form, Qt.Key.Key_W, ALT)
    type_in(form, "Karl")
    press(form, Qt.Key.Key_Return)
    press(form, Qt.Key.Key_N, ALT)
    type_in(form, "Send the paper by Friday")
    press(form, Qt.Key.Key_T, ALT)
    press(form, Qt.Key.Key_Return, CTRL)

    talk = met(workbench)
    (entry,) = workbench.store.every(JournalEntry)
    (led,) = workbench.store.every(Introduction)
    follow_ups = list(workbench.store.every(FollowUp))
    assert (talk.channel, len(talk.people), entry.learned) == (Channel.PHONE, 2, "Engines compute")
    assert (led.by_id, led.stage) == (talk.people[0], IntroductionStage.NAMED)
    assert sorted((each.kind, each.done) for each in follow_ups) == [
        (FollowUpKind.PROMISE, False),
        (FollowUpKind.THANK, True),
        (FollowUpKind.THANK, True),
    ]
    workbench.undo()
    assert [each.name for each in everyone(workbench)] == ["Ada Lovelace"]


@pytest.mark.parametrize(
    ("key", "channel"),
    [
        (Qt.Key.Key_C, Channel.COFFEE),
        (Qt.Key.Key_L, Channel.LUNCH),
        (Qt.Key.Key_V, Channel.VIDEO),
        (Qt.Key.Key_A, Channel.MAIL),
        (Qt.Key.Key_O, Channel.OTHER),
    ],
)
def test_each_channel_has_one_key(
    form: TalkForm, workbench: Workbench, key: Qt.Key, channel: Channel
) -> None:
    press(form, key, ALT)
    press(form, Qt.Key.Key_Return, CTRL)

    assert met(workbench).channel is channel


def test_an_event_is_where_new_people_come_from(form: TalkForm, workbench: Workbench) -> None:
    assert not form.event_name.isVisible()
    type_in(form, "Bob")
    press(form, Qt.Key.Key_Return)
    press(form, Qt.Key.Key_E, ALT)
    type_in(form, "ATD")
    press(form, Qt.Key.Key_Return)

    bob = next(each for each in everyone(workbench) if each.name == "Bob")
    assert (bob.source, bob.source_detail) == (Source.EVENT, "ATD")


def test_each_person_is_asked_and_each_has_their_answer(form: TalkForm, workbench: Workbench) -> None:
    type_in(form, "Bob")
    press(form, Qt.Key.Key_Return)
    ada_row, bob_row = form.who_else.rows()
    QTest.mouseClick(ada_row.nobody, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bob_row.forgot, Qt.MouseButton.LeftButton)
    press(form, Qt.Key.Key_Return, CTRL)

    assert [one.who_else for one in met(workbench).participants] == [WhoElse.NOBODY, WhoElse.FORGOT]


def test_nobody_and_forgot_exclude_each_other_and_names(form: TalkForm) -> None:
    (row,) = form.who_else.rows()
    QTest.mouseClick(row.nobody, Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.forgot, Qt.MouseButton.LeftButton)
    assert (row.nobody.isChecked(), row.forgot.isChecked()) == (False, True)

    row.names.setFocus()
    type_in(form, "Karl")
    press(form, Qt.Key.Key_Return)
    assert (row.forgot.isChecked(), row.forgot.isEnabled()) == (False, False)


def test_a_promise_is_an_open_introduction(form: TalkForm, workbench: Workbench) -> None:
    press(form, Qt.Key.Key_W, ALT)
    type_in(form, "Karl")
    press(form, Qt.Key.Key_Return)
    (row,) = form.who_else.rows()
    QTest.mouseClick(row.promised, Qt.MouseButton.LeftButton)
    press(form, Qt.Key.Key_Return, CTRL)

    (led,) = workbench.store.every(Introduction)
    assert led.stage is IntroductionStage.PROMISED


def test_a_name_that_still_stands_as_text_is_taken_along(form: TalkForm, workbench: Workbench) -> None:
    press(form, Qt.Key.Key_W, ALT)
    type_in(form, "Karl")
    press(form, Qt.Key.Key_Return, CTRL)

    assert workbench.store.count(Introduction) == 1


def test_the_day_of_a_next_step_is_read_and_shown(form: TalkForm, workbench: Workbench) -> None:
    press(form, Qt.Key.Key_N, ALT)
    type_in(form, "write by Friday; call")

    assert form._steps.text() == "to do by Fri 27 Nov: write\nto do: call"
    press(form, Qt.Key.Key_Return)
    steps = [each for each in workbench.store.every(FollowUp) if each.kind is FollowUpKind.PROMISE]
    assert [(each.text, each.due) for each in steps] == [("write", date(2026, 11, 27)), ("call", None)]


def test_without_anybody_the_form_says_what_is_missing(workbench: Workbench, window: QWidget) -> None:
    form = TalkForm(workbench, None, window)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    form.open()
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)

    assert form.isVisible()
    assert form._fault.text() == "Name at least one person."
    form.reject()


def test_leaving_with_something_told_asks_first(form: TalkForm) -> None:
    press(form, Qt.Key.Key_P, ALT)
    press(form, Qt.Key.Key_Escape)

    assert form.isVisible()
    assert not form.unsaved.isHidden()


def test_tab_reads_the_form_from_top_to_bottom(form: TalkForm) -> None:
    seen = [form.focusWidget()]
    while (following := seen[-1].nextInFocusChain()) not in seen:
        seen.append(following)
    (row,) = form.who_else.rows()
    wanted = [form.learned, row.names.focusProxy(), form.next, form.thanked, form.save]
    places = [seen.index(each) for each in wanted]
    assert places == sorted(places)


def test_an_interview_planned_with_them_is_said_unless_this_talk_was_it(
    form: TalkForm, workbench: Workbench, ada: Contact, window: QWidget
) -> None:
    plan(workbench, ["Ada Lovelace"], datetime(2026, 11, 22, 12))
    made = form_with(workbench, [ada.id], window)
    said = made._also.text()
    made.day.edit.setDate(date(2026, 11, 22))

    assert said == "Ada Lovelace is also planned for Sun 22 Nov, 12:00; that interview stays."
    assert made._also.isHidden()
    made.done(0)


def test_what_a_line_told_goes_on_in_the_form(workbench: Workbench, window: QWidget) -> None:
    line = "met Grace @Bremen #event:ATD event thanks yesterday learned: x who-else: Karl next: go by Friday"
    talk = read(workbench, line).talk
    made = TalkForm(workbench, talk, window)

    assert made.draft() == talk
    assert made.is_changed()
    made.done(0)
