"""What the binding between Python and Qt must not do."""

import sys

from PySide6.QtCore import QRect


def test_calls_into_qt_do_not_use_up_none():
    """PySide6 6.12.0 on Python 3.11 loses one reference to None with each call: "none_dealloc" is the end."""
    rect = QRect()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        rect.setLeft(1)

    assert sys.getrefcount(None) > before - 500
