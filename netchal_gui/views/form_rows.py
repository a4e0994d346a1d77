"""The rows of a plain form: a label before each field, what is wrong under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QWidget

from netchal_gui.views.form_parts import named, plain_label


class FormRows(QWidget):
    """Labels stand at the left and lead to their fields."""

    def __init__(self) -> None:
        super().__init__()
        # Fields that grow while one types (chips) make the form higher, never each other lower.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    def add(self, name: str, field: QWidget, under: QLabel | None = None) -> None:
        """A field with its name; ``under`` is a hint or a problem below it."""
        label = plain_label(name)
        named(field, name, label)
        label.setContentsMargins(0, 6, 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._form.addRow(label, field)
        if under is not None:
            under.setSizePolicy(QSizePolicy.Policy.Expanding, under.sizePolicy().verticalPolicy())
            self._form.setWidget(self._form.rowCount(), QFormLayout.ItemRole.FieldRole, under)

    def show_row(self, field: QWidget, shown: bool) -> None:
        """Show or hide a field and its name."""
        self._form.setRowVisible(field, shown)
