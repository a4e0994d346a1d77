"""What calendars were told, what of it is out of date, and how to tell them anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.calendar_pieces import Piece, Subject, pieces_of
from netchal_gui.commands.calendar_selection import subjects_with_ids
from netchal_gui.domain.block import Block
from netchal_gui.domain.calendar_copy import CalendarCopy, EventStatus
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.walltime import from_utc
from netchal_gui.exchange.ics_events import interview_title
from netchal_gui.storage.export_queries import all_current_copies, current_copies
from netchal_gui.storage.reader import Reader
from netchal_gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Outdated:
    """An interview or block that changed after calendars were told of it.

    ``subject`` is None where it was deleted. ``sentence`` says what the calendar still shows.
    ``can_copy``: something is left that a new copy could show.
    """

    subject_id: UUID
    subject: Subject | None
    title: str
    sentence: str
    can_copy: bool


def outdated(workbench: Workbench, subject_ids: Iterable[UUID] | None = None) -> list[Outdated]:
    """What calendars show wrongly, of these interviews and blocks, deleted ones too, or of all.

    Of all, only what is not over yet. May run on any thread.
    """
    with workbench.store.reading() as reader:
        if subject_ids is None:
            copies = all_current_copies(reader)
            over = workbench.now()
        else:
            copies = current_copies(reader, subject_ids)
            over = None
        groups = groupby(_exported(reader, copies), attrgetter("subject_id"))
        pieces = (list(group) for _, group in groups)
        return [
            _outdated(reader, group, workbench.zone)
            for group in pieces
            if any(_is_stale(p, over) for p in group)
        ]


def remembered(piece: Piece, at: datetime, file: Path, new_id: UUID, title: str) -> CalendarCopy:
    """The copy as it is once the file is written: the same UID and, where something changed, SEQUENCE + 1."""
    former = piece.copy or CalendarCopy(
        id=new_id,
        subject_id=piece.subject_id,
        uid=str(new_id),
        sequence=-1,
        created=at,
        exported=at,
        start=piece.start,
        end=piece.end,
        place=piece.place,
        status=piece.status,
        file="",
        piece=piece.number,
    )
    return replace(
        former,
        sequence=former.sequence + (0 if piece.is_told else 1),
        exported=at,
        start=piece.start,
        end=piece.end,
        place=piece.place,
        status=piece.status,
        file=str(file),
        title=title,
    )


def title_of(piece: Piece, names: Sequence[str]) -> str:
    """What the calendar shows of a piece with these people; of a deleted one, what it was told last."""
    if piece.subject is None:
        return piece.copy.title if piece.copy and piece.copy.title else interview_title(())
    return words.say("Kept for interviews") if isinstance(piece.subject, Block) else interview_title(names)


def put_aside(copies: Iterable[CalendarCopy]) -> tuple[Change, ...]:
    """The changes by which the copies are no longer the current ones."""
    return tuple(Change(copy, replace(copy, current=False)) for copy in copies)


def update_advice() -> str:
    """What to do in the calendar with an updated file (measured; see which programs replace)."""
    return words.say(
        "Open the file: Evolution, GNOME Calendar and khal then replace the old event; in Thunderbird and "
        "KOrganizer delete the old event first, in Outlook and calcurse afterwards."
    )


def new_copy_advice(former: Sequence[CalendarCopy], zone: str) -> str:
    """What to do in the calendar with a new copy: the old event stays until it is deleted there."""
    if not former:
        return words.say("Open the file in your calendar.")
    start = from_utc(former[0].start, zone).local
    return words.say(
        "Open the file in your calendar, then delete the old event of {day}, {time} there.",
        day=words.weekday_day(start.date()),
        time=words.clock(start),
    )


def _exported(reader: Reader, copies: Sequence[CalendarCopy]) -> list[Piece]:
    ids = list(dict.fromkeys(copy.subject_id for copy in copies))
    subjects = subjects_with_ids(reader, ids)
    there = {subject.id for subject in subjects}
    return pieces_of(reader, subjects, [copy for copy in copies if copy.subject_id not in there])


def _is_stale(piece: Piece, over: datetime | None) -> bool:
    """Whether the calendar shows it wrongly, now or (with ``over``) after that moment."""
    if piece.is_told:
        return False
    ends = [piece.end, piece.copy.end if piece.copy else piece.end]
    return over is None or max(ends) > over


def _outdated(reader: Reader, pieces: list[Piece], zone: str) -> Outdated:
    first = pieces[0]
    return Outdated(
        subject_id=first.subject_id,
        subject=first.subject,
        title=_title(reader, first),
        sentence=_sentence([piece for piece in pieces if not piece.is_told], zone),
        can_copy=any(piece.status is not EventStatus.CANCELLED for piece in pieces),
    )


def _title(reader: Reader, piece: Piece) -> str:
    subject = piece.subject
    people = reader.get_many(Contact, subject.people) if isinstance(subject, Interview) else []
    return title_of(piece, [person.name for person in people])


def _sentence(pieces: Sequence[Piece], zone: str) -> str:
    """Why the calendar is wrong, and what it still shows: at the viewer's time, as calendars do."""
    told = next((piece for piece in pieces if piece.copy is not None), None)
    if told is None or told.copy is None:
        return words.say("More of this block is kept than your calendar shows.")
    start = from_utc(told.copy.start, zone).local
    when = {"day": words.weekday_day(start.date()), "time": words.clock(start)}
    if told.subject is None:
        return words.say("Deleted; your calendar still shows {day}, {time}.", **when)
    if isinstance(told.subject, Block):
        return words.say("The block changed; your calendar still shows {day}, {time}.", **when)
    if told.status is EventStatus.CANCELLED:
        return words.say("Called off; your calendar still shows {day}, {time}.", **when)
    if (told.start, told.end) != (told.copy.start, told.copy.end):
        return words.say("Moved; your calendar still shows {day}, {time}.", **when)
    if told.place != told.copy.place:
        return words.say("The place changed since the export of {day}, {time}.", **when)
    return words.say("On again; your calendar shows {day}, {time} otherwise.", **when)
