"""Help on the one-line log: a table made of the very words that it is read by."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from netchal_gui import words as sentences
from netchal_gui.commands.log_line import example
from netchal_gui.domain import log_words
from netchal_gui.domain.interview import WhoElse
from netchal_gui.domain.log_words import Section, Words
from netchal_gui.domain.talk import Thanks
from netchal_gui.views.form_parts import bold_label, muted_label, plain_label, scroll_area
from netchal_gui.views.help_dialogs import HelpDialog
from netchal_gui.words import say


class LogHelp(HelpDialog):
    """What one can say, in English and German."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, say("The one-line log"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        titles = (say("What"), say("English"), say("German"))
        for column, title in enumerate(titles):
            grid.addWidget(muted_label(title), 0, column)
        for row, (what, said) in enumerate(table(), start=1):
            for column, label in enumerate(
                (
                    bold_label(what, wrap=True),
                    plain_label(", ".join(said.english), wrap=True),
                    plain_label(", ".join(said.german), wrap=True),
                )
            ):
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self._content.addWidget(plain_label(example(), wrap=True))
        self._content.addWidget(muted_label(_rules(), wrap=True))
        self._content.addWidget(scroll_area(inside), 1)
        self.resize(820, 640)


def table() -> Iterator[tuple[str, Words]]:
    """What can be said and the words for it, as the line is read by."""
    yield say("The beginning, if you like"), log_words.MET
    yield say("Several people"), log_words.AND
    for channel, said in log_words.CHANNELS.items():
        yield sentences.channel(channel), said
    yield say("Today"), log_words.TODAY
    yield say("Yesterday"), log_words.YESTERDAY
    yield say("The day before"), log_words.DAY_BEFORE_YESTERDAY
    yield say("A weekday"), Words(("Tuesday", "last Tuesday"), ("am Dienstag", "letzten Dienstag"))
    yield say("Some time ago"), Words(("3 days ago", "a week ago"), ("vor 3 Tagen", "vor einer Woche"))
    yield say("A day"), Words(("2026-03-12", "12 Mar", "March 12"), ("12.3.", "12.3.2026", "12. März"))
    yield say("A time"), Words(("at 18:30", "6 pm"), ("um 18:30", "18 Uhr"))
    yield say("How long"), Words(("45 min", "1.5 hours"), ("45 Minuten", "1,5 Stunden"))
    yield say("Where"), Words(("@Bremen",), ("@Bremen",))
    yield say("Which event"), Words(("#event:ATD",), ("#Veranstaltung:ATD",))
    yield say("Tags"), Words(("#maths", '#"old friends"'), ("#Mathe",))
    yield say("Thanked already"), log_words.THANKS[Thanks.DONE]
    yield say("Thank-you due the next day"), log_words.THANKS[Thanks.DUE]
    yield say("No thank-you"), log_words.THANKS[Thanks.NONE]
    yield say("Who else?"), _with_colon(Section.WHO_ELSE)
    yield say("They will introduce us"), log_words.PROMISED
    yield say("Asked, nobody"), log_words.ANSWERS[WhoElse.NOBODY]
    yield say("Forgot to ask"), log_words.ANSWERS[WhoElse.FORGOT]
    yield say("What I learned"), _with_colon(Section.LEARNED)
    yield say("Next step"), _with_colon(Section.NEXT)
    yield say("By when"), Words(("by Friday", "tomorrow", "in 3 days"), ("bis Freitag", "morgen"))
    yield say("Notes"), _with_colon(Section.NOTE)


def _with_colon(section: Section) -> Words:
    said = log_words.SECTIONS[section]
    return Words(tuple(f"{each}:" for each in said.english), tuple(f"{each}:" for each in said.german))


def _rules() -> str:
    return say(
        "Names come first, or after a comma or “and”. A name in quotation marks is a name whatever it looks"
        " like. Without another word a talk of today has just ended, and the first talk with somebody makes"
        " a thank-you due the next day. Names after “who-else:” were given by the first person. What is not"
        " understood is kept as a note of the talk."
    )
