"""``netchal import``: people from vCards, busy times from .ics, everything from JSON, challenges."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from netchal_gui.cli import challenge_file, meter
from netchal_gui.cli.answer import Answer
from netchal_gui.cli.data import data_file, reading, writing
from netchal_gui.commands import busy_times, import_people
from netchal_gui.commands.challenge_files import is_challenge_file
from netchal_gui.commands.import_all import ExaminedAll, Fate, examining, import_all
from netchal_gui.commands.import_people import ImportResult
from netchal_gui.commands.import_plan import ImportPlan, Verdict, VerdictRow
from netchal_gui.commands.import_wording import verdict_word
from netchal_gui.commands.open_window import hand_over
from netchal_gui.domain.contact import Relation
from netchal_gui.exchange.whole_file_reader import looks_like_whole_file
from netchal_gui.files import lock_for, read
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

PEEK = 4_096
MOST_TOLD = 1_000
"""So many items that were not taken, or not with all they have, are told one by one."""
_NOT_TAKEN = (Verdict.DOUBTFUL, Verdict.REFUSED)


def import_files(arguments: argparse.Namespace) -> Answer:
    """A verdict for each item; then, but for a dry run, one edit for the people and one for each document.

    Where a window has the data file open, it takes the files and asks there.
    """
    challenges = [path for path in arguments.files if is_challenge_file(path)]
    others = [path for path in arguments.files if path not in challenges]
    calendars = [path for path in others if busy_times.looks_like_calendar(path)]
    whole = [path for path in others if looks_like_whole_file(read(path, PEEK))]
    people = [path for path in others if path not in (*calendars, *whole)]
    if not arguments.dry_run and _handed_over(arguments):
        line = say("Netchal is open: its window has the files now and asks what to do with them.")
        return Answer([line], {"handed_over": True})
    with reading(arguments) if arguments.dry_run else writing(arguments) as workbench:
        answers = [_everything(workbench, path, arguments.dry_run) for path in whole]
        answers += [_busy(workbench, path, arguments.dry_run) for path in calendars]
        answers += [challenge_file.take(workbench, path, arguments.dry_run) for path in challenges]
        if people:
            answers.append(_people(workbench, people, arguments))
    return _joined(answers)


def _handed_over(arguments: argparse.Namespace) -> bool:
    """Whether an open window took the files. It asks for the relation itself, so a given one stays here."""
    if arguments.demo or arguments.relation:
        return False
    path = data_file(arguments)
    lock = lock_for(path)
    if lock.take():
        lock.release()
        return False
    return hand_over(path, [file.absolute() for file in arguments.files])


def _everything(workbench: Workbench, path: Path, dry_run: bool) -> Answer:
    if not dry_run:
        with meter.shown(say("Importing")) as progress:
            return _told(path, import_all(workbench, path, progress))
    with meter.shown(say("Reading")) as progress, examining(workbench, path, progress) as examined:
        return _told(path, examined)


def _told(path: Path, examined: ExaminedAll) -> Answer:
    sentence = say(
        "{file}: {new} new, {updated} updated, {same} the same.",
        file=path,
        new=examined.total(Fate.NEW),
        updated=examined.total(Fate.UPDATED),
        same=examined.total(Fate.SAME),
    )
    return Answer([sentence], {"file": str(path), "counts": _counts(examined)})


def _counts(examined: ExaminedAll) -> dict[str, dict[str, int]]:
    return {
        section: {fate.value: number for fate, number in counts.items()}
        for section, counts in examined.counts.items()
    }


def _busy(workbench: Workbench, path: Path, dry_run: bool) -> Answer:
    """When one's own calendar is taken."""
    found = busy_times.prepare(workbench, path)
    lines = [found.sentence, *busy_times.left_out_lines(found.left_out)]
    if not dry_run:
        lines.append(busy_times.apply(workbench, found))
    return Answer(lines, found.as_json())


def _people(workbench: Workbench, paths: list[Path], arguments: argparse.Namespace) -> Answer:
    relation = Relation(arguments.relation or Relation.NEW)
    with _prepared(workbench, paths, relation) as plan:
        told = plan.as_json() if arguments.json else {}
        lines = [] if arguments.json else list(_worth_telling(plan, everything=arguments.dry_run))
        fault = _first(plan) if plan.counts[Verdict.REFUSED] == len(plan) else ""
        if not arguments.dry_run:
            result = _imported(workbench, plan)
            lines.append(result.sentence)
            told |= {"result": result.as_json()}
    return Answer(lines, told, fault)


def _prepared(workbench: Workbench, paths: list[Path], relation: Relation) -> ImportPlan:
    with meter.shown(say("Reading")) as progress:
        return import_people.prepare(workbench, paths, relation=relation, progress=progress)


def _imported(workbench: Workbench, plan: ImportPlan) -> ImportResult:
    with meter.shown(say("Importing")) as progress:
        return import_people.apply(workbench, plan, progress)


def _worth_telling(plan: ImportPlan, *, everything: bool) -> Iterator[str]:
    """A line for each item that was not taken, or not with all it has; a dry run tells the others too."""
    rows = (row for row in plan.all_rows() if everything or row.verdict in _NOT_TAKEN or row.cautions)
    for told, row in enumerate(rows):
        if told == MOST_TOLD and not everything:
            yield say("There are more like these. With --dry-run, all are told.")
            return
        yield _line(row)


def _line(row: VerdictRow) -> str:
    """ "doubtful  contacts.vcf:120  Jonas Lind  may be Jonas Lind: same e-mail, other name"."""
    place = f"{Path(row.file).name}:{row.line}"
    parts = (verdict_word(row.verdict), place, row.name, row.reason, *row.cautions)
    return "  ".join(part for part in parts if part)


def _first(plan: ImportPlan) -> str:
    """Nothing at all could be taken: why, by the first item."""
    for first in plan.rows(0, 1):
        return say("{file}, line {line}: {reason}", file=first.file, line=first.line, reason=first.reason)
    return say("There is nothing to import in these files.")


def _joined(answers: list[Answer]) -> Answer:
    lines = [line for answer in answers for line in answer.lines]
    fault = next((answer.fault for answer in answers if answer.fault), "")
    data = answers[0].data if len(answers) == 1 else {"files": [answer.data for answer in answers]}
    return Answer(lines, data, fault)
