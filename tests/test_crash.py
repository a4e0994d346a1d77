"""Errors that nobody caught: logged once, shown once, without personal data."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from netchal_gui.crash import CrashReports, describe, log_file, without_values


@pytest.fixture
def reports(qtbot, tmp_path, monkeypatch):
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = CrashReports(tmp_path)
    made.install()
    yield made
    made.uninstall()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    for box in boxes():
        box.close()
    QApplication.processEvents()


def boxes():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def log(tmp_path):
    return log_file(tmp_path).read_text()


def failing(secret="Ada's diary"):
    raise ValueError(secret)


def caught(call):
    try:
        call()
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_error_in_a_timer_is_logged_and_shown(reports, qtbot, tmp_path):
    with qtbot.waitSignal(reports.shown):
        QTimer.singleShot(0, failing)

    assert "ValueError" in log(tmp_path)
    assert len(boxes()) == 1


def test_an_error_in_a_thread_is_logged_and_shown(reports, qtbot, tmp_path):
    with qtbot.waitSignal(reports.shown):
        thread = threading.Thread(target=failing)
        thread.start()
        thread.join()

    assert "ValueError" in log(tmp_path)


def test_an_error_while_an_object_is_deleted_is_logged(reports, qtbot, tmp_path):
    class Grave:
        def __del__(self):
            failing()

    with qtbot.waitSignal(reports.shown):
        del [Grave()][0]

    assert "ValueError" in log(tmp_path)


def test_the_same_error_comes_once_however_often_it_happens(reports, qtbot, tmp_path):
    def again():
        reports.report(caught(failing))

    with qtbot.waitSignal(reports.shown):
        for _ in range(100):
            again()
    QApplication.processEvents()

    assert log(tmp_path).count("ValueError") == 1
    assert len(boxes()) == 1


def test_two_different_errors_share_one_window(reports, qtbot, tmp_path):
    def other():
        raise ValueError("another place")

    seen = []
    reports.shown.connect(seen.append)
    reports.report(caught(failing))
    reports.report(caught(other))
    qtbot.waitUntil(lambda: len(seen) == 2)

    assert len(boxes()) == 1
    assert log(tmp_path).count("ValueError") == 2


def test_a_widget_that_fails_each_time_it_is_painted_is_reported_once(reports, qtbot, tmp_path):
    class Broken(QWidget):
        def paintEvent(self, event):
            failing()

    widget = Broken()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(reports.shown):
        widget.show()
    for _ in range(10):
        widget.update()
        QApplication.processEvents()
    QApplication.processEvents()

    assert log(tmp_path).count("ValueError") == 1


def test_what_the_person_wrote_is_not_in_the_log(reports, qtbot, tmp_path):
    with qtbot.waitSignal(reports.shown):
        reports.report(caught(failing))

    assert "Ada" not in log(tmp_path)
    assert "Ada" not in boxes()[0].detailedText()


def test_the_log_is_readable_by_its_owner_only(reports, tmp_path):
    assert log_file(tmp_path).stat().st_mode & 0o077 == 0


def test_a_warning_of_qt_is_logged_but_not_shown(reports, tmp_path):
    qWarning("Something is odd with /home/ada/diary.db")

    assert "Something is odd with" in log(tmp_path)
    assert "ada" not in log(tmp_path)
    assert boxes() == []


def test_a_log_folder_that_cannot_be_written_stops_nothing(qtbot, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    reports = CrashReports(blocked)
    reports.install()
    with qtbot.waitSignal(reports.shown):
        reports.report(caught(failing))
    reports.uninstall()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    for box in boxes():
        box.close()


def test_the_cause_of_an_error_is_described_too():
    try:
        try:
            failing()
        except ValueError as cause:
            raise KeyError("x") from cause
    except KeyError as error:
        text = describe(error)

    assert text.endswith("builtins.ValueError")
    assert "builtins.KeyError" in text


@pytest.mark.parametrize("message", ["Cannot open /home/ada", 'Cannot open "Ada"', "Cannot open 1234"])
def test_values_are_cut_off_messages(message):
    assert without_values(message) == "Cannot open"
