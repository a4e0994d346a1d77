"""A contact: a person, how we met, and how to reach them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from netchal_gui.domain.cadence import NEVER as NEVER
from netchal_gui.domain.contact_kinds import Circle as Circle
from netchal_gui.domain.contact_kinds import Relation as Relation
from netchal_gui.domain.contact_kinds import Source as Source
from netchal_gui.domain.initials import initials as initials
from netchal_gui.domain.problem import Problem, ProblemKind


class Privacy(StrEnum):
    """How much of the person a plan, a report or a page tells the world."""

    FULL_NAME = "full_name"
    FIRST_NAME = "first_name"
    INITIALS = "initials"
    ROLE_ONLY = "role_only"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Labelled:
    """An e-mail address, phone number or link with its label ("work", "cell", "" for none)."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address in the seven parts of vCard's ADR (RFC 6350, 6.3.1) and its label."""

    label: str = ""
    box: str = ""
    extended: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    code: str = ""
    country: str = ""

    def __bool__(self) -> bool:
        return any((self.box, self.extended, self.street, self.city, self.region, self.code, self.country))


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A birthday whose year may be unknown (RFC 6350, 4.3.1, ``--0229``)."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        date(self.year or 2000, self.month, self.day)

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that the person added themselves."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person.

    ``name`` is the name as shown and never empty in a stored contact; the five parts below it are
    vCard's N and may all be empty. ``photo`` is the SHA-256 of a stored picture in hexadecimal.
    ``cadence`` is the wished number of days between two contacts, None for that of the circle. ``language``
    is the ISO 639-1 code of the language one writes to them in, "" for the usual one. ``created`` is UTC.
    """

    id: UUID
    name: str
    created: datetime
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    organisation: str = ""
    unit: str = ""
    role: str = ""
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    links: tuple[Labelled, ...] = ()
    addresses: tuple[Address, ...] = ()
    birthday: PartialDate | None = None
    photo: str | None = None
    tags: tuple[str, ...] = ()
    fields: tuple[OwnField, ...] = ()
    note: str = ""
    relation: Relation = Relation.NEW
    circle: Circle | None = None
    far_away: bool = False
    source: Source | None = None
    source_detail: str = ""
    cadence: int | None = None
    privacy: Privacy = Privacy.ROLE_ONLY
    language: str = ""

    @property
    def place(self) -> str:
        """The city (or, without one, the country) of the first address that has it."""
        return next((a.city or a.country for a in self.addresses if a.city or a.country), "")

    @property
    def initials(self) -> str:
        """One or two capital letters for the avatar."""
        return initials(self.name)


def problems(contact: Contact) -> Iterator[Problem]:
    """What keeps the contact from being saved (``name``) or deserves a look (``emails``)."""
    if not contact.name.strip():
        yield Problem(ProblemKind.NAME_MISSING, "name")
    for email in contact.emails:
        if not looks_like_email(email.value):
            yield Problem(ProblemKind.EMAIL_DOUBTFUL, "emails", email.value, blocks=False)
    if contact.cadence is not None and contact.cadence < NEVER:
        yield Problem(ProblemKind.CADENCE_TOO_SHORT, "cadence")


def looks_like_email(text: str) -> bool:
    """Whether a mail program could use the text: something, one @, something, no blanks or controls."""
    local, at, host = text.rpartition("@")
    return bool(at and local and host) and text.isprintable() and not any(c in text for c in " ,;<>")
