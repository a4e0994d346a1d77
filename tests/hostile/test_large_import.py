"""300 MB of valid cards, in the full run: imported within 200 MB of memory; a stop leaves nothing."""

import base64
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from netchal_gui.commands import import_people
from netchal_gui.commands.progress import Cancelled
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.hostile.test_bombs import MOST_MEGABYTES, imported
from tests.soak import rounds

pytestmark = pytest.mark.soak

SIZE = rounds(300_000_000, 4_000_000)
PHOTO_EVERY, PHOTO_BYTES = 20, 150_000


def cards() -> Iterator[str]:
    """People as address books have them: some words about each, a photo of some."""
    random, number = Random(300), 0
    while True:
        number += 1
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:person-{number}@example.org", f"FN:Person {number}"]
        lines += [f"N:{number};Person;;;", f"EMAIL:person{number}@example.org", f"TEL:+49 30 {number:08}"]
        lines.append("NOTE:" + f"Met at stand {number}\\n" * 100)
        if number % PHOTO_EVERY == 0:
            photo = b"\xff\xd8\xff\xe0" + random.randbytes(PHOTO_BYTES)
            lines.append(f"PHOTO;ENCODING=b;TYPE=JPEG:{base64.b64encode(photo).decode()}")
        yield "\r\n".join([*lines, "END:VCARD", ""])


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """The file and how many people are in it."""
    path, people = tmp_path_factory.mktemp("large") / "everyone.vcf", 0
    with path.open("w", encoding="ascii", newline="") as file:
        for card in cards():
            file.write(card)
            people += 1
            if file.tell() >= SIZE:
                break
    yield path, people
    path.unlink()


def test_a_very_large_address_book_is_imported_in_little_memory(
    large: tuple[Path, int], tmp_path: Path
) -> None:
    path, people = large
    found = imported(tmp_path, [path])

    assert found["taken"][0]["said"] == f"Added {people:,} people from everyone.vcf.\n"
    assert found["megabytes"] <= MOST_MEGABYTES
    store = Store.open(tmp_path / "netchal.db", create=False)
    try:
        assert store.rows("SELECT count(*), count(photo) FROM contact") == [(people, people // PHOTO_EVERY)]
    finally:
        store.close()


def test_it_tells_how_far_it_is_and_can_be_stopped_at_any_time(
    large: tuple[Path, int], workbench: Workbench
) -> None:
    path, people = large
    told: list[tuple[int, int]] = []

    def stop_half_way(done: int, total: int) -> None:
        told.append((done, total))
        if 2 * done > total > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_people.prepare(workbench, [path], progress=stop_half_way)

    assert {total for _, total in told} == {people}
    assert len(told) >= people // 100
    assert workbench.store.rows("SELECT count(*) FROM contact") == [(0,)]
