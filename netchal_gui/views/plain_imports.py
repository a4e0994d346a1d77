"""Imports at their usual price although Qt is loaded."""

import builtins

import PySide6.QtCore  # noqa: F401  replaces the import by its own when it is loaded


def import_plainly() -> None:
    """Take back the import that PySide6 puts in the place of Python's.

    PySide6 looks for ``from __feature__ import snake_case`` in that way, and for that reads and keeps the
    source of each module imported from then on: a sixth of the CPU of a start and 5 MB. Netchal asks for
    no such feature. Under ``__orig_import__`` PySide6 keeps what was there before; where a later one does
    not, its own stays.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
