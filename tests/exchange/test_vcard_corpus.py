"""Real files from elsewhere: each is survived, and of the well-formed ones nothing is lost on the way."""

import csv
import random
from pathlib import Path

import pytest

from netchal_gui.exchange.incoming import IncomingPerson, Refused
from netchal_gui.exchange.vcard_writer import Card, card_bytes
from tests.exchange.vcard_samples import CORPUS, REVISED, card, count_raw, full_person, read, write

FILES = sorted(CORPUS.glob("*.vcf")) if CORPUS.is_dir() else []
needs_corpus = pytest.mark.skipif(not FILES, reason="../shared/corpus/vcf is not there")


def _expected() -> list[tuple[str, dict[str, int]]]:
    if not FILES:
        return []
    with (CORPUS / "EXPECTED.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    return [
        (row["file"], {key: int(value) for key, value in row.items() if key != "file" and value != "?"})
        for row in rows
    ]


def _people(data: bytes) -> list[IncomingPerson]:
    return [item for item in read(data) if isinstance(item, IncomingPerson)]


def _found(people: list[IncomingPerson]) -> dict[str, int]:
    return {
        "cards": len(people),
        "emails": sum(len(one.contact.emails) for one in people),
        "phones": sum(len(one.contact.phones) for one in people),
        "addresses": sum(len(one.contact.addresses) for one in people),
        "urls": sum(len(one.contact.links) for one in people),
        "birthdays": sum(one.contact.birthday is not None for one in people),
        "notes": sum(bool(one.contact.note) for one in people),
        "photos": sum(one.photo is not None for one in people),
    }


def _exported(people: list[IncomingPerson], version: str) -> bytes:
    return b"".join(
        card_bytes(
            Card(one.contact, one.uid or str(one.contact.id), one.photo, one.extra),
            revised=REVISED,
            version=version,
        )
        for one in people
    )


@needs_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_read_or_refused_with_a_reason(path: Path):
    with path.open("rb") as file:
        items = read(file.read())
    assert items
    assert all(item.kind if isinstance(item, Refused) else item.contact.name for item in items)


@needs_corpus
@pytest.mark.parametrize(("name", "expected"), _expected())
def test_nothing_of_a_well_formed_file_is_lost_on_reading(name: str, expected: dict[str, int]):
    found = _found(_people((CORPUS / name).read_bytes()))
    assert {key: found[key] for key in expected} == expected


@needs_corpus
@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize(("name", "expected"), _expected())
def test_nothing_of_a_well_formed_file_is_lost_on_export(name: str, expected: dict[str, int], version: str):
    data = _exported(_people((CORPUS / name).read_bytes()), version)
    counted, again = count_raw(data), _found(_people(data))
    assert {key: counted[key] for key in expected} == expected
    assert {key: again[key] for key in expected} == expected


@needs_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_vobject_reads_what_we_write_of_it(path: Path):
    vobject = pytest.importorskip("vobject")
    people = _people(path.read_bytes())
    written = list(vobject.readComponents(_exported(people, "3.0").decode()))
    assert [component.fn.value for component in written] == [one.contact.name for one in people]


_PIECES = (b"\n", b"\r", b"\0", b"=", b";", b":", b'"', b"\\", b"\xff", b"BEGIN:VCARD\n", b" ")


def _mangled(seed: int) -> bytes:
    """A good card after some random damage."""
    rng = random.Random(seed)
    data = bytearray(
        write(full_person(), rng.choice(("3.0", "4.0"))) + card("FN:B", "NOTE;QUOTED-PRINTABLE:=41=")
    )
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(data))
        piece = rng.choice(
            (b"\n", b"\r", b"\0", b"=", b";", b":", b'"', b"\\", b"\xff", b"BEGIN:VCARD\n", b" ")
        )
        action = rng.randrange(3)
        if action == 0:
            data[at:at] = piece
        elif action == 1:
            del data[at : at + rng.randint(1, 40)]
        else:
            data[at : at + 1] = bytes([rng.randrange(256)])
    return bytes(data)


@pytest.mark.parametrize("block", range(10))
def test_damaged_cards_are_survived_and_written_whole(block: int):
    for seed in range(block * 60, block * 60 + 60):
        people = _people(_mangled(seed))
        assert len(_people(_exported(people, "3.0"))) == len(people)


BOMBS = {
    "line": b"a",
    "blank lines": b"\n",
    "folds": b"\n ",
    "short lines": b"ab\n",
    "properties": b"TEL:1\n",
    "soft breaks": b"NOTE;QUOTED-PRINTABLE:=\n",
    "parameters": b";A=b",
    "quotation marks": b'TEL;X="":1\n',
    "agents": b"AGENT:\nBEGIN:VCARD\n",
    "cards": b"BEGIN:VCARD\nEND:VCARD\n",
    "marks": b"VCARD",
    "backslashes": b"\\",
    "base64": b"PHOTO;ENCODING=b:/9j/4AA=\n",
}


@pytest.mark.parametrize("piece", BOMBS.values(), ids=BOMBS)
def test_a_bomb_ends(piece: bytes):
    data = card("FN:A", "NOTE:x").replace(b"x", piece * (2_000_000 // len(piece)))
    assert read(data)
