"""Every sentence that a person reads goes through here; gettext catalogues translate it. No Qt.

Write ``say("Import people from {file}", file=name)`` and ``say_many("{n} person", "{n} people", n)`` with
the English sentence as a literal, so that the catalogue tools find it. The domain has no sentences: those
for its enums and problems stand below. Nothing may call ``say`` on import, as the language comes later.
"""

from __future__ import annotations

import gettext
import locale
import os
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from netchal_gui.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from netchal_gui.domain.challenge import Lane, Period
    from netchal_gui.domain.contact import Circle, Relation, Source
    from netchal_gui.domain.follow_up import FollowUpKind
    from netchal_gui.domain.interview import Channel, StepKind
    from netchal_gui.domain.periods import ChallengeState
    from netchal_gui.domain.problem import Problem

LANGUAGES = ("en", "de")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_instead: ContextVar[gettext.NullTranslations | None] = ContextVar("instead", default=None)  # one each thread


def _translations(language: str) -> gettext.NullTranslations:
    return gettext.translation("netchal", resource("i18n"), [language], fallback=True)


def _spoken() -> gettext.NullTranslations:
    return _instead.get() or _catalogue


def system_language() -> str:
    """The first language of the environment that Netchal speaks, else English."""
    asked = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    asked.append(locale.getlocale()[0] or "")
    for name in ":".join(asked).split(":"):
        if name.split("_")[0].split(".")[0].lower() in LANGUAGES:
            return name[:2].lower()
        if name:
            break
    return "en"


