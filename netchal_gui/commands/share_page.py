"""The page of a challenge: a folder of files for any web server, written and brought up to date.

Of recordings only those that were agreed to and are public; a file whose consent was taken back goes from the
folder with the next writing. Files are written beside their places, then put there, the page itself last.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from uuid import UUID

from netchal_gui import files, words
from netchal_gui.commands.challenge_wording import period_title
from netchal_gui.commands.message_templates import language_for, template_for
from netchal_gui.commands.month_facts import common
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.commands.recordings import kept_file
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.share import found_challenge
from netchal_gui.commands.standing import Standing
from netchal_gui.commands.telling import Telling, ToldPerson, listed
from netchal_gui.commands.template_rendering import render, usable_page
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.periods import whole
from netchal_gui.domain.recording import Recording
from netchal_gui.exchange import challenge_file
from netchal_gui.exchange.raw_text import Raw
from netchal_gui.exchange.report_formats import GENERATOR, NOTHING_FOREIGN, style
from netchal_gui.storage.report_queries import published_of, talks_in
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

INDEX, START_OWN, RECORDINGS = "index.html", "challenge.netchal", "recordings"
_KEPT = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]+)?")
_VIDEO = frozenset(".3gp .avi .m4v .mkv .mov .mp4 .mpeg .mpg .ogv .webm .wmv".split())
_AUDIO = frozenset(".aac .aif .aiff .amr .caf .flac .m4a .mka .mp3 .oga .ogg .opus .wav .weba .wma".split())


class Page(NamedTuple):
    """The page before it is written. ``recordings``: the name in the folder and the file it is copied from.

    ``missing``: published recordings whose file is not there; they are left out. ``people`` have a published
    recording, also those who stay out themselves.
    """

    challenge: str
    html: str
    challenge_file: bytes
    recordings: dict[str, Path]
    interviews: int
    missing: tuple[str, ...]
    people: tuple[ToldPerson, ...]


@dataclass(frozen=True, slots=True)
class PageResult:
    folder: Path
    interviews: int
    removed: int
    missing: tuple[str, ...]
    sentence: str

    def as_json(self) -> dict[str, object]:
        return {
            "folder": str(self.folder),
            "interviews": self.interviews,
            "removed": self.removed,
            "missing": list(self.missing),
            "sentence": self.sentence,
        }


def page(workbench: Workbench, challenge_id: UUID | None = None) -> Page:
    """The page of the current challenge, in the language in which one writes. For a worker thread.

    Raises Refused where there is no challenge or the template cannot be used, with the line; StoreFault.
    """
    language = language_for(workbench)
    with workbench.store.reading() as reader, words.speaking(language):
        found = found_challenge(reader, workbench, challenge_id)
        telling = Telling(reader)
        talks = talks_in(reader, whole(found.challenge))
        shelf = _Shelf(workbench.store.path, telling, published_of(reader, (talk.id for talk in talks)))
        people = telling.persons(each for talk in talks if shelf.has(talk) for each in talk.people)
        facts = {
            **common(telling, found, workbench.preferences.own_name),
            "periods": list(_periods(found)),
            "interviews": [
                each for talk in talks if _may_be_told(telling, talk) for each in shelf.interview(talk)
            ],
            "start_own": START_OWN,
            "updated": words.long_day(found.today),
            "language": language,
            "style": Raw(style()),
            "policy": Raw(NOTHING_FOREIGN),
            "generator": Raw(GENERATOR),
        }
        html = render(TemplateKind.PAGE, template_for(workbench, TemplateKind.PAGE, language), facts).body
    usable_page(html)
    own = challenge_file.written(found.challenge)
    return Page(found.challenge.name, html, own, shelf.files, len(shelf.shown), tuple(shelf.missing), people)


def write_page(made: Page, folder: Path, progress: Progress = unwatched) -> PageResult:
    """Write the page into a folder, or bring up to date what was written there before. For a worker thread.

    ``progress`` counts files. Raises Refused where the folder holds something else, OSError or Cancelled with
    the former page as it was.
    """
    _refuse_foreign(folder)
    files.make_folder(folder)
    with TemporaryDirectory(prefix=".netchal-", dir=folder) as staging:
        staged = _staged(made, Path(staging), folder, progress)
        for name, path in staged.items():
            files.make_folder((folder / name).parent)
            path.replace(folder / name)
    removed = _remove_others(made, folder)
    sentence = say_many(
        "Wrote the page with {n} interview to {folder}",
        "Wrote the page with {n} interviews to {folder}",
        made.interviews,
        folder=folder,
    )
    return PageResult(folder, made.interviews, removed, made.missing, sentence)


class _Shelf:
    """The published recordings of a challenge: their entries on the page and the files to copy."""

    def __init__(self, data_file: Path, telling: Telling, recordings: Sequence[Recording]) -> None:
        self._data_file, self._telling = data_file, telling
        self._of: dict[UUID, list[Recording]] = defaultdict(list)
        for recording in sorted(recordings, key=lambda each: each.created):
            self._of[recording.interview_id].append(recording)
        self.files: dict[str, Path] = {}
        self.missing: list[str] = []
        self.shown: set[UUID] = set()

    def has(self, talk: Interview) -> bool:
        return talk.id in self._of

    def interview(self, talk: Interview) -> Iterator[dict[str, object]]:
        """One entry for each published recording that is there."""
        who = ", ".join(listed(self._telling, talk.people))
        for recording in self._of[talk.id]:
            name, kind = self._file(recording)
            if not (name or recording.link):
                continue
            self.shown.add(talk.id)
            yield {
                "title": self._telling.text(recording.title) or say("Interview with {who}", who=who),
                "who": who,
                "when": words.month(talk.start.day) if talk.start else "",
                "link": "" if name else recording.link,
                "file": name,
                "kind": kind,
            }

    def _file(self, recording: Recording) -> tuple[str, str]:
        """The name of a kept file in the page's folder, and whether one hears, sees or opens it."""
        if not recording.digest:
            return "", ""
        kept = kept_file(self._data_file, recording)
        if kept is None:
            self.missing.append(recording.title or recording.file_name or recording.digest)
            return "", ""
        name = f"{RECORDINGS}/{kept.name}"
        self.files[name] = kept
        return name, "video" if kept.suffix in _VIDEO else "audio" if kept.suffix in _AUDIO else "file"


