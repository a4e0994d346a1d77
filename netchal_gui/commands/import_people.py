"""Import people from address book files: prepare a verdict for each, decide, apply as one edit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netchal_gui.commands.backup import Reason, back_up
from netchal_gui.commands.import_deciding import Decider
from netchal_gui.commands.import_plan import Decision, ImportPlan, Verdict, VerdictRow
from netchal_gui.commands.import_sources import count_items, items_of
from netchal_gui.commands.import_wording import decision_word, verdict_word
from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Relation
from netchal_gui.domain.edit import LARGE, Edit
from netchal_gui.storage.faults import Conflict
from netchal_gui.storage.staging import Staging
from netchal_gui.words import number, say, say_many
from netchal_gui.workbench import Workbench

__all__ = [
    "Decision",
    "ImportPlan",
    "ImportResult",
    "Verdict",
    "VerdictRow",
    "apply",
    "decision_word",
    "prepare",
    "report",
    "verdict_word",
]

_STEP = 50  # items between two calls of progress


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: the verdicts it found, and how many people it added and changed."""

    counts: dict[Verdict, int]
    added: int
    changed: int
    sentence: str

    def as_json(self) -> dict[str, Any]:
        return {
            "counts": {verdict.value: count for verdict, count in self.counts.items()},
            "added": self.added,
            "changed": self.changed,
            "sentence": self.sentence,
        }


def prepare(
    workbench: Workbench,
    paths: Sequence[Path],
    *,
    relation: Relation = Relation.NEW,
    progress: Progress = unwatched,
) -> ImportPlan:
    """Read the files and give each of their items a verdict; changes nothing. For a worker thread.

    ``progress`` counts items. Raises OSError, StoreFault, or what ``progress`` raises.
    """
    staging = Staging()
    try:
        with workbench.store.reading() as reader, staging.together():
            decider = Decider(reader, staging, workbench.new_id, workbench.now())
            decider.learn_known()
            _read_all(decider, paths, progress)
    except BaseException:
        staging.close()
        raise
    title = paths[0].name if len(paths) == 1 else say_many("{n} file", "{n} files", len(paths))
    return ImportPlan(staging, title, relation)


def _read_all(decider: Decider, paths: Sequence[Path], progress: Progress) -> None:
    total, done = sum(map(count_items, paths)), 0
    progress(0, total)
    for path in paths:
        with path.open("rb") as file:
            for source, item in items_of(file):
                decider.decide(path.name, source, item)
                done += 1
                if done % _STEP == 0:
                    progress(min(done, total), total)
    progress(total, total)


def apply(workbench: Workbench, plan: ImportPlan, progress: Progress = unwatched) -> ImportResult:
    """Carry out the plan as one edit, after a verified backup. For a worker thread.

    ``progress`` counts pages of the backup, then changes. Raises StoreFault, Refused where the people
    changed since the plan was made, or what ``progress`` raises; then nothing has changed, and the plan
    can be applied again.
    """
    counts = plan.counts
    with plan.staging.together():
        _settle(workbench, plan)
        added, changed = plan.staging.people()
        if added + changed:
            back_up(workbench, Reason.IMPORT, progress)
            _apply(workbench, _edit(plan, added + changed), progress)
    return ImportResult(counts, added, changed, _sentence(plan, added, changed))


def _settle(workbench: Workbench, plan: ImportPlan) -> None:
    """Plan what was decided on doubtful items."""
    with workbench.store.reading() as reader:
        decider = Decider(reader, plan.staging, workbench.new_id, workbench.now())
        for item in plan.staging.drafts((Decision.NEW, Decision.MERGE)):
            decider.settle(item)


def _edit(plan: ImportPlan, people: int) -> Edit:
    """The plan as an edit; a small one is held in memory, as undo needs it after the plan is closed."""
    staged = plan.staging.changes(plan.relation)
    changes = staged if len(staged) > LARGE else tuple(staged)
    return Edit(_label(plan, people), changes, plan.staging.photos())


def _apply(workbench: Workbench, edit: Edit, progress: Progress) -> None:
    try:
        workbench.apply(edit, progress=progress)
    except Conflict as conflict:
        sentence = say("People were changed while the import was open. Nothing was imported; start it again.")
        raise Refused(sentence) from conflict


def _label(plan: ImportPlan, people: int) -> str:
    return say_many(
        "{n} person imported from {file}", "{n} people imported from {file}", people, file=plan.title
    )


def _sentence(plan: ImportPlan, added: int, changed: int) -> str:
    if not added + changed:
        if plan.counts[Verdict.SAME] == len(plan):
            return say("Nothing to import from {file}: all people are there already.", file=plan.title)
        return say("Nobody was imported from {file}.", file=plan.title)
    if not changed:
        return say_many(
            "Added {n} person from {file}.", "Added {n} people from {file}.", added, file=plan.title
        )
    return say(
        "From {file}: {added} added, {changed} updated.",
        file=plan.title,
        added=number(added),
        changed=number(changed),
    )


def report(plan: ImportPlan) -> Iterator[str]:
    """The verdict table as lines of text."""
    yield say("Import people from {file}", file=plan.title)
    yield ", ".join(f"{number(count)} {verdict_word(verdict)}" for verdict, count in plan.counts.items())
    yield ""
    for row in plan.all_rows():
        place = say("{file}, line {line}", file=row.file, line=row.line)
        texts = (verdict_word(row.verdict), row.name, row.detail, row.reason)
        yield "\t".join(" ".join(text.split()) for text in (*texts, place))
        for caution in row.cautions:
            yield f"\t{caution}"
