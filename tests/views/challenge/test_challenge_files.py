"""Challenge files in the window: given on, opened, started, and friends' numbers side by side."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.exchange.challenge_file import progress_of, written
from netchal_gui.views.challenge_export import ChallengeExport
from netchal_gui.views.challenge_file_dialog import ChallengeFileDialog
from netchal_gui.views.challenge_form import ChallengeForm
from netchal_gui.views.challenge_tab import ChallengeTab
from netchal_gui.views.main_window import _is_opened
from netchal_gui.views.together_dialog import TogetherDialog
from netchal_gui.workbench import Workbench
from tests.views.challenge.test_challenge_tab import part, texts


@pytest.fixture
def year(workbench: Workbench) -> Challenge:
    return start_challenge(workbench, draft(workbench, Template.FOUR_BY_FOUR, date(2026, 1, 1)))


@pytest.fixture
def friend(workbench: Workbench, tmp_path: Path) -> Path:
    four = replace(draft(workbench, Template.FOUR_BY_FOUR, date(2026, 9, 1)), id=UUID(int=9))
    path = tmp_path / "mia.netchal"
    path.write_bytes(written(four, progress_of(four, "Mia <b>K.</b>", (8, 7), date(2026, 10, 31))))
    return path


def labels(dialog: ChallengeFileDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))


def test_the_window_takes_challenge_files_that_are_dropped() -> None:
    assert _is_opened(Path("Mia.NETCHAL"))


def test_the_challenge_is_exported_with_ones_numbers(
    tab: ChallengeTab, year: Challenge, tmp_path: Path
) -> None:
    said: list[str] = []
    tab.message.connect(said.append)
    tab.files.export.trigger()
    dialog = part(tab, ChallengeExport)
    assert not dialog.name.isVisible()
    dialog.numbers.click()
    dialog.name.setText("Mia")
    assert dialog.name.isVisible()
    dialog.write(str(tmp_path / "mine.netchal"))

    assert json.loads((tmp_path / "mine.netchal").read_bytes())["progress"]["name"] == "Mia"
    assert said == [f"The challenge is in {tmp_path / 'mine.netchal'}."]


def test_the_place_is_asked_for_with_a_name_that_fits(tab: ChallengeTab, year: Challenge) -> None:
    tab.files.export.trigger()
    dialog = part(tab, ChallengeExport)
    dialog.save.click()
    asking = part(dialog, QFileDialog)

    assert asking.selectedFiles()[0].endswith("4x4-Challenge.netchal")
    asking.reject()
    dialog.reject()


def test_a_full_folder_is_said_in_the_dialog_that_stays(
    tab: ChallengeTab, year: Challenge, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    tab.files.export.trigger()
    dialog = part(tab, ChallengeExport)
    dialog.write(str(tmp_path / "file" / "mine.netchal"))

    assert dialog.isVisible()
    dialog.reject()


def test_a_friends_rule_starts_ones_own_with_the_form_filled_in(
    tab: ChallengeTab, workbench: Workbench, tmp_path: Path
) -> None:
    rule = replace(draft(workbench, Template.THREE_A_WEEK, date(2025, 5, 5)), name="Three, please")
    path = tmp_path / "three.netchal"
    path.write_bytes(written(rule))
    assert tab.open_files([path, Path("people.vcf")])
    opened = part(tab, ChallengeFileDialog)
    assert "People: 3, each of 52 weeks." in labels(opened)
    opened.save.click()
    form = part(tab, ChallengeForm)
    form.save.click()

    (made,) = workbench.store.every(Challenge)
    assert (made.name, made.anyone, made.start) == ("Three, please", 3, date(2026, 11, 1))


def test_a_friends_numbers_are_shown_beside_ones_own(
    tab: ChallengeTab, workbench: Workbench, year: Challenge, friend: Path
) -> None:
    tab.open_files([friend])
    opened = part(tab, ChallengeFileDialog)
    assert "Mia <b>K.</b>: 15 of 96 met (as of 31 Oct)" in labels(opened)
    opened.save.click()
    table = part(tab, TogetherDialog).table

    cells = [[table.item(row, column).text() for column in range(5)] for row in range(2)]
    assert [row[0] for row in cells] == ["You", "Mia <b>K.</b>"]
    assert cells[1][1:3] == ["15 of 96", "7 of 8"]
    assert cells[1][4] == "31 Oct"
    assert "15 of 96" in texts(tab)
    part(tab, TogetherDialog).reject()


def test_a_friend_is_removed_and_undo_brings_them_back(
    tab: ChallengeTab, workbench: Workbench, year: Challenge, friend: Path
) -> None:
    tab.open_files([friend])
    part(tab, ChallengeFileDialog).save.click()
    dialog = part(tab, TogetherDialog)
    dialog.table.selectRow(0)
    assert not dialog.remove.isEnabled()
    dialog.table.selectRow(1)
    dialog.remove.click()
    assert workbench.store.count(FriendProgress) == 0
    workbench.undo()

    assert dialog.table.rowCount() == 2
    dialog.reject()


def test_without_friends_the_side_has_no_table(tab: ChallengeTab, year: Challenge) -> None:
    assert not tab.side.together.isVisibleTo(tab)


@pytest.mark.parametrize("content", [b"no", b'{"version": 7, "challenge": {}}'])
def test_a_file_that_cannot_be_used_says_why(tab: ChallengeTab, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.netchal"
    path.write_bytes(content)
    tab.open_files([path])
    box = part(tab, QMessageBox)

    assert "odd.netchal cannot be used." in box.text()
    box.close()


def test_other_files_are_left_to_other_tabs(tab: ChallengeTab) -> None:
    assert not tab.open_files([Path("people.vcf")])
