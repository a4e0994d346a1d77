"""Ten interviews as a person types them, and what a calendar must show of each, worked out by hand."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from netchal_gui.domain.contact import Contact, Labelled
from netchal_gui.domain.interview import Channel

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
Expected = dict[str, Any]


@dataclass
class Typed:
    """What the test types into the plan dialog, and what a calendar must show then."""

    people: list[str]
    at: str
    zone: str
    start: str
    end: str
    summary: str
    description: str
    file: str
    channel: Channel = Channel.COFFEE
    category: str = "Coffee"
    more: dict[str, Any] = field(default_factory=dict)
    alarms: tuple[int, ...] = (-3600,)

    def expected(self, uid: str) -> Expected:
        return {
            "uid": uid,
            "all_day": False,
            "start": self.start,
            "end": self.end,
            "summary": self.summary,
            "location": " ".join(self.more.get("place", "").split()),
            "description": self.description,
            "url": self.more.get("link", ""),
            "categories": ["netchal", self.category],
            "status": "CONFIRMED",
            "busy": "busy",
            "sequence": 0,
            "alarms": list(self.alarms),
        }


JOSE = Contact(
    id=UUID(int=1),
    name="José Ñandú-Müller",
    created=NOW,
    role="CTO, Europe; Asia",
    organisation="你好 GmbH; Söhne & Co",
    phones=(Labelled("+49 30 1234567", "work"),),
    emails=(Labelled("jose@example.com"),),
)
CUTTING = "Grace Hopper"
CANCELLED = "Alan Turing"
LONG = "Ein sehr langer Ort " + "mit Umlauten äöü und 漢字, " * 12 + "Ende"

INTERVIEWS = [
    Typed(
        people=[JOSE.name],
        at="2026-12-03T09:30",
        zone="America/New_York",
        start="2026-12-03T14:30:00Z",
        end="2026-12-03T15:15:00Z",
        summary="Interview with José Ñandú-Müller",
        description="José Ñandú-Müller\nCTO, Europe; Asia, 你好 GmbH; Söhne & Co\n+49 30 1234567 (work)\n"
        "jose@example.com\n\nLink: https://example.com/i?a=1,2;3&b=%20x",
        more={
            "place": "Café Zürich, Hauptstraße 5; 2. Stock\\links",
            "link": "https://example.com/i?a=1,2;3&b=%20x",
        },
        file="2026-12-03_0930_Jose-Nandu-Muller.ics",
    ),
    Typed(
        people=["Zoë 👩🏽‍💻 O’Neil"],
        at="2026-12-04T16:00",
        zone="Europe/Berlin",
        start="2026-12-04T15:00:00Z",
        end="2026-12-04T15:45:00Z",
        summary="Interview with Zoë 👩🏽‍💻 O’Neil",
        description="Zoë 👩🏽‍💻 O’Neil",
        more={"place": "🏢" * 40},
        file="2026-12-04_1600_Zoe-O-Neil.ics",
    ),
    Typed(
        people=["Łukasz Größe"],
        at="2026-12-07T08:00",
        zone="Europe/Berlin",
        start="2026-12-07T07:00:00Z",
        end="2026-12-07T07:45:00Z",
        summary="Interview with Łukasz Größe",
        description="Łukasz Größe",
        more={"place": LONG, "reminder": 0},
        alarms=(0,),
        file="2026-12-07_0800_Lukasz-Grosse.ics",
    ),
    Typed(
        people=["Kim, Daniel; Jr. \\ C:\\links"],
        at="2026-12-08T12:15",
        zone="Europe/Berlin",
        start="2026-12-08T11:15:00Z",
        end="2026-12-08T12:00:00Z",
        summary="Interview with Kim, Daniel; Jr. \\ C:\\links",
        description="Kim, Daniel; Jr. \\ C:\\links",
        channel=Channel.LUNCH,
        category="Lunch",
        more={"place": "Entrance:\nback door,\nring twice; wait"},
        file="2026-12-08_1215_Kim-Daniel-Jr-C-links.ics",
    ),
    Typed(
        people=["Spring Gap"],
        at="2027-03-28T02:30",  # summer time skips it: 3:30 is meant
        zone="Europe/Berlin",
        start="2027-03-28T01:30:00Z",
        end="2027-03-28T02:15:00Z",
        summary="Interview with Spring Gap",
        description="Spring Gap",
        file="2027-03-28_0330_Spring-Gap.ics",
    ),
    Typed(
        people=["Autumn Fold"],
        at="2027-11-07T01:30",  # comes twice: the second is chosen
        zone="America/New_York",
        start="2027-11-07T06:30:00Z",
        end="2027-11-07T07:15:00Z",
        summary="Interview with Autumn Fold",
        description="Autumn Fold",
        more={"fold": 1},
        file="2027-11-07_0130_Autumn-Fold.ics",
    ),
    Typed(
        people=["Asha Rao"],
        at="2026-12-31T23:30",
        zone="Asia/Kolkata",
        start="2026-12-31T18:00:00Z",
        end="2026-12-31T19:00:00Z",
        summary="Interview with Asha Rao",
        description="Asha Rao\n\nLink: https://meet.example.com/asha",
        channel=Channel.VIDEO,
        category="Video",
        more={"minutes": 60, "link": "https://meet.example.com/asha", "reminder": 15},
        alarms=(-900,),
        file="2026-12-31_2330_Asha-Rao.ics",
    ),
    Typed(
        people=[CANCELLED],
        at="2027-07-01T10:00",
        zone="Africa/Cairo",  # no yearly rule can say it: written in UTC
        start="2027-07-01T07:00:00Z",
        end="2027-07-01T07:45:00Z",
        summary="Interview with Alan Turing",
        description="Alan Turing",
        file="2027-07-01_1000_Alan-Turing.ics",
    ),
    Typed(
        people=["Ada Lovelace", "Charles Babbage", "Mary Somerville"],
        at="2027-07-05T10:00",
        zone="America/New_York",
        start="2027-07-05T14:00:00Z",
        end="2027-07-05T14:20:00Z",
        summary="Interview with Ada Lovelace, Charles Babbage and Mary Somerville",
        description="Ada Lovelace\n\nCharles Babbage\n\nMary Somerville",
        channel=Channel.PHONE,
        category="Phone",
        more={"minutes": 20, "reminder": None},
        alarms=(),
        file="2027-07-05_1000_Ada-Lovelace-Charles-Babbage-Mary-Somerville.ics",
    ),
    Typed(
        people=[CUTTING],
        at="2026-12-01T12:30",
        zone="Europe/Berlin",
        start="2026-12-01T11:30:00Z",
        end="2026-12-01T12:15:00Z",
        summary="Interview with Grace Hopper",
        description="Grace Hopper",
        more={"reminder": 1440},
        alarms=(-86400,),
        file="2026-12-01_1230_Grace-Hopper.ics",
    ),
]
