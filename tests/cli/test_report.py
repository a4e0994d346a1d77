"""``netchal report``: plan, month and page are written where and in the format in which they are wanted."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netchal_gui.cli import data as data_module
from netchal_gui.storage.store import Store
from tests.cli.conftest import Netchal

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_module, "_utc_now", lambda: NOW)
    monkeypatch.setattr(data_module, "system_zone", lambda: "Europe/Berlin")


@pytest.mark.parametrize("what", ["plan", "month"])
@pytest.mark.parametrize(("ending", "begins"), [("md", "# "), ("html", "<!doctype html>"), ("txt", "")])
def test_a_text_of_the_example(netchal: Netchal, tmp_path: Path, what: str, ending: str, begins: str) -> None:
    target = tmp_path / f"out.{ending}"

    ended = netchal("--demo", "report", what, "-o", target, on=None)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"Wrote {target}\n")
    assert target.read_text("utf-8").startswith(begins)
    assert "November 2026" in target.read_text("utf-8")


def test_the_format_that_is_asked_for_wins_and_a_folder_gets_a_name(netchal: Netchal, tmp_path: Path) -> None:
    ended = netchal(
        "--demo", "report", "month", "--format", "txt", "--month", "2026-10", "-o", tmp_path, on=None
    )

    assert ended.code == 0
    assert (tmp_path / "2026-10-report.txt").read_text("utf-8").startswith("October 2026\n====")


def test_the_data_are_the_facts_of_the_text(netchal: Netchal, tmp_path: Path) -> None:
    found = netchal("--demo", "report", "month", "-o", tmp_path / "a.md", "--json", on=None).data

    assert (found["kind"], found["first"], found["last"]) == ("report", "2026-11-01", "2026-11-30")
    assert [(lane["met"], lane["quota"]) for lane in found["facts"]["lanes"]]


def test_the_page_of_the_example(netchal: Netchal, tmp_path: Path) -> None:
    ended = netchal("--demo", "report", "page", "-o", tmp_path / "site", "--json", on=None)

    assert (ended.code, ended.data["folder"]) == (0, str(tmp_path / "site"))
    assert "<!doctype html>" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_without_a_challenge_it_is_one_line_and_code_1(netchal: Netchal, data: Path, tmp_path: Path) -> None:
    Store.open(data).close()

    ended = netchal("report", "month", "-o", tmp_path / "a.md")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "There is no challenge yet. Start one in the window.\n"
    assert not (tmp_path / "a.md").exists()


def test_the_data_file_is_never_written_over(netchal: Netchal, data: Path) -> None:
    Store.open(data).close()

    assert netchal("report", "page", "-o", data).code == 1
    assert "the data file itself" in netchal("report", "month", "-o", data).err


def test_a_file_in_the_place_of_the_folder_is_refused(netchal: Netchal, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")

    ended = netchal("--demo", "report", "page", "-o", tmp_path / "site", on=None)

    assert ended.code == 1
    assert ended.err
    assert (tmp_path / "site").read_text() == "mine"


def test_months_are_those_of_the_challenge(netchal: Netchal, tmp_path: Path) -> None:
    early = netchal(
        "--demo", "report", "month", "--month", "1999-01", "-o", tmp_path / "a.md", "--json", on=None
    )

    assert date.fromisoformat(early.data["first"]).year == 2026
