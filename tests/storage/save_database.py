"""Writes the saved data file of today's schema, and its content beside it, for ``test_migrations.py``.

Run it once when a schema is released, never again: ``python -m tests.storage.save_database``.
"""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from netchal_gui.commands.export_all import export_all
from netchal_gui.domain.block import Block
from netchal_gui.domain.calendar_copy import CalendarCopy, EventStatus
from netchal_gui.domain.challenge import Challenge, CountDecision, Lane, Period, Slot
from netchal_gui.domain.contact import (
    Address,
    Circle,
    Contact,
    Labelled,
    OwnField,
    PartialDate,
    Privacy,
    Relation,
    Source,
)
from netchal_gui.domain.edit import Change, Edit, Entity
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind, snoozed, ticked
from netchal_gui.domain.interview import (
    Channel,
    Interview,
    Participant,
    Question,
    StepKind,
    WhoElse,
    moved,
    stepped,
)
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.origin import Origin
from netchal_gui.domain.preferences import CircleCadence, ExportShape, FollowUpsInCalendar, Preferences
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.domain.walltime import wall_time
from netchal_gui.storage.file_mark import SCHEMA_VERSION
from tests.storage.data_files import NOW, opened
from tests.storage.saved_keeping import PITCH, free_items, keeping_items

FOLDER = Path(__file__).parents[1] / "files" / "databases"
PICTURE = b"\x89PNG not really a picture"
ADA, GRACE, TALK, PLAN, BLOCK, DAY, ENTRY, LINE, LATER, COPY, ORIGIN = (UUID(int=n) for n in range(1, 12))
CHALLENGE, YEAR = UUID(int=12), UUID(int=13)


def items() -> list[Entity]:
    """At least one object of every kind, with every field filled in one of them."""
    ada = Contact(
        id=ADA,
        name="Dr. Jürgen Größe-Łódź",
        created=NOW,
        prefix="Dr.",
        given="Jürgen",
        additional="M.",
        family="Größe-Łódź",
        suffix="MBA",
        nickname="Jü",
        organisation="Elbkontor",
        unit="Einkauf",
        role="Leiter 🙂",
        emails=(Labelled("juergen@example.org", "work"), Labelled("j@example.org")),
        phones=(Labelled("+49 30 23125 001", "cell"),),
        links=(Labelled("https://example.org/j", "blog"),),
        addresses=(Address(label="home", street="Weg 1", city="Köln", code="50667", country="Deutschland"),),
        birthday=PartialDate(2, 29),
        photo=hashlib.sha256(PICTURE).hexdigest(),
        tags=("Chor", "two words"),
        fields=(OwnField("Hund", "Bello"),),
        note="line 1\nline 2; with, marks\\",
        relation=Relation.KNOWN,
        circle=Circle.FRIEND,
        far_away=True,
        source=Source.INTRODUCTION,
        source_detail="through Grace",
        cadence=30,
        privacy=Privacy.FIRST_NAME,
        language="de",
    )
    start = wall_time(datetime(2026, 10, 25, 2, 30), "Europe/Berlin", 1)[0]
    talk = Interview(
        id=TALK,
        participants=(Participant(ADA, WhoElse.NAMED), Participant(GRACE)),
        created=NOW,
        channel=Channel.VIDEO,
        place="Room 1",
        link="https://example.org/talk",
        reminder=None,
        questions=(Question("How did you begin?", True, "By chance"), Question("What next?")),
        pitch_id=PITCH,
    )
    talk = moved(talk, start, NOW)
    talk = moved(talk, wall_time(datetime(2026, 12, 3, 12), "Asia/Kathmandu")[0], NOW + timedelta(days=1))
    line = FollowUp(
        id=LINE, text="Thank them", created=NOW, contact_id=ADA, entry_id=ENTRY, due=date(2026, 12, 1)
    )
    return [
        ada,
        Contact(id=GRACE, name="Grace", created=NOW),
        stepped(talk, StepKind.MET, NOW + timedelta(days=11)),
        Interview(id=PLAN, participants=(Participant(GRACE),), created=NOW),
        Block(id=BLOCK, start=wall_time(datetime(2026, 12, 1, 12), "Europe/Berlin")[0], created=NOW),
        Block(
            id=DAY,
            start=wall_time(datetime(2026, 12, 2), "UTC")[0],
            created=NOW,
            minutes=1440,
            whole_day=True,
        ),
        JournalEntry(
            id=ENTRY,
            day=date(2026, 12, 3),
            created=NOW,
            changed=NOW + timedelta(seconds=1, microseconds=5),
            title="A title",
            people=(ADA, GRACE),
            learned="**Much**",
            notes="- a list",
            tags=("work",),
            interview_id=TALK,
        ),
        *keeping_items(GRACE, TALK, UUID(int=17)),
        ticked(snoozed(line, date(2026, 12, 9), NOW), True, NOW + timedelta(days=2)),
        FollowUp(id=LATER, text="Write", created=NOW, kind=FollowUpKind.WRITE, contact_id=GRACE, position=1),
        CalendarCopy(
            id=COPY,
            subject_id=TALK,
            uid="copy@netchal",
            sequence=2,
            created=NOW,
            exported=NOW,
            start=NOW,
            end=NOW + timedelta(hours=1),
            place="Room 1",
            status=EventStatus.CONFIRMED,
            file="talk.ics",
            piece=1,
            current=False,
            title="Interview with Dr. Jürgen Größe-Łódź",
        ),
        Origin(
            id=ORIGIN,
            contact_id=ADA,
            source="people.vcf",
            foreign_uid="urn:uuid:1",
            seen="0" * 64,
            imported=NOW,
            extra=("X-THING:1",),
        ),
        Preferences(
            private_events=False,
            export_shape=ExportShape.FOLDER,
            export_folder="/somewhere",
            challenge_id=CHALLENGE,
            own_name="Mia",
            language="de",
            circle_cadences=(CircleCadence(Circle.FRIEND, 60), CircleCadence(Circle.COLLEAGUE, 180)),
            answer_days=10,
            follow_ups_in_calendar=FollowUpsInCalendar.TODO,
        ),
        *challenge_items(),
    ]


