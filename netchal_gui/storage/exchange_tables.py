"""Today's tables of what went into calendars and where people came from. See
:mod:`netchal_gui.storage.tables`."""

from peewee import IntegerField, TextField

from netchal_gui.domain.calendar_copy import CalendarCopy, EventStatus
from netchal_gui.domain.origin import Origin
from netchal_gui.storage.columns import EnumColumn, IdColumn, JsonColumn, MomentColumn, YesNoColumn
from netchal_gui.storage.table import Table


class CalendarCopyTable(Table):
    entity = CalendarCopy

    id = IdColumn()
    subject_id = IdColumn()
    uid = TextField()
    sequence = IntegerField()
    created = MomentColumn()
    exported = MomentColumn()
    start = MomentColumn()
    end = MomentColumn()
    place = TextField()
    status = EnumColumn(EventStatus)
    file = TextField()
    piece = IntegerField()
    current = YesNoColumn()
    title = TextField()

    class Meta:
        table_name = "calendar_copy"


class OriginTable(Table):
    entity = Origin

    id = IdColumn()
    contact_id = IdColumn()
    source = TextField()
    foreign_uid = TextField()
    seen = TextField()
    imported = MomentColumn()
    extra = JsonColumn(tuple[str, ...])

    class Meta:
        table_name = "origin"
