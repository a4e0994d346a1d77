"""When a birthday is kept."""

from calendar import isleap
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netchal_gui.domain.contact import PartialDate

BIRTHDAY_DAYS = 7
"""So many days ahead a birthday is told."""


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
