"""Recordings: links of the web only, files kept once by content, nothing published without consent."""

import hashlib
import json
import stat
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.invitations import ask
from netchal_gui.commands.progress import Cancelled
from netchal_gui.commands.recordings import (
    add_file,
    add_link,
    change_recording,
    delete_unused,
    file_names,
    is_missing,
    kept_file,
    missing_sentence,
    recordings_of,
    remove_recording,
    unused,
)
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.recording import Recording
from netchal_gui.paths import recordings_folder
from netchal_gui.workbench import Workbench
from tests.commands.conftest import Clock
from tests.commands.people_files import add

CONTENT = b"ID3 a talk about engines" * 100_000


@pytest.fixture
def talk(workbench: Workbench) -> Interview:
    return ask(workbench, [add(workbench, "Ada").id])


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "Talk with Ada.mp3"
    path.write_bytes(CONTENT)
    return path


def kept(workbench: Workbench) -> list[str]:
    folder = recordings_folder(workbench.store.path)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_link_is_stored_as_it_would_open(workbench: Workbench, talk: Interview) -> None:
    add_link(workbench, talk.id, " example.org/talk ", "  My   talk ")

    (recording,) = recordings_of(workbench.store, talk.id)
    assert (recording.link, recording.title) == ("https://example.org/talk", "My talk")


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "mailto:ada@x.example", "tel:+49", "https://", "a b"],
)
def test_only_links_of_the_web_are_taken(workbench: Workbench, talk: Interview, link: str) -> None:
    with pytest.raises(Refused):
        add_link(workbench, talk.id, link)

    assert recordings_of(workbench.store, talk.id) == []


def test_a_file_is_kept_beside_the_data_under_its_content(
    workbench: Workbench, talk: Interview, sound: Path
) -> None:
    recording = add_file(workbench, talk.id, sound)

    digest = hashlib.sha256(CONTENT).hexdigest()
    assert (recording.digest, recording.file_name) == (digest, "Talk with Ada.mp3")
    found = kept_file(workbench.store.path, recording)
    assert found == workbench.store.path.with_name("netchal.db.recordings") / f"{digest}.mp3"
    assert found.read_bytes() == CONTENT


def test_the_database_does_not_grow_by_the_file(workbench: Workbench, talk: Interview, sound: Path) -> None:
    add_file(workbench, talk.id, sound)

    assert workbench.store.path.stat().st_size < len(CONTENT)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_the_owner_may_read_a_kept_file(workbench: Workbench, talk: Interview, sound: Path) -> None:
    sound.chmod(0o777)
    found = kept_file(workbench.store.path, add_file(workbench, talk.id, sound))

    assert found is not None
    assert stat.S_IMODE(found.stat().st_mode) == 0o600


def test_the_same_content_is_stored_once(
    workbench: Workbench, talk: Interview, sound: Path, tmp_path: Path
) -> None:
    other = tmp_path / "copy.ogg"
    other.write_bytes(CONTENT)
    add_file(workbench, talk.id, sound)
    again = add_file(workbench, talk.id, other)

    assert len(kept(workbench)) == 1
    assert not is_missing(workbench.store.path, again)


@pytest.mark.parametrize("name", ["talk.exe", "talk.desktop", "talk.mp3.sh", "talk"])
def test_a_kept_file_gets_no_ending_that_the_system_would_run(
    workbench: Workbench, talk: Interview, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"#!/bin/sh")
    recording = add_file(workbench, talk.id, tmp_path / name)

    assert kept(workbench) == [recording.digest]


