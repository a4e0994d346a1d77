"""Work off the GUI thread: results, errors and progress come back to it."""

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from netchal_gui.commands.progress import Cancelled
from netchal_gui.views.jobs import GuiThread, Jobs


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.finish(cancel=True)


@pytest.fixture
def reported(monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: seen.append(error))
    return seen


def test_the_work_runs_elsewhere_and_its_result_arrives_here(jobs, qtbot):
    threads = []

    def work(progress):
        threads.append(threading.current_thread())
        return 42

    got = []
    jobs.run(work, lambda result: got.append((result, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(got))

    assert got == [(42, threading.main_thread())]
    assert threads[0] is not threading.main_thread()


def test_a_fault_of_the_world_reaches_the_one_who_asked(jobs, qtbot, reported):
    def work(progress):
        raise PermissionError(13, "no", "folder")

    got = []
    jobs.run(work, failed=got.append)
    qtbot.waitUntil(lambda: bool(got))

    assert isinstance(got[0], PermissionError)
    assert reported == []


def test_a_fault_of_the_world_that_nobody_handles_is_told_as_a_sentence(jobs, qtbot):
    def work(progress):
        raise PermissionError(13, "no", "the-folder")

    with qtbot.waitSignal(jobs.fault) as told:
        jobs.run(work)

    assert "the-folder" in told.args[0]


def test_an_error_of_our_own_is_reported_and_the_asker_hears_of_it(jobs, qtbot, reported):
    def work(progress):
        raise ValueError("ours")

    got = []
    jobs.run(work, failed=got.append)
    qtbot.waitUntil(lambda: bool(got))

    assert reported == got
    assert isinstance(got[0], ValueError)


def test_cancelling_raises_inside_the_work_at_its_next_report(jobs, qtbot):
    begun, stopped = threading.Event(), []

    def work(progress):
        begun.set()
        try:
            while True:
                progress(1, 0)
        except Cancelled:
            stopped.append(True)
            raise

    got = []
    job = jobs.run(work, failed=got.append)
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    qtbot.waitUntil(lambda: bool(got))

    assert stopped == [True]
    assert isinstance(got[0], Cancelled)


def test_a_second_writing_job_waits_for_the_first(jobs, qtbot):
    at_work, most, lock = [], [], threading.Lock()
    release = threading.Event()

    def work(progress):
        with lock:
            at_work.append(1)
            most.append(len(at_work))
        release.wait(5)
        with lock:
            at_work.pop()

    ended = []
    for _ in range(3):
        jobs.run(work, ended.append, writes=True)
    release.set()
    qtbot.waitUntil(lambda: len(ended) == 3)

    assert most == [1, 1, 1]


def test_a_reading_job_runs_beside_a_writing_one(jobs, qtbot):
    release, read = threading.Event(), []

    jobs.run(lambda progress: release.wait(5), writes=True)
    jobs.run(lambda progress: "read", read.append)
    qtbot.waitUntil(lambda: bool(read))
    release.set()

    assert read == ["read"]


def test_progress_of_many_items_comes_seldom_and_ends_with_the_last(jobs, qtbot):
    seen, got = [], []

    def work(progress):
        for n in range(1, 20_001):
            progress(n, 20_000)

    job = jobs.run(work, got.append)
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    qtbot.waitUntil(lambda: bool(got))

    assert len(seen) < 1_000
    assert seen[-1] == (20_000, 20_000)


def test_finishing_waits_for_what_is_under_way_and_hands_it_over(jobs, qtbot):
    got = []
    jobs.run(lambda progress: "kept", got.append, writes=True)
    jobs.run(lambda progress: "too", got.append, writes=True)

    jobs.finish()

    assert got == ["kept", "too"]
    assert not jobs.busy


def test_a_result_for_a_form_that_is_gone_is_dropped(jobs, qtbot):
    class Form(QObject):
        seen: list[str] = []

        def show_result(self, result):
            self.seen.append(result)

    form = Form()
    release = threading.Event()
    jobs.run(lambda progress: release.wait(5), form.show_result)
    import shiboken6

    shiboken6.delete(form)
    release.set()
    jobs.finish()

    assert Form.seen == []


def test_threads_change_places_as_before_once_the_work_is_done(jobs, qtbot):
    usual = sys.getswitchinterval()
    during = []
    jobs.run(lambda progress: during.append(sys.getswitchinterval()))
    jobs.finish()

    assert during[0] < usual
    assert sys.getswitchinterval() == usual


@pytest.mark.parametrize("elsewhere", [False, True])
def test_an_error_in_one_who_is_told_is_reported_and_the_next_one_is_told(qtbot, reported, elsewhere):
    thread, told = GuiThread(), []

    def tell():
        thread.call(lambda: told[0])
        thread.call(lambda: told.append("the next one"))

    if elsewhere:
        caller = threading.Thread(target=tell)
        caller.start()
        caller.join()
    else:
        tell()
    qtbot.waitUntil(lambda: bool(told))

    assert [type(error) for error in reported] == [IndexError]


def test_held_jobs_begin_when_they_are_released(jobs):
    done = []
    jobs.hold()
    jobs.run(lambda progress: "work", done.append)
    QCoreApplication.processEvents()
    before = list(done)

    jobs.release()
    jobs.finish()

    assert (before, done) == ([], ["work"])


def test_finishing_waits_for_held_jobs_too(jobs):
    done = []
    jobs.hold()
    jobs.run(lambda progress: "work", done.append)
    QCoreApplication.processEvents()

    jobs.finish()

    assert done == ["work"]
