"""The events of one export: the file of each, what stands in it, and how it is remembered."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.calendar_copies import put_aside, remembered, title_of
from netchal_gui.commands.calendar_pieces import Piece
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview
from netchal_gui.exchange.file_names import safe_name
from netchal_gui.exchange.ics_event import Event
from netchal_gui.exchange.ics_events import block_event, forgotten_event, interview_event
from netchal_gui.workbench import Workbench

SUFFIX = ".ics"
WATCHED_FROM = 500
"""From so many events on the export tells how far it is."""


class Batch:
    """What goes to ``target``: one file if it ends with .ics, else a folder with one file for each piece.

    ``copies`` are the pieces' copies as they are once the files are there. ``former`` ones are put aside.
    """

    def __init__(
        self,
        workbench: Workbench,
        pieces: Sequence[Piece],
        people: Mapping[UUID, Contact],
        target: Path,
        former: Sequence[CalendarCopy] = (),
    ) -> None:
        self.target = target.absolute()
        self.is_one_file = target.suffix.lower() == SUFFIX and not target.is_dir()
        self.folder = self.target.parent if self.is_one_file else self.target
        self._pieces = pieces
        self._people = people
        self._former = former
        self._private = workbench.preferences.private_events
        now = workbench.now()
        self.copies = [
            remembered(piece, now, self.folder / name, workbench.new_id(), self._event_title(piece))
            for piece, name in zip(pieces, self._names(), strict=True)
        ]

    def files(self, progress: Progress) -> Iterator[tuple[str, bytes]]:
        """The name and the bytes of each file."""
        from netchal_gui.exchange.ics import calendar

        watch = progress if len(self._pieces) >= WATCHED_FROM else unwatched
        events = [self._event(piece, copy) for piece, copy in zip(self._pieces, self.copies, strict=True)]
        if self.is_one_file:
            if events:
                yield self.target.name, calendar(events, watch)
            return
        for done, (event, copy) in enumerate(zip(events, self.copies, strict=True), 1):
            yield Path(copy.file).name, calendar([event])
            watch(done, len(events))

    def edit(self) -> Edit:
        """What is remembered: the copies, and that the former ones are current no more."""
        told = [Change(piece.copy, copy) for piece, copy in zip(self._pieces, self.copies, strict=True)]
        label = words.say_many("{n} event exported", "{n} events exported", len(told))
        return Edit(label, (*put_aside(self._former), *told))

    def _people_of(self, piece: Piece) -> list[Contact]:
        ids = piece.subject.people if isinstance(piece.subject, Interview) else ()
        return [self._people[each] for each in ids if each in self._people]

    def _event_title(self, piece: Piece) -> str:
        return title_of(piece, [person.name for person in self._people_of(piece)])

    def _event(self, piece: Piece, copy: CalendarCopy) -> Event:
        if piece.subject is None:
            return forgotten_event(copy, self._private)
        if isinstance(piece.subject, Interview):
            return interview_event(piece.subject, self._people_of(piece), copy, self._private)
        return block_event(copy, piece.zone, piece.is_whole_day, self._private)

    def _names(self) -> list[str]:
        """One name each that no other file has, unless it is the file of the piece's own copy."""
        if self.is_one_file:
            return [self.target.name] * len(self._pieces)
        taken = {path.name.lower() for path in self.folder.glob("*")}
        own = (Path(piece.copy.file) for piece in self._pieces if piece.copy)
        taken -= {path.name.lower() for path in own if path.parent == self.folder}
        return [safe_name(self._title(piece), SUFFIX, taken) for piece in self._pieces]

    def _title(self, piece: Piece) -> str:
        """ "2026-12-03_0930_José Ñandú", which makes a file name that sorts by time."""
        form = "%Y-%m-%d" if piece.is_whole_day else "%Y-%m-%d_%H%M"
        names = " ".join(person.name for person in self._people_of(piece))
        what = names or self._event_title(piece)
        return f"{piece.local_start.strftime(form)}_{what}"
