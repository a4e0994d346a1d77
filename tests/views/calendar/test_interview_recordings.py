"""Recordings on an interview's card: added as a link or a file, changed, played and removed."""

import errno
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.commands.recordings import add_file, add_link
from netchal_gui.domain.recording import Recording
from netchal_gui.paths import recordings_folder
from netchal_gui.views import open_link, recording_actions
from netchal_gui.views.recording_form import RecordingForm
from tests.views.calendar.sights import buttons_of, dialog_of, words_in

LEFT = Qt.MouseButton.LeftButton
CONTENT = b"ID3 a talk" * 1_000


@pytest.fixture
def played(monkeypatch):
    """What was handed to the system."""
    seen = []

    def open_url(url):
        seen.append(url.toLocalFile() or url.toString())
        return True

    for module in (recording_actions, open_link):
        monkeypatch.setattr(module.QDesktopServices, "openUrl", staticmethod(open_url))
    return seen


@pytest.fixture
def sound(tmp_path):
    path = tmp_path / "Talk with Ada.mp3"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def talk(desk):
    return desk.interview("Ada", datetime(2026, 11, 23, 12))


def press(widget, name):
    button = next(each for each in buttons_of(widget) if each.accessibleName() == name)
    QTest.mouseClick(button, LEFT)


def begin(tab):
    press(tab.panel.card, "Add a recording…")
    return dialog_of(tab, RecordingForm)


def test_a_link_is_added_with_title_and_consent(calendar, desk, talk):
    tab = calendar()
    form = begin(tab)
    QTest.keyClicks(form.link, "example.org/talk")
    QTest.keyClicks(form.title_line, "Engines")
    QTest.mouseClick(form.consent.tick, LEFT)
    form.consent.show_day(date(2026, 11, 3))
    form.public.click()
    QTest.mouseClick(form.save, LEFT)
    stored = desk.only(Recording)

    assert (stored.link, stored.title) == ("https://example.org/talk", "Engines")
    assert (stored.consent, stored.public) == (date(2026, 11, 3), True)
    assert "public · agreed to on 3 Nov" in words_in(tab.panel.card.recordings)


def test_public_without_consent_is_refused_with_a_sentence(calendar, desk, talk):
    tab = calendar()
    form = begin(tab)
    QTest.keyClicks(form.link, "example.org/talk")
    form.public.click()
    QTest.mouseClick(form.save, LEFT)
    said = words_in(form)
    form.hide()

    assert "It can be public only once the person has agreed: say on which day." in said
    assert desk.workbench.store.count(Recording) == 0


def test_neither_link_nor_file_is_said_beside_the_field(calendar, desk, talk):
    tab = calendar()
    form = begin(tab)
    QTest.mouseClick(form.save, LEFT)
    said = words_in(form)
    form.hide()

    assert "link" in said
    assert desk.workbench.store.count(Recording) == 0


def test_a_link_that_is_none_of_the_web_is_refused(calendar, desk, talk):
    tab = calendar()
    form = begin(tab)
    QTest.keyClicks(form.link, "file:///etc/passwd")
    QTest.mouseClick(form.save, LEFT)
    is_open = form.isVisible()
    form.hide()

    assert is_open
    assert desk.workbench.store.count(Recording) == 0


def test_a_file_is_copied_beside_the_data_and_named_after_itself(calendar, desk, talk, jobs, sound):
    tab = calendar()
    form = begin(tab)
    form.take_file(sound)
    QTest.mouseClick(form.save, LEFT)
    jobs.finish()
    stored = desk.only(Recording)

    assert (stored.title, stored.file_name) == ("Talk with Ada", "Talk with Ada.mp3")
    (kept,) = recordings_folder(desk.workbench.store.path).iterdir()
    assert kept.read_bytes() == CONTENT


def test_copying_shows_its_progress_under_the_files_name(calendar, desk, talk, jobs, sound):
    labels = []
    jobs.started.connect(lambda job: labels.append(job.label))
    tab = calendar()
    form = begin(tab)
    form.take_file(sound)
    QTest.mouseClick(form.save, LEFT)
    jobs.finish()

    assert "Copying Talk with Ada.mp3, MB:" in labels


