"""A second start hands its files to the window that is open."""

import threading
from contextlib import suppress
from pathlib import Path

import pytest

from netchal_gui.commands.open_window import WindowDoor, address, hand_over


@pytest.fixture
def data(tmp_path, monkeypatch):
    runtime = tmp_path / "run"
    runtime.mkdir()
    monkeypatch.setattr("netchal_gui.commands.open_window.runtime_folder", lambda: runtime)
    return tmp_path / "data.db"


@pytest.fixture
def visits(data):
    seen: list[list[Path]] = []
    door = WindowDoor(data, seen.append)
    assert door.open()
    yield seen
    door.close()


def test_files_reach_the_open_window_as_absolute_paths(data, visits, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert hand_over(data, [Path("people.vcf")])
    assert visits == [[tmp_path / "people.vcf"]]


def test_a_start_without_files_reaches_it_too(data, visits):
    assert hand_over(data, [])
    assert visits == [[]]


def test_without_a_window_nobody_answers(data):
    assert not hand_over(data, [])


def test_a_window_of_another_data_file_does_not_answer(data, visits, tmp_path):
    assert not hand_over(tmp_path / "other.db", [])
    assert visits == []


def test_a_leftover_socket_does_not_keep_the_door_shut(data):
    Path(address(data)).write_bytes(b"left over")
    door = WindowDoor(data, [].append)

    assert door.open()
    assert hand_over(data, [])
    door.close()


def test_after_closing_nobody_answers(data):
    door = WindowDoor(data, [].append)
    door.open()
    door.close()

    assert not hand_over(data, [])


def test_a_message_that_is_not_ours_is_ignored(data, visits):
    from multiprocessing.connection import Client

    for message in (b"nonsense", b"[]", b'{"files": 3}', b"x" * 100_000):
        with suppress(BrokenPipeError), Client(address(data)) as line:
            line.send_bytes(message)

    assert hand_over(data, [])
    assert visits == [[]]


def test_many_starts_at_once_are_all_answered(data, visits):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(hand_over(data, []))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [True] * 8
    assert len(visits) == 8
