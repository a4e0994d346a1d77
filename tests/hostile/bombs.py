"""Files made to keep an importer busy or to fill the memory: for each format, what is repeated in what."""

from typing import NamedTuple


class Bomb(NamedTuple):
    """``piece`` repeated between ``head`` and ``tail`` until the file has its size."""

    head: bytes
    piece: bytes
    tail: bytes = b""

    def of(self, size: int) -> bytes:
        """The file of about so many bytes."""
        room = size - len(self.head) - len(self.tail)
        return self.head + self.piece * max(room // len(self.piece), 1) + self.tail


CARD, CARD_END = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\n", b"\r\nEND:VCARD\r\n"
CALENDAR, CALENDAR_END = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", b"END:VCALENDAR\r\n"
EVENT = CALENDAR + b"BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261201T110000Z\r\nDURATION:PT1H\r\n"
EVENT_END = b"\r\nEND:VEVENT\r\n" + CALENDAR_END
WHOLE_EVENT = b"BEGIN:VEVENT\r\nDTSTART:20261201T110000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
HOURLY = b"BEGIN:VEVENT\r\nDTSTART:20100101T110000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=HOURLY\r\nEND:VEVENT\r\n"
NEVER = (
    b"BEGIN:VEVENT\r\nDTSTART:20100101T110000Z\r\nDURATION:PT1H\r\n"
    b"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT\r\n"
)
ABOUT = (
    b'{\n"about": {"program": "Netchal", "version": 1},\n"blocks": [\n],\n"calendar_copies": [\n],\n'
    b'"contacts": [\n'
)
RULE = b'{"program": "Netchal", "version": 1, "challenge": {"period": "month", "periods": 12, "name": "'

BOMBS: dict[str, dict[str, Bomb]] = {
    "vcf": {
        "one line": Bomb(CARD + b"NOTE:", b"a", CARD_END),
        "blank lines": Bomb(CARD, b"\r\n", CARD_END),
        "folds": Bomb(CARD + b"NOTE:x", b"\r\n ", CARD_END),
        "short lines": Bomb(CARD, b"ab\r\n", CARD_END),
        "properties": Bomb(CARD, b"TEL:1\r\n", CARD_END),
        "different properties": Bomb(CARD, b"X-A;TYPE=home:b\r\n", CARD_END),
        "soft breaks": Bomb(CARD + b"NOTE;QUOTED-PRINTABLE:", b"=\r\n", CARD_END),
        "parameters": Bomb(CARD + b"NOTE", b";A=b", b":x" + CARD_END),
        "quotation marks": Bomb(CARD + b"NOTE;A=", b'"', b":x" + CARD_END),
        "agents": Bomb(CARD, b"AGENT:\r\nBEGIN:VCARD\r\n", CARD_END),
        "cards without an end": Bomb(b"", b"BEGIN:VCARD\r\n"),
        "ends": Bomb(b"", b"END:VCARD\r\n"),
        "empty cards": Bomb(b"", b"BEGIN:VCARD\r\nEND:VCARD\r\n"),
        "backslashes": Bomb(CARD + b"NOTE:", b"\\", CARD_END),
        "semicolons": Bomb(CARD + b"ADR:", b";", CARD_END),
        "categories": Bomb(CARD + b"CATEGORIES:", b"a,", CARD_END),
        "pictures": Bomb(CARD, b"PHOTO;ENCODING=b:/9j/4AA=\r\n", CARD_END),
        "NULs": Bomb(CARD, b"\0", CARD_END),
        "UTF-16": Bomb(b"\xff\xfe", "a\r\n".encode("utf-16-le")),
    },
    "ics": {
        "one line": Bomb(EVENT + b"SUMMARY:", b"a", EVENT_END),
        "folds": Bomb(EVENT + b"SUMMARY:x", b"\r\n ", EVENT_END),
        "short lines": Bomb(EVENT, b"ab\r\n", EVENT_END),
        "parameters": Bomb(EVENT + b"X-A", b";A=b", b":x" + EVENT_END),
        "exceptions": Bomb(
            EVENT + b"RRULE:FREQ=DAILY\r\nEXDATE:20261202T110000Z", b",20261203T110000Z", EVENT_END
        ),
        "dates": Bomb(EVENT + b"RDATE:20261202T110000Z", b",20261203T110000Z", EVENT_END),
        "long rule": Bomb(EVENT + b"RRULE:FREQ=YEARLY;BYYEARDAY=1", b",2", EVENT_END),
        "events": Bomb(CALENDAR, WHOLE_EVENT, CALENDAR_END),
        "hourly events": Bomb(CALENDAR, HOURLY, CALENDAR_END),
        "events that never come": Bomb(CALENDAR, NEVER, CALENDAR_END),
        "calendars": Bomb(b"", CALENDAR + CALENDAR_END),
        "nested events": Bomb(CALENDAR, b"BEGIN:VEVENT\r\n", CALENDAR_END),
        "zones": Bomb(CALENDAR, b"BEGIN:VTIMEZONE\r\nTZID:A\r\nEND:VTIMEZONE\r\n", CALENDAR_END),
        "free/busy": Bomb(
            CALENDAR + b"BEGIN:VFREEBUSY\r\nFREEBUSY:", b"20261202T080000Z/PT1H,", b"\r\nEND:VFREEBUSY\r\n"
        ),
    },
    "json": {
        "brackets": Bomb(b'{"about": {"program": "Netchal"}, "contacts": ', b"[", b"]}"),
        "braces": Bomb(ABOUT, b'{"a":', b"}"),
        "one string": Bomb(ABOUT + b'{"name": "', b"a", b'"}\n]}\n'),
        "digits": Bomb(ABOUT + b'{"cadence": ', b"9", b"}\n]}\n"),
        "empty lines": Bomb(ABOUT, b"\n"),
        "empty objects": Bomb(ABOUT, b"{},\n"),
    },
    "netchal": {
        "one name": Bomb(RULE, b"a", b'"}}'),
        "brackets": Bomb(b"", b"["),
        "numbers": Bomb(RULE + b'"}, "progress": {"met": [', b"1,", b"1]}}"),
    },
}
