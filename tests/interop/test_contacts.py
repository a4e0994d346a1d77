"""Ten people with international and hostile names, exported as a person would, judged by real programs.

What the programs must see is written from what the test types, never from the exported file.
"""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from netchal_gui.commands.export_contacts import export
from netchal_gui.domain.contact import Address, Contact, Labelled, PartialDate
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.workbench import Workbench

pytestmark = pytest.mark.interop

TYPED: tuple[dict[str, Any], ...] = (
    {
        "fn": "Dr. José Ñandú-Müller, PhD",
        "n": ["Ñandú-Müller", "José", "María", "Dr.", "PhD"],
        "nickname": "Pepe",
        "org": ["Acme; Söhne, GmbH", "R&D"],
        "title": 'CTO, Europe; "interim"',
        "emails": [["work", "jose@example.com"], ["home", "pepe@example.org"]],
        "tels": [["work fax", "+49 30 1234567"], ["cell", "+491701234567"]],
        "urls": ["https://www.linkedin.com/in/jose-nandu?a=1;3&b=%20x"],
        "adrs": [["work", ["", "", "Hauptstraße 5, 2. Stock", "Zürich", "ZH", "8001", "Switzerland"]]],
        "bday": "1980-02-29",
        "note": "Met at PyCon; likes:\n- 漢字, emoji 👩🏽\u200d💻\n- C:\\path\n" + "long äöü€ " * 30 + "end",
        "categories": ["netchal", "alumni, old"],
    },
    {"fn": "王 小明", "n": ["王", "小明", "", "", ""], "org": ["株式会社例"], "title": "部長"},
    {"fn": "Nguyễn Văn Ánh", "n": ["Nguyễn", "Ánh", "Văn", "", ""], "tels": [["cell", "+84 91 234 56 78"]]},
    {"fn": "מרים לוי", "n": ["לוי", "מרים", "", "", ""], "note": "שלום, עולם"},
    {"fn": "فاطمة الزهراء", "n": ["الزهراء", "فاطمة", "", "", ""], "emails": [["home", "f@example.com"]]},
    {"fn": "Ελένη Παπαδοπούλου", "n": ["Παπαδοπούλου", "Ελένη", "", "", ""], "categories": ["φίλοι"]},
    {"fn": "Miriam O'Brien-van der Berg", "n": ["O'Brien-van der Berg", "Miriam", "", "", ""]},
    {
        "fn": "Łukasz 🦊 Żółć",
        "n": ["Żółć", "Łukasz 🦊", "", "", ""],
        "adrs": [["home", [""] * 3 + ["Łódź"] + [""] * 3]],
    },
    {
        "fn": "TEL:666; NOTE:x, FN:Mallory",
        "n": ["FN:Mallory", "TEL:666;", "", "", ""],
        "note": "TEL:666",
    },
    {"fn": "<b>Robert'); DROP TABLE</b>", "n": ["DROP TABLE", "<b>Robert');", "", "", ""], "org": ["a;b,c"]},
)


def contact(number: int, typed: dict[str, Any], workbench: Workbench) -> Contact:
    """The person as typed into the form."""
    family, given, additional, prefix, suffix = typed["n"]
    organisation, unit = [*typed.get("org", []), "", ""][:2]
    bday = [int(part) for part in typed["bday"].split("-")] if "bday" in typed else None
    parts = ("box", "extended", "street", "city", "region", "code", "country")
    return Contact(
        id=UUID(int=number + 1, version=4),
        name=typed["fn"],
        created=workbench.now(),
        prefix=prefix,
        given=given,
        additional=additional,
        family=family,
        suffix=suffix,
        nickname=typed.get("nickname", ""),
        organisation=organisation,
        unit=unit,
        role=typed.get("title", ""),
        emails=tuple(Labelled(value, label) for label, value in typed.get("emails", [])),
        phones=tuple(Labelled(value, label) for label, value in typed.get("tels", [])),
        links=tuple(Labelled(value) for value in typed.get("urls", [])),
        addresses=tuple(
            Address(label=label, **dict(zip(parts, values, strict=True)))
            for label, values in typed.get("adrs", [])
        ),
        birthday=PartialDate(bday[1], bday[2], bday[0]) if bday else None,
        tags=tuple(typed.get("categories", [])),
        note=typed.get("note", ""),
    )


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_real_programs_see_the_people_that_were_typed(workbench, tmp_path: Path, accept, version: str):
    people = [contact(number, typed, workbench) for number, typed in enumerate(TYPED)]
    workbench.apply(Edit("Add", tuple(Change(None, person) for person in people)))
    exported, expected = tmp_path / "people.vcf", tmp_path / "expected.json"
    export(workbench, exported, version=version)
    cards = [{"uid": str(UUID(int=number + 1, version=4)), **typed} for number, typed in enumerate(TYPED)]
    expected.write_text(json.dumps({"count": len(cards), "cards": cards}), encoding="utf-8")
    accept("accept_vcf.sh", exported, expected)
