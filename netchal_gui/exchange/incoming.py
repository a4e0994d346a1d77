"""What an importer hands on for each item of a file, whatever kind of file it is: a person or a refusal."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from netchal_gui.domain.contact import Contact

NOBODY = UUID(int=0)
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


class RefusalKind(StrEnum):
    """Why an item is not taken."""

    EMPTY_FILE = "empty_file"
    UNKNOWN_FORMAT = "unknown_format"
    UNREADABLE_FILE = "unreadable_file"
    CUT_OFF = "cut_off"
    BEGIN_MISSING = "begin_missing"
    TOO_LARGE = "too_large"
    NOTHING_TO_KEEP = "nothing_to_keep"
    GROUP = "group"
    GIVEN_UP = "given_up"


class WarningKind(StrEnum):
    """What was left out or looked odd, although the person is taken."""

    NOT_UNDERSTOOD = "not_understood"
    LINE_TOO_LONG = "line_too_long"
    TOO_MANY_LINES = "too_many_lines"
    PHOTO_TOO_LARGE = "photo_too_large"
    PHOTO_UNREADABLE = "photo_unreadable"
    EMAIL_DOUBTFUL = "email_doubtful"
    BIRTHDAY_UNREADABLE = "birthday_unreadable"
    END_MISSING = "end_missing"


@dataclass(frozen=True, slots=True)
class Caution:
    """One warning: the line of the file (from 1) and the property or value it is about."""

    line: int
    kind: WarningKind
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPerson:
    """A person as a file describes them.

    ``contact`` carries the values under the id NOBODY, or under its own where Netchal wrote the file; it
    has no ``photo`` digest, as the picture's bytes stand in ``photo``. ``uid`` is the source's own id, ""
    for none. ``extra`` are content lines that we do not understand. ``complete``: the file was written by
    Netchal, so relation, source and the like are the person's own and not presets. ``line`` counts from 1.
    """

    line: int
    contact: Contact
    uid: str = ""
    photo: bytes | None = None
    extra: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that is not taken: why, the line where it begins, and its name where one was found."""

    kind: RefusalKind
    line: int
    name: str = ""


Incoming = IncomingPerson | Refused
