"""Short reads one after the other on a connection that stays open."""

import sqlite3

import pytest

from tests.storage.data_files import opened, people

COUNT = "SELECT count(*) FROM contact"


@pytest.fixture
def bench(tmp_path):
    with opened(tmp_path / "netchal.db") as made:
        yield made


def test_each_short_read_sees_what_was_written_before_it(bench):
    counts = []
    for number in (1, 2):
        bench.apply(people(number, 1))
        with bench.store.reading_briefly() as reader:
            counts += reader.rows(COUNT)

    assert counts == [(1,), (2,)]


def test_two_short_reads_at_once_have_a_connection_each(bench):
    with bench.store.reading_briefly() as one, bench.store.reading_briefly() as other:
        assert one._connection is not other._connection


def test_a_short_read_that_fails_leaves_the_next_one_whole(bench):
    with pytest.raises(sqlite3.OperationalError), bench.store.reading_briefly() as reader:
        reader.rows("SELECT missing FROM contact")
    with bench.store.reading_briefly() as reader:
        assert reader.rows(COUNT) == [(0,)]


def test_closing_leaves_nothing_beside_the_file(tmp_path):
    path = tmp_path / "netchal.db"
    with opened(path) as bench:
        bench.apply(people(1, 1))
        with bench.store.reading_briefly() as reader:
            reader.rows(COUNT)

    assert not path.with_name("netchal.db-wal").exists()


def test_a_short_read_that_outlives_the_store_closes_its_connection(tmp_path):
    with opened(tmp_path / "netchal.db") as bench:
        late = bench.store.reading_briefly()
        reader = late.__enter__()
    late.__exit__(None, None, None)

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        reader.rows(COUNT)
