"""Good files of each format, with much in them that can be harmed."""

import json
from datetime import UTC, date, datetime
from random import Random
from typing import Any
from uuid import UUID

from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.exchange.challenge_file import progress_of, written

CARD_WORDS = (
    b"BEGIN:VCARD\n",
    b"END:VCARD\n",
    b"\n ",
    b"AGENT:\n",
    b"=\n",
    b"ENCODING=b:",
    b"CHARSET=UTF-16:",
)
CALENDAR_WORDS = (
    b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"\n ", b"TZID=Europe/Berlin:", b"FREQ=SECONDLY", b"RRULE:", b"/P1D",
    b"PT1H", b"UNTIL=", b"COUNT=0", b"INTERVAL=0", b"BYMONTHDAY=-31", b"BYSETPOS=1",
)  # fmt: skip

CALENDAR = b"""BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:20071104T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20070311T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Berlin:20260106T120000
DTEND;TZID=Europe/Berlin:20260106T130000
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270101T000000Z
EXDATE;TZID=Europe/Berlin:20261208T120000,20261210T120000
RDATE;VALUE=PERIOD:20261209T110000Z/PT1H,20261211T110000Z/20261211T123000Z
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;TZID=Europe/Berlin;RANGE=THISANDFUTURE:20261215T120000
DTSTART;TZID=Europe/Berlin:20261216T150000
DURATION:P1DT1H30M
SUMMARY:Moved\\, and longer
 over two lines
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261227
RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;BYSETPOS=1;INTERVAL=2;COUNT=12
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;TZID=Ours:20261201T060000
DURATION:PT45M
STATUS:CONFIRMED
TRANSP:OPAQUE
BEGIN:VALARM
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VFREEBUSY
FREEBUSY;FBTYPE=BUSY:20261202T080000Z/PT1H,20261203T080000Z/20261203T093000Z
END:VFREEBUSY
END:VCALENDAR
"""

_RULE = Challenge(
    id=UUID(int=7),
    name="50 interviews",
    created=datetime(2026, 1, 1, tzinfo=UTC),
    start=date(2026, 1, 1),
    period=Period.MONTH,
    periods=12,
    known=4,
    new=4,
    about="Meet eight people a month.",
)
CHALLENGE = written(_RULE, progress_of(_RULE, "Ada", [8, 7, 9, 0, 8], date(2026, 5, 30)))


def few_of_everything(document: bytes, random: Random) -> dict[str, Any]:
    """A document of everything with two objects of each list."""
    lists: dict[str, Any] = json.loads(document)
    few = {name: random.sample(items, min(2, len(items))) for name, items in lists.items() if name != "about"}
    return {"about": lists["about"], **few}


def laid_out(document: dict[str, Any]) -> bytes:
    """The document as Netchal writes it: each object on a line of its own."""
    lists = dict(document)
    lines = [b"{", b'"about": ' + _line(lists.pop("about")) + b","]
    for name, objects in lists.items():
        lines += [f'"{name}": ['.encode(), *(_line(one) + b"," for one in objects)]
        lines[-1] = lines[-1].removesuffix(b",")
        lines.append(b"],")
    lines[-1] = b"]"
    return b"\n".join([*lines, b"}", b""])


def _line(item: object) -> bytes:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
