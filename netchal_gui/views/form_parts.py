"""The small parts of every screen: labels, buttons, cards, panels. All text is shown as plain text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from netchal_gui.views.scroll_page import ScrollPage
from netchal_gui.views.theme import scaled

Margins = tuple[int, int, int, int]
"""Pixels: left, top, right, bottom."""
_LONG_WORD = re.compile(r"(\S{18})(?=\S)")


def plain_label(text: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label that never reads its text as HTML."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    return label


def breakable(text: str) -> str:
    """The text with places where a word longer than a narrow pane may break."""
    return _LONG_WORD.sub("\\1\u200b", text)


def plain_tooltip(text: str) -> str:
    """A tooltip's text that shows exactly as it is: Qt would read one with tags as HTML."""
    if not text:
        return ""
    if any(sign in text for sign in "&<>"):
        from html import escape

        text = escape(text, quote=False)
    return f"<qt>{text}</qt>"


def muted_label(text: str = "", *, wrap: bool = False, small: bool = False) -> QLabel:
    label = plain_label(text, wrap=wrap)
    label.setProperty("part", "muted")
    if small:
        label.setFont(scaled(label.font(), 0.87))
    return label


def problem_label(text: str = "") -> QLabel:
    """What is wrong with the field above it; hidden while it is empty."""
    label = plain_label(text, wrap=True)
    label.setProperty("part", "problem")
    label.setVisible(bool(text))
    return label


def section_title(text: str) -> QLabel:
    """A small bold title over a part of a page ("Timeline")."""
    label = plain_label(text)
    label.setProperty("part", "section")
    label.setFont(scaled(label.font(), 1.0, bold=True))
    return label


def heading(text: str = "", factor: float = 1.45) -> QLabel:
    """The title of a page or a dialog."""
    label = plain_label(text)
    label.setFont(scaled(label.font(), factor, bold=True))
    return label


def bold_label(text: str = "", *, wrap: bool = False) -> QLabel:
    label = plain_label(text, wrap=wrap)
    label.setFont(scaled(label.font(), 1.0, bold=True))
    return label


def button(text: str, *, part: str = "") -> QPushButton:
    """A push button; its visible label is also its accessible name."""
    made = QPushButton(text)
    if part:
        made.setProperty("part", part)
    made.setAccessibleName(text.replace("&", ""))
    made.setAutoDefault(False)
    return made


def primary_button(text: str) -> QPushButton:
    """The one thing to do on a page."""
    return button(text, part="primary")


def link_button(text: str) -> QPushButton:
    return button(text, part="link")


def icon_button(sign: str, name: str) -> QToolButton:
    """A small button with a sign on it ("‹", "⋯"); ``name`` says it in words, as tooltip and to a reader."""
    made = QToolButton()
    made.setText(sign)
    made.setProperty("part", "button")
    made.setAccessibleName(name)
    made.setToolTip(plain_tooltip(name))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def frame(part: str, *, margins: Margins | None = None, spacing: int = 6) -> QFrame:
    """A frame with a vertical layout; ``part`` is card, panel, page, notice, header or footer.

    The buttons of a footer end where the fields of the page above it end.
    """
    made = QFrame()
    made.setProperty("part", part)
    box = QVBoxLayout(made)
    box.setContentsMargins(*(margins or ((20, 12, 20, 12) if part == "footer" else (12, 12, 12, 12))))
    box.setSpacing(spacing)
    return made


def box_of(part: QFrame) -> QVBoxLayout:
    """The layout of a frame that was made by :func:`frame`."""
    box = part.layout()
    assert isinstance(box, QVBoxLayout)
    return box


def emptied(layout: QVBoxLayout | QGridLayout) -> None:
    """Take all widgets out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def card() -> QFrame:
    return frame("card")


def line(*, upright: bool = False) -> QFrame:
    """A hairline between two parts."""
    made = QFrame()
    made.setProperty("part", "line")
    fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
    made.setSizePolicy(fixed if upright else free, free if upright else fixed)
    made.setFixedWidth(1) if upright else made.setFixedHeight(1)
    return made


def scroll_area(inside: QWidget) -> ScrollPage:
    """The widget made scrollable from top to bottom, on the colour of what lies behind it."""
    return ScrollPage(inside)


def fill_area(area: ScrollPage, inside: QWidget) -> None:
    """Show another widget in a scroll area, on the same colour; the former one is gone."""
    area.fill(inside)


def named(widget: QWidget, name: str, label: QLabel | None = None) -> None:
    """Give a control its accessible name and, where there is a visible label, tie the two together."""
    widget.setAccessibleName(name.replace("&", "").rstrip(":"))
    if label is not None:
        label.setBuddy(widget)


def reach_before(made: QWidget, anchor: QWidget) -> None:
    """Tab comes to a widget that was made late, and to all inside it, right before the anchor.

    Qt's ``setTabOrder`` alone would move the anchor to where the new one is: behind all the others.
    """
    for each in _reached(made):
        QWidget.setTabOrder(anchor, each)
        QWidget.setTabOrder(each, anchor)


def reach_in_order(*parts: QWidget) -> None:
    """Tab goes through these parts one after the other, and through each from top to bottom."""
    order = [each for part in parts for each in _reached(part)]
    for one, following in pairwise(order):
        QWidget.setTabOrder(one, following)


def widgets_in(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout in their order."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget


def _reached(part: QWidget) -> list[QWidget]:
    """What takes the focus by Tab; the field inside a box of arrows belongs to the box, a menu to itself."""
    window = part.window()
    return [
        each
        for each in (part, *part.findChildren(QWidget))
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.window() is window
    ]