def test_a_stopped_copy_leaves_nothing_behind(workbench: Workbench, talk: Interview, sound: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        add_file(workbench, talk.id, sound, progress=stop)

    assert (kept(workbench), recordings_of(workbench.store, talk.id)) == ([], [])


def test_copying_tells_how_far_it_is(workbench: Workbench, talk: Interview, sound: Path) -> None:
    told: list[tuple[int, int]] = []
    add_file(workbench, talk.id, sound, progress=lambda done, total: told.append((done, total)))

    assert len(told) > 1
    assert told[-1] == (len(CONTENT), len(CONTENT))


def test_a_file_that_is_not_there_is_said(workbench: Workbench, talk: Interview, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        add_file(workbench, talk.id, tmp_path / "gone.mp3")


def test_public_without_consent_is_refused_before_anything_is_copied(
    workbench: Workbench, talk: Interview, sound: Path
) -> None:
    with pytest.raises(Refused, match="once the person has agreed"):
        add_file(workbench, talk.id, sound, public=True)

    assert kept(workbench) == []


@pytest.mark.parametrize(
    ("consent", "public", "published"),
    [(None, False, False), (date(2026, 11, 1), False, False), (date(2026, 11, 1), True, True)],
)
def test_it_is_published_only_with_consent_and_when_public(
    workbench: Workbench, talk: Interview, consent: date | None, public: bool, published: bool
) -> None:
    recording = add_link(workbench, talk.id, "https://example.org", consent=consent, public=public)

    assert recording.is_published is published


def test_a_recording_can_be_changed(workbench: Workbench, talk: Interview) -> None:
    recording = add_link(workbench, talk.id, "https://example.org")

    assert change_recording(workbench, recording, replace(recording, title="On engines"))
    assert recordings_of(workbench.store, talk.id)[0].title == "On engines"
    assert not change_recording(workbench, recording, recording)


def test_a_removed_recording_comes_back_with_its_file(
    workbench: Workbench, talk: Interview, sound: Path
) -> None:
    recording = add_file(workbench, talk.id, sound)
    remove_recording(workbench, recording)

    assert recordings_of(workbench.store, talk.id) == []
    workbench.undo()
    assert not is_missing(workbench.store.path, recordings_of(workbench.store, talk.id)[0])


def test_only_files_that_no_recording_names_are_deleted_and_only_when_asked(
    workbench: Workbench, talk: Interview, sound: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.mp3"
    other.write_bytes(b"other")
    stays, goes = add_file(workbench, talk.id, sound), add_file(workbench, talk.id, other)
    remove_recording(workbench, goes)

    assert [path.name for path in unused(workbench).files] == [f"{goes.digest}.mp3"]
    assert unused(workbench).size == len(b"other")
    assert delete_unused(workbench) == 1
    assert kept(workbench) == [f"{stays.digest}.mp3"]
    assert workbench.undo() is None


def test_other_files_in_the_folder_are_left_alone(workbench: Workbench, talk: Interview, sound: Path) -> None:
    add_file(workbench, talk.id, sound)
    note = recordings_folder(workbench.store.path) / "abc.txt"
    note.write_text("mine")

    assert delete_unused(workbench) == 0
    assert note.exists()


def test_a_missing_file_is_said_by_its_name(workbench: Workbench, talk: Interview, sound: Path) -> None:
    recording = add_file(workbench, talk.id, sound)
    found = kept_file(workbench.store.path, recording)
    assert found is not None
    found.unlink()

    assert is_missing(workbench.store.path, recording)
    assert "Talk with Ada.mp3 is missing" in missing_sentence(workbench.store.path, recording)


@pytest.mark.parametrize("digest", ["", "*", "../netchal", "0"])
def test_a_foreign_digest_leads_to_no_other_file(
    workbench: Workbench, talk: Interview, sound: Path, digest: str
):
    add_file(workbench, talk.id, sound)
    odd = Recording(id=uuid4(), interview_id=talk.id, created=workbench.now(), digest=digest)

    assert kept_file(workbench.store.path, odd) is None


def test_the_export_of_everything_names_the_files(
    workbench: Workbench, clock: Clock, talk: Interview, sound: Path, tmp_path: Path
) -> None:
    recording = add_file(workbench, talk.id, sound)
    clock.later(minutes=1)
    add_link(workbench, talk.id, "https://example.org/talk")
    export_all(workbench, tmp_path / "all.json")

    stored = json.loads((tmp_path / "all.json").read_text("utf-8"))["recordings"]
    assert [(each["file_name"], each["digest"], each["link"]) for each in stored] == [
        ("Talk with Ada.mp3", recording.digest, ""),
        ("", "", "https://example.org/talk"),
    ]
    assert file_names(recordings_of(workbench.store, talk.id)) == ["Talk with Ada.mp3"]
