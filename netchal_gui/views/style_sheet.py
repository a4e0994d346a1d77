"""The one style sheet: cards, chips, buttons, flat inputs, the tab strip.

A widget takes part by its ``part`` property, set by ``form_parts``. Sizes follow the font (em, ex), so the
system's text size is kept.
"""

from netchal_gui.paths import resource
from netchal_gui.views.colours import Colours

_SHEET = """
QMainWindow, QDialog {{ background: {base}; }}
QToolTip {{ color: {text}; background: {surface}; border: 1px solid {mark}; padding: 3px; }}
QMenuBar {{ background: {base}; border-bottom: 1px solid {border}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; }}
QStatusBar {{ background: {surface}; border-top: 1px solid {border}; color: {muted}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QPushButton, QStatusBar QPushButton:focus {{ padding: 0 8px; }}
QStatusBar QLabel {{ color: {muted}; }}
QFrame[part="panel"] {{ background: {surface}; border: none; }}
QFrame[part="page"] {{ background: {base}; border: none; }}
QFrame[part="footer"] {{ background: {surface}; border: none; border-top: 1px solid {border}; }}
QFrame[part="header"] {{ background: {base}; border: none; border-bottom: 1px solid {border}; }}
QFrame[part="card"] {{ background: {base}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[part="card"][active="true"], QFrame[part="place"][active="true"] {{ border: 2px solid {accent}; }}
QFrame[part="place"] {{ background: transparent; border: 2px solid transparent; border-radius: 8px; }}
QFrame[part="notice"] {{ background: {accent_soft}; border: none; border-radius: 8px; }}
QFrame[part="busy"] {{ background: {plain_soft}; border: none; border-left: 3px solid {mark}; }}
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
QToolButton[part="button"]::menu-indicator {{ image: none; }}
QPushButton::menu-indicator {{ subcontrol-position: right center; right: 8px; }}
QPushButton[part="primary"], QPushButton[part="primary"]:default {{
  color: {on_accent}; background: {accent}; border-color: {accent}; }}
QPushButton[part="primary"]:hover, QPushButton[part="primary"]:pressed {{ border-color: {text}; }}
QPushButton[part="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[part="primary"]:disabled {{ color: {mark}; background: {surface}; border-color: {border}; }}
QPushButton[part="link"] {{ color: {accent}; background: transparent; border: 1px solid transparent; }}
QPushButton[part="link"]:hover {{ text-decoration: underline; }}
QPushButton[part="link"]:focus {{ border: 2px solid {accent}; }}
QPushButton[part="name"], QPushButton[part="plain-link"] {{ color: {text}; background: transparent;
  border: 1px solid transparent; padding: 0px 1px; text-align: left; }}
QPushButton[part="name"] {{ font-weight: 600; }}
QPushButton[part="plain-link"] {{ color: {accent}; }}
QPushButton[part="name"]:hover, QPushButton[part="plain-link"]:hover {{ text-decoration: underline; }}
QPushButton[part="name"]:focus, QPushButton[part="plain-link"]:focus {{
  border: 2px solid {accent}; padding: 0px; }}
QPushButton[part="drop"] {{ color: {muted}; border: 1px dashed {mark}; padding: 2px 14px; }}
QPushButton[part="drop"]:focus {{ border: 2px solid {accent}; padding: 1px 13px; }}
QPushButton[part="menu"]::menu-indicator {{ image: none; width: 0; }}
QToolButton[part="sign"] {{ color: {muted}; background: transparent; border: 1px solid transparent;
  border-radius: 4px; padding: 0 5px; }}
QToolButton[part="sign"]:hover {{ border-color: {mark}; color: {text}; }}
QToolButton[part="sign"]:focus {{ border: 2px solid {accent}; padding: 0 4px; }}
QPushButton[part="muted-link"] {{ color: {muted}; background: transparent; border: 2px solid transparent;
  padding: 2px 0; text-align: left; }}
QPushButton[part="muted-link"]:hover {{ color: {text}; text-decoration: underline; }}
QPushButton[part="muted-link"]:focus {{ border: 2px solid {accent}; padding: 2px 0; }}
QPushButton[part="field"] {{ color: {muted}; text-align: left; padding: 5px 10px; }}
QPushButton[part="field"]:focus {{ padding: 4px 9px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QFrame[part="field"] {{
  placeholder-text-color: {muted};
  color: {text}; background: {base}; border: 1px solid {border}; border-radius: 6px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit {{ padding: 5px 9px; }}
QPlainTextEdit {{ padding: 1px 4px; }}
QPlainTextEdit:focus {{ padding: 0 3px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QListView[part="field"]:focus,
QFrame[part="field"][active="true"] {{
  border: 2px solid {accent}; }}
QLineEdit:focus {{ padding: 4px 8px; }}
QLineEdit:disabled {{ color: {mark}; background: {surface}; }}
QLineEdit[part="bare"], QLineEdit[part="bare"]:focus {{
  border: none; background: transparent; padding: 2px; }}
QLineEdit[part="quiet"], QPlainTextEdit[part="quiet"], QFrame[part="quiet"] {{
  background: transparent; border: none; border-left: 2px solid transparent; border-radius: 0;
  padding: 2px 0 2px 6px; }}
QLineEdit[part="quiet"]:focus, QPlainTextEdit[part="quiet"]:focus, QFrame[part="quiet"][active="true"] {{
  border: none; border-left: 2px solid {accent}; padding: 2px 0 2px 6px; }}
QTextEdit[part="paper"] {{ color: #1F2328; background: #FFFFFF; border-radius: 0; }}
QPlainTextEdit[part="answer"] {{ padding: 3px 7px; }}
QPlainTextEdit[part="answer"]:focus {{ padding: 2px 6px; }}
QLineEdit[part="wrong"] {{ border: 1px solid {danger}; }}
QComboBox, QAbstractSpinBox {{
  color: {text}; background: {base}; border: 1px solid {border}; border-radius: 6px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QComboBox {{ padding: 5px 9px; }}
QAbstractSpinBox {{ padding: 4px 0 4px 7px; }}
QComboBox:focus, QAbstractSpinBox:focus {{ border: 2px solid {accent}; }}
QComboBox:focus {{ padding: 4px 8px; }}
QAbstractSpinBox:focus {{ padding: 3px 0 3px 6px; }}
QComboBox:hover, QAbstractSpinBox:hover {{ border-color: {mark}; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {mark}; background: {surface}; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; padding: 0; background: transparent; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
  border: none; padding: 0; background: transparent; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QAbstractSpinBox::down-arrow {{
  image: url({icons}/down-{name}.svg); width: 14px; height: 14px; }}
QAbstractSpinBox::up-arrow {{ image: url({icons}/up-{name}.svg); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ width: 12px; height: 12px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 18px; }}
QCheckBox, QRadioButton {{
  spacing: 7px; border: 2px solid transparent; border-radius: 6px; padding: 1px 4px 1px 0; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox::indicator, QListView::indicator, QTableView::indicator, QTreeView::indicator {{
  width: 14px; height: 14px; border: 1px solid {mark}; border-radius: 4px; background: {base}; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked,
QTreeView::indicator:checked {{
  background: {accent}; border-color: {accent}; image: url({icons}/tick-{name}.svg); }}
QRadioButton::indicator {{
  width: 14px; height: 14px; border: 1px solid {mark}; border-radius: 8px; background: {base}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {base}; border-bottom: 1px solid {border}; }}
QCalendarWidget QToolButton {{ color: {text}; background: transparent; border: 2px solid transparent;
  border-radius: 4px; padding: 2px 8px; font-weight: 600; }}
QCalendarWidget QToolButton:hover {{ background: {accent_soft}; }}
QCalendarWidget QToolButton:focus {{ border-color: {accent}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QProgressBar {{ border: none; border-radius: 4px; background: {plain_soft}; text-align: center; }}
QProgressBar::chunk {{ border-radius: 4px; background: {accent}; }}
QAbstractItemView {{ selection-background-color: {accent_soft}; selection-color: {text}; }}
QTableView, QListView, QTreeView {{ background: {base}; border: none; }}
QListView[part="field"] {{ border: 1px solid {border}; border-radius: 6px; padding: 3px; outline: none; }}
QListView[part="field"]:focus {{ padding: 2px; }}
QListView[part="field"]::item {{ padding: 4px 6px; border-radius: 4px; color: {text}; }}
QListView[part="field"]::item:selected {{ background: {accent_soft}; color: {text}; }}
QListView[part="sections"] {{ background: {surface}; }}
QHeaderView::section {{ background: {base}; color: {muted}; border: none;
  border-bottom: 1px solid {border}; padding: 5px 10px; }}
QHeaderView::section:focus {{ border: 2px solid {accent}; }}
QTableView[part="numbers"] {{ outline: none; }}
QTableView[part="numbers"]::item {{ padding: 0 5px; border: 2px solid transparent; border-radius: 4px; }}
QTableView[part="numbers"]::item:selected {{ background: {accent_soft}; color: {text}; }}
QTableView[part="numbers"]::item:focus {{ border-color: {accent}; }}
QTableCornerButton::section {{ background: {base}; border: none; }}
QSplitter::handle {{ background: {border}; }}
QFrame[part="popup"], QListView[part="popup"] {{
  background: {base}; border: 1px solid {mark}; border-radius: 8px; padding: 2px; }}
QListView[part="popup"]::item {{ padding: 4px 8px; border-radius: 4px; }}
QListView[part="popup"]::item:selected {{ background: {accent_soft}; color: {text}; }}
QListView[part="offers"] {{ background: transparent; color: {muted}; }}
QListView[part="offers"]::item {{ padding: 2px 8px; border-radius: 4px; }}
QListView[part="offers"]::item:selected {{ background: {accent_soft}; color: {text}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {mark}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(theme: Colours) -> str:
    """The style sheet in a theme's colours."""
    values = {name: getattr(theme, name) for name in theme.__slots__}
    return _SHEET.format(**values, icons=resource("icons").as_posix())
