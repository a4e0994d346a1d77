"""What to export: some interviews and blocks, a month, or all that is planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.calendar_pieces import Piece, Subject, pieces_of
from netchal_gui.domain.block import Block
from netchal_gui.domain.calendar_copy import CalendarCopy, EventStatus
from netchal_gui.domain.interview import Interview
from netchal_gui.storage import export_queries as queries
from netchal_gui.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Chosen:
    """These interviews and blocks; of deleted ones what calendars still have."""

    ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class OneMonth:
    """The interviews and blocks whose local start day lies in the month of this day."""

    day: date


@dataclass(frozen=True, slots=True)
class SomeDays:
    """The interviews and blocks whose local start day lies between these days, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class AllPlanned:
    """Every interview that is scheduled or moved, and the blocks that are not over."""


Selection = Chosen | OneMonth | SomeDays | AllPlanned


def selected(reader: Reader, selection: Selection, now: datetime) -> list[Piece]:
    """The pieces to export, in order of time. Cancelled ones are among them if a calendar knows them."""
    subjects, deleted = _subjects(reader, selection, now)
    pieces = pieces_of(reader, subjects, deleted)
    if isinstance(selection, AllPlanned):
        pieces = [piece for piece in pieces if _is_worth_telling(piece, now)]
    return sorted(pieces, key=lambda piece: (piece.start, piece.subject_id, piece.number))


def nothing(selection: Selection) -> str:
    """The sentence for a selection in which there is nothing to export."""
    if isinstance(selection, OneMonth):
        return words.say(
            "Nothing to export: {month} has no interview or block.", month=words.month(selection.day)
        )
    if isinstance(selection, AllPlanned | SomeDays):
        return words.say("Nothing to export: no interview or block is planned.")
    return words.say("Nothing to export: there is no time yet, or it was called off.")


def file_title(selection: Selection) -> str:
    """The name of one file with all events, without its suffix."""
    if isinstance(selection, OneMonth):
        return f"netchal-{selection.day:%Y-%m}"
    if isinstance(selection, SomeDays):
        return _days_title(selection)
    return "netchal-interviews"


def subjects_with_ids(reader: Reader, ids: Sequence[UUID]) -> list[Subject]:
    """The interviews, then the blocks that have one of these ids."""
    return [*reader.get_many(Interview, ids), *reader.get_many(Block, ids)]


def _subjects(
    reader: Reader, selection: Selection, now: datetime
) -> tuple[list[Subject], list[CalendarCopy]]:
    if isinstance(selection, Chosen):
        subjects = subjects_with_ids(reader, selection.ids)
        gone = set(selection.ids) - {subject.id for subject in subjects}
        return subjects, queries.current_copies(reader, gone)
    if isinstance(selection, OneMonth | SomeDays):
        first, last = ends(selection)
        deleted = [c for c in queries.copies_of_deleted(reader) if first <= c.start.date() <= last]
        interviews = queries.interviews_of_days(reader, first, last)
        return [*interviews, *queries.blocks_of_days(reader, first, last)], deleted
    interviews = [*queries.planned_interviews(reader), *queries.called_off_and_exported(reader)]
    return [*interviews, *queries.blocks_from(reader, now)], queries.copies_of_deleted(reader)


def ends(selection: OneMonth | SomeDays) -> tuple[date, date]:
    """The first and the last day, both included."""
    if isinstance(selection, OneMonth):
        return _month(selection.day)
    return selection.first, selection.last


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _days_title(days: SomeDays) -> str:
    """A whole month is named as such, so that it takes the place of the month's former file."""
    if (days.first, days.last) == _month(days.first):
        return file_title(OneMonth(days.first))
    return f"netchal-{days.first.isoformat()}-to-{days.last.isoformat()}"


def _is_worth_telling(piece: Piece, now: datetime) -> bool:
    """A cancellation that calendars know is repeated only until the time is over."""
    return piece.status is not EventStatus.CANCELLED or not piece.is_told or piece.end > now
