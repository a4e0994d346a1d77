"""Today's tables, one for each kind of object.

Each names its columns after the fields of its dataclass; ``derived`` columns come after them and exist
to be searched and sorted by. The tables are bound to no database: every query says on which it runs.
Migrations never look here; a test compares these columns with what the migrations make.
"""

from collections.abc import Mapping
from operator import attrgetter
from uuid import UUID

from peewee import BlobField, IntegerField, Model, TextField

from netchal_gui.domain.block import Block
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
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.folding import fold
from netchal_gui.domain.interview import Channel, Interview, Participant, Question, Step
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.preferences import (
    CircleCadence,
    ExportShape,
    FollowUpsInCalendar,
    Preferences,
)
from netchal_gui.domain.walltime import WallTime
from netchal_gui.storage.challenge_tables import (
    BusyTimeTable,
    ChallengeTable,
    CountDecisionTable,
    FriendProgressTable,
    IntroductionTable,
    MessageTemplateTable,
    RecordingTable,
    SlotTable,
    TouchTable,
)
from netchal_gui.storage.columns import (
    DayColumn,
    EnumColumn,
    IdColumn,
    JsonColumn,
    MomentColumn,
    YesNoColumn,
)
from netchal_gui.storage.exchange_tables import CalendarCopyTable, OriginTable
from netchal_gui.storage.keeping_tables import (
    DesiredRoleTable,
    FavourTable,
    FollowUpTable,
    PitchTable,
    QuestionSetTable,
)
from netchal_gui.storage.table import Table


def _sort_key(contact: Contact) -> str:
    """Folded "family given" where there is a family name, else the folded name."""
    return fold(f"{contact.family} {contact.given}" if contact.family else contact.name)


def _organisation_key(contact: Contact) -> str:
    return fold(contact.organisation)


def _birthday_key(contact: Contact) -> str | None:
    """Month and day, "02-29": the order of birthdays in a year."""
    day = contact.birthday
    return f"{day.month:02}-{day.day:02}" if day else None


def _epoch(moment: WallTime | None) -> int | None:
    """Seconds since 1970 in UTC."""
    return int(moment.utc.timestamp()) if moment else None


def _start(item: Interview | Block) -> int | None:
    return _epoch(item.start)


def _end(item: Interview | Block) -> int | None:
    return _epoch(item.end)


def _day(interview: Interview) -> str | None:
    """The local start day, which decides where the interview counts."""
    return interview.start.day.isoformat() if interview.start else None


def _stage_utc(interview: Interview) -> int:
    """Since when it has been at its stage."""
    return int(interview.stage_at.timestamp())


class ContactTable(Table):
    entity = Contact
    derived = {
        "sort_key": _sort_key,
        "organisation_key": _organisation_key,
        "city": attrgetter("place"),
        "birthday_key": _birthday_key,
    }

    id = IdColumn()
    name = TextField()
    created = MomentColumn()
    prefix = TextField()
    given = TextField()
    additional = TextField()
    family = TextField()
    suffix = TextField()
    nickname = TextField()
    organisation = TextField()
    unit = TextField()
    role = TextField()
    emails = JsonColumn(tuple[Labelled, ...])
    phones = JsonColumn(tuple[Labelled, ...])
    links = JsonColumn(tuple[Labelled, ...])
    addresses = JsonColumn(tuple[Address, ...])
    birthday = JsonColumn(PartialDate | None, null=True)
    photo = TextField(null=True)
    tags = JsonColumn(tuple[str, ...])
    fields = JsonColumn(tuple[OwnField, ...])
    note = TextField()
    relation = EnumColumn(Relation)
    circle = EnumColumn(Circle, null=True)
    far_away = YesNoColumn()
    source = EnumColumn(Source, null=True)
    source_detail = TextField()
    cadence = IntegerField(null=True)
    sort_key = TextField()
    organisation_key = TextField()
    city = TextField()
    privacy = EnumColumn(Privacy)
    language = TextField()
    birthday_key = TextField(null=True)

    class Meta:
        table_name = "contact"


class InterviewTable(Table):
    entity = Interview
    derived = {
        "start_utc": _start,
        "end_utc": _end,
        "day": _day,
        "stage": attrgetter("stage"),
        "stage_utc": _stage_utc,
    }

    id = IdColumn()
    participants = JsonColumn(tuple[Participant, ...])
    created = MomentColumn()
    start = JsonColumn(WallTime | None, null=True)
    minutes = IntegerField()
    channel = EnumColumn(Channel)
    place = TextField()
    link = TextField()
    reminder = IntegerField(null=True)
    steps = JsonColumn(tuple[Step, ...])
    start_utc = IntegerField(null=True)
    end_utc = IntegerField(null=True)
    day = TextField(null=True)
    stage = TextField()
    questions = JsonColumn(tuple[Question, ...])
    pitch_id = IdColumn(null=True)
    stage_utc = IntegerField()

    class Meta:
        table_name = "interview"


class BlockTable(Table):
    entity = Block
    derived = {"start_utc": _start, "end_utc": _end}

    id = IdColumn()
    start = JsonColumn(WallTime)
    created = MomentColumn()
    minutes = IntegerField()
    whole_day = YesNoColumn()
    start_utc = IntegerField()
    end_utc = IntegerField()

    class Meta:
        table_name = "block"


class JournalEntryTable(Table):
    entity = JournalEntry

    id = IdColumn()
    day = DayColumn()
    created = MomentColumn()
    changed = MomentColumn()
    title = TextField()
    people = JsonColumn(tuple[UUID, ...])
    learned = TextField()
    notes = TextField()
    tags = JsonColumn(tuple[str, ...])
    interview_id = IdColumn(null=True)

    class Meta:
        table_name = "journal_entry"


class PreferencesTable(Table):
    entity = Preferences

    id = IdColumn()
    private_events = YesNoColumn()
    export_shape = EnumColumn(ExportShape)
    export_folder = TextField()
    vcard_version = TextField()
    challenge_id = IdColumn(null=True)
    own_name = TextField()
    language = TextField()
    circle_cadences = JsonColumn(tuple[CircleCadence, ...])
    answer_days = IntegerField()
    follow_ups_in_calendar = EnumColumn(FollowUpsInCalendar)

    class Meta:
        table_name = "preferences"


class PhotoTable(Model):
    """Pictures by the SHA-256 of their bytes in hexadecimal."""

    digest = TextField(primary_key=True)
    data = BlobField()

    class Meta:
        table_name = "photo"


TABLES: Mapping[type[Entity], type[Table]] = {
    table.entity: table
    for table in (
        ContactTable,
        InterviewTable,
        BlockTable,
        JournalEntryTable,
        FollowUpTable,
        CalendarCopyTable,
        OriginTable,
        PreferencesTable,
        ChallengeTable,
        SlotTable,
        CountDecisionTable,
        IntroductionTable,
        RecordingTable,
        TouchTable,
        BusyTimeTable,
        MessageTemplateTable,
        FriendProgressTable,
        FavourTable,
        PitchTable,
        QuestionSetTable,
        DesiredRoleTable,
    )
}
