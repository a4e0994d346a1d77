"""Export the journal as Markdown: one file with all entries, or a folder with a file for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from netchal_gui import files
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.exchange.file_names import safe_name
from netchal_gui.exchange.journal_markdown import Page, document, heading, section, title_of
from netchal_gui.storage.journal_queries import entries_after, lines_of_entries
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

SUFFIX = ".md"
_PORTION = 200


@dataclass(frozen=True, slots=True)
class JournalExport:
    """What was written: ``target`` is the file or the folder."""

    target: Path
    entries: int
    sentence: str

    def as_json(self) -> dict[str, object]:
        return {"target": str(self.target), "entries": self.entries, "sentence": self.sentence}


def export_journal(workbench: Workbench, target: Path, progress: Progress = unwatched) -> JournalExport:
    """Write all entries, the oldest first, to a file (a target that ends with .md) or into a folder.

    Files of the same name are replaced. Raises OSError, StoreFault or Cancelled: then one file is as it was
    before, and of a folder's files those that were not there before are gone again.
    """
    with workbench.store.reading() as reader:
        total = reader.count(JournalEntry)
        write = _write_file if target.suffix.lower() == SUFFIX else _write_folder
        write(_watched(_pages(reader), total, progress), target)
    return JournalExport(target, total, _sentence(target, total))


def _write_file(pages: Iterator[Page], target: Path) -> None:
    with files.writing(target) as file:
        file.write(heading().encode())
        for page in pages:
            file.write(section(page).encode(errors="replace"))


def _write_folder(pages: Iterator[Page], target: Path) -> None:
    files.make_folder(target)
    taken: set[str] = set()
    made: list[Path] = []
    try:
        for page in pages:
            file = target / safe_name(f"{page.entry.day.isoformat()}_{title_of(page)}", SUFFIX, taken)
            if not file.exists():
                made.append(file)
            files.write(file, document(page).encode(errors="replace"))
    except BaseException:
        for file in made:
            file.unlink(missing_ok=True)
        raise


def _watched(pages: Iterator[Page], total: int, progress: Progress) -> Iterator[Page]:
    progress(0, total)
    for done, page in enumerate(pages, start=1):
        yield page
        progress(done, total)


def _pages(reader: Reader) -> Iterator[Page]:
    """All entries, the oldest first, read in portions."""
    number = 0
    while found := entries_after(reader, number, _PORTION):
        number = found[-1][0]
        entries = [entry for _, entry in found]
        lines = lines_of_entries(reader, [entry.id for entry in entries])
        names = _names(reader, entries)
        for entry in entries:
            people = [names[person] for person in entry.people if person in names]
            yield Page(entry, lines[entry.id], people)


def _names(reader: Reader, entries: list[JournalEntry]) -> dict[UUID, str]:
    ids = {person for entry in entries for person in entry.people}
    return {person.id: person.name for person in reader.get_many(Contact, ids)}


def _sentence(target: Path, entries: int) -> str:
    if not entries:
        return say("There are no entries yet; {file} says so.", file=target)
    return say_many("Wrote {n} entry to {file}", "Wrote {n} entries to {file}", entries, file=target)
