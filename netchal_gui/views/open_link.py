"""Hands a link or a mail to the system."""

from enum import StrEnum, auto

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from netchal_gui.domain.links import is_safe_link
from netchal_gui.domain.mail import Mail, bare_mail_link, fits_a_link, mail_link

PATIENCE = 2.0
"""Seconds that the desktop has for saying which program takes mails."""


class Handed(StrEnum):
    """What became of a mail: begun; begun, with its text on the clipboard; taken by no mail program."""

    WHOLE = auto()
    TEXT_TO_PASTE = auto()
    NOT = auto()


def open_link(link: str) -> bool:
    """Open a web page, a mail to its recipient alone, or a call; whether it was safe and someone took it."""
    if link.strip().lower().startswith("mailto:"):
        link = bare_mail_link(link)
    return is_safe_link(link) and _open(link)


def open_mail(mail: Mail) -> Handed:
    """Begin the mail in the system's mail program; a text too long for a link goes to the clipboard."""
    if fits_a_link(mail):
        return Handed.WHOLE if _open(mail_link(mail)) else Handed.NOT
    if not _open(mail_link(Mail(mail.to, mail.subject))):
        return Handed.NOT
    QGuiApplication.clipboard().setText(mail.body)
    return Handed.TEXT_TO_PASTE


def _open(link: str) -> bool:
    if not link or (link.startswith("mailto:") and _has_no_mail_program()):
        return False
    return QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))


def _has_no_mail_program() -> bool:
    """Whether the desktop says that it knows no program for mails; False where it cannot be asked.

    With freedesktop.org's tools Qt only starts xdg-open and reports success, whatever comes of it.
    """
    from shutil import which
    from subprocess import DEVNULL, SubprocessError, run

    asked = which("xdg-mime")
    if asked is None:
        return False
    question = (asked, "query", "default", "x-scheme-handler/mailto")
    try:
        said = run(question, capture_output=True, text=True, timeout=PATIENCE, stdin=DEVNULL, check=True)
    except (OSError, SubprocessError):
        return False
    return not said.stdout.strip()
