"""How far long work is, on a terminal only; nothing of it stays."""

import io
import sys

import pytest

from netchal_gui.cli import meter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    seconds = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: seconds[0])
    return seconds


def test_work_is_counted_now_and_then_and_the_line_goes_away(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(meter, "EVERY", 1.0)
    with meter.shown("Reading") as progress:
        for done in range(12):
            clock[0] += 0.25
            progress(done, 5_000)

    lines = sys.stderr.getvalue().split("\r\x1b[K")
    assert lines == ["", "Reading 3 of 5,000", "Reading 7 of 5,000", "Reading 11 of 5,000", ""]


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with meter.shown("Reading") as progress:
        progress(1, 2)

    assert sys.stderr.getvalue() == ""


def test_a_file_or_a_pipe_gets_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with meter.shown("Reading") as progress:
        clock[0] += 60
        progress(1, 2)

    assert capsys.readouterr().err == ""


def test_the_line_goes_away_when_work_is_stopped(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with pytest.raises(KeyboardInterrupt), meter.shown("Reading") as progress:
        clock[0] += 60
        progress(1, 2)
        raise KeyboardInterrupt

    assert sys.stderr.getvalue().endswith("\r\x1b[K")
