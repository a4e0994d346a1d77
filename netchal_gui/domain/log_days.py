"""Days, times and lengths in the one-line log. Pure: today is passed in.

A day of a talk lies behind, that of a next step ahead: "12.3." is the last such day, or the next one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from netchal_gui.domain import log_words as words
from netchal_gui.domain.folding import fold, transcribed

Read = Callable[["re.Match[str]", "Calendar"], object]
"""What a found text means; None where it means nothing, such as 31.2."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Today, and whether days without a year lie ahead."""

    today: date
    ahead: bool = False

    def in_year(self, day: int, month: int, year: int | None) -> date | None:
        """The day; without a year the nearest one on the right side of today, which is on both."""
        if year is not None:
            return _date(year + 2000 if year < 100 else year, month, day)
        years = range(self.today.year - 4, self.today.year + 5)  # 29 February is there in one of these
        days = [found for each in years if (found := _date(each, month, day))]
        if self.ahead:
            return next((each for each in days if each >= self.today), None)
        return next((each for each in reversed(days) if each <= self.today), None)

    def weekday(self, number: int, *, strictly: bool) -> date:
        """The nearest such day (Monday is 0) on the right side; ``strictly``: not today."""
        away = (number - self.today.weekday()) % 7 if self.ahead else (self.today.weekday() - number) % 7
        away = 7 if strictly and not away else away
        return self.today + timedelta(days=away if self.ahead else -away)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def alternatives(texts: Iterable[str]) -> str:
    """A pattern for any of the texts, folded, in both spellings of an umlaut, the longest first."""
    both = {spelt for text in texts for spelt in (fold(text), transcribed(text))}
    return "|".join(re.escape(each) for each in sorted(both, key=lambda each: (-len(each), each)))


def _number_of(table: Iterable[words.Words], found: str) -> int:
    """The place, from 0, of what was found in a table of words."""
    return next(n for n, each in enumerate(table) if found in {fold(w) for w in each.all} | _spelt(each))


def _spelt(each: words.Words) -> set[str]:
    return {transcribed(word) for word in each.all}


def _relative(days: int) -> Read:
    return lambda _, calendar: calendar.today + timedelta(days=days)


def _weekday(found: "re.Match[str]", calendar: Calendar) -> date:
    number = _number_of(words.WEEKDAYS, found["weekday"])
    return calendar.weekday(number, strictly=bool(found["strictly"]))


def _numbers(found: "re.Match[str]", calendar: Calendar) -> date | None:
    year = int(found["year"]) if found["year"] else None
    return calendar.in_year(int(found["day"]), int(found["month"]), year)


def _named_month(found: "re.Match[str]", calendar: Calendar) -> date | None:
    year = int(found["year"]) if found["year"] else None
    return calendar.in_year(int(found["day"]), _number_of(words.MONTHS, found["month"]) + 1, year)


def _ago(found: "re.Match[str]", calendar: Calendar) -> date | None:
    count = _count(found["count"])
    days = count * (7 if found["unit"].startswith("w") else 1)
    return calendar.today + timedelta(days=days if calendar.ahead else -days) if days <= 3_660 else None


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else 1


def _clock(found: "re.Match[str]", _: Calendar) -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = found["half"] or ""
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _length(found: "re.Match[str]", _: Calendar) -> int | None:
    number = float(found["number"].replace(",", "."))
    minutes = round(number * 60) if found["unit"].startswith(("h", "s")) else round(number)
    return minutes if 1 <= minutes <= 24 * 60 else None


@lru_cache(maxsize=2)
def day_patterns(ahead: bool) -> tuple[tuple["re.Pattern[str]", Read], ...]:
    """What says a day, in the order in which it is tried; patterns are for folded text."""
    return tuple((re.compile(f"(?:{pattern})(?=$| )"), read) for pattern, read in _days(ahead))


def _days(ahead: bool) -> Iterator[tuple[str, Read]]:
    around = {words.TODAY: 0, words.YESTERDAY: -1, words.DAY_BEFORE_YESTERDAY: -2}
    coming = {words.TODAY: 0, words.TOMORROW: 1, words.DAY_AFTER_TOMORROW: 2, words.NEXT_WEEK: 7}
    for said, days in (coming if ahead else around).items():
        yield alternatives(said.all), _relative(days)
    strictly = alternatives((words.NEXT if ahead else words.LAST).all)
    weekdays = alternatives(word for day in words.WEEKDAYS for word in day.all)
    on = f"(?:(?:{alternatives(words.ON.all)}) )?"
    yield rf"{on}(?:(?P<strictly>{strictly}) )?(?P<weekday>{weekdays})", _weekday
    units = "days?|weeks?|tage?n?|wochen?"
    count = r"(?P<count>\d{1,4}|a|one|einem|einer|einen)"
    yield (f"in {count} (?P<unit>{units})" if ahead else f"{count} (?P<unit>{units}) ago"), _ago
    if not ahead:
        yield f"vor {count} (?P<unit>{units})", _ago
    yield rf"{on}(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})", _numbers
    yield rf"{on}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}|\d\d)?", _numbers
    months = alternatives(word for month in words.MONTHS for word in month.all)
    year = r"(?: (?P<year>\d{4}))?"
    yield rf"{on}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)? (?P<month>{months})\.?{year}", _named_month
    yield rf"{on}(?P<month>{months})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?{year}", _named_month


@lru_cache(maxsize=1)
def time_patterns() -> tuple[tuple["re.Pattern[str]", Read], ...]:
    """A clock time: "at 18:30", "6 pm", "um 18 Uhr"."""
    texts = (
        r"(?:(?:at|um) )?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?: ?(?P<half>am|pm))?(?: uhr)?",
        r"(?:(?:at|um) )?(?P<hour>\d{1,2})(?P<minute>) ?(?P<half>am|pm)",
        r"(?:um )?(?P<hour>\d{1,2})(?:\.(?P<minute>\d\d))? uhr(?P<half>)",
    )
    return tuple((re.compile(f"(?:{text})(?=$| )"), _clock) for text in texts)


@lru_cache(maxsize=1)
def length_patterns() -> tuple[tuple["re.Pattern[str]", Read], ...]:
    """How long it took: "45 min", "1.5 hours", "1 Stunde"."""
    unit = r"(?P<unit>minutes|minute|minuten|min|hours|hour|h|stunden|stunde|std)\.?"
    text = rf"(?:for )?(?P<number>\d{{1,4}}(?:[.,]\d)?) ?{unit}"
    return ((re.compile(f"(?:{text})(?=$| )"), _length),)
