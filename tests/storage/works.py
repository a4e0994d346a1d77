"""Work that ``test_kill.py`` stops: each a deterministic series of steps, told once they are acknowledged."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

from netchal_gui.commands import import_people
from netchal_gui.commands.backup import back_up, backups
from netchal_gui.commands.restore import put_back, restore
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.storage import backup, file_mark, migrations, opening
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.storage.data_files import NOW, entry, people, person

Tell = Callable[[str], None]
CROWD = 1_200
CARDS = 300


def bench_on(path: Path) -> Workbench:
    """A workbench whose ids are the same in every run."""
    numbers = count(1_000_000)
    return Workbench(Store.open(path), lambda: NOW, lambda: UUID(int=next(numbers)))


def small_steps(bench: Workbench) -> Iterator[None]:
    """Save, edit, delete, undo and redo, for people and journal entries; each ``yield`` is acknowledged."""
    for number in count(1):
        one = person(number)
        renamed = replace(one, name=f"Renamed {number}", note="x" * number)
        page = entry(number + 500_000, f"learned {number}")
        written = replace(page, learned=page.learned + " more", people=(one.id,))
        for edit in (
            Edit("Add", (Change(None, one), Change(None, page))),
            Edit("Rename", (Change(one, renamed),)),
            Edit("Write", (Change(page, written),)),
            Edit("Delete", (Change(written, None), Change(renamed, None))),
        ):
            bench.apply(edit)
            yield
        for travel in (bench.undo, bench.undo, bench.redo):
            travel()
            yield


def large_steps(bench: Workbench) -> Iterator[None]:
    """Imports so large that their changes are kept on disk; each undone, redone and followed by the next."""
    for number in count():
        bench.apply(people(1 + number * CROWD, CROWD))
        yield
        for travel in (bench.undo, bench.redo):
            travel()
            yield


def card_steps(bench: Workbench) -> Iterator[None]:
    """The whole import: cards are read, a backup is made, the plan is carried out; then once more, undone."""
    for number in count():
        file = bench.store.path.with_name("cards.vcf")
        file.write_text("".join(map(_card, range(number * CARDS, (number + 1) * CARDS))), "utf-8")
        with import_people.prepare(bench, [file]) as plan:
            import_people.apply(bench, plan)
        yield
        bench.undo()
        yield
        bench.redo()
        yield


def _card(number: int) -> str:
    return (
        f"BEGIN:VCARD\nVERSION:3.0\nUID:card-{number}\nFN:Person {number}\nTEL:+49 30 {number:07}\n"
        f"EMAIL:person{number}@example.org\nX-OWN:kept {number}\nEND:VCARD\n"
    )


def small(path: Path, tell: Tell) -> None:
    _go(small_steps, path, tell)


def large(path: Path, tell: Tell) -> None:
    _go(large_steps, path, tell)


def cards(path: Path, tell: Tell) -> None:
    _go(card_steps, path, tell)


def _go(steps: Callable[[Workbench], Iterator[None]], path: Path, tell: Tell) -> None:
    for number, _ in enumerate(steps(bench_on(path)), 1):
        tell(str(number))


def restores(path: Path, tell: Tell) -> None:
    """Between restores of the one backup there is, a person is added who is not in it."""
    bench = Workbench(Store.open(path), lambda: NOW, uuid4)
    good = backups(path)[0].path
    for _ in count():
        tell("begins")
        bench.apply(people(1_000, 1))
        tell("added")
        restore(bench, good)
        tell("restored")


def restores_a_closed_file(path: Path, tell: Tell) -> None:
    good = backups(path)[0].path
    for _ in count():
        tell("begins")
        put_back(good, path, NOW)
        tell("restored")


def takes_backups(path: Path, tell: Tell) -> None:
    bench = Workbench(Store.open(path), lambda: NOW, uuid4)
    for _ in count():
        tell(str(back_up(bench).path))


FURTHER_STEP = """
CREATE TABLE further (number INTEGER PRIMARY KEY, text TEXT NOT NULL);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
    INSERT INTO further SELECT i, 'text ' || i FROM n;
CREATE INDEX further_by_text ON further (text);
UPDATE further SET text = upper(text);
CREATE TABLE further_new (number INTEGER PRIMARY KEY, text TEXT NOT NULL, length INTEGER NOT NULL);
INSERT INTO further_new SELECT number, text, length(text) FROM further;
DROP TABLE further;
ALTER TABLE further_new RENAME TO further;
"""


def with_a_further_step(change: Callable[[object, str, object], None] = setattr) -> None:
    """As if there were one schema more than today, reached by a step that takes its time."""
    version = len(migrations.STEPS) + 1
    change(migrations, "STEPS", (*migrations.STEPS, FURTHER_STEP))
    for module in (file_mark, opening, migrations, backup):
        change(module, "SCHEMA_VERSION", version)


def migrates(path: Path, tell: Tell) -> None:
    """Open a file of an older schema; each statement is told before it runs."""
    with_a_further_step()
    statements = migrations.statements

    def told(script: str) -> Iterator[str]:
        for statement in statements(script):
            tell(statement)
            yield statement

    migrations.statements = told  # type: ignore[assignment]
    tell("begins")
    Store.open(path).close()
    tell("opened")
