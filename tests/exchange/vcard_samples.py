"""Cards that were typed here, real ones from elsewhere, hostile texts, and an independent count."""

import io
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from netchal_gui.domain.contact import (
    Address,
    Circle,
    Contact,
    Labelled,
    OwnField,
    PartialDate,
    Relation,
    Source,
)
from netchal_gui.exchange.incoming import Incoming, IncomingPerson, Refused
from netchal_gui.exchange.vcard_reader import read_cards
from netchal_gui.exchange.vcard_writer import Card, card_bytes

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "vcf"
REVISED = datetime(2026, 11, 20, 8, tzinfo=UTC)
CREATED = datetime(2026, 1, 5, 7, 30, 15, 250_000, tzinfo=UTC)

HOSTILE = (
    "two\nlines",
    "END:VCARD",
    "x\nEND:VCARD\nBEGIN:VCARD\nFN:Mallory",
    "x\nTEL:666",
    "a;b;c",
    "a,b,c",
    "back\\slash",
    "\\n is no new line",
    "ends with backslash\\",
    "\\;\\,\\\\",
    'quotes "in" it',
    "colon:colon",
    "=0D=0A",
    "=\nsoft",
    ";CHARSET=UTF-8:x",
    "<b>bold</b><img src=file:///etc/passwd>",
    "{name} %s %(x)s",
    "../../etc/passwd",
    "C:\\Windows\\new",
    "CON",
    "'; DROP TABLE contact; --",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "data:text/html,<script>alert(1)</script>",
    "javascript:alert(1)",
    "ABC\u202egnp.exe",
    "\u200fשלום\u200e",
    "مرحبا بالعالم",
    "\u200bzero\u200bwidth",
    "e\u0301 combining",
    "👩🏽\u200d💻🏳️\u200d🌈",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "王小明",
    "이영희",
    "Nguyễn Văn Ánh",
    "İstanbul ıI",
    "ß ẞ ſ ﬁ",
    "\ufeffBOM inside",
    "line\u2028separator\u2029in",
    "x" * 74,
    "x" * 75,
    "x" * 76,
    "ä" * 37,
    "ä" * 38,
    "€" * 200,
    "😀" * 120,
    "many" + " " * 300 + "blanks",
    "tab\tin it",
    "item1.X-ABLabel:x",
    "X-NETCHAL-RELATION:known",
    "VERSION:2.1",
    "BEGIN:VCARD",
    "a^nb^'c^^d",
    "&amp; &#10; %0A",
    "x_$!<Home>!$_",
    "urn:uuid:00000000-0000-0000-0000-000000000000",
    "mailto:a@b.c",
    "tel:+1",
    "-",
    "0",
    "NaN",
    "null",
    "\U000e0001tag",
    "z\u0337\u0322a\u0334l\u0335g\u0336o",
)
WITH_CONTROLS = {
    "nul\0in": "nulin",
    "bell\x07": "bell",
    "esc\x1b[31m": "esc[31m",
    "x\x85c1": "xc1",
    "del\x7f": "del",
    "x\r\nTEL:666": "x\nTEL:666",
    "half \ud800 a pair": "half  a pair",
}


def full_person(name: str = "Dr. José Ñandú-Müller, PhD", text: str = "plain") -> Contact:
    """A person with every field filled, the free ones with the text."""
    return Contact(
        id=UUID("0b9f3a52-2f3c-4c36-8a55-4e3d1f3f9a01"),
        name=name,
        created=CREATED,
        prefix="Dr.",
        given="José",
        additional="María",
        family=f"Ñandú-Müller {text}".strip(),
        suffix="PhD",
        nickname=text,
        organisation=text,
        unit="R&D; Labs, West",
        role=text,
        emails=(Labelled("jose@example.com", "work"), Labelled("pepe@example.org", text)),
        phones=(Labelled("+49 30 1234567", "work fax"), Labelled("+49 170 1", "cell"), Labelled("12", "")),
        links=(Labelled("https://example.com/i?a=1,2;3&b=%20x", "home"), Labelled(text, "LinkedIn")),
        addresses=(
            Address(label="work", street="Hauptstraße 5, 2. Stock", city=text, code="8001", country="CH"),
            Address(box="1", extended="2", street="3\n4", city="5", region="6", code="7", country="8"),
        ),
        birthday=PartialDate(2, 29, 1980),
        tags=("netchal", f"tag {text}".strip()),
        fields=(OwnField("Shoe; size", "42, wide"), OwnField(f"Own {text}", text)),
        note=f"Met at PyCon; likes:\n- 漢字, {text}",
        relation=Relation.KNOWN,
        circle=Circle.FRIEND,
        far_away=True,
        source=Source.EVENT,
        source_detail=text,
        cadence=90,
    )


def write(contact: Contact, version: str = "3.0", **more: object) -> bytes:
    return card_bytes(Card(contact, str(contact.id), **more), revised=REVISED, version=version)


def read(data: bytes) -> list[Incoming]:
    return list(read_cards(io.BytesIO(data)))


def read_one(data: bytes) -> IncomingPerson:
    (item,) = read(data)
    assert isinstance(item, IncomingPerson), item
    return item


def refused(data: bytes) -> Refused:
    (item,) = read(data)
    assert isinstance(item, Refused), item
    return item


def card(*lines: str, version: str = "3.0") -> bytes:
    text = ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]
    return "\r\n".join(text).encode()


_COUNTED = {"EMAIL": "emails", "TEL": "phones", "ADR": "addresses", "URL": "urls", "BDAY": "birthdays"}
_COUNTED |= {"NOTE": "notes", "PHOTO": "photos"}


def count_raw(data: bytes) -> Counter[str]:
    """What stands in the bytes of a file, counted without our reader, as the corpus's README says."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    text = re.sub(r"\n[ \t]", "", text)
    counted: Counter[str] = Counter()
    for line in text.split("\n"):
        match = re.match(r"(?:[\w-]+\.)?([\w-]+)(?:;[^:]*)?:(.*)", line)
        if not match:
            continue
        name, value = match[1].upper(), match[2].strip()
        if name == "BEGIN":
            counted["cards"] += 1
        elif name in _COUNTED and (value.strip("; ") if name == "ADR" else value):
            counted[_COUNTED[name]] += 1
    return counted
