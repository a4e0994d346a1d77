"""Logging a talk: in one line, in a form, and who else at the end of an entry."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from netchal_gui.domain.interview import Channel, Interview, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.journal_queries import entry_of_interview
from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.log_line import LogLine
from netchal_gui.views.talk_form import TalkForm
from netchal_gui.words import say
from scenes.stage import CONTACTS, Stage, found

FULL = (
    "met Ada Lovelace #event:ATD phone thanks who-else: Charles Babbage, Mary Somerville yesterday"
    " learned: engines compute next: send the paper by Friday"
)


def line(stage: Stage) -> None:
    for name, text in (
        ("log-line", ""),
        ("log-line-typed", "met Ada, da"),
        ("log-line-explained", FULL),
        ("log-line-unread", "met Ada Lovelace phone quickly in the hall, it was raining"),
        ("log-line-refused", "phone yesterday"),
    ):
        stage.window.show_tab(CONTACTS)
        stage.window.menus.log_line_wanted.emit()
        dialog = found(stage.window, LogLine)
        stage.type_into(dialog.edit, text)
        stage.shot(name)
    stage.triggered("log-help", say("The one-&line log"))


def form(stage: Stage) -> None:
    """Empty, and with what a line told so far."""
    stage.window.show_tab(CONTACTS)
    stage.window.menus.log_talk_wanted.emit()
    stage.shot("talk-form")
    stage.window.menus.log_line_wanted.emit()
    dialog = found(stage.window, LogLine)
    stage.type_into(dialog.edit, FULL.replace("met Ada Lovelace", "met Ada Lovelace and Bob"))
    dialog.form.click()
    stage.shot("talk-form-told")


def from_event(stage: Stage) -> None:
    """Two people of an event; one was asked for nobody, one named two."""
    stage.window.show_tab(CONTACTS)
    stage.window.menus.log_talk_wanted.emit()
    form = found(stage.window, TalkForm)
    for name in ("Ada Lovelace", "Bob Okafor"):
        _chip(stage, form.people, name)
    form.channels[Channel.EVENT].click()
    form.event_name.setText("ATD meeting")
    form.learned.setPlainText("Engines compute; so do looms.")
    first, second = form.who_else.rows()
    first.nobody.click()
    for name in ("Charles Babbage", "Mary Somerville"):
        _chip(stage, second.names, name)
    second.promised.click()
    form.next.setText("send the paper by Friday; call Bob")
    stage.shot("talk-form-event")


def _chip(stage: Stage, field: ChipEdit, name: str) -> None:
    inner = field.focusProxy()
    assert isinstance(inner, QLineEdit)
    stage.type_into(inner, name)
    QTest.keyClick(inner, Qt.Key.Key_Return)


def write_up(stage: Stage) -> None:
    """The end of an entry about a talk."""
    interview = next(
        each
        for each in stage.workbench.store.every(Interview)
        if each.stage is StepKind.MET and entry_of_interview(stage.workbench.store, each.id)
    )
    entry = entry_of_interview(stage.workbench.store, interview.id)
    assert entry is not None
    stage.window.show_object(JournalEntry, entry.id)
    stage.settle(200)
    stage.journal.editor.ensureWidgetVisible(stage.journal.editor.who_else)
    stage.shot("write-up-who-else")


FILLED = (line, form, from_event, write_up)
FIRST = ()
