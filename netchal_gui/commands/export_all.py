"""Export everything as one JSON document: ids and stamps kept, without undo, drafts and window state."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from netchal_gui import files
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.domain.edit import ENTITIES
from netchal_gui.exchange.whole_file import Photo, write
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.whole_queries import by_creation, pictures_in_use
from netchal_gui.workbench import Workbench

TELL_EVERY = 1_000


def export_all(workbench: Workbench, target: Path, progress: Progress = unwatched) -> int:
    """Write the document, all or nothing, from one snapshot; returns how many objects it holds.

    Raises StoreFault, OSError, or what ``progress`` raises; an existing target is then unchanged.
    """
    with workbench.store.reading() as reader:
        items = _Items(reader, progress)
        with files.writing(target) as file:
            write(file, items.of)
    return items.done


class _Items:
    """The objects of each kind in the order in which they were made, counted as they go by."""

    def __init__(self, reader: Reader, progress: Progress) -> None:
        self._reader, self._progress = reader, progress
        self._total = sum(reader.count(kind) for kind in ENTITIES)
        self.done = 0

    def of(self, kind: type[Any]) -> Iterable[Any]:
        if kind is Photo:
            yield from self._photos()
            return
        for item in by_creation(self._reader, kind):
            yield item
            self.done += 1
            if self.done % TELL_EVERY == 0:
                self._progress(self.done, self._total)

    def _photos(self) -> Iterable[Photo]:
        for digest in list(pictures_in_use(self._reader)):
            data = self._reader.photo(digest)
            if data is not None:
                yield Photo(digest, data)
