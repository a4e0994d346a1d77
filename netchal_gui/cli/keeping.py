"""``netchal check``, ``backup``, ``restore`` and ``self-test``."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime

from netchal_gui.cli import data
from netchal_gui.cli.answer import Answer
from netchal_gui.commands import backup
from netchal_gui.commands.backup import Backup, Contents, Reason
from netchal_gui.commands.check import check as damages_of
from netchal_gui.storage.faults import StoreFault
from netchal_gui.words import say, say_many


def check(arguments: argparse.Namespace) -> Answer:
    """Look through the whole data file; damage is the world's fault, so the exit code is 1."""
    with data.reading(arguments) as workbench:
        found = damages_of(workbench)
        path = workbench.store.path
        inside = backup.contents(path) if not found else None
    lines = [damage.sentence for damage in found]
    told = {
        "file": str(path),
        "whole": not found,
        "damages": [
            {"sentence": one.sentence, "table": one.table, "id": str(one.id) if one.id else None}
            for one in found
        ],
    }
    if inside is not None:
        lines = [say("{file} is whole: {contents}.", file=path, contents=_counted(inside))]
        return Answer(lines, told)
    fault = say_many(
        "{file} is damaged in {n} place. Restore a backup; the damaged file is kept.",
        "{file} is damaged in {n} places. Restore a backup; the damaged file is kept.",
        len(found),
        file=path,
    )
    return Answer(lines, told, fault)


def back_up(arguments: argparse.Namespace) -> Answer:
    """Make a backup beside the data file or where it is wanted, or list those there are."""
    if arguments.list:
        return _listed(backup.backups(data.data_file(arguments)))
    target = data.target(arguments) if arguments.output else None
    with data.reading(arguments) as workbench:
        if target is not None and target.is_dir():
            target = target / f"netchal-{workbench.now():{backup.STAMP}}.db"
        made = backup.back_up(workbench, Reason.ASKED, target=target)
    inside = backup.contents(made.path)
    line = say("Backed up to {file}: {contents}.", file=made.path, contents=_counted(inside))
    return Answer([line], _told(made, inside))


def restore(arguments: argparse.Namespace) -> Answer:
    """Restore a backup; works on a damaged or missing data file too, so nothing is opened before."""
    from netchal_gui.commands.restore import put_back

    path = data.data_file(arguments)
    with data.owning(path):
        kept = put_back(arguments.file.absolute(), path, datetime.now(UTC))
    inside = backup.contents(path)
    lines = [say("Restored {file}: {contents}.", file=path, contents=_counted(inside))]
    if kept is not None:
        lines.append(say("The former data file is now {file}", file=kept))
    return Answer(lines, {"file": str(path), "former": str(kept) if kept else None})


def self_test(prove_window: Callable[[], str] | None) -> Answer:
    """A line for each proof; one that fails makes the exit code 1."""
    from netchal_gui.commands.self_test import prove

    proofs = list(prove(prove_window))
    lines = [f"{'ok    ' if proof.passed else 'FAILED'}  {proof.name}  {proof.detail}" for proof in proofs]
    failed = [proof.name for proof in proofs if not proof.passed]
    told = {
        "proofs": [{"name": proof.name, "passed": proof.passed, "detail": proof.detail} for proof in proofs]
    }
    fault = say("This program is not complete: {names}", names=", ".join(failed)) if failed else ""
    return Answer([line.rstrip() for line in lines], told, fault)


def _listed(found: list[Backup]) -> Answer:
    rows = [(one, _contents(one)) for one in found]
    lines = [_line(one, inside) for one, inside in rows] or [say("There is no backup yet.")]
    return Answer(lines, {"backups": [_told(one, inside) for one, inside in rows]})


def _contents(one: Backup) -> Contents | None:
    try:
        return backup.contents(one.path)
    except StoreFault:
        return None


def _line(one: Backup, inside: Contents | None) -> str:
    made = one.made.astimezone().strftime("%Y-%m-%d %H:%M")
    counted = _counted(inside) if inside else say("cannot be read")
    return "  ".join(part for part in (made, str(one.path), counted, backup.reason_of(one)) if part)


def _told(one: Backup, inside: Contents | None) -> dict[str, object]:
    told: dict[str, object] = {
        "file": str(one.path),
        "made": one.made.isoformat(timespec="seconds"),
        "bytes": one.size,
    }
    if inside is not None:
        told |= {"people": inside.people, "interviews": inside.interviews, "entries": inside.entries}
    return told


def _counted(inside: Contents) -> str:
    """ "96 people, 96 interviews, 52 entries"."""
    return ", ".join(
        (
            say_many("{n} person", "{n} people", inside.people),
            say_many("{n} interview", "{n} interviews", inside.interviews),
            say_many("{n} entry", "{n} entries", inside.entries),
        )
    )
