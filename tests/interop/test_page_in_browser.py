"""The challenge page in a real browser: right in both colours and widths, loading nothing foreign."""

import json
import os
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.recordings import add_link
from netchal_gui.commands.share_page import page, write_page
from netchal_gui.domain.contact import Privacy
from netchal_gui.domain.interview import StepKind
from netchal_gui.workbench import Workbench
from tests.commands.conftest import clock, workbench  # noqa: F401
from tests.commands.people_files import add
from tests.hostile_texts import HOSTILE

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.interop,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium here to open the page with"),
]
QUIET = (
    *("--headless=new", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--mute-audio"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture
def site(workbench: Workbench, tmp_path: Path) -> Path:  # noqa: F811
    """A page whose people, titles and links are all hostile."""
    start_challenge(workbench, draft(workbench, Template.FIFTY_INTERVIEWS, date(2026, 1, 1)))
    for text in HOSTILE:
        guest = add(workbench, text, privacy=Privacy.FULL_NAME)
        made = plan(workbench, [guest.id], datetime(2026, 11, 10, 12))
        take_step(workbench, made.interview, StepKind.MET)
        terms = {"consent": date(2026, 11, 1), "public": True}
        add_link(workbench, made.interview.id, "https://foreign.example/talk", text, **terms)
    return write_page(page(workbench), tmp_path / "site").folder / "index.html"


def shown(site: Path, folder: Path, width: int, dark: bool) -> tuple[QImage, set[str]]:
    """The picture of the page and the addresses that the browser asked for."""
    picture, log = folder / "page.png", folder / "net.json"
    as_root = ("--no-sandbox",) if os.name == "posix" and os.geteuid() == 0 else ()
    asked = (
        f"--window-size={width},1200",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        f"--screenshot={picture}",
        f"--log-net-log={log}",
        f"--user-data-dir={folder / 'profile'}",
    )
    words = [str(BROWSER), *QUIET, *as_root, *asked, site.as_uri()]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    events = json.loads(log.read_text("utf-8"))["events"]
    return QImage(str(picture)), {str(event.get("params", {}).get("url", "")) for event in events}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("dark", "background"), [(False, "#fbfaf8"), (True, "#16181d")])
def test_the_page_is_right_and_asks_for_nothing(
    site: Path, tmp_path: Path, width: int, dark: bool, background: str
) -> None:
    picture, addresses = shown(site, tmp_path, width, dark)

    assert picture.width() == width
    assert picture.pixelColor(2, 2).name() == background
    assert not [address for address in addresses if "example" in address]
    edge = {picture.pixelColor(width - 4, y).name() for y in range(0, picture.height(), 3)}
    assert edge == {background}, "something is wider than the page"