def challenge_items() -> list[Entity]:
    """A challenge of every field, and what it rests on."""
    return [
        Challenge(
            id=CHALLENGE,
            name="4×4",
            created=NOW,
            start=date(2026, 1, 31),
            known=4,
            new=4,
            channels=(Channel.COFFEE, Channel.VIDEO),
            least_minutes=20,
            recorded=True,
            carry_over=False,
            focus="Chor",
            partner_id=GRACE,
            about="A year of meeting people",
        ),
        Challenge(
            id=YEAR,
            name="50 interviews",
            created=NOW,
            start=date(2026, 1, 1),
            period=Period.WHOLE,
            periods=1,
            until=date(2026, 12, 31),
            anyone=50,
        ),
        Slot(
            id=UUID(int=14),
            challenge_id=CHALLENGE,
            contact_id=ADA,
            period=10,
            created=NOW,
            lane=Lane.NEW,
            interview_id=TALK,
        ),
        Slot(id=UUID(int=15), challenge_id=CHALLENGE, contact_id=GRACE, period=11, created=NOW),
        CountDecision(
            id=UUID(int=16),
            challenge_id=CHALLENGE,
            interview_id=TALK,
            counts=True,
            created=NOW,
            reason="By video, and long",
        ),
        Introduction(
            id=UUID(int=17),
            by_id=GRACE,
            to_id=ADA,
            created=NOW,
            at=NOW - timedelta(days=3),
            stage=IntroductionStage.MADE,
            interview_id=TALK,
            note="at the fair",
        ),
        Recording(
            id=UUID(int=18),
            interview_id=TALK,
            created=NOW,
            title="The talk",
            link="https://example.org/talk.mp3",
            digest="0" * 64,
            file_name="talk.mp3",
            consent=date(2026, 12, 4),
            public=True,
        ),
        Touch(
            id=UUID(int=19),
            contact_id=GRACE,
            created=NOW,
            at=NOW,
            kind=TouchKind.CALL,
            inbound=True,
            text="Go on",
            challenge_id=CHALLENGE,
        ),
        *free_items(),
    ]


def save(folder: Path) -> None:
    path = folder / f"schema-{SCHEMA_VERSION}.db"
    folder.mkdir(parents=True, exist_ok=True)
    kept = items()
    pictures = {hashlib.sha256(PICTURE).hexdigest(): PICTURE}
    with opened(path) as bench:
        bench.apply(Edit("Add", tuple(Change(None, item) for item in kept), pictures))
        grace = kept[1]
        assert isinstance(grace, Contact)
        bench.apply(Edit("Rename", (Change(grace, replace(grace, name="Grace Hopper")),)))
        export_all(bench, path.with_suffix(".json"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")


if __name__ == "__main__":
    save(FOLDER)
