"""A dialog around a form: title, the form, a footer; closing it loses nothing without a word."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from netchal_gui.commands.faults import explain
from netchal_gui.commands.refusal import Refused
from netchal_gui.storage.faults import StoreFault
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    heading,
    link_button,
    plain_label,
    primary_button,
    problem_label,
)
from netchal_gui.words import say

HIGHEST = 680
"""Pixels; a form that needs more scrolls."""


class FormDialog(Dialog):
    """Subclasses fill ``body`` and say by ``is_changed`` whether closing would lose something.

    With changes, Escape and Cancel first show a bar with the choice; nothing is thrown away unasked. The
    dialog is as wide as its form, and grows with what shows itself in it later.
    """

    def __init__(self, title: str, save: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.save = primary_button(save)
        self.cancel = button(say("Cancel"))
        self._fault = problem_label()
        self.body = frame("page", margins=(20, 16, 20, 16), spacing=8)
        self.unsaved = self._unsaved_bar()
        self._was_in: QWidget | None = None
        self._lay_out_frame(title)
        self.body.installEventFilter(self)
        self.save.setDefault(True)
        self.save.clicked.connect(self.save_draft)
        self.cancel.clicked.connect(self.reject)

    def is_changed(self) -> bool:
        raise NotImplementedError

    def save_draft(self) -> None:
        """Save and close, or say what is wrong."""
        raise NotImplementedError

    def box(self) -> QVBoxLayout:
        """Where the form goes."""
        return box_of(self.body)

    def footer_buttons(self) -> list[QPushButton]:
        return [self.cancel, self.save]

    def offer_deletion(self, delete: Callable[[], None]) -> None:
        """A quiet way, at the other end of the footer, to delete what is being changed."""
        quiet = link_button(say("Delete"))
        quiet.clicked.connect(delete)
        self.buttons.insertWidget(0, quiet)

    def tell_fault(self, sentence: str) -> None:
        """Say above the buttons why it could not be saved; "" takes it away."""
        appears = bool(sentence) and self._fault.isHidden() and self.isVisible()
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if appears:
            higher = self.height() + self._fault.heightForWidth(self.width()) + 8
            self.resize(self.width(), min(higher, HIGHEST))

    @contextmanager
    def telling_faults(self) -> Iterator[None]:
        """Around what may be refused or fail: the rest is left out then, and the reason said in the form."""
        try:
            yield
        except (Refused, StoreFault, OSError) as fault:
            self.tell_fault(explain(fault) or str(fault))

    def reject(self) -> None:
        if self.is_changed() and self.unsaved.isHidden():
            self._ask()
        elif self.is_changed():
            self._keep_editing()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        if self.isVisible() and self.is_changed():
            self._ask()
        else:
            super().closeEvent(event)

    def fit(self) -> None:
        """As wide as the form needs, and as high, up to what most screens have."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = max(self.width(), self.minimumWidth(), self.body.minimumSizeHint().width() + bar)
        self.resize(width, min(self._needed(width), HIGHEST))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        """Never smaller than before: a form that shrinks under the mouse is none one can aim at."""
        if self._needed(self.width()) > self.height() or self._scroll.width() < self.body.width():
            high = self.height()
            self.fit()
            self.resize(self.width(), max(high, self.height()))

    def _needed(self, width: int) -> int:
        around = self._header.sizeHint().height() + self._footer.sizeHint().height()
        depends = self.body.hasHeightForWidth()
        inside = self.body.heightForWidth(width) if depends else self.body.sizeHint().height()
        return max(inside, self.body.minimumSizeHint().height()) + around + 4

    def _unsaved_bar(self) -> QFrame:
        bar = frame("notice", margins=(12, 8, 12, 8))
        row = QHBoxLayout()
        row.addWidget(plain_label(say("Your changes are not saved yet."), wrap=True), 1)
        self._discard = button(say("Discard changes"))
        self._keep = button(say("Keep editing"))
        for each in (self._discard, self._keep):
            row.addWidget(each)
        box_of(bar).addLayout(row)
        self._discard.clicked.connect(self._throw_away)
        self._keep.clicked.connect(self._keep_editing)
        bar.hide()
        return bar

    def _ask(self) -> None:
        self._was_in = self.focusWidget()
        self.unsaved.show()
        self._keep.setFocus()

    def _throw_away(self) -> None:
        super().reject()

    def _keep_editing(self) -> None:
        """Back to where one was."""
        self.unsaved.hide()
        (self._was_in or self.body).setFocus()

    def _lay_out_frame(self, title: str) -> None:
        self._header = header = frame("header", margins=(20, 14, 20, 12))
        self.title = heading(title, 1.2)
        box_of(header).addWidget(self.title)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.body)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._footer = footer = frame("footer")
        column = box_of(footer)
        column.addWidget(self.unsaved)
        column.addWidget(self._fault)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        for each in self.footer_buttons():
            self.buttons.addWidget(each)
        column.addLayout(self.buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(scroll, 1)
        whole.addWidget(footer)
