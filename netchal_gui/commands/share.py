"""Plan and report of a month for the world: made, looked at, then written or copied."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from netchal_gui import files, words
from netchal_gui.commands.message_templates import language_for, template_for
from netchal_gui.commands.month_facts import MonthTold, month_of, month_told
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.commands.telling import Telling, ToldPerson
from netchal_gui.commands.template_rendering import render
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.periods import Span
from netchal_gui.domain.walltime import from_utc
from netchal_gui.exchange.report_formats import Format, as_text, formatted
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Shared:
    """A text for the world before it is written. ``reading`` is how it reads, whatever the format."""

    kind: TemplateKind
    days: Span
    title: str
    text: str
    reading: str
    format: Format
    told: MonthTold
    people: tuple[ToldPerson, ...]

    @property
    def warnings(self) -> list[str]:
        """What was changed in the person's own words, line by line."""
        lines = (*self.told.learned, *self.told.follow_ups)
        return [
            say("A name was replaced in: {text}", text=line.text)
            for line in lines
            if line.told and line.named
        ] + [
            say("Left out, as it is about somebody who stays out: {text}", text=line.original)
            for line in self.told.learned
            if not line.text
        ]


def share(
    workbench: Workbench,
    kind: TemplateKind,
    month: date,
    wanted: Format = Format.MARKDOWN,
    chosen: Collection[str] = (),
    challenge_id: UUID | None = None,
) -> Shared:
    """The plan or the report of the month in which a day lies, in the language in which one writes.

    ``chosen``: keys of lines that somebody decided on otherwise than usual. For a worker thread. Raises
    Refused where there is no challenge or the text cannot be filled in, StoreFault.
    """
    language = language_for(workbench)
    with workbench.store.reading() as reader, words.speaking(language):
        found = found_challenge(reader, workbench, challenge_id)
        days = month_of(found.challenge, month)
        telling = Telling(reader)
        told = month_told(telling, found, days, workbench.zone, workbench.preferences.own_name, chosen)
        people = telling.persons(told.people)
        written = render(kind, template_for(workbench, kind, language), told.facts)
    text = formatted(written.body, wanted, language)
    reading = written.body if wanted is Format.MARKDOWN else as_text(written.body)
    return Shared(kind, days, written.subject, text, reading, wanted, told, people)


def found_challenge(reader: Reader, workbench: Workbench, challenge_id: UUID | None = None) -> Standing:
    """Where the current challenge stands, or the one with this id. Raises Refused where there is none."""
    today = from_utc(workbench.now(), workbench.zone).day
    found = standing(reader, challenge_id, today, workbench.zone)
    if found is None:
        raise Refused(say("There is no challenge yet. Start one in the window."))
    return found


def file_name(shared: Shared) -> str:
    """What the file is called unless somebody chooses otherwise: "2011-03-report.md"."""
    return f"{shared.days.first:%Y-%m}-{shared.kind.value}.{shared.format.value}"


def write_shared(shared: Shared, target: Path) -> Path:
    """Write it to a file, or into a folder under its usual name. Raises OSError with nothing written."""
    path = target / file_name(shared) if target.is_dir() else target
    return files.write(path, shared.text.encode("utf-8", "replace"))
