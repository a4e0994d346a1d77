"""From every released version to today's: the same content; and steps and tables that say the same."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.import_all import examining
from netchal_gui.domain.edit import ENTITIES
from netchal_gui.storage.check import damages
from netchal_gui.storage.checksum import checksum
from netchal_gui.storage.file_mark import APPLICATION_ID, SCHEMA_VERSION
from netchal_gui.storage.migrations import STEPS, statements
from netchal_gui.storage.store import Store
from netchal_gui.storage.tables import TABLES, PhotoTable
from tests.storage.data_files import opened

SAVED = Path(__file__).parents[1] / "files" / "databases"
KINDS = {"AUTO": "INTEGER", "INT": "INTEGER"}
"""Peewee's names of column types, as SQLite has them where they differ."""
KEYS = ("number", "digest")
COLUMNS = 'SELECT name, type, "notnull" FROM pragma_table_info(?)'


def test_there_is_a_saved_file_of_every_version() -> None:
    assert len(STEPS) == SCHEMA_VERSION
    for version in range(1, SCHEMA_VERSION + 1):
        assert (SAVED / f"schema-{version}.db").is_file()


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_saved_file_opens_with_the_same_content(version: int, tmp_path: Path) -> None:
    """The same bytes as the document that was exported with it gives, imported into a new file."""
    shutil.copyfile(SAVED / f"schema-{version}.db", tmp_path / "old.db")
    with opened(tmp_path / "old.db") as bench:
        export_all(bench, tmp_path / "old.json")
        assert list(damages(bench.store)) == []
    with opened(tmp_path / "new.db") as bench, examining(bench, SAVED / f"schema-{version}.json") as found:
        bench.apply(found.edit)
        export_all(bench, tmp_path / "new.json")

    assert (tmp_path / "old.json").read_bytes() == (tmp_path / "new.json").read_bytes()


def test_the_newest_saved_file_holds_every_kind_of_object(tmp_path: Path) -> None:
    shutil.copyfile(SAVED / f"schema-{SCHEMA_VERSION}.db", tmp_path / "netchal.db")
    with opened(tmp_path / "netchal.db") as bench:
        assert [kind.__name__ for kind in ENTITIES if not bench.store.count(kind)] == []


def test_a_row_that_was_damaged_before_a_step_is_still_found_after_it(tmp_path: Path) -> None:
    path = tmp_path / "netchal.db"
    shutil.copyfile(SAVED / "schema-1.db", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE contact SET note = note || '!' WHERE name LIKE 'Dr.%'")

    with opened(path) as bench:
        assert [damage.table for damage in damages(bench.store)] == ["contact"]


DERIVED = (
    "SELECT key, contact, place FROM contact_place ORDER BY key, contact",
    "SELECT contact, at, owner FROM contact_moment ORDER BY contact, at, owner",
    "SELECT id, birthday_key FROM contact ORDER BY id",
    "SELECT id, stage_utc FROM interview ORDER BY id",
)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
@pytest.mark.parametrize("rows", DERIVED)
def test_what_a_step_derives_is_what_an_import_derives(version: int, rows: str, tmp_path: Path) -> None:
    shutil.copyfile(SAVED / f"schema-{version}.db", tmp_path / "old.db")
    with opened(tmp_path / "old.db") as old, opened(tmp_path / "new.db") as new:
        with examining(new, SAVED / f"schema-{version}.json") as found:
            new.apply(found.edit)

        assert old.store.rows(rows) == new.store.rows(rows) != []


def test_a_talk_of_the_last_microsecond_that_was_moved_once_it_was_met_is_derived_alike(
    tmp_path: Path,
) -> None:
    """SQLite would round such moments up, and only the steps know that the talk took place before."""
    path = tmp_path / "old.db"
    shutil.copyfile(SAVED / "schema-2.db", path)
    at = "2026-12-04T09:00:00.999999"
    steps = f'[{{"kind":"met","at":"{at}Z","was":null}},{{"kind":"moved","at":"{at}Z","was":null}}]'
    with closing(sqlite3.connect(path)) as connection, connection:
        columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(interview)")][2:]
        talk = connection.execute("SELECT number FROM interview WHERE stage = 'met'").fetchone()
        connection.execute("UPDATE interview SET steps = ?, stage = 'moved' WHERE number = ?", (steps, *talk))
        values = connection.execute(f"SELECT {', '.join(columns)} FROM interview WHERE number = ?", talk)
        row = values.fetchone()
        connection.execute("UPDATE interview SET checksum = ? WHERE number = ?", (checksum(row), *talk))
        connection.execute("DELETE FROM interview_step WHERE interview = ?", (row[0],))
        for place, kind in enumerate(("met", "moved")):
            entry = (kind, f"{at}+00:00", place, row[0])
            connection.execute("INSERT INTO interview_step VALUES (?, ?, ?, ?)", entry)
        connection.execute("UPDATE interview_person SET stage = 'moved' WHERE interview = ?", (row[0],))

    with opened(path) as bench:
        assert list(damages(bench.store)) == []


@pytest.mark.parametrize("broken", ["birthday", "addresses", "steps", "history"])
def test_a_text_that_was_damaged_stops_no_step(broken: str, tmp_path: Path) -> None:
    tables = {"steps": "interview", "history": "follow_up"}
    path = tmp_path / "netchal.db"
    shutil.copyfile(SAVED / "schema-2.db", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {tables.get(broken, 'contact')} SET {broken} = '[{{' WHERE number = 1")

    with opened(path) as bench:
        assert {damage.table for damage in damages(bench.store)} == {tables.get(broken, "contact")}


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_saved_file_has_the_schema_of_a_new_one_once_it_is_open(version: int, tmp_path: Path) -> None:
    shutil.copyfile(SAVED / f"schema-{version}.db", tmp_path / "old.db")
    for name in ("old.db", "new.db"):
        Store.open(tmp_path / name).close()

    assert schema(tmp_path / "old.db") == schema(tmp_path / "new.db")


def schema(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))


def test_a_new_file_bears_our_mark_and_todays_version(tmp_path: Path) -> None:
    Store.open(tmp_path / "netchal.db").close()

    with closing(sqlite3.connect(tmp_path / "netchal.db")) as connection:
        marks = [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        ]
    assert marks == [APPLICATION_ID, SCHEMA_VERSION]


@pytest.mark.parametrize("table", [*TABLES.values(), PhotoTable], ids=lambda table: table._meta.table_name)
def test_the_steps_make_the_columns_of_todays_tables(table: type[PhotoTable], tmp_path: Path) -> None:
    with opened(tmp_path / "netchal.db") as bench:
        made = bench.store.rows(COLUMNS, (table._meta.table_name,))

    fields = table._meta.sorted_fields
    assert [(name, kind) for name, kind, _ in made] == [
        (field.column_name, KINDS.get(field.field_type, field.field_type)) for field in fields
    ]
    assert [bool(required) for name, _, required in made if name not in KEYS] == [
        not field.null for field in fields if field.column_name not in KEYS
    ]


def test_a_script_is_cut_into_whole_statements() -> None:
    script = (
        "CREATE TABLE a (b TEXT DEFAULT ';');\n"
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\nEND;\n"
    )

    assert [one.split()[1] for one in statements(script)] == ["TABLE", "TRIGGER"]
