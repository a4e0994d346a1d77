"""Write follow-ups as tasks (RFC 5545, 3.6.2), in a file of their own.

Without METHOD: programs that know tasks take the file as a calendar, the others show nothing of it.
Slow to import, as :mod:`netchal_gui.exchange.ics` is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from icalendar import Calendar
from icalendar import Todo as TodoComponent
from icalendar.prop import vDate, vInt

from netchal_gui.exchange.ics import HEADER
from netchal_gui.exchange.ics_values import Text, clean, moment, one_line, text_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """A VTODO. Texts are plain; what is empty is not written.

    ``stamp``, ``created`` and ``done_at`` are aware UTC; ``done_at`` None while it is open.
    """

    uid: str
    sequence: int
    stamp: datetime
    created: datetime
    due: date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()
    private: bool = True
    done_at: datetime | None = None


def todo_calendar(todos: Sequence[Todo]) -> bytes:
    """The bytes of one VCALENDAR with these tasks, the same for the same tasks."""
    root = Calendar()
    for name, value in HEADER.items():
        if name != "METHOD":
            root[name] = Text(value)
    for todo in todos:
        root.add_component(_component(todo))
    return bytes(root.to_ical(sorted=False))


def _component(todo: Todo) -> TodoComponent:
    part = TodoComponent()
    part["UID"] = Text(todo.uid)
    part["DTSTAMP"] = moment(todo.stamp)
    part["DUE"] = vDate(todo.due, params={"VALUE": "DATE"})
    part["SUMMARY"] = Text(one_line(todo.summary))
    if clean(todo.description).strip():
        part["DESCRIPTION"] = Text(todo.description)
    if categories := [name for name in map(one_line, todo.categories) if name]:
        part["CATEGORIES"] = text_list(categories)
    if todo.private:
        part["CLASS"] = Text("PRIVATE")
    part["STATUS"] = Text("COMPLETED" if todo.done_at else "NEEDS-ACTION")
    if todo.done_at is not None:
        part["COMPLETED"] = moment(todo.done_at)
        part["PERCENT-COMPLETE"] = vInt(100)
    part["SEQUENCE"] = vInt(todo.sequence)
    part["CREATED"] = moment(todo.created)
    part["LAST-MODIFIED"] = moment(todo.stamp)
    return part
