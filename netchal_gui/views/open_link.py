"""Hands a link to the system, if it is a safe one."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from netchal_gui.domain.links import is_safe_link


def open_link(link: str) -> bool:
    """Open a web page, a new mail or a call; returns whether the link was safe and someone took it."""
    if not is_safe_link(link):
        return False
    return QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))
