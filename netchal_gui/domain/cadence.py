"""How late one is with somebody one wants to stay in touch with, and when a birthday is kept."""

from calendar import isleap
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from netchal_gui.domain.contact_kinds import Circle

if TYPE_CHECKING:
    from netchal_gui.domain.contact import PartialDate

NEVER = 0
"""A cadence that says: do not remind me of this person, whatever their circle has."""
CADENCES = (14, 30, 60, 90, 182, 365)
"""The usual numbers of days between two contacts: two weeks, one, two, three and six months, a year."""
CIRCLE_DAYS = {Circle.FAMILY: 30, Circle.FRIEND: 30}
"""The cadence of a circle until the person sets another one."""
ANSWER_DAYS = 7
"""So many days a request waits for its reply until the person sets another number."""
BIRTHDAY_DAYS = 7
"""So many days ahead a birthday is told."""
GRACE = 4
"""DUE becomes OVERDUE when more than this part (a quarter) of the cadence has passed on top of it."""


class Lateness(StrEnum):
    """DUE: the days have passed. OVERDUE: so has more than a quarter of them again."""

    DUE = "due"
    OVERDUE = "overdue"


def lateness(over: int, cadence: int) -> Lateness | None:
    """``over``: days since the cadence (days) was over, 0 on its last one; None while there is time."""
    if over < 0:
        return None
    return Lateness.OVERDUE if over * GRACE > cadence else Lateness.DUE


def kept_in(birthday: "PartialDate", year: int) -> date:
    """The day of a year on which it is kept: 29 February on the 28th where there is none, never late."""
    if (birthday.month, birthday.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return date(year, birthday.month, birthday.day)


def next_birthday(birthday: "PartialDate", today: date) -> date:
    """The next day on which it is kept, which may be today."""
    this_year = kept_in(birthday, today.year)
    return this_year if this_year >= today else kept_in(birthday, today.year + 1)


def age_on(birthday: "PartialDate", day: date) -> int | None:
    """How old they become in the year of a day; None where the year is not known or still to come."""
    return day.year - birthday.year if birthday.year and birthday.year < day.year else None


def keys_between(first: date, days: int) -> dict[str, date]:
    """The birthdays ("02-29") that are kept on ``first`` or one of the ``days`` after it, by their day."""
    found: dict[str, date] = {}
    for day in (first + timedelta(days=number) for number in range(days + 1)):
        found[f"{day:%m-%d}"] = day
        if (day.month, day.day) == (2, 28) and not isleap(day.year):
            found["02-29"] = day
    return found
