"""The house rules of DESIGN.md, held by tests: stairs go one way, and nothing happens on import."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "netchal_gui"
CODE = sorted(PACKAGE.rglob("*.py"))
ALL_CODE = sorted([*CODE, *ROOT.glob("tests/**/*.py"), *ROOT.glob("packaging/**/*.py")])
# Libraries without side effects that the domain may use beside the standard library.
PURE: set[str] = set()
STRAY_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}
LATE = ("icalendar recurring_ical_events dateutil msgspec jsonschema PySide6.QtNetwork email http").split()


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), named(path))


def python(code: str, folder: Path) -> str:
    """What a fresh interpreter prints that runs the code in an empty folder."""
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_stairs_go_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert lint_imports(no_cache=True) == 0


def test_the_domain_is_pure() -> None:
    own = {"netchal_gui"}
    foreign = {
        f"{named(path)}: {name}"
        for path in PACKAGE.glob("domain/*.py")
        for name in imported(parsed(path))
        if name.partition(".")[0] not in sys.stdlib_module_names | PURE | own
    }

    assert not foreign


def imported(tree: ast.Module) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return names


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {(path, part) for path in ALL_CODE for part in path.stem.split("_")}

    assert not [named(path) for path, part in parts if part in STRAY_NAMES]


def test_packages_begin_empty() -> None:
    assert not [named(path) for path in PACKAGE.rglob("__init__.py") if path.read_text("utf-8").strip()]


TO_BE_SPLIT = {
    "netchal_gui/views/calendar_tab.py",
    "tests/views/calendar/test_calendar_tab.py",
    "tests/views/test_main_window.py",
}
"""Longer than they should be; this list may only shrink."""


def test_no_other_file_is_longer_than_300_lines() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in ALL_CODE}

    assert {name for name, length in lengths.items() if length > 300} == TO_BE_SPLIT


def test_only_the_words_keep_state_in_a_module() -> None:
    """The chosen language is the one thing that everybody needs and nobody hands on."""
    keepers = {
        named(path) for path in CODE for node in ast.walk(parsed(path)) if isinstance(node, ast.Global)
    }

    assert keepers <= {"netchal_gui/words.py"}


def test_nothing_happens_on_import(tmp_path: Path) -> None:
    """No file, no application object, no thread, no log handler."""
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in CODE]
    print_side_effects = f"""
import importlib, logging, sys, threading
handlers = list(logging.getLogger().handlers)
for name in {modules!r}:
    importlib.import_module(name.removesuffix(".__init__"))
core = sys.modules.get("PySide6.QtCore")
print(bool(core and core.QCoreApplication.instance()), threading.active_count(),
      logging.getLogger().handlers == handlers)
"""

    assert python(print_side_effects, tmp_path) == "False 1 True"
    assert not list(tmp_path.iterdir())


def test_what_only_files_and_second_starts_need_is_not_loaded_with_the_window(tmp_path: Path) -> None:
    loaded = f"""
import sys
import netchal_gui.__main__, netchal_gui.app, netchal_gui.views.main_window
print(*(name for name in {LATE!r} if name in sys.modules))
"""

    assert python(loaded, tmp_path) == ""
