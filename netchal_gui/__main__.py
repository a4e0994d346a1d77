"""The door: a window when no command is named, else the command line. Returns the exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from netchal_gui import words

DONE, FAULT, INTERRUPTED = 0, 1, 130


class WindowRequest(NamedTuple):
    """What the window should open: the data file (None: the usual one) and files to import."""

    data: Path | None
    demo: bool
    files: list[Path]


def main(argv: Sequence[str] | None = None) -> int:
    """Run Netchal with these arguments, the program's own by default, and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    words.speak(words.system_language())
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return FAULT
    return code


def window_request(arguments: Sequence[str]) -> WindowRequest | None:
    """The wish for a window that the arguments state, or None if they name a command or are wrong.

    A word with a dot or a folder in it is a file to open, as a desktop hands them over: no command has one.
    """
    data, demo, files = None, False, []
    left = iter(arguments)
    for word in left:
        name, equals, value = word.partition("=")
        if name == "--data":
            data = Path(value if equals else next(left, ""))
        elif word == "--demo":
            demo = True
        elif _names_a_file(word):
            files.append(Path(word))
        else:
            return None
    return None if data == Path() else WindowRequest(data, demo, files)


def _names_a_file(word: str) -> bool:
    return not word.startswith("-") and ("." in word or os.sep in word)


def _run(arguments: list[str]) -> int:
    request = window_request(arguments)
    if request is None:
        return _run_command(arguments)
    return _open_window(request)


def _run_command(arguments: list[str]) -> int:
    from netchal_gui.cli import entry

    try:
        return entry.main(arguments, _prove_window)
    except SystemExit as ended:  # argparse, after --help or a wrong usage
        return ended.code if isinstance(ended.code, int) else DONE


def _prove_window() -> str:
    """For the self-test: Qt starts, offscreen unless a platform is chosen, and paints. Gives its version."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from netchal_gui import app

    return app.paint_unseen()


def _open_window(request: WindowRequest) -> int:
    from netchal_gui import display

    if fault := display.display_fault(os.environ):
        sys.stderr.write(fault + "\n")
        return FAULT
    gc.disable()  # nothing of what a start loads can be collected; the window does it later, on its thread
    from netchal_gui.views.plain_imports import import_plainly

    import_plainly()
    from netchal_gui import app

    return app.run(request.data, demo=request.demo, files=request.files)


def _close_output() -> None:
    """Whoever read our output has gone: send the rest nowhere, so that Python's exit stays quiet too."""
    with suppress(OSError, ValueError), Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
