"""Text fields that give back exactly what was loaded where the person did not touch it.

Qt makes line ends and control characters plain when a text is loaded; saving must not do so unasked.
"""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

MARGIN = 7


class ExactLine(QLineEdit):
    """One line; ``exact()`` is the loaded text unless it was edited."""

    def __init__(self) -> None:
        super().__init__()
        self._loaded = ("", "")

    def show_exact(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)
        self._loaded = (text, self.text())

    def exact(self) -> str:
        original, shown = self._loaded
        return original if self.text() == shown else self.text()


class ExactText(QPlainTextEdit):
    """Several lines; as :class:`ExactLine`. They begin where the text of the other fields begins."""

    def __init__(self) -> None:
        super().__init__()
        self.document().setDocumentMargin(MARGIN)
        self._loaded = ("", "")

    def show_exact(self, text: str) -> None:
        self.setPlainText(text)
        self._loaded = (text, self.toPlainText())

    def exact(self) -> str:
        original, shown = self._loaded
        return original if self.toPlainText() == shown else self.toPlainText()
