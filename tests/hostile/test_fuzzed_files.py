"""Ten thousand harmed files of each format, in the full run: taken or refused, never an error of ours."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from netchal_gui.commands import busy_times, import_people
from netchal_gui.commands.demo import fill
from netchal_gui.commands.export_all import export_all
from netchal_gui.commands.import_all import examining
from netchal_gui.commands.refusal import Refused
from netchal_gui.exchange.challenge_file import (
    ChallengeFileFault,
    challenge_from,
    friend_from,
    read_challenge,
)
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.conftest import Clock
from tests.exchange.vcard_samples import card, full_person, write
from tests.hostile.mangling import mangled, mangled_value
from tests.hostile.samples import CALENDAR, CALENDAR_WORDS, CARD_WORDS, CHALLENGE, few_of_everything, laid_out
from tests.soak import rounds

pytestmark = pytest.mark.soak

BLOCK = 100
BLOCKS = range(rounds(100, 2))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """The example year, so that what a document names can be there."""
    clock = Clock()
    store = Store.open(tmp_path_factory.mktemp("fuzz") / "netchal.db")
    workbench = Workbench(store, clock.now, clock.new_id, zone="Europe/Berlin")
    fill(workbench)
    yield workbench
    store.close()


def harmed(good: bytes, block: int, words: tuple[bytes, ...] = ()) -> Iterator[bytes]:
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        yield mangled(good, Random(seed), words)


def each_is_survived(
    path: Path, files: Iterator[bytes], take: Callable[[Path], None], refusal: type[Exception]
) -> None:
    """No file raises anything but a refusal with a sentence."""
    for number, content in enumerate(files):
        path.write_bytes(content)
        try:
            take(path)
        except refusal as fault:
            assert str(fault)
        except Exception as error:
            kept = path.with_name(f"failed-{number}{path.suffix}")
            path.rename(kept)
            raise AssertionError(f"{kept}: {error!r}") from error


@pytest.mark.parametrize("block", BLOCKS)
def test_address_books(workbench: Workbench, tmp_path: Path, block: int) -> None:
    def take(path: Path) -> None:
        with import_people.prepare(workbench, [path]) as plan:
            assert list(import_people.report(plan))

    good = write(full_person(), ("3.0", "4.0")[block % 2]) + card(
        "FN:B", "NOTE;QUOTED-PRINTABLE:=41=", "TEL:1"
    )
    each_is_survived(tmp_path / "a.vcf", harmed(good, block, CARD_WORDS), take, Refused)


@pytest.mark.parametrize("block", BLOCKS)
def test_calendars(filled: Workbench, tmp_path: Path, block: int) -> None:
    def take(path: Path) -> None:
        found = busy_times.prepare(filled, path)
        assert [found.sentence, *busy_times.left_out_lines(found.left_out)]

    each_is_survived(tmp_path / "a.ics", harmed(CALENDAR, block, CALENDAR_WORDS), take, Refused)


@pytest.mark.parametrize("block", BLOCKS)
def test_documents_of_everything(filled: Workbench, tmp_path: Path, block: int) -> None:
    def take(path: Path) -> None:
        with examining(filled, path) as examined:
            filled.apply(examined.edit)
        if examined.edit.changes:
            export_all(filled, tmp_path / "again.json")
            filled.undo()

    whole = tmp_path / "everything.json"
    export_all(filled, whole)
    few = few_of_everything(whole.read_bytes(), Random(block))
    files = harmed(laid_out(few), block) if block % 4 == 0 else harmed_values(few, block)
    each_is_survived(tmp_path / "a.json", files, take, Refused)


def harmed_values(few: dict[str, Any], block: int) -> Iterator[bytes]:
    """Documents that can be read, with a few values that nobody would write."""
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        random, document = Random(seed), few
        for _ in range(random.randint(1, 3)):
            name = random.choice([name for name, objects in document.items() if objects and name != "about"])
            objects = list(document[name])
            at = random.randrange(len(objects))
            objects[at] = mangled_value(objects[at], random)
            document = {**document, name: objects}
        yield laid_out(document)


@pytest.mark.parametrize("block", BLOCKS)
def test_challenge_files(tmp_path: Path, block: int) -> None:
    made = {"new_id": UUID(int=1), "created": Clock().moment}

    def take(path: Path) -> None:
        found = read_challenge(path.read_bytes())
        with suppress(ChallengeFileFault):
            challenge_from(found, start=date(2026, 12, 1), **made)
        friend_from(found, **made)

    each_is_survived(tmp_path / "a.netchal", harmed(CHALLENGE, block), take, ChallengeFileFault)
