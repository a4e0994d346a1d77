"""Two forms that take names: ideas from anywhere, and the people one met at one event."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from netchal_gui import words
from netchal_gui.commands.ideas import Found
from netchal_gui.domain.contact import Source
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.yield_queries import events
from netchal_gui.views.day_field import DayField
from netchal_gui.views.form_parts import muted_label
from netchal_gui.views.quick_people import QuickPeople, labelled
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

MOST_EVENTS = 50


class IdeaForm(QuickPeople):
    """Ideas with how one found them; the source stays for the next name."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(say("Add ideas"), workbench, parent)
        self.source = QComboBox()
        for each in Source:
            self.source.addItem(words.source(each), each)
        self.detail = QLineEdit()
        self.detail.setPlaceholderText(say("which search, who introduced you, which role …"))
        labelled(self, say("How you found them"), self.source)
        labelled(self, say("Detail"), self.detail)
        self.begin()
        self.name.setFocus()

    def found(self) -> Found:
        return Found(Source(self.source.currentData()), self.detail.text())


class EventForm(QuickPeople):
    """The event once, then a name for each person; they are written to within two days."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(say("People from an event"), workbench, parent)
        today = from_utc(workbench.now(), workbench.zone).day
        self.event_name = QComboBox()
        self.event_name.setEditable(True)
        self.event_name.addItems(events(workbench.store, MOST_EVENTS))
        self.event_name.setCurrentText("")
        line = self.event_name.lineEdit()
        assert line is not None, "it is editable"
        line.setPlaceholderText(say("choose one, or type a new one"))
        self.day = DayField(today)
        self.day.show_day(today)
        labelled(self, say("Event"), self.event_name)
        labelled(self, say("Day"), self.day)
        self.begin()
        hint = say("Each of them gets the event as how you met, and a follow-up: write within two days.")
        self.box().insertWidget(self.box().count() - 1, muted_label(hint, wrap=True))
        self.fit()
        self.event_name.setFocus()

    def found(self) -> Found:
        return Found(Source.EVENT, self.event_name.currentText(), self.day.day())

    def save_draft(self) -> None:
        if not self.event_name.currentText().strip():
            self.tell_fault(say("Say first at which event you met."))
            self.event_name.setFocus()
        else:
            super().save_draft()
