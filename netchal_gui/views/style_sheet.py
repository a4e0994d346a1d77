"""The one style sheet: cards, chips, buttons, flat inputs, the tab strip.

A widget takes part by its ``part`` property, set by ``form_parts``. Sizes follow the font (em, ex), so the
system's text size is kept.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netchal_gui.views.theme import Colours

_SHEET = """
QMainWindow, QDialog {{ background: {base}; }}
QToolTip {{ color: {text}; background: {surface}; border: 1px solid {mark}; padding: 3px; }}
QMenuBar {{ background: {base}; border-bottom: 1px solid {border}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; }}
QStatusBar {{ background: {surface}; border-top: 1px solid {border}; color: {muted}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {muted}; }}
QFrame[part="panel"] {{ background: {surface}; border: none; }}
QFrame[part="page"] {{ background: {base}; border: none; }}
QFrame[part="footer"] {{ background: {surface}; border: none; border-top: 1px solid {border}; }}
QFrame[part="header"] {{ background: {base}; border: none; border-bottom: 1px solid {border}; }}
QFrame[part="card"] {{ background: {base}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[part="notice"] {{ background: {accent_soft}; border: none; border-radius: 8px; }}
QFrame[part="line"] {{ background: {border}; border: none; }}
QFrame[part="strip"] {{ background: {surface}; border: none; }}
QLabel[part="muted"] {{ color: {muted}; }}
QLabel[part="section"] {{ color: {muted}; }}
QLabel[part="problem"] {{ color: {danger}; }}
QTabBar[part="tabs"] {{ background: transparent; }}
QTabBar[part="tabs"]::tab {{
  color: {muted}; background: transparent; border: 1px solid transparent; border-bottom: none;
  border-top-left-radius: 6px; border-top-right-radius: 6px; padding: 8px 16px; }}
QTabBar[part="tabs"]::tab:hover {{ color: {text}; }}
QTabBar[part="tabs"]::tab:selected {{ color: {text}; background: {base}; border-color: {border};
  font-weight: bold; }}
QTabBar[part="tabs"]::tab:selected:focus {{ border: 2px solid {accent}; padding: 7px 15px 8px 15px; }}
QPushButton, QToolButton[part="button"] {{
  color: {text}; background: {base}; border: 1px solid {border}; border-radius: 6px; padding: 5px 12px; }}
QPushButton:hover, QToolButton[part="button"]:hover {{ border-color: {mark}; }}
QPushButton:pressed, QToolButton[part="button"]:pressed, QToolButton[part="button"]:checked {{
  background: {accent_soft}; }}
QPushButton:focus, QToolButton[part="button"]:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QPushButton:disabled, QToolButton[part="button"]:disabled {{ color: {mark}; background: {surface}; }}
QPushButton::menu-indicator {{ subcontrol-position: right center; right: 8px; }}
QPushButton[part="primary"], QPushButton[part="primary"]:default {{
  color: {on_accent}; background: {accent}; border-color: {accent}; }}
QPushButton[part="primary"]:hover, QPushButton[part="primary"]:pressed {{ border-color: {text}; }}
QPushButton[part="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[part="primary"]:disabled {{ color: {mark}; background: {surface}; border-color: {border}; }}
QPushButton[part="link"] {{ color: {accent}; background: transparent; border: 1px solid transparent; }}
QPushButton[part="link"]:hover {{ text-decoration: underline; }}
QPushButton[part="link"]:focus {{ border: 2px solid {accent}; }}
QPushButton[part="field"] {{ color: {muted}; text-align: left; padding: 5px 10px; }}
QPushButton[part="field"]:focus {{ padding: 4px 9px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QFrame[part="field"] {{
  placeholder-text-color: {muted};
  color: {text}; background: {base}; border: 1px solid {border}; border-radius: 6px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit {{ padding: 5px 9px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QFrame[part="field"][active="true"] {{
  border: 2px solid {accent}; }}
QLineEdit:focus {{ padding: 4px 8px; }}
QLineEdit:disabled {{ color: {mark}; background: {surface}; }}
QLineEdit[part="bare"], QLineEdit[part="bare"]:focus {{
  border: none; background: transparent; padding: 2px; }}
QLineEdit[part="wrong"] {{ border: 1px solid {danger}; }}
QAbstractItemView {{ selection-background-color: {accent_soft}; selection-color: {text}; }}
QTableView, QListView, QTreeView {{ background: {base}; border: none; }}
QListView[part="sections"] {{ background: {surface}; }}
QHeaderView::section {{ background: {base}; color: {muted}; border: none;
  border-bottom: 1px solid {border}; padding: 5px 10px; }}
QHeaderView::section:focus {{ border: 2px solid {accent}; }}
QSplitter::handle {{ background: {border}; }}
QListView[part="popup"] {{ background: {base}; border: 1px solid {mark}; border-radius: 4px; padding: 2px; }}
QScrollArea {{ border: none; background: transparent; }}
"""


def style_sheet(theme: "Colours") -> str:
    """The style sheet in a theme's colours."""
    return _SHEET.format(**{name: getattr(theme, name) for name in theme.__slots__})
