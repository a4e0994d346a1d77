"""An edit: what changes together, is saved together and is undone together."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from netchal_gui.domain.block import Block
from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.calendar_copy import CalendarCopy
from netchal_gui.domain.challenge import Challenge, CountDecision, Slot
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.favour import Favour
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.message_template import MessageTemplate
from netchal_gui.domain.origin import Origin
from netchal_gui.domain.pitch import Pitch
from netchal_gui.domain.preferences import Preferences
from netchal_gui.domain.question_set import QuestionSet
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch

Entity = (
    Contact
    | Interview
    | Block
    | JournalEntry
    | FollowUp
    | CalendarCopy
    | Origin
    | Preferences
    | Challenge
    | Slot
    | CountDecision
    | Introduction
    | Recording
    | Touch
    | BusyTime
    | MessageTemplate
    | FriendProgress
    | Favour
    | Pitch
    | QuestionSet
    | DesiredRole
)
ENTITIES: tuple[type[Entity], ...] = (
    Contact,
    Interview,
    Block,
    JournalEntry,
    FollowUp,
    CalendarCopy,
    Origin,
    Preferences,
    Challenge,
    Slot,
    CountDecision,
    Introduction,
    Recording,
    Touch,
    BusyTime,
    MessageTemplate,
    FriendProgress,
    Favour,
    Pitch,
    QuestionSet,
    DesiredRole,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One object before and after; None before means added, None after means deleted."""

    before: Entity | None
    after: Entity | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs a before or an after")
        if self.before is None or self.after is None:
            return
        if type(self.before) is not type(self.after) or self.before.id != self.after.id:
            raise ValueError("a change keeps the kind and the id of its object")

    @property
    def subject(self) -> Entity:
        """The object as it is after the change, or as it was before its deletion."""
        subject = self.after if self.after is not None else self.before
        assert subject is not None
        return subject

    @property
    def kind(self) -> type[Entity]:
        return type(self.subject)

    @property
    def id(self) -> UUID:
        return self.subject.id

    @property
    def reversed(self) -> "Change":
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """What happened as a person reads it ("Contact renamed"), the changes, and pictures that came with them.

    The label stands in the status bar, and behind "Undo:" and "Undone:"; it has no full stop.

    ``changes`` may be read from disk while it is iterated (an import of any size); it can be iterated
    again and knows its length. ``photos`` maps SHA-256 in hexadecimal to the bytes.
    """

    label: str
    changes: Collection[Change]
    photos: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))

    def touches(self, *kinds: type[Entity]) -> bool:
        """Whether any object of these kinds may have changed; a large edit may touch everything."""
        if len(self.changes) > LARGE:
            return True
        return any(change.kind in kinds for change in self.changes)


LARGE = 1_000
"""More changes than this and the pairs are kept in the data file instead of in memory."""
