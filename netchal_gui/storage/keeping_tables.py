"""Today's tables of what one keeps ready for a talk and of what comes of it. See
:mod:`netchal_gui.storage.tables`."""

from peewee import IntegerField, TextField

from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp, FollowUpEvent, FollowUpKind
from netchal_gui.domain.pitch import Pitch
from netchal_gui.domain.question_set import Purpose, QuestionSet
from netchal_gui.storage.columns import DayColumn, EnumColumn, IdColumn, JsonColumn, MomentColumn, YesNoColumn
from netchal_gui.storage.table import Table


def _at(favour: Favour) -> int:
    return int(favour.at.timestamp())


class FollowUpTable(Table):
    entity = FollowUp

    id = IdColumn()
    text = TextField()
    created = MomentColumn()
    kind = EnumColumn(FollowUpKind)
    contact_id = IdColumn(null=True)
    entry_id = IdColumn(null=True)
    due = DayColumn(null=True)
    done = YesNoColumn()
    history = JsonColumn(tuple[FollowUpEvent, ...])
    position = IntegerField()
    interview_id = IdColumn(null=True)
    favour_id = IdColumn(null=True)
    introduction_id = IdColumn(null=True)

    class Meta:
        table_name = "follow_up"


class FavourTable(Table):
    entity = Favour
    derived = {"at_utc": _at}

    id = IdColumn()
    contact_id = IdColumn()
    created = MomentColumn()
    at = MomentColumn()
    text = TextField()
    kind = EnumColumn(FavourKind)
    introduction_id = IdColumn(null=True)
    interview_id = IdColumn(null=True)
    at_utc = IntegerField()

    class Meta:
        table_name = "favour"


class PitchTable(Table):
    entity = Pitch

    id = IdColumn()
    title = TextField()
    text = TextField()
    created = MomentColumn()
    listener = TextField()
    seconds = IntegerField()
    language = TextField()

    class Meta:
        table_name = "pitch"


class QuestionSetTable(Table):
    entity = QuestionSet

    id = IdColumn()
    title = TextField()
    questions = JsonColumn(tuple[str, ...])
    created = MomentColumn()
    purpose = EnumColumn(Purpose)
    language = TextField()

    class Meta:
        table_name = "question_set"


class DesiredRoleTable(Table):
    entity = DesiredRole

    id = IdColumn()
    title = TextField()
    created = MomentColumn()
    organisation = TextField()
    contact_id = IdColumn(null=True)
    note = TextField()

    class Meta:
        table_name = "desired_role"
