"""A mail handed to the system arrives in a mail program that knows nothing of us, exactly as it was meant.

The program is registered with xdg-utils in a home of its own, and the window system is a real X server.
"""

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

HANDLER = """\
import os, sys
with open(os.environ["RECEIVED"], "w", encoding="utf-8") as pipe:
    pipe.write("\\n".join(sys.argv[1:]))
"""
SENDER = """\
import json, sys
from PySide6.QtWidgets import QApplication
from netchal_gui.domain.mail import Mail
from netchal_gui.views.open_link import open_mail
app = QApplication(["netchal"])
handed = open_mail(Mail(*json.load(sys.stdin)))
print(json.dumps([handed, app.clipboard().text()]))
"""
PATIENCE = 300.0
"""Seconds until a test gives up on what never comes; xdg-open lives on after Qt has started it."""
TEXT = "Liebe Zoë & Co.,\n\nhättest du 20 % Zeit?  Tee + Kuchen; 'gern' \"dort\" $HOME `id` #1 \\n\n\nJürgen"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    if missing := [name for name in ("Xvfb", "xdg-open") if shutil.which(name) is None]:
        pytest.skip(f"needs {' and '.join(missing)} (Debian's xvfb and xdg-utils)")
    arguments = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-ac", "-noreset"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            yield ":" + server.stdout.readline().strip()
        finally:
            server.terminate()


class MailProgram:
    """A mail program in a home of its own: it takes what the system gives it, and nothing else."""

    def __init__(self, home: Path, display: str) -> None:
        self._home = home
        received = home / "received"
        os.mkfifo(received)
        self._pipe = os.open(received, os.O_RDWR)
        applications = home / "data" / "applications"
        applications.mkdir(parents=True)
        (home / "config").mkdir()
        (home / "handler.py").write_text(HANDLER, "utf-8")
        (applications / "test-mail.desktop").write_text(
            "[Desktop Entry]\nType=Application\nName=Test mail\nMimeType=x-scheme-handler/mailto;\n"
            f"Exec={sys.executable} {home / 'handler.py'} %u\n"
        )
        (home / "config" / "mimeapps.list").write_text(
            "[Default Applications]\nx-scheme-handler/mailto=test-mail.desktop\n"
        )
        desktop = ("XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY")
        self._environ = {name: value for name, value in os.environ.items() if name not in desktop} | {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_DIRS": str(home / "data"),
            "RECEIVED": str(received),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
        }

    def give(self, to: str, subject: str, body: str) -> tuple[str, str]:
        """Have the window's code open a mail; what it said, and the clipboard after it."""
        done = subprocess.run(
            [sys.executable, "-c", SENDER],
            input=json.dumps([to, subject, body]),
            env=self._environ,
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
        handed, clipboard = json.loads(done.stdout)
        return handed, clipboard

    def remove(self) -> None:
        """As on a system where nobody has set up a mail program."""
        for name in ("data/applications/test-mail.desktop", "config/mimeapps.list"):
            (self._home / name).unlink()

    def close(self) -> None:
        os.close(self._pipe)

    def got(self) -> tuple[str, dict[str, str]]:
        """The recipient and the fields of the one mail it was given."""
        ready, _, _ = select.select([self._pipe], [], [], PATIENCE)
        assert ready, "nobody was given the mail"
        (link,) = os.read(self._pipe, 1 << 16).decode().splitlines()
        parts = urlsplit(link)
        assert parts.scheme == "mailto"
        fields = parse_qsl(parts.query.replace("+", "%2B"), strict_parsing=bool(parts.query))
        assert len(dict(fields)) == len(fields)
        return unquote(parts.path), dict(fields)


@pytest.fixture
def program(tmp_path: Path, display: str) -> Iterator[MailProgram]:
    made = MailProgram(tmp_path, display)
    yield made
    made.close()


def lines(text: str) -> str:
    return text.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("mail", "to"),
    [
        (("zoe@example.org", "Grüße & Küsse: 100 % „Tee“?", TEXT), "zoe@example.org"),
        (("q&a+tea@example.org", "'; touch /tmp/x #&bcc=eve@example.net", TEXT), "q&a+tea@example.org"),
        (("zoe@example.org,eve@example.net", "Zoë, eve@example.net;\r\nBcc: eve", TEXT), ""),
        (("zoe@example.org?bcc=eve@example.net", "Tea", "&cc=eve@example.net\n%0D%0ABcc: eve"), ""),
    ],
)
def test_a_mail_program_gets_exactly_what_was_meant(
    program: MailProgram, mail: tuple[str, str, str], to: str
) -> None:
    handed, _ = program.give(*mail)

    assert handed == "whole"
    subject = " ".join(mail[1].split())
    assert program.got() == (to, {"subject": subject, "body": lines(mail[2])})


def test_a_text_too_long_for_a_link_is_on_the_clipboard(program: MailProgram) -> None:
    text = "Wir haben uns lange nicht gesehen.\n" * 80

    handed, clipboard = program.give("zoe@example.org", "Bericht", text)

    assert (handed, clipboard) == ("text_to_paste", text)
    assert program.got() == ("zoe@example.org", {"subject": "Bericht"})


def test_without_a_mail_program_nobody_is_told_that_the_mail_was_taken(program: MailProgram) -> None:
    program.remove()

    assert program.give("zoe@example.org", "Tea", "At four?") == ("not", "")
