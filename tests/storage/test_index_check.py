"""Link tables and search indexes that are not what the rows say are reported by name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netchal_gui.commands.demo import fill
from netchal_gui.commands.people import delete_people
from netchal_gui.domain.contact import Contact
from netchal_gui.storage.check import damages
from netchal_gui.workbench import Workbench
from tests.storage.data_files import opened


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    with opened(tmp_path / "netchal.db") as made:
        fill(made)
        yield made


def reported(bench: Workbench) -> list[str]:
    return [damage.table for damage in damages(bench.store)]


def test_a_file_from_which_people_went_and_came_back_is_whole(bench: Workbench) -> None:
    delete_people(bench, [contact.id for contact in bench.store.every(Contact)][:20])
    without = reported(bench)
    bench.undo()

    assert (without, reported(bench)) == ([], [])


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("contact_tag", "DELETE FROM contact_tag WHERE tag = (SELECT min(tag) FROM contact_tag)"),
        ("contact_key", "UPDATE contact_key SET key = key || 'x' WHERE kind = 'name'"),
        ("interview_person", "UPDATE interview_person SET stage = 'idea' WHERE stage = 'met'"),
        ("interview_step", "DELETE FROM interview_step WHERE position = 1"),
        ("entry_person", "DELETE FROM entry_person"),
        ("contact_search", "DELETE FROM contact_search WHERE rowid = 3"),
        ("contact_search", "UPDATE contact_search SET words = 'somebody else' WHERE rowid = 1"),
        ("contact_search", "INSERT INTO contact_search (rowid, words) VALUES (999999, 'nobody')"),
        ("entry_search", "DELETE FROM entry_search WHERE rowid = (SELECT max(rowid) FROM entry_search)"),
        ("entry_search", "UPDATE entry_search SET people = ''"),
    ],
)
def test_what_differs_from_the_rows_is_named(bench: Workbench, table: str, sql: str) -> None:
    with bench.store._transaction() as connection:
        connection.execute(sql)

    assert reported(bench)[0] == table


def test_a_link_of_nobody_is_reported_too(bench: Workbench) -> None:
    with bench.store._transaction() as connection:
        connection.execute(
            "INSERT INTO interview_step SELECT kind, at, 99, interview FROM interview_step LIMIT 1"
        )

    assert "interview_step" in reported(bench)
