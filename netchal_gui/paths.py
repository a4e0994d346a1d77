"""Where files live: the program's own resources, and the person's data, exports and logs."""

import os
import sys
from pathlib import Path

import platformdirs

APP = "netchal"


def resource(*parts: str) -> Path:
    """The path of one of the program's own files, such as ``resource("icons", "add.svg")``.

    Found beside the package in a source tree, inside it when installed, in the bundle when packaged.
    """
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    roots = [Path(bundle)] if bundle else [package.parent, package]
    for root in roots:
        found = root.joinpath("resources", *parts)
        if found.exists():
            return found
    return roots[0].joinpath("resources", *parts)


def data_file() -> Path:
    """The data file when none is named: in the platform's folder for user data."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "netchal.db"


def log_folder() -> Path:
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def runtime_folder() -> Path:
    """Where a running program leaves its socket: a folder of the person's own, never a shared one."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    if given and sys.platform.startswith("linux"):
        return Path(given) / APP
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "run"


def config_file() -> Path:
    """Window state and theme; nothing that changes output."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "window.ini"


def export_folder() -> Path:
    """Where exported files go unless the person chose another folder."""
    return Path(platformdirs.user_documents_dir()) / "Netchal"


def recordings_folder(data: Path) -> Path:
    """Files of recordings lie beside their data file, in a folder named after it."""
    return data.with_name(data.name + ".recordings")


def backup_folder(data: Path) -> Path:
    """Backups lie beside their data file, named after it."""
    return data.with_name(data.name + ".backups")
