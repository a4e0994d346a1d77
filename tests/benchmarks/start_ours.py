"""Start the real window on a data file and end after its first paint: start_ours.py DATA TAB."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from netchal_gui import app, paths, words
from netchal_gui.settings import Settings
from netchal_gui.views.main_window import MainWindow


def main() -> int:
    """As ``netchal --data DATA``, with the wished tab first, but for the end."""
    settings = Settings(paths.config_file())
    settings.tab = sys.argv[2]
    settings.save()
    MainWindow._after_first_paint = lambda _window: QApplication.exit(0)
    words.speak("en")
    return app.run(Path(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(main())
