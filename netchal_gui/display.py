"""Says in one line why no window can open here, before Qt would abort the program. Linux only.

No Qt in here: it may be what cannot be loaded. Displays are tried with the same C libraries that Qt uses,
so a display that refuses us is found as well as one that is not there.
"""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from netchal_gui.paths import resource
from netchal_gui.words import say


class SystemLibrary(NamedTuple):
    package: str  # Debian's name
    library: str  # what the loader looks for, such as "libEGL.so.1"


def display_fault(environ: Mapping[str, str]) -> str | None:
    """What keeps a window from opening, as a sentence, or None where one can open.

    ``environ`` chooses the display just as Qt does: QT_QPA_PLATFORM, else DISPLAY and WAYLAND_DISPLAY.
    """
    if not sys.platform.startswith("linux"):
        return None
    faults = [_platform_fault(platform, environ) for platform in _platforms(environ)]
    return None if None in faults else faults[0]


def needed_libraries() -> list[SystemLibrary]:
    """All system libraries that the window needs, from the one list in the resources."""
    lines = resource("system-packages.txt").read_text("utf-8").splitlines()
    return [SystemLibrary(*line.split()) for line in lines if line and not line.startswith("#")]


def missing_libraries() -> list[SystemLibrary]:
    """Those needed libraries that the loader does not find. Opens all others, so not for every start."""
    return [needed for needed in needed_libraries() if _missing_part(needed.library)]


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """The names of the Qt platforms that would be tried."""
    if asked := environ.get("QT_QPA_PLATFORM"):
        return [name.partition(":")[0] for name in asked.split(";")]
    usual = "wayland-0" if environ.get("XDG_SESSION_TYPE") == "wayland" else ""
    found = ["wayland"] if environ.get("WAYLAND_DISPLAY", usual) else []  # set but empty names no display
    return [*found, "xcb"] if environ.get("DISPLAY") or not found else found


def _platform_fault(platform: str, environ: Mapping[str, str]) -> str | None:
    if platform == "xcb" and not environ.get("DISPLAY"):
        return say("There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    plugins = _plugins(platform)
    if plugins is not None and not plugins:
        return say("Qt does not know the platform {platform} (QT_QPA_PLATFORM).", platform=platform)
    if missing := _missing_part(plugins[0] if plugins else ""):
        return _library_sentence(missing)
    if platform == "xcb" and not _x_answers(environ["DISPLAY"]):
        return say("The display {display} cannot be reached (DISPLAY).", display=environ["DISPLAY"])
    if platform == "wayland" and not _wayland_answers(environ):
        name = environ.get("WAYLAND_DISPLAY", "wayland-0")
        return say("The display {display} cannot be reached (WAYLAND_DISPLAY).", display=name)
    return None


def _plugins(platform: str) -> list[str] | None:
    """The files of PySide6's own plugins for the platform, or None where Qt is somebody else's build."""
    found = importlib.util.find_spec("PySide6")
    places = found.submodule_search_locations if found else None
    folders = [Path(place, "Qt", "plugins", "platforms") for place in places or ()]
    if not any(folder.is_dir() for folder in folders):
        return None
    return [str(plugin) for folder in folders for plugin in sorted(folder.glob(f"libq{platform}*.so"))]


def _missing_part(library: str) -> str:
    """The name of the library, or of one it needs, that the loader does not find; empty if all is there."""
    try:
        if library:
            ctypes.CDLL(library)
    except OSError as error:
        found = re.match(r"[\w.+-]+\.so[\w.]*", str(error))
        return found.group() if found else str(error)
    return ""


def _library_sentence(missing: str) -> str:
    """Names every missing library at once, so that nobody installs them one by one."""
    absent = missing_libraries()
    if not absent:
        return say("The system library {library} is missing or cannot be used.", library=missing)
    return say(
        "System libraries are missing: {libraries}. On Debian or Ubuntu install them with: "
        "apt install {packages}",
        libraries=", ".join(needed.library for needed in absent),
        packages=" ".join(needed.package for needed in absent),
    )


def _x_answers(display: str) -> bool:
    """True if an X server lets us in. libxcb reads the address and the key (XAUTHORITY) as it will for Qt."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    refused: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    """True if a compositor listens on the socket; one that was handed to us open is left alone."""
    if "WAYLAND_SOCKET" in environ:
        return True
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    socket = Path(environ.get("XDG_RUNTIME_DIR", "/"), environ.get("WAYLAND_DISPLAY", "wayland-0"))
    connection = wayland.wl_display_connect(os.fsencode(socket))
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)
