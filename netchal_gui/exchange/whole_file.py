"""Everything in one JSON document: what there is in it, and how it is written.

Keys are sorted everywhere and each object stands on a line of its own, so that a document of any size is
written and read object by object, an error has a line number, and two documents can be compared by line.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, BinaryIO

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

VERSION = 3
PROGRAM = "Netchal"


@dataclass(frozen=True, slots=True)
class About:
    """The head of the document: who wrote it, and the version of its format."""

    program: str
    version: int


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture: its bytes (base64 in the document) and their SHA-256 in hexadecimal."""

    digest: str
    data: bytes


SECTIONS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "blocks": Block,
        "busy_times": BusyTime,
        "calendar_copies": CalendarCopy,
        "challenges": Challenge,
        "contacts": Contact,
        "count_decisions": CountDecision,
        "desired_roles": DesiredRole,
        "favours": Favour,
        "follow_ups": FollowUp,
        "friend_progress": FriendProgress,
        "interviews": Interview,
        "introductions": Introduction,
        "journal_entries": JournalEntry,
        "message_templates": MessageTemplate,
        "origins": Origin,
        "photos": Photo,
        "pitches": Pitch,
        "preferences": Preferences,
        "question_sets": QuestionSet,
        "recordings": Recording,
        "slots": Slot,
        "touches": Touch,
    }
)
"""The lists of the document in the order of their names, after ``about``."""

_ADDED: Mapping[int, frozenset[str]] = MappingProxyType(
    {
        2: frozenset(
            {
                "busy_times",
                "challenges",
                "count_decisions",
                "friend_progress",
                "introductions",
                "message_templates",
                "recordings",
                "slots",
                "touches",
            }
        ),
        3: frozenset({"desired_roles", "favours", "pitches", "question_sets"}),
    }
)
"""The lists that a version of the format brought; the others are as old as the first."""


def sections_of(version: int) -> Mapping[str, type[Any]]:
    """The lists that a document of this version has; fields that its objects lack have their default."""
    later = frozenset().union(*(names for added, names in _ADDED.items() if added > version))
    return {name: kind for name, kind in SECTIONS.items() if name not in later}


FIRST_LINES = (b"{\n", b'"about": ')


def write(file: BinaryIO, items: Callable[[type[Any]], Iterable[Any]]) -> None:
    """Write the document. ``items`` gives the objects of each kind in SECTIONS, in their lasting order.

    The same objects give the same bytes. Raises OSError.
    """
    import msgspec

    encode = msgspec.json.Encoder(order="sorted").encode
    opening, about = FIRST_LINES
    file.write(opening + about + encode(About(PROGRAM, VERSION)))
    for section, kind in SECTIONS.items():
        file.write(b',\n"' + section.encode() + b'": [')
        comma = b"\n"
        for item in items(kind):
            file.write(comma + encode(item))
            comma = b",\n"
        file.write(b"\n]")
    file.write(b"\n}\n")