def speak(language: str) -> None:
    """Choose the language, "en" or "de", of all sentences from now on."""
    global _catalogue
    _catalogue = _translations(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say all in this block in another language, for a text to somebody; English where it is unknown."""
    token = _instead.set(_translations(language))
    try:
        yield
    finally:
        _instead.reset(token)


def spoken() -> str:
    """The language of the sentences, "en" or "de"."""
    return _spoken().info().get("language", "en")


def say(sentence: str, **values: object) -> str:
    """The sentence in the chosen language with its values filled in."""
    said = _spoken().gettext(sentence)
    return said.format_map(values) if values else said


def say_many(one: str, many: str, n: int, **values: object) -> str:
    """The singular or plural form for ``n``, which also fills ``{n}``."""
    return _spoken().ngettext(one, many, n).format_map({"n": number(n), **values})


def number(n: int) -> str:
    """A whole number with the language's mark between thousands."""
    return f"{n:,}".replace(",", _spoken().gettext(","))


# Days and times. Qt's locale knows these too, but reports and the command line have no Qt.


def weekday(day: date) -> str:
    return say("Mon Tue Wed Thu Fri Sat Sun").split()[day.weekday()]


def short_day(day: date, today: date | None = None) -> str:
    """ "26 Nov"; with the year where it is not today's."""
    if today is not None and day.year != today.year:
        return say("{day} {month} {year}", day=day.day, month=_short_months()[day.month - 1], year=day.year)
    return say("{day} {month}", day=day.day, month=_short_months()[day.month - 1])


def day_of_month(day: date) -> str:
    """ "26 November", as a letter has it."""
    return say("{day} {month}", day=day.day, month=months()[day.month - 1])


def weekday_day(day: date, today: date | None = None) -> str:
    """ "Thu 26 Nov"."""
    return say("{weekday} {day}", weekday=weekday(day), day=short_day(day, today))


def long_day(day: date) -> str:
    """ "Thursday 26 November 2026"."""
    return say("{weekday} {day} {month} {year}", **_parts(day))


def full_day(day: date, today: date) -> str:
    """ "Thursday 26 November"; with the year where it is not today's."""
    if day.year != today.year:
        return long_day(day)
    return say("{weekday} {day} {month}", **_parts(day))


def _parts(day: date) -> dict[str, object]:
    names = {"weekday": weekdays()[day.weekday()], "month": months()[day.month - 1]}
    return {**names, "day": day.day, "year": day.year}


def month(day: date) -> str:
    """ "November 2026"."""
    return say("{month} {year}", month=months()[day.month - 1], year=day.year)


def clock(moment: datetime) -> str:
    """ "09:30", as the moment's own clock shows it."""
    return f"{moment:%H:%M}"


def length(minutes: int) -> str:
    """ "45 min", "1 h", "1 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("{n} min", n=rest)
    return say("{hours} h {n} min", hours=hours, n=rest) if rest else say("{hours} h", hours=hours)


def before_start(minutes: int | None) -> str:
    """A reminder: "15 min before", "None"."""
    if minutes is None:
        return say("No reminder")
    if minutes == 0:
        return say("At the start")
    if minutes % (24 * 60) == 0:
        return say_many("{n} day before", "{n} days before", minutes // (24 * 60))
    return say("{length} before", length=length(minutes))


def weekdays() -> list[str]:
    """Monday first."""
    return say("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()


def months() -> list[str]:
    return say(
        "January February March April May June July August September October November December"
    ).split()


def short_month(day: date) -> str:
    """ "Nov"."""
    return _short_months()[day.month - 1]


def _short_months() -> list[str]:
    return say("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()


# The domain's enums and problems, by their values: importing the domain here would slow every start.


def relation(value: Relation) -> str:
    return {"known": say("known"), "new": say("new")}[value]


def circle(value: Circle) -> str:
    return {
        "family": say("Family"),
        "friend": say("Friend"),
        "colleague": say("Colleague"),
        "professional": say("Professional"),
    }[value]


def source(value: Source) -> str:
    return {
        "web_search": say("Web search"),
        "event": say("Event"),
        "role": say("Role I would love"),
        "social_media": say("Social media"),
        "introduction": say("Introduction"),
        "already_known": say("Already known"),
        "chance": say("Chance"),
    }[value]


def channel(value: Channel) -> str:
    return {
        "coffee": say("Coffee"),
        "lunch": say("Lunch"),
        "phone": say("Phone"),
        "video": say("Video"),
        "mail": say("Mail"),
        "event": say("Event"),
        "other": say("Other"),
    }[value]


def step(kind: StepKind) -> str:
    return {
        "idea": say("idea"),
        "asked": say("asked"),
        "replied": say("replied"),
        "scheduled": say("scheduled"),
        "moved": say("moved"),
        "met": say("met"),
        "no_show": say("did not come"),
        "declined": say("declined"),
        "cancelled": say("cancelled"),
    }[kind]


def follow_up(kind: FollowUpKind) -> str:
    return {
        "thank": say("thank-you"),
        "thank_later": say("later thank-you"),
        "promise": say("promise"),
        "introduce": say("introduction"),
        "write": say("write"),
        "report": say("report"),
    }[kind]


def lane(value: Lane) -> str:
    return {"known": say("People you know"), "new": say("New people"), "anyone": say("People")}[value]


def period(value: Period) -> str:
    return {"day": say("day"), "week": say("week"), "month": say("month"), "whole": say("all in all")}[value]


def challenge_state(value: ChallengeState) -> str:
    return {"not_begun": say("not begun"), "running": say("running"), "ended": say("ended")}[value]


def problem(found: Problem) -> str:
    """The sentence for a problem: what is wrong and what to do."""
    return {
        "name_missing": say("A person needs a name."),
        "email_doubtful": say("“{value}” does not look like an e-mail address.", value=found.value),
        "cadence_too_short": say("The shortest rhythm is one day."),
        "nobody": say("Say with whom: type a name."),
        "time_missing": say("Say when: a day and a time."),
        "length_out_of_range": say("An interview lasts from one minute to 24 hours."),
        "zone_unknown": say("“{value}” is not a time zone. Write one like Europe/Berlin.", value=found.value),
        "time_skipped": say(
            "Summer time skips {value} on that day; the next time that exists is used.", value=found.value
        ),
        "time_repeated": say(
            "{value} comes twice on that day; the first is used unless you choose the second.",
            value=found.value,
        ),
        "reminder_out_of_range": say("A reminder comes at most four weeks before."),
        "link_unsafe": say("A link starts with http://, https://, mailto: or tel:."),
        "end_before_start": say("The end must come after the start."),
        "no_day_in_rule": say("No day fits: choose a weekday between the first and the last day."),
        "text_missing": say("Write something first."),
        "quota_out_of_range": say("Say how many people to meet: from 1 to 1,000 in each period."),
        "anyone_not_alone": say("Choose either people you know and new people, or anyone."),
        "periods_out_of_range": say("A challenge has from 1 to 1,000 periods."),
        "recording_missing": say("Give a link or choose a file."),
        "recording_link_unsafe": say("The link of a recording starts with http:// or https://."),
        "consent_missing": say("It can be public only once the person has agreed: say on which day."),
        "challenge_name_missing": say("A challenge needs a name."),
        "answer_days_out_of_range": say("Wait for a reply from 1 to 365 days."),
        "title_missing": say("Give it a title."),
        "seconds_out_of_range": say("A pitch takes from 1 second to 10 minutes."),
        "questions_missing": say("Write at least one question."),
    }[found.kind]
