"""Export people as vCards: one file with all, or a folder with one file each, as Outlook wants it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from netchal_gui import files
from netchal_gui.commands.import_sources import VCARD
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.origin import Origin
from netchal_gui.exchange.file_names import safe_name
from netchal_gui.storage.person_queries import origins_of
from netchal_gui.storage.reader import Reader, batches
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

SUFFIX = ".vcf"
_BATCH = 200


@dataclass(frozen=True, slots=True)
class ContactsExport:
    """What was written: no files where there was nobody to export."""

    files: tuple[Path, ...]
    people: int
    sentence: str

    def as_json(self) -> dict[str, Any]:
        return {
            "files": [str(file) for file in self.files],
            "people": self.people,
            "sentence": self.sentence,
        }


def export(
    workbench: Workbench,
    target: Path,
    *,
    ids: Sequence[UUID] | None = None,
    version: str = "3.0",
    one_file_each: bool = False,
    progress: Progress = unwatched,
) -> ContactsExport:
    """Write these people (None: everyone) to the target file, or each to a file in the target folder.

    ``progress`` counts people. Raises OSError, StoreFault, or what ``progress`` raises; then nothing was
    written.
    """
    with workbench.store.reading() as reader:
        total = reader.count(Contact) if ids is None else len(ids)
        if not total:
            return ContactsExport((), 0, say("There is nobody to export."))
        cards = _Cards(reader, workbench, version)
        people = _counted(cards.each(ids), total, progress)
        with _faults_name(target):
            written = _write_folder(target, people) if one_file_each else _write_file(target, people)
    return ContactsExport(written, cards.count, _sentence(target, cards.count, one_file_each))


class _Cards:
    """Turns people into cards, some hundred at a time."""

    def __init__(self, reader: Reader, workbench: Workbench, version: str) -> None:
        self._reader, self._now, self._version = reader, workbench.now(), version
        self._uids: set[str] = set()
        self.count = 0

    def each(self, ids: Sequence[UUID] | None) -> Iterator[tuple[str, bytes]]:
        """The name and the card of each person."""
        people = self._reader.every(Contact) if ids is None else self._named(ids)
        for batch in batches(people, _BATCH):
            origins: dict[UUID, list[Origin]] = {}
            for origin in origins_of(self._reader, [contact.id for contact in batch]):
                origins.setdefault(origin.contact_id, []).append(origin)
            for contact in batch:
                self.count += 1
                yield contact.name, self._card(contact, origins.get(contact.id, []))

    def _named(self, ids: Sequence[UUID]) -> Iterator[Contact]:
        for batch in batches(ids, _BATCH):
            yield from self._reader.get_many(Contact, batch)

    def _card(self, contact: Contact, origins: list[Origin]) -> bytes:
        from netchal_gui.exchange.vcard_writer import Card, card_bytes

        extra = dict.fromkeys(line for origin in origins for line in origin.extra)
        photo = self._reader.photo(contact.photo) if contact.photo else None
        card = Card(contact, self._uid(contact, origins), photo, tuple(extra))
        return card_bytes(card, revised=self._now, version=self._version)

    def _uid(self, contact: Contact, origins: list[Origin]) -> str:
        """The uid of the address book the person came from, so that it knows them again; else their id."""
        foreign = (origin.foreign_uid for origin in origins if origin.source == VCARD)
        uid = next((uid for uid in foreign if uid and uid not in self._uids), str(contact.id))
        self._uids.add(uid)
        return uid


def _counted(
    cards: Iterator[tuple[str, bytes]], total: int, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    for done, card in enumerate(cards):
        if done % 20 == 0:
            progress(done, total)
        yield card
    progress(total, total)


def _write_file(target: Path, cards: Iterator[tuple[str, bytes]]) -> tuple[Path, ...]:
    with files.writing(target) as file:
        for _, content in cards:
            file.write(content)
    return (target,)


def _write_folder(folder: Path, cards: Iterator[tuple[str, bytes]]) -> tuple[Path, ...]:
    """All files are written beside their places first, so that a full disk leaves none of them."""
    files.make_folder(folder)
    taken: set[str] = set()
    with TemporaryDirectory(prefix=".netchal-", dir=folder) as staging:
        staged = [
            files.write(Path(staging, safe_name(name, SUFFIX, taken, "person")), content)
            for name, content in cards
        ]
        return tuple(path.replace(folder / path.name) for path in staged)


@contextmanager
def _faults_name(target: Path) -> Iterator[None]:
    """Errors name what the person chose, not a temporary file that they never saw."""
    try:
        yield
    except OSError as error:
        error.filename = str(target)
        raise


def _sentence(target: Path, people: int, one_file_each: bool) -> str:
    if one_file_each:
        return say_many(
            "Wrote {n} person to {folder}",
            "Wrote {n} people, one file each, to {folder}",
            people,
            folder=target,
        )
    return say_many("Wrote {n} person to {file}", "Wrote {n} people to {file}", people, file=target)
