"""Logging a talk: in one line, in a form, and who else at the end of an entry."""

from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.storage.journal_queries import entry_of_interview
from netchal_gui.views.log_line import LogLine
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


FILLED = (line, form, write_up)
FIRST = ()
