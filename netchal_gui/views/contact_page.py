"""The middle of the contacts tab: the filter, two buttons, and the list or why it is empty."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from netchal_gui.item_models.contact_list import ContactList
from netchal_gui.storage.contact_queries import Listing
from netchal_gui.views.contact_list import ContactTable
from netchal_gui.views.form_parts import breakable, button, muted_label, named, primary_button
from netchal_gui.words import say


class ContactPage(QFrame):
    """``filter_changed(text)`` at each key; ``going_wanted``, ``import_wanted``, ``add_wanted``: buttons."""

    filter_changed = Signal(str)
    going_wanted = Signal()
    add_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, people: ContactList) -> None:
        super().__init__()
        self._build(people)
        self._lay_out()
        self._filter.textEdited.connect(self.filter_changed)
        self._filter.installEventFilter(self)
        self.table.typed.connect(self._type_on)
        self.going.clicked.connect(self.going_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.bring.clicked.connect(self.import_wanted)

    def _build(self, people: ContactList) -> None:
        self.setProperty("part", "page")
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(say("Filter by name, place, organisation, tag"))
        self._filter.setClearButtonEnabled(True)
        named(self._filter, say("Filter people"))
        self.going = button(say("Going to…"))
        self.bring = button(say("Import…"))
        self.add = primary_button(say("Add person"))
        self.table = ContactTable(people)
        self._nobody = muted_label(wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 10, 12, 6)
        bar.setSpacing(10)
        bar.addWidget(self._filter, 1)
        bar.addWidget(self.going)
        bar.addWidget(self.bring)
        bar.addWidget(self.add)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(_centred(self._nobody))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self._stack, 1)

    def show_state(self, listing: Listing, count: int) -> None:
        """Show the list, or say why there is nothing in it."""
        if listing.text.strip():
            sentence = say(
                "Nobody fits “{text}”. Escape shows everyone here again.", text=listing.text.strip()
            )
        else:
            sentence = say("Nobody here.")
        self._nobody.setText(breakable(sentence))
        self._stack.setCurrentIndex(0 if count else 1)

    def clear_filter(self) -> None:
        """Empty the field, without a signal."""
        self._filter.clear()

    def focus_filter(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._filter_key(event)
        return super().eventFilter(watched, event)

    def _filter_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table.setFocus()
        elif key == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
            self.filter_changed.emit("")
        else:
            return False
        return True

    def _type_on(self, text: str) -> None:
        """Letters typed in the list go on in the filter."""
        self._filter.setFocus()
        self._filter.setText(self._filter.text() + text)
        self.filter_changed.emit(self._filter.text())


def _centred(widget: QWidget) -> QWidget:
    around = QWidget()
    box = QVBoxLayout(around)
    box.setContentsMargins(40, 40, 40, 40)
    box.addWidget(widget)
    return around