def test_a_copy_that_is_stopped_leaves_nothing(calendar, desk, talk, jobs, sound):
    tab = calendar()
    form = begin(tab)
    form.take_file(sound)
    jobs.hold()  # a small file would be copied before anybody could stop it
    QTest.mouseClick(form.save, LEFT)
    jobs.finish(cancel=True)

    assert desk.workbench.store.count(Recording) == 0
    folder = recordings_folder(desk.workbench.store.path)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_full_disk_is_said_and_nothing_is_stored(calendar, desk, talk, jobs, sound, monkeypatch):
    def full(*arguments):
        raise OSError(errno.ENOSPC, "no space", str(sound))

    monkeypatch.setattr(recording_actions, "with_file", full)
    said = []
    jobs.fault.connect(said.append)
    tab = calendar()
    form = begin(tab)
    form.take_file(sound)
    QTest.mouseClick(form.save, LEFT)
    jobs.finish()

    assert len(said) == 1
    assert said[0].startswith("The disk is full.")
    assert desk.workbench.store.count(Recording) == 0


def test_copying_counts_in_numbers_that_the_window_can_take(desk, talk, jobs, qapp, sound, monkeypatch):
    """Qt's signals carry whole numbers up to two thousand million: a film has more bytes than that."""
    reports = []

    def huge(workbench, draft, path, progress):
        progress(5_000_000_000, 6_000_000_000)
        return draft

    monkeypatch.setattr(recording_actions, "with_file", huge)
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    actions = recording_actions.RecordingActions(desk.workbench, jobs, window)
    actions._copied(None, sound, lambda done, total: reports.append((done, total)))
    window.deleteLater()

    assert reports == [(4768, 5722)]


def test_a_link_is_played_in_the_browser(calendar, desk, talk, played):
    add_link(desk.workbench, talk.id, "https://example.org/talk", "Engines")
    tab = calendar()
    press(tab.panel.card, "Play “Engines”")

    assert played == ["https://example.org/talk"]


def test_a_file_is_played_by_the_systems_player(calendar, desk, talk, played, sound):
    add_file(desk.workbench, talk.id, sound)
    tab = calendar()
    press(tab.panel.card, "Play “Talk with Ada.mp3”")
    (kept,) = recordings_folder(desk.workbench.store.path).iterdir()

    assert played == [str(kept)]


def test_a_missing_file_is_said(calendar, desk, talk, played, sound):
    add_file(desk.workbench, talk.id, sound)
    (kept,) = recordings_folder(desk.workbench.store.path).iterdir()
    kept.unlink()
    tab = calendar()
    said = []
    tab.message.connect(said.append)
    press(tab.panel.card, "Play “Talk with Ada.mp3”")

    assert played == []
    assert said[0].startswith("The file Talk with Ada.mp3 is missing.")


def test_a_recording_is_changed_on_the_card(calendar, desk, talk):
    add_link(desk.workbench, talk.id, "https://example.org/talk", "Engines")
    tab = calendar()
    press(tab.panel.card, "Change recording “Engines”")
    form = dialog_of(tab, RecordingForm)
    form.title_line.setText("Looms")
    QTest.mouseClick(form.save, LEFT)

    assert desk.only(Recording).title == "Looms"
    assert "Looms" in [each.accessibleName()[6:-1] for each in buttons_of(tab.panel.card.recordings)]


def test_a_removed_recording_comes_back_by_undo_and_its_file_stays(calendar, desk, talk, sound):
    add_file(desk.workbench, talk.id, sound, "Engines")
    tab = calendar()
    press(tab.panel.card, "Change recording “Engines”")
    press(dialog_of(tab, RecordingForm), "Delete")
    gone = desk.workbench.store.count(Recording)
    desk.workbench.undo()

    assert (gone, desk.only(Recording).title) == (0, "Engines")
    assert len(list(recordings_folder(desk.workbench.store.path).iterdir())) == 1
