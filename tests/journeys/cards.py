"""An address book of any size, as a file."""

from pathlib import Path


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
