"""Light and dark, chosen or as the system has it: the palette and the style sheet made of its colours."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from netchal_gui.settings import ThemeChoice
from netchal_gui.views.colours import DARK, LIGHT, Colours
from netchal_gui.views.style_sheet import style_sheet


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The font in another size relative to its own, so that the system's text size is kept."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    else:
        result.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result


class Theme(QObject):
    """Keeps the program in the chosen theme, or in the system's and follows it while running."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._shown = ""
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(choice)

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Widgets made in here get the style sheet once, at the end, and not again with every parent."""
        sheet = self._app.styleSheet()
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._app.setStyleSheet(sheet)

    def choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        schemes = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}
        asked = schemes.get(choice, Qt.ColorScheme.Unknown)
        if self._shown or asked != Qt.ColorScheme.Unknown:
            self._app.styleHints().setColorScheme(asked)
        self._follow()

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted.name == self._shown:
            return
        self._shown = wanted.name
        self._app.setPalette(palette(wanted))
        self._app.setStyleSheet(style_sheet(wanted))
        self.changed.emit()

    def _wanted(self) -> Colours:
        if self._choice is ThemeChoice.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT


def palette(theme: Colours) -> QPalette:
    """The whole palette, disabled colours included, made from a theme's colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for roles, colour in (
        ((role.Window, role.AlternateBase), theme.surface),
        ((role.Base, role.Button), theme.base),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), theme.text),
        ((role.PlaceholderText,), theme.muted),
        ((role.ToolTipBase,), theme.surface),
        ((role.Highlight, role.Accent, role.Link, role.LinkVisited), theme.accent),
        ((role.HighlightedText,), theme.on_accent),
        ((role.Mid,), theme.border),
    ):
        for each in roles:
            made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.mark))
    return made
