"""The door: which words open a window, which are commands, and how the program ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netchal_gui.__main__ import WindowRequest, main, window_request


@pytest.mark.parametrize(
    ("arguments", "wish"),
    [
        ([], WindowRequest(None, False, [])),
        (["--data", "mine.db"], WindowRequest(Path("mine.db"), False, [])),
        (["--data=mine.db"], WindowRequest(Path("mine.db"), False, [])),
        (["--demo"], WindowRequest(None, True, [])),
        (["ada.vcf", "/tmp/bob"], WindowRequest(None, False, [Path("ada.vcf"), Path("/tmp/bob")])),
        (["--data", "mine.db", "ada.vcf"], WindowRequest(Path("mine.db"), False, [Path("ada.vcf")])),
    ],
)
def test_without_a_command_a_window_opens(arguments: list[str], wish: WindowRequest) -> None:
    assert window_request(arguments) == wish


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "ada.vcf"],
        ["--demo", "self-test"],
        ["--data", "mine.db", "check"],
        ["--help"],
        ["--data"],
        ["--data="],
        ["ada.vcf", "--json"],
    ],
)
def test_a_command_or_a_wrong_usage_is_left_to_the_command_line(arguments: list[str]) -> None:
    assert window_request(arguments) is None


def command_line(monkeypatch: pytest.MonkeyPatch, answer: Callable[[list[str]], int]) -> None:
    """Put a command line in place that answers like this."""

    def stand_in(arguments: list[str], _: Callable[[], None]) -> int:
        return answer(arguments)

    monkeypatch.setattr("netchal_gui.cli.entry.main", stand_in)


def test_the_commands_code_is_the_programs_code(monkeypatch: pytest.MonkeyPatch) -> None:
    command_line(monkeypatch, lambda arguments: len(arguments))

    assert main(["check", "twice"]) == 2


def test_an_interrupted_command_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    command_line(monkeypatch, interrupted)

    assert main(["check"]) == 130


def test_a_wrong_usage_keeps_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: list[str]) -> int:
        sys.exit(2)

    command_line(monkeypatch, refuse)

    assert main(["nonsense"]) == 2


def test_a_reader_that_goes_away_is_no_noise() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as output:
        ended = subprocess.run(
            [sys.executable, "-m", "netchal_gui", "--help"],
            stdout=output,
            stderr=subprocess.PIPE,
            timeout=300,
            check=False,
        )

    assert (ended.returncode, ended.stderr) == (1, b"")
