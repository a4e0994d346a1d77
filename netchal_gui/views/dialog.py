"""What Enter does: it presses the button that has the focus; elsewhere in a dialog, the chief one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QPushButton, QToolButton, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """Cancel, reached by Tab, cancels on Enter; Qt alone would press the dialog's default button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self.focusWidget(), event, (QPushButton, QToolButton)):
            super().keyPressEvent(event)


def press_focused(
    focused: QWidget | None, event: QKeyEvent, kinds: tuple[type[QAbstractButton], ...] = (QAbstractButton,)
) -> bool:
    """Whether the key was Enter and a button of these kinds had the focus, which is then pressed."""
    if event.key() in ENTER and isinstance(focused, kinds):
        focused.click()
        return True
    return False
