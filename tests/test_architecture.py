"""The house rules of DESIGN.md, held by tests: stairs go one way, and nothing happens on import."""

import ast
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from importlinter.cli import lint_imports

from netchal_gui.commands.demo import fill
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "netchal_gui"
CODE = sorted(PACKAGE.rglob("*.py"))
ALL_CODE = sorted([*CODE, *ROOT.glob("tests/**/*.py"), *ROOT.glob("packaging/**/*.py")])
# Libraries without side effects that the domain may use beside the standard library.
PURE: set[str] = set()
STRAY_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}
LATE = (
    "icalendar recurring_ical_events dateutil msgspec peewee jsonschema jinja2 markupsafe markdown_it "
    "PySide6.QtNetwork email http "
    "netchal_gui.views.contact_detail netchal_gui.views.day_panel netchal_gui.views.entry_editor "
    "netchal_gui.views.text_undo netchal_gui.storage.tables netchal_gui.domain.edit "
    "netchal_gui.domain.contact netchal_gui.domain.interview netchal_gui.domain.follow_up "
    "netchal_gui.domain.preferences netchal_gui.domain.problem "
    "QStyle.StandardPixmap QGradient.Preset"
).split()
"""Modules, and Qt's enums, each of which brings its class with all that it has."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), named(path))


def python(code: str, folder: Path, *arguments: str, environ: Mapping[str, str] = os.environ) -> str:
    """What a fresh interpreter prints that runs the code in a folder."""
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
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


def test_no_module_hides_one_of_pythons_from_a_script_beside_it() -> None:
    scripts = {"tests/journeys", "tests/benchmarks"}  # a script looks into its own folder first
    beside = [path for path in ALL_CODE if path.parent.relative_to(ROOT).as_posix() in scripts]

    assert not [named(path) for path in beside if path.stem in sys.stdlib_module_names]


def test_packages_begin_empty() -> None:
    assert not [named(path) for path in PACKAGE.rglob("__init__.py") if path.read_text("utf-8").strip()]


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in ALL_CODE}

    assert {name: length for name, length in lengths.items() if length > 300} == {}


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


LOADED_AT_FIRST_PAINT = """
import os, sys
from enum import Enum, Flag
from netchal_gui import __main__
from netchal_gui.views.plain_imports import import_plainly

def tell(window):
    many = {each.__qualname__ for kind in (Enum, Flag) for each in kind.__subclasses__()}
    print(*sorted(set(sys.argv[2:]) & (set(sys.modules) | many)))
    sys.stdout.flush()
    os._exit(0)

import_plainly()
from netchal_gui.views.main_window import MainWindow
MainWindow._after_first_paint = tell
__main__.main(["--data", sys.argv[1]])
"""


@pytest.mark.parametrize("tab", ["challenge", "contacts", "calendar", "journal"])
def test_what_the_first_paint_does_not_need_is_loaded_later(tmp_path: Path, tab: str) -> None:
    data = filled(tmp_path / "data.db")
    kept = tmp_path / "netchal" / "window.ini"
    kept.parent.mkdir()
    kept.write_text(f"[window]\ntab={tab}\n", "utf-8")
    environ = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}

    loaded = python(LOADED_AT_FIRST_PAINT, tmp_path, str(data), *LATE, environ=environ)

    assert loaded == ""


def filled(path: Path) -> Path:
    """A data file with the example in it, beside it the empty log that a killed program leaves."""
    store = Store.open(path)
    fill(Workbench(store, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC), uuid4))
    store.close()
    path.with_name(path.name + "-wal").touch()
    return path


def test_no_source_is_read_to_import_a_module_beside_qt(tmp_path: Path) -> None:
    read = """
import linecache
from netchal_gui.views.plain_imports import import_plainly
import_plainly()
from netchal_gui.views import painting
print(painting.__file__ in linecache.cache)
"""

    assert python(read, tmp_path) == "False"
