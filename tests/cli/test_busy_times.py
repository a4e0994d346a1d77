"""``netchal import`` takes calendars beside address books, told by content."""

from pathlib import Path

import pytest

from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.contact import Contact
from netchal_gui.storage.store import Store
from tests.cli.conftest import Netchal

CALENDAR = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20200101T110000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY\n"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n"


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "exported-calendar"
    path.write_text(CALENDAR + "END:VEVENT\nEND:VCALENDAR\n")
    return path


def counted(data: Path) -> tuple[int, int]:
    store = Store.open(data, create=False)
    try:
        return store.count(Contact), store.count(BusyTime)
    finally:
        store.close()


def test_a_calendar_becomes_busy_times_and_an_address_book_people(
    netchal: Netchal, data: Path, calendar: Path, tmp_path: Path
) -> None:
    cards = tmp_path / "people.vcf"
    cards.write_text(CARD)
    ended = netchal("import", calendar, cards)

    assert (ended.code, ended.err) == (0, "")
    people, times = counted(data)
    assert people == 1
    assert f"{times} busy times are kept, without what they are about." in ended.out


def test_a_dry_run_says_what_would_be_kept_and_keeps_nothing(
    netchal: Netchal, data: Path, calendar: Path
) -> None:
    Store.open(data).close()
    ended = netchal("import", calendar, "--dry-run", "--json")

    assert ended.data["busy_times"] in (15, 16)
    assert counted(data) == (0, 0)


def test_a_broken_calendar_ends_with_one_line_on_standard_error(
    netchal: Netchal, data: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.ics"
    broken.write_text("nothing")
    ended = netchal("import", broken)

    assert ended.code == 1
    assert ended.err == "broken.ics is not a calendar: there is no event in it. Export it again.\n"
