"""The rows of a plain form: a label before each field, what is wrong under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from netchal_gui.views.form_parts import named, plain_label


class FormRows(QWidget):
    """Labels stand at the left and lead to their fields.

    A grid, as a ``QFormLayout`` never gives a wrapped hint of one line less than two.
    """

    def __init__(self) -> None:
        super().__init__()
        # Fields that grow while one types (chips) make the form higher, never each other lower.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._labels: dict[QWidget, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, field: QWidget, under: QLabel | None = None, *, top: int = 6) -> None:
        """A field with its name; ``under`` is a hint or a problem below it.

        ``top``: so many pixels above the name bring it to the field's first line.
        """
        label = plain_label(name)
        named(field, name, label)
        label.setContentsMargins(0, top, 0, 0)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        at_left = Qt.AlignmentFlag(0) if _grows(field) else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(field, row, 1, at_left)
        self._labels[field] = label
        if under is not None:
            self._grid.addWidget(under, row + 1, 1)

    def show_row(self, field: QWidget, shown: bool) -> None:
        """Show or hide a field and its name."""
        for part in (self._labels[field], field):
            part.setVisible(shown)


def _grows(field: QWidget) -> bool:
    """Whether it takes all the width there is: a choice of three words does not."""
    expands = field.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal
    return bool(expands) or field.layout() is not None
