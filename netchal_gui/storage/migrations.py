"""From each schema version to the next, by frozen SQL that never looks at today's tables."""

import sqlite3
from collections.abc import Sequence

from peewee import SqliteDatabase

from netchal_gui.storage.checksum import row_checksum
from netchal_gui.storage.opening import APPLICATION_ID, SCHEMA_VERSION
from netchal_gui.storage.steps import step_1, step_2

STEPS: Sequence[str] = (step_1.SQL, step_2.SQL)
"""What leads from version 0, 1, 2 … to the next; a new file runs them all. As many as SCHEMA_VERSION."""


def run_steps(database: SqliteDatabase, version: int) -> None:
    """All steps from a version on, in one transaction with the mark that they were done."""
    database.connection().create_function("row_checksum", -1, row_checksum, deterministic=True)
    with database.atomic():
        for step in STEPS[version:]:
            for statement in statements(step):
                database.execute_sql(statement)
        database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def statements(script: str) -> list[str]:
    """The single statements of a script; ``executescript`` would commit by itself."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ""
    return found
