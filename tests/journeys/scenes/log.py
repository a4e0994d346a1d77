"""Logging a talk: in one line, empty, explained and with something that was not understood."""

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


FILLED = (line,)
FIRST = ()
