"""The colours that carry meaning, light and dark.

Widgets and delegates ask ``colours(palette)`` when they paint, so a change of theme reaches everything.
"""

from dataclasses import dataclass

from PySide6.QtGui import QPalette


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
