"""Light and dark: the colours that carry meaning, the palette, and one small style sheet.

Widgets and delegates ask ``colours(palette)`` when they paint, so a change of theme reaches everything.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from netchal_gui.settings import ThemeChoice
from netchal_gui.views.style_sheet import style_sheet


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours by what they mean, as ``#RRGGBB``.

    ``*_soft`` is a fill on which the colour of the same name is readable; ``base`` is the page,
    ``surface`` the panels beside it, ``border`` mere decoration, ``mark`` an outline that must be seen.
    """

    name: str
    base: str
    surface: str
    text: str
    muted: str
    border: str
    mark: str
    accent: str
    on_accent: str
    accent_soft: str
    known: str
    known_soft: str
    new: str
    new_soft: str
    danger: str
    danger_soft: str
    plain_soft: str
    hatch: str
    highlight: str
    on_highlight: str


LIGHT = Colours(
    name="light",
    base="#FFFFFF",
    surface="#F6F6F4",
    text="#1F2328",
    muted="#5B6270",
    border="#E2E2DE",
    mark="#767C89",
    accent="#3556C9",
    on_accent="#FFFFFF",
    accent_soft="#E3E9FB",
    known="#0F766E",
    known_soft="#D9F2EE",
    new="#9A4707",
    new_soft="#FDEBD3",
    danger="#B42318",
    danger_soft="#FDE4E1",
    plain_soft="#F0F0EE",
    hatch="#E9E6F5",
    highlight="#FFEB3B",
    on_highlight="#1F2328",
)

DARK = Colours(
    name="dark",
    base="#26292E",
    surface="#1D1F23",
    text="#E8EAED",
    muted="#9AA2AD",
    border="#383C43",
    mark="#868D99",
    accent="#8FA8FF",
    on_accent="#1D1F23",
    accent_soft="#2B3557",
    known="#4FD1BF",
    known_soft="#153B37",
    new="#F5B25C",
    new_soft="#43301A",
    danger="#FF9C8F",
    danger_soft="#4A2420",
    plain_soft="#32363C",
    hatch="#34354A",
    highlight="#6B5A00",
    on_highlight="#FFF6CC",
)


def colours(palette: QPalette) -> Colours:
    """The colours of the theme that a palette belongs to."""
    return LIGHT if palette.color(QPalette.ColorRole.Base).lightness() >= 128 else DARK


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
