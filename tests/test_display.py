"""Without a usable display the window command says in one line what is missing and exits 1."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from netchal_gui.display import display_fault, missing_libraries, needed_libraries

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux aborts in Qt")


def start(tmp_path: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Ask for the window with nothing but these variables in the environment."""
    bare = {"HOME": str(tmp_path), "PATH": os.defpath, **environ}
    return subprocess.run(
        [sys.executable, "-m", "netchal_gui"],
        env=bare,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(
    "environ",
    [{}, {"WAYLAND_DISPLAY": ""}, {"DISPLAY": "", "WAYLAND_DISPLAY": "", "XDG_SESSION_TYPE": "wayland"}],
)
def test_no_display_is_said_in_one_line(tmp_path: Path, environ: dict[str, str]) -> None:
    ended = start(tmp_path, **environ)

    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in ended.stderr
    assert not ended.stdout


@pytest.mark.parametrize("display", [":91357", "127.0.0.1:91357", "nonsense"])
def test_an_x_display_that_does_not_answer_is_named(tmp_path: Path, display: str) -> None:
    ended = start(tmp_path, DISPLAY=display)

    assert ended.returncode == 1
    assert ended.stderr == f"The display {display} cannot be reached (DISPLAY).\n"


def test_a_wayland_display_that_does_not_answer_is_named(tmp_path: Path) -> None:
    if any(needed.library.startswith("libwayland") for needed in missing_libraries()):
        pytest.skip("this machine has no Wayland libraries")
    ended = start(tmp_path, WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(tmp_path))

    assert ended.returncode == 1
    assert ended.stderr == "The display wayland-7 cannot be reached (WAYLAND_DISPLAY).\n"


def test_a_missing_system_library_is_named(tmp_path: Path) -> None:
    import PySide6

    there = Path(PySide6.__path__[0], "Qt")
    here = tmp_path / "PySide6" / "Qt"
    plugin = Path("plugins", "platforms", "libqxcb.so")
    if not (there / plugin).exists():
        pytest.skip("Qt is not PySide6's own build here")
    (here / plugin).parent.mkdir(parents=True)
    (here / "lib").symlink_to(there / "lib")
    (tmp_path / "PySide6" / "__init__.py").touch()
    needs_another = (there / plugin).read_bytes().replace(b"libxcb-cursor.so.0", b"libxcb-absent.so.0")
    (here / plugin).write_bytes(needs_another)

    ended = start(tmp_path, DISPLAY=":0", PYTHONPATH=str(tmp_path))

    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "libxcb-absent.so.0" in ended.stderr


def test_a_platform_that_qt_does_not_know_is_named(tmp_path: Path) -> None:
    ended = start(tmp_path, QT_QPA_PLATFORM="paper")

    assert ended.returncode == 1
    assert ended.stderr == "Qt does not know the platform paper (QT_QPA_PLATFORM).\n"


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "minimal:enable_fonts", "paper;offscreen"])
def test_a_platform_without_a_display_needs_none(platform: str) -> None:
    assert display_fault({"QT_QPA_PLATFORM": platform}) is None


def test_a_display_that_answers_is_no_fault() -> None:
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("needs Xvfb")
    arguments = [server, "-displayfd", "1", "-nolisten", "tcp", "-ac", "-noreset"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            assert running.stdout is not None
            display = ":" + running.stdout.readline().strip()
            assert display_fault({"DISPLAY": display}) is None
            assert display_fault({"DISPLAY": display, "WAYLAND_DISPLAY": "wayland-7"}) is None
        finally:
            running.terminate()


def test_every_needed_library_has_its_package() -> None:
    needed = needed_libraries()

    assert len(needed) > 20
    assert all(library.startswith("lib") and ".so." in library for _, library in needed)
    assert len({package for package, _ in needed}) == len(needed)