def _may_be_told(telling: Telling, talk: Interview) -> bool:
    """Whoever is left out takes the whole recording along."""
    return bool(talk.people) and all(telling.who(each) for each in talk.people)


def _periods(found: Standing) -> Iterator[dict[str, object]]:
    """Those that have begun, with their numbers."""
    for period in found.periods:
        if period.first <= found.today:
            title = period_title(found.challenge, period, found.today)
            yield {"title": title, "met": period.met, "quota": period.quota}


def _staged(made: Page, staging: Path, folder: Path, progress: Progress) -> dict[str, Path]:
    """Everything that is new, written aside; recordings that lie there already stay. The page comes last."""
    staged: dict[str, Path] = {}
    for done, (name, kept) in enumerate(made.recordings.items()):
        progress(done, len(made.recordings) + 1)
        there = folder / name
        if not (there.is_file() and there.stat().st_size == kept.stat().st_size):
            digest = files.keep_copy(kept, staging / RECORDINGS, kept.suffix)
            if not kept.name.startswith(digest):
                raise Refused(say("The file {name} has changed since it was added.", name=kept.name))
            staged[name] = staging / RECORDINGS / kept.name
    staged[START_OWN] = files.write(staging / START_OWN, made.challenge_file)
    staged[INDEX] = files.write(staging / INDEX, made.html.encode("utf-8", "replace"))
    return staged


def _refuse_foreign(folder: Path) -> None:
    """Nothing of others is overwritten, and nothing is written through a link to another place."""
    for name in (INDEX, START_OWN, RECORDINGS):
        if (folder / name).is_symlink():
            raise Refused(say("{file} leads somewhere else. Choose another folder.", file=folder / name))
    index = folder / INDEX
    if index.exists() and GENERATOR.encode() not in files.read(index, 1 << 16):
        raise Refused(say("There is another page in {folder}. Choose another folder.", folder=folder))
    if folder.exists() and not folder.is_dir():
        raise Refused(say("{file} is no folder.", file=folder))


def _remove_others(made: Page, folder: Path) -> int:
    """Recordings that are no longer published go; nothing else in the folder is touched."""
    kept = [path for path in (folder / RECORDINGS).glob("*") if _KEPT.fullmatch(path.name)]
    others = [path for path in kept if f"{RECORDINGS}/{path.name}" not in made.recordings]
    for path in others:
        path.unlink(missing_ok=True)
    return len(others)
