"""The follow-ups that go along with a month's calendar file, in a file of their own, where that is wished.

Their UID is the follow-up's own id and their SEQUENCE counts what happened to it, so a later export updates
what a calendar has without a memory of what was exported. One that was put off or done goes along once more.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from netchal_gui import words
from netchal_gui.commands.calendar_batch import SUFFIX
from netchal_gui.commands.calendar_selection import AllPlanned, Chosen, Selection, ends, file_title
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.preferences import FollowUpsInCalendar
from netchal_gui.domain.walltime import wall_time
from netchal_gui.exchange.ics_event import Event
from netchal_gui.exchange.ics_events import OWN_CATEGORY
from netchal_gui.exchange.ics_todo import Todo, todo_calendar
from netchal_gui.storage.follow_up_queries import dated_follow_ups, names_for
from netchal_gui.workbench import Workbench


class FollowUpFile(NamedTuple):
    """The name and the bytes of the file, and how many follow-ups it has."""

    name: str
    content: bytes
    follow_ups: int


def follow_up_file(workbench: Workbench, selection: Selection, target: Path) -> FollowUpFile | None:
    """The file beside an export to ``target``; None where it is not wished or has nothing.

    Chosen interviews have none, a month has what is or was due in it, all that is planned has all open ones.
    Raises StoreFault.
    """
    form = workbench.preferences.follow_ups_in_calendar
    if form is FollowUpsInCalendar.NONE or isinstance(selection, Chosen):
        return None
    first, last = (None, None) if isinstance(selection, AllPlanned) else ends(selection)
    with workbench.store.reading() as reader:
        found = dated_follow_ups(reader, first, last)
        names = names_for(reader, [each.id for each in found])
    if not found:
        return None
    titled = [(each, names.get(each.id.bytes, "")) for each in found]
    content = _todos(workbench, titled) if form is FollowUpsInCalendar.TODO else _events(workbench, titled)
    return FollowUpFile(_name(selection, target), content, len(found))


def _name(selection: Selection, target: Path) -> str:
    stem = target.stem if target.suffix.lower() == SUFFIX and not target.is_dir() else file_title(selection)
    return f"{stem}-follow-ups{SUFFIX}"


def _todos(workbench: Workbench, titled: Sequence[tuple[FollowUp, str]]) -> bytes:
    private = workbench.preferences.private_events
    return todo_calendar(
        [
            Todo(
                uid=str(each.id),
                sequence=len(each.history),
                stamp=_changed(each),
                created=each.created,
                due=_day(each),
                summary=each.text,
                description=name,
                categories=(OWN_CATEGORY,),
                private=private,
                done_at=(each.done_at or each.created) if each.done else None,
            )
            for each, name in titled
        ]
    )


def _events(workbench: Workbench, titled: Sequence[tuple[FollowUp, str]]) -> bytes:
    """Whole days that keep nobody busy."""
    from netchal_gui.exchange.ics import calendar

    private = workbench.preferences.private_events
    return calendar([_event(each, name, private) for each, name in titled])


def _event(each: FollowUp, name: str, private: bool) -> Event:
    start, end = (
        wall_time(datetime.combine(_day(each) + timedelta(days=days), time()), "UTC")[0] for days in (0, 1)
    )
    return Event(
        uid=str(each.id),
        sequence=len(each.history),
        stamp=_changed(each),
        created=each.created,
        start=start,
        end=end,
        whole_day=True,
        summary=words.say("Done: {text}", text=each.text) if each.done else each.text,
        description=name,
        categories=(OWN_CATEGORY,),
        private=private,
        is_busy=False,
    )


def _day(each: FollowUp) -> date:
    """Its day, or the last one it had before it was put off to none."""
    former = (event.due for event in reversed(each.history) if event.due is not None)
    return each.due or next(former)


def _changed(each: FollowUp) -> datetime:
    return max((event.at for event in each.history), default=each.created)
