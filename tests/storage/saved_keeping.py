"""What ``save_database.py`` keeps beside people, talks and challenges."""

from datetime import date, timedelta
from uuid import UUID

from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.challenge import Period
from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.message_template import MessageTemplate, TemplateKind
from netchal_gui.domain.pitch import Pitch
from netchal_gui.domain.question_set import Purpose, QuestionSet
from tests.storage.data_files import NOW

PITCH, FAVOUR = UUID(int=23), UUID(int=26)


def keeping_items(grace: UUID, talk: UUID, introduction: UUID) -> list[Entity]:
    """What is kept ready, a favour of every field, and the thank-you that it made due."""
    return [
        Pitch(
            id=PITCH,
            title="Short",
            text="I build quiet tools.",
            created=NOW,
            listener="a founder",
            seconds=15,
            language="en",
        ),
        QuestionSet(
            id=UUID(int=24),
            title="My own",
            questions=("What do you read?", "Who else?"),
            created=NOW,
            purpose=Purpose.ROLE,
            language="en",
        ),
        DesiredRole(
            id=UUID(int=25),
            title="Head of learning",
            created=NOW,
            organisation="Elbkontor",
            contact_id=grace,
            note="retires in spring",
        ),
        Favour(
            id=FAVOUR,
            contact_id=grace,
            created=NOW,
            at=NOW - timedelta(days=1),
            text="Her tip got me the interview",
            kind=FavourKind.GOT,
            introduction_id=introduction,
            interview_id=talk,
        ),
        FollowUp(
            id=UUID(int=27),
            text="Thank Grace",
            created=NOW,
            kind=FollowUpKind.THANK_LATER,
            contact_id=grace,
            due=date(2026, 12, 2),
            interview_id=talk,
            favour_id=FAVOUR,
            introduction_id=introduction,
        ),
    ]


def free_items() -> list[Entity]:
    """What names no other object."""
    return [
        BusyTime(
            id=UUID(int=20),
            start=NOW,
            end=NOW + timedelta(hours=2),
            created=NOW,
            source="calendar.ics",
            whole_day=False,
        ),
        MessageTemplate(
            id=UUID(int=21),
            kind=TemplateKind.ASK,
            language="de",
            created=NOW,
            subject="Frage",
            body="Hallo {{ person.first_name }}",
        ),
        FriendProgress(
            id=UUID(int=22),
            name="Noor",
            challenge="4×4",
            created=NOW,
            start=date(2026, 1, 1),
            period=Period.MONTH,
            periods=12,
            goal=96,
            met=(8, 7, 8),
            as_of=date(2026, 3, 31),
        ),
    ]
