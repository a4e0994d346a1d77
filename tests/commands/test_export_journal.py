"""The journal as files: whole, safe, the same bytes each time, or nothing."""

import errno
import os
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from netchal_gui import files
from netchal_gui.commands.export_journal import export_journal
from netchal_gui.commands.follow_up_lines import Line, save_lines
from netchal_gui.commands.journal import add, change_entry, change_people, new_entry
from netchal_gui.commands.progress import Cancelled
from netchal_gui.domain.edit import Change, Edit


@pytest.fixture
def journal(workbench):
    older = new_entry(workbench, date(2026, 11, 12))
    change_entry(workbench, older.id, title="Agency side / hiring", learned="Ask in *January*")
    change_people(workbench, older.id, ["Priya Shah"])
    save_lines(workbench, older.id, [Line(uuid4(), "Send the article", date(2026, 12, 2))])
    add(workbench, "Tea with Zoë\n\nOn a roof")
    return workbench


def contents(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_one_file_holds_all_entries_the_oldest_first(journal, tmp_path):
    target = tmp_path / "journal.md"
    done = export_journal(journal, target)
    text = target.read_text("utf-8")

    assert [row for row in text.splitlines() if row.startswith(("# ", "## "))] == [
        "# Journal",
        "## Agency side / hiring",
        "## Tea with Zoë",
    ]
    assert "- [ ] Send the article (2026-12-02)" in text
    assert done.sentence == f"Wrote 2 entries to {target}"


def test_a_folder_holds_a_file_for_each_entry_named_by_day_and_title(journal, tmp_path):
    export_journal(journal, tmp_path / "journal")

    assert list(contents(tmp_path / "journal")) == [
        "2026-11-12_Agency-side-hiring.md",
        "2026-11-23_Tea-with-Zoe.md",
    ]


def test_titles_alike_get_files_of_their_own(journal, tmp_path):
    add(journal, "TEA with Zoë\n\nAgain")
    export_journal(journal, tmp_path / "journal")

    assert "2026-11-23_TEA-with-Zoe-2.md" in contents(tmp_path / "journal")


@pytest.mark.parametrize("title", ["../../evil", "CON", "a" * 500, "\x00\n", "/etc/passwd", "..\\evil"])
def test_no_title_leads_out_of_the_folder(workbench, tmp_path, title):
    entry = new_entry(workbench)
    change_entry(workbench, entry.id, title=title)
    export_journal(workbench, tmp_path / "out" / "journal")

    assert [path.parent for path in (tmp_path / "out").rglob("*.md")] == [tmp_path / "out" / "journal"]


@pytest.mark.parametrize("name", ["journal.md", "journal"])
def test_exporting_again_writes_the_same_bytes(journal, tmp_path, name):
    export_journal(journal, tmp_path / "one" / name)
    export_journal(journal, tmp_path / "two" / name)
    once, again = (tmp_path / each / name for each in ("one", "two"))

    if once.is_dir():
        assert contents(once) == contents(again)
    else:
        assert once.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("name", ["journal.md", "journal"])
def test_progress_counts_every_entry(journal, tmp_path, name):
    told = []
    export_journal(journal, tmp_path / name, lambda done, total: told.append((done, total)))

    assert told == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize("name", ["journal.md", "journal"])
def test_a_stopped_export_leaves_no_file(journal, tmp_path, name):
    def stop(done, total):
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_journal(journal, tmp_path / "out" / name, stop)
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []


def test_a_full_disk_keeps_the_former_file(journal, tmp_path, monkeypatch):
    target = files.write(tmp_path / "out" / "journal.md", b"before")

    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        export_journal(journal, target)
    assert contents(target.parent) == {"journal.md": b"before"}


def test_an_empty_journal_is_an_honest_file(workbench, tmp_path):
    assert export_journal(workbench, tmp_path / "journal.md").entries == 0
    assert (tmp_path / "journal.md").read_text("utf-8") == "# Journal\n"


def test_more_entries_than_one_portion_are_all_written(workbench, tmp_path):
    entry = new_entry(workbench)
    copies = [replace(entry, id=uuid4(), title=f"Talk {n}") for n in range(450)]
    workbench.apply(Edit("Fill", tuple(Change(None, copy) for copy in copies)))
    export_journal(workbench, tmp_path / "journal.md")

    assert (tmp_path / "journal.md").read_text("utf-8").count("## Talk") == 450
