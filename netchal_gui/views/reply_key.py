"""The one key that notes a reply, the same in every list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

REPLY_KEY = "Ctrl+R"


def is_reply_key(event: QKeyEvent) -> bool:
    """Whether the key pressed says that the person replied."""
    return event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.ControlModifier
