"""What the window "Tell the world" works with: one preview for plan, report and page, then its writing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netchal_gui import paths
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.commands.share import Shared, file_name, found_challenge, share, write_shared
from netchal_gui.commands.share_page import Page, page, write_page
from netchal_gui.commands.telling import Line, ToldPerson
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.periods import months_later, whole
from netchal_gui.domain.walltime import from_utc
from netchal_gui.exchange.challenge_page import page_as_text
from netchal_gui.exchange.file_names import safe_name
from netchal_gui.exchange.report_formats import Format
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class Wish(NamedTuple):
    """What is to be told. ``chosen``: keys of lines that were decided otherwise than usual."""

    kind: TemplateKind
    month: date
    format: Format
    chosen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview:
    """``text`` is what Copy takes, ``reading`` how it reads; ``made`` is what would be written."""

    made: Shared | Page
    text: str
    reading: str
    people: tuple[ToldPerson, ...]
    learned: tuple[Line, ...] = ()
    follow_ups: tuple[Line, ...] = ()


def preview(workbench: Workbench, wish: Wish) -> Preview:
    """What would be told, written nowhere yet. For a worker thread. Raises Refused, StoreFault."""
    if wish.kind is TemplateKind.PAGE:
        site = page(workbench)
        return Preview(site, site.html, page_as_text(site.html), site.people)
    made = share(workbench, wish.kind, wish.month, wish.format, wish.chosen)
    return Preview(made, made.text, made.reading, made.people, made.told.learned, made.told.follow_ups)


def suggested(workbench: Workbench, shown: Preview) -> Path:
    """Where it goes unless somebody chooses otherwise; the page has a folder of its own."""
    chosen = workbench.preferences.export_folder
    folder = Path(chosen) if chosen else paths.export_folder()
    if isinstance(shown.made, Shared):
        return folder / file_name(shown.made)
    return folder / safe_name(shown.made.challenge, "", set())


def write(shown: Preview, target: Path, progress: Progress = unwatched) -> tuple[Path, str]:
    """Write it; where it lies and a sentence that says so. For a worker thread.

    Raises Refused, OSError or Cancelled with what lay there before.
    """
    if isinstance(shown.made, Shared):
        path = write_shared(shown.made, target)
        return path, say("Wrote {file}", file=path)
    result = write_page(shown.made, target, progress)
    missing = [say("The file of a recording is missing: {name}", name=name) for name in result.missing]
    return result.folder, " ".join((result.sentence, *missing))


def months_to_share(workbench: Workbench) -> Sequence[date]:
    """The months of the current challenge from its start to the one after this, the newest first.

    Raises Refused where there is no challenge, StoreFault.
    """
    with workbench.store.reading() as reader:
        challenge = found_challenge(reader, workbench).challenge
    days = whole(challenge)
    following = months_later(from_utc(workbench.now(), workbench.zone).day.replace(day=1), 1)
    first, last = days.first.replace(day=1), min(days.last.replace(day=1), following)
    count = max(0, (last.year - first.year) * 12 + last.month - first.month)
    return [months_later(first, number) for number in range(count, -1, -1)]
