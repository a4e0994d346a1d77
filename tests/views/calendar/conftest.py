"""A calendar in a window, on a data file of its own, at a clock that the test sets."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from netchal_gui.commands import plan
from netchal_gui.domain.contact import Contact, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview
from netchal_gui.settings import Settings
from netchal_gui.storage.store import Store
from netchal_gui.views import calendar_files
from netchal_gui.views.calendar_tab import CalendarTab
from netchal_gui.views.jobs import Jobs
from netchal_gui.workbench import Workbench


@dataclass
class Clock:
    moment: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


class Post(QObject):
    """Hands calls from other threads to this one, as the program does."""

    called = Signal(object)

    def __init__(self):
        super().__init__()
        self.called.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def deliver(self, call):
        if threading.current_thread() is threading.main_thread():
            call()
        else:
            self.called.emit(call)

    def _call(self, call):
        call()


@dataclass
class Desk:
    """What a test needs at hand: the workbench, its clock, and short ways to put things into it."""

    workbench: Workbench
    clock: Clock
    people: dict[str, UUID] = field(default_factory=dict)

    def person(self, name, relation=Relation.NEW, **fields):
        contact = Contact(id=uuid4(), name=name, created=self.clock.now(), relation=relation, **fields)
        self.workbench.apply(Edit("person", (Change(None, contact),)))
        self.people[name] = contact.id
        return contact

    def interview(self, name, start, **fields):
        who = self.people.get(name) or self.person(name).id
        return plan.plan(self.workbench, [who], start, **fields).interview

    def stored(self, interview):
        return self.workbench.store.get(Interview, interview.id)

    def only(self, kind=Interview):
        (item,) = self.workbench.store.every(kind)
        return item


@pytest.fixture
def desk(tmp_path, qapp):
    store = Store.open(tmp_path / "data" / "netchal.db")
    clock = Clock()
    post = Post()
    yield Desk(Workbench(store, clock.now, uuid4, zone="Europe/Berlin", deliver=post.deliver), clock)
    store.close()


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.finish(cancel=True)


@pytest.fixture
def opened(monkeypatch):
    """The files that were handed to the system instead of opening them."""
    seen = []

    def open_url(url):
        seen.append(url.toLocalFile())
        return True

    monkeypatch.setattr(calendar_files.QDesktopServices, "openUrl", staticmethod(open_url))
    return seen


@pytest.fixture
def calendar(qtbot, desk, jobs, tmp_path, opened):
    """A function that opens the tab at a size, on what is in the data file by then."""
    made = []

    def show(width=1240, height=740):
        tab = CalendarTab(desk.workbench, jobs, Settings(tmp_path / "window.ini"))
        tab.complete()
        qtbot.addWidget(tab)
        tab.ended = desk.workbench.listen(tab.edited)
        tab.resize(width, height)
        tab.show()
        qtbot.waitExposed(tab)
        tab.activateWindow()
        tab.activate()
        made.append(tab)
        return tab

    yield show
    jobs.finish(cancel=True)
    for tab in made:
        tab.ended()
