"""From each schema version to the next, by frozen SQL that never looks at today's tables."""

import sqlite3
from collections.abc import Sequence

from peewee import SqliteDatabase

from netchal_gui.domain.folding import fold, transcribed
from netchal_gui.storage.checksum import row_checksum
from netchal_gui.storage.file_mark import APPLICATION_ID, SCHEMA_VERSION
from netchal_gui.storage.steps import step_1, step_2, step_3

STEPS: Sequence[str] = (step_1.SQL, step_2.SQL, step_3.SQL)
"""What leads from version 0, 1, 2 … to the next; a new file runs them all. As many as SCHEMA_VERSION."""

_FUNCTIONS = (("row_checksum", -1, row_checksum), ("fold", 1, fold), ("transcribed", 1, transcribed))
"""What the steps can call beside SQL's own functions; None (NULL) is never given to the last two."""


def run_steps(database: SqliteDatabase, version: int) -> None:
    """All steps from a version on, in one transaction with the mark that they were done."""
    for name, arguments, function in _FUNCTIONS:
        database.connection().create_function(name, arguments, function, deterministic=True)
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
