"""How late one is with somebody, and how often one wants to hear of each other, in words."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netchal_gui import words
from netchal_gui.domain.birthday import age_on
from netchal_gui.domain.cadence import NEVER, Lateness, lateness
from netchal_gui.words import say, say_many

if TYPE_CHECKING:
    from netchal_gui.domain.contact import PartialDate


class Late(NamedTuple):
    """ "Overdue" and "5 weeks", as two words where only the first may be shortened."""

    what: str
    when: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.when}".strip()


def late(over: int, cadence: int) -> Late | None:
    """``over``: days since the ``cadence`` (days) was over; None while there is time."""
    found = lateness(over, cadence)
    if found is Lateness.OVERDUE:
        return Late(say("Overdue"), span(over))
    if found is Lateness.DUE:
        return Late(say("Due"), ago(over))
    return None


def span(days: int) -> str:
    """ "5 days", from two weeks on "5 weeks"."""
    if days < 14:
        return say_many("{n} day", "{n} days", days)
    return say_many("{n} week", "{n} weeks", days // 7)


def ago(days: int) -> str:
    """ "today", "5 days ago", from two weeks on "5 weeks ago"."""
    if not days:
        return say("today")
    if days < 14:
        return say_many("{n} day ago", "{n} days ago", days)
    return say_many("{n} week ago", "{n} weeks ago", days // 7)


def cadence_text(days: int) -> str:
    """ "every month" for the usual rhythms, else so many days."""
    usual = {
        NEVER: say("never"),
        7: say("every week"),
        14: say("every two weeks"),
        30: say("every month"),
        60: say("every two months"),
        90: say("every three months"),
        182: say("every half year"),
        365: say("every year"),
    }
    return usual.get(days) or say_many("every {n} day", "every {n} days", days)


def birthday_near(birthday: "PartialDate", day: date, today: date) -> str:
    """ "turns 40 today", "birthday on Thu 26 Nov"; ``day``: where it is kept this time."""
    when = say("today") if day == today else say("on {day}", day=words.weekday_day(day))
    age = age_on(birthday, day)
    if age is None:
        return say("birthday {when}", when=when)
    return say("turns {age} {when}", age=age, when=when)
