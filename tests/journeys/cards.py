"""Address books as files: of any size, and one with a card for each verdict."""

from pathlib import Path

ONE_OF_EACH = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nN:Lovelace;Ada;;;\r\n"
    "EMAIL:ada@example.org\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Łukasz Größe\r\nTEL:+48 22 555 01 02\r\nBDAY:--0229\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Samuel Adeyemi\r\nN:Adeyemi;Samuel;;;\r\nTEL:+49 30 1\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sam Adeyemi\r\nEMAIL:samuel.adeyemi@example.org\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n"
)


def write_cards(path: Path, count: int) -> Path:
    """So many people, each with what an address book usually knows."""
    path.write_text("".join(map(_card, range(count))), "utf-8")
    return path


def _card(number: int) -> str:
    return (
        "BEGIN:VCARD\r\nVERSION:3.0\r\n"
        f"N:Person {number};Test;;;\r\nFN:Test Person {number}\r\nORG:Company {number % 97}\r\n"
        f"TITLE:Engineer\r\nEMAIL;TYPE=WORK:person{number}@example.org\r\n"
        f"TEL;TYPE=CELL:+49 30 {number:06}\r\n"
        f"CATEGORIES:colleagues,batch {number % 13}\r\nNOTE:Met at stand {number}\r\nEND:VCARD\r\n"
    )
