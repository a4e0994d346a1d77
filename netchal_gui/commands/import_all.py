"""Import the document of everything: what is new, the same or updated, told by id, then one edit."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

from netchal_gui.commands.backup import Reason, back_up
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.edit import LARGE, Change, Edit
from netchal_gui.domain.references import must_be_there
from netchal_gui.exchange.whole_file import SECTIONS
from netchal_gui.exchange.whole_file_reader import Document, Found, WholeFileFault
from netchal_gui.storage.reader import Reader, batches
from netchal_gui.storage.whole_queries import missing_pictures, not_stored
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class Fate(StrEnum):
    """What becomes of one object of the document."""

    NEW = "new"
    SAME = "same"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class ExaminedAll:
    """What an import would do: how many objects of each section have which fate, and the edit itself."""

    counts: Mapping[str, Mapping[Fate, int]]
    edit: Edit

    def total(self, fate: Fate) -> int:
        return sum(counts[fate] for counts in self.counts.values())


@contextmanager
def examining(
    workbench: Workbench, path: Path, progress: Progress = unwatched
) -> Generator[ExaminedAll, None, None]:
    """Read the whole document and compare it with the data file; nothing is written.

    Inside the block the edit can be applied; it reads the opened file again. ``progress`` counts objects
    of an unknown total. Raises Refused with the place of what is wrong, OSError, StoreFault.
    """
    with path.open("rb") as file:
        try:
            document = Document(file)
            examined = _Examination(workbench, document).examine(progress)
        except WholeFileFault as fault:
            raise Refused(f"{path}: {fault}") from fault
        yield examined


def import_all(workbench: Workbench, path: Path, progress: Progress = unwatched) -> ExaminedAll:
    """Examine the document, make a backup and carry it out as one edit.

    Raises what :func:`examining` raises; then nothing has changed.
    """
    with examining(workbench, path, progress) as examined:
        if examined.edit.changes:
            back_up(workbench, Reason.IMPORT)
        workbench.apply(examined.edit, progress=progress)
    return examined


class _Examination:
    """The first reading: every object is checked, its fate noted, every reference looked up."""

    def __init__(self, workbench: Workbench, document: Document) -> None:
        self._workbench, self._document = workbench, document
        self._ids: dict[str, set[bytes]] = {section: set() for section in SECTIONS}
        self._wanted: dict[type[Any], dict[bytes, int]] = {}
        self._pictures: dict[str, int] = {}

    def examine(self, progress: Progress) -> ExaminedAll:
        counts = {section: Counter(dict.fromkeys(Fate, 0)) for section in SECTIONS}
        changes = 0
        with self._workbench.store.reading() as reader:
            for batch in batches(self._looked_at()):
                for section, _, fate in _fates(reader, batch):
                    counts[section][fate] += 1
                    changes += section != "photos" and fate is not Fate.SAME
                progress(sum(len(ids) for ids in self._ids.values()), 0)
            self._check_references(reader)
            new_pictures = set(missing_pictures(reader, self._pictures))
        kept: Collection[Change] = _Changes(self._workbench, self._document, changes)
        pictures = {digest: self._pictures[digest] for digest in sorted(new_pictures)}
        counts["photos"] = Counter(
            {Fate.NEW: len(pictures), Fate.SAME: len(self._pictures) - len(pictures), Fate.UPDATED: 0}
        )
        if changes <= LARGE:
            kept = tuple(kept)
        photos = _Pictures(self._document.picture, pictures)
        return ExaminedAll(counts, Edit(say("Everything imported"), kept, photos))

    def _looked_at(self) -> Iterator[Found]:
        for found in self._document.items():
            if found.section == "photos":
                self._note_picture(found)
                continue
            self._note(found)
            yield found

    def _note(self, found: Found) -> None:
        ids = self._ids[found.section]
        if found.item.id.bytes in ids:
            raise WholeFileFault(say("Line {line}: this id comes twice.", line=found.line))
        ids.add(found.item.id.bytes)
        for kind, wanted in must_be_there(found.item):
            self._wanted.setdefault(kind, {}).setdefault(wanted.bytes, found.line)

    def _note_picture(self, found: Found) -> None:
        if hashlib.sha256(found.item.data).hexdigest() != found.item.digest:
            raise WholeFileFault(say("Line {line}: the picture was changed or cut off.", line=found.line))
        self._pictures[found.item.digest] = found.offset

    def _check_references(self, reader: Reader) -> None:
        for kind, wanted in self._wanted.items():
            section = next(name for name, own in SECTIONS.items() if own is kind)
            outside = [UUID(bytes=each) for each in wanted if each not in self._ids[section]]
            for missing in not_stored(reader, kind, outside):
                raise WholeFileFault(
                    say(
                        "Line {line}: it names {id}, which is neither in the file nor in your data.",
                        line=wanted[missing.bytes],
                        id=missing,
                    )
                )


class _Changes(Collection[Change]):
    """The changes of the document against what is stored now, made anew each time they are iterated."""

    def __init__(self, workbench: Workbench, document: Document, length: int) -> None:
        self._workbench, self._document, self._length = workbench, document, length

    def __len__(self) -> int:
        return self._length

    def __contains__(self, change: object) -> bool:
        return any(change == own for own in self)

    def __iter__(self) -> Iterator[Change]:
        objects = (found for found in self._document.items() if found.section != "photos")
        with self._workbench.store.reading() as reader:
            for batch in batches(objects):
                for _, change, fate in _fates(reader, batch):
                    if fate is not Fate.SAME:
                        yield change


class _Pictures(Mapping[str, bytes]):
    """The pictures of the document by their digest, read one at a time."""

    def __init__(self, read: Callable[[int], bytes], offsets: Mapping[str, int]) -> None:
        self._read, self._offsets = read, offsets

    def __getitem__(self, digest: str) -> bytes:
        return self._read(self._offsets[digest])

    def __iter__(self) -> Iterator[str]:
        return iter(self._offsets)

    def __len__(self) -> int:
        return len(self._offsets)


def _fates(reader: Reader, batch: list[Found]) -> Iterator[tuple[str, Change, Fate]]:
    """The section, the change and the fate of each object, in order."""
    stored: dict[tuple[str, UUID], Any] = {}
    for section in {found.section for found in batch}:
        ids = [found.item.id for found in batch if found.section == section]
        for item in reader.get_many(SECTIONS[section], ids):
            stored[section, item.id] = item
    for found in batch:
        before = stored.get((found.section, found.item.id))
        fate = Fate.NEW if before is None else Fate.SAME if before == found.item else Fate.UPDATED
        yield found.section, Change(before, found.item), fate
