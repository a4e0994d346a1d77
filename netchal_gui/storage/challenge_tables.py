"""Today's tables of challenges and of what they rest on. See :mod:`netchal_gui.storage.tables`."""

from peewee import IntegerField, TextField

from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.challenge import Challenge, CountDecision, Lane, Period, Slot
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.message_template import MessageTemplate, TemplateKind
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.storage.columns import DayColumn, EnumColumn, IdColumn, JsonColumn, MomentColumn, YesNoColumn
from netchal_gui.storage.table import Table


def _at(item: Introduction | Touch) -> int:
    return int(item.at.timestamp())


def _busy_start(item: BusyTime) -> int:
    return int(item.start.timestamp())


def _busy_end(item: BusyTime) -> int:
    return int(item.end.timestamp())


class ChallengeTable(Table):
    entity = Challenge

    id = IdColumn()
    name = TextField()
    created = MomentColumn()
    start = DayColumn()
    period = EnumColumn(Period)
    periods = IntegerField()
    until = DayColumn(null=True)
    known = IntegerField()
    new = IntegerField()
    anyone = IntegerField()
    channels = JsonColumn(tuple[Channel, ...])
    least_minutes = IntegerField()
    recorded = YesNoColumn()
    carry_over = YesNoColumn()
    focus = TextField()
    partner_id = IdColumn(null=True)
    about = TextField()

    class Meta:
        table_name = "challenge"


class SlotTable(Table):
    entity = Slot

    id = IdColumn()
    challenge_id = IdColumn()
    contact_id = IdColumn()
    period = IntegerField()
    created = MomentColumn()
    lane = EnumColumn(Lane, null=True)
    interview_id = IdColumn(null=True)

    class Meta:
        table_name = "slot"


class CountDecisionTable(Table):
    entity = CountDecision

    id = IdColumn()
    challenge_id = IdColumn()
    interview_id = IdColumn()
    counts = YesNoColumn()
    created = MomentColumn()
    reason = TextField()

    class Meta:
        table_name = "count_decision"


class IntroductionTable(Table):
    entity = Introduction
    derived = {"at_utc": _at}

    id = IdColumn()
    by_id = IdColumn()
    to_id = IdColumn()
    created = MomentColumn()
    at = MomentColumn()
    stage = EnumColumn(IntroductionStage)
    interview_id = IdColumn(null=True)
    note = TextField()
    at_utc = IntegerField()

    class Meta:
        table_name = "introduction"


class RecordingTable(Table):
    entity = Recording

    id = IdColumn()
    interview_id = IdColumn()
    created = MomentColumn()
    title = TextField()
    link = TextField()
    digest = TextField()
    file_name = TextField()
    consent = DayColumn(null=True)
    public = YesNoColumn()

    class Meta:
        table_name = "recording"


class TouchTable(Table):
    entity = Touch
    derived = {"at_utc": _at}

    id = IdColumn()
    contact_id = IdColumn()
    created = MomentColumn()
    at = MomentColumn()
    kind = EnumColumn(TouchKind)
    inbound = YesNoColumn()
    text = TextField()
    challenge_id = IdColumn(null=True)
    at_utc = IntegerField()

    class Meta:
        table_name = "touch"


class BusyTimeTable(Table):
    entity = BusyTime
    derived = {"start_utc": _busy_start, "end_utc": _busy_end}

    id = IdColumn()
    start = MomentColumn()
    end = MomentColumn()
    created = MomentColumn()
    source = TextField()
    whole_day = YesNoColumn()
    start_utc = IntegerField()
    end_utc = IntegerField()

    class Meta:
        table_name = "busy_time"


class MessageTemplateTable(Table):
    entity = MessageTemplate

    id = IdColumn()
    kind = EnumColumn(TemplateKind)
    language = TextField()
    created = MomentColumn()
    body = TextField()
    subject = TextField()

    class Meta:
        table_name = "message_template"


class FriendProgressTable(Table):
    entity = FriendProgress

    id = IdColumn()
    name = TextField()
    challenge = TextField()
    created = MomentColumn()
    start = DayColumn()
    period = EnumColumn(Period)
    periods = IntegerField()
    goal = IntegerField()
    met = JsonColumn(tuple[int, ...])
    as_of = DayColumn()

    class Meta:
        table_name = "friend_progress"
