"""Settings that change output; they live in the data file, so that they travel with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap
from uuid import UUID

from netchal_gui.domain.cadence import ANSWER_DAYS, CIRCLE_DAYS, NEVER
from netchal_gui.domain.contact import Circle, Contact
from netchal_gui.domain.problem import Problem, ProblemKind

PREFERENCES_ID = UUID("7d0f3a52-2f3c-4c36-8a55-4e3d1f3f9a00")
LONGEST_ANSWER_DAYS = 365


class ExportShape(StrEnum):
    """How several events are written; ASK until the person has chosen."""

    ASK = "ask"
    ONE_FILE = "one_file"
    FOLDER = "folder"


class FollowUpsInCalendar(StrEnum):
    """How the month's calendar file carries follow-ups: EVENT is for calendars that ignore VTODO."""

    NONE = "none"
    TODO = "todo"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class CircleCadence:
    """The wished number of days between two contacts with people of a circle."""

    circle: Circle
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """One object in every data file.

    Empty ``export_folder``: the platform's documents folder. ``challenge_id`` is the current challenge.
    ``own_name`` signs what is written; ``language`` is the usual language of texts (ISO 639-1), "" for
    the program's. ``circle_cadences`` are for those who have no cadence of their own; a circle that is
    missing has none. A request without a reply comes up again after ``answer_days``.
    """

    id: UUID = PREFERENCES_ID
    private_events: bool = True
    export_shape: ExportShape = ExportShape.ASK
    export_folder: str = ""
    vcard_version: str = "3.0"
    challenge_id: UUID | None = None
    own_name: str = ""
    language: str = ""
    circle_cadences: tuple[CircleCadence, ...] = tuple(starmap(CircleCadence, CIRCLE_DAYS.items()))
    answer_days: int = ANSWER_DAYS
    follow_ups_in_calendar: FollowUpsInCalendar = FollowUpsInCalendar.NONE

    def cadence_of(self, contact: Contact) -> int | None:
        """The days after which one wants to be in touch again: the person's own, else their circle's."""
        if contact.cadence is not None:
            return None if contact.cadence == NEVER else contact.cadence
        return next((each.days for each in self.circle_cadences if each.circle is contact.circle), None)


def problems(preferences: Preferences) -> Iterator[Problem]:
    """What keeps the settings from being saved."""
    if any(each.days < 1 for each in preferences.circle_cadences):
        yield Problem(ProblemKind.CADENCE_TOO_SHORT, "circle_cadences")
    if not 1 <= preferences.answer_days <= LONGEST_ANSWER_DAYS:
        yield Problem(ProblemKind.ANSWER_DAYS_OUT_OF_RANGE, "answer_days", str(preferences.answer_days))
