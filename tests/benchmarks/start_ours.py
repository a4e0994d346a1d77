"""Start the program as a person does and end with its first paint: start_ours.py DATA."""

import gc
import os
import sys

from netchal_gui import __main__


def main() -> int:
    """As ``netchal --data DATA``, but for the end."""
    gc.disable()  # this and what follows in the program's own order
    from netchal_gui.views.plain_imports import import_plainly

    import_plainly()
    from netchal_gui import app  # noqa: F401
    from netchal_gui.views.main_window import MainWindow

    MainWindow._after_first_paint = lambda _window: os._exit(0)
    return __main__.main(["--data", sys.argv[1]])


if __name__ == "__main__":
    sys.exit(main())
