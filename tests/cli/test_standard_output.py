"""``-o -`` gives the file to the standard output, so that it can be piped on."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Netchal


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("export", "interviews"), "BEGIN:VCALENDAR"),
        (("export", "contacts"), "BEGIN:VCARD"),
        (("export", "journal"), "# "),
        (("export", "all"), "{"),
        (("report", "month"), "# "),
        (("report", "month", "--format", "html"), "<!doctype html>"),
    ],
)
def test_the_file_is_all_that_goes_out(
    netchal: Netchal, tmp_path: Path, words: tuple[str, ...], begins: str
) -> None:
    ended = netchal("--demo", *words, "-o", "-", on=None)

    assert ended.code == 0
    assert ended.out.startswith(begins)
    assert list(tmp_path.iterdir()) == []


def test_what_the_command_says_goes_beside_it(netchal: Netchal) -> None:
    ended = netchal("--demo", "export", "all", "-o", "-", on=None)

    assert json.loads(ended.out)
    assert ended.err.startswith("Wrote everything")
    assert ended.err.endswith("to -\n")


def test_a_page_is_no_single_file(netchal: Netchal) -> None:
    ended = netchal("--demo", "report", "page", "-o", "-", on=None)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "The page is a folder with several files. Name one behind -o.\n"
