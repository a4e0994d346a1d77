"""The year of the article as facts: twelve months of four known and four new people, and what went otherwise.

People are called K01a (January's first known one) to N12d. In a month without surprises

- K?a, K?b and all new ones are asked on the 1st, answer on the 2nd and have a day from the 3rd on; K?c and
  K?d are rung up on the 3rd; K?a introduces N?a on the 2nd and mentions N?b;
- coffees are at noon: known on the 4th, 8th, 12th, 16th, new on the 6th, 10th, 14th, 18th.

Otherwise:

- February: K02d, for whom a place was chosen, does not come. June's fifth, K06e by chance on the 20th, makes
  it up.
- March: N03d calls off on the 17th. August has N08e on the 20th, who makes it up, and on the 21st by chance
  N08f, for whom no place is left.
- April: K04c moves from the 12th to the 13th.
- May: K05d is asked and declines. N05b is not asked but met by chance at an event.
- July: K07a only by mail, which does not count, until it is decided on 1 September that it does. N07c by
  video on the 31st, 23:30 in New York: in Berlin it is August.
- September: K01a again on the 5th.
- October: K10d, for whom a place was chosen, is asked and stays silent.
- November: K11d on the 24th at 18:00 and N11c on the 26th instead; N11d is asked on the 25th only, met on the
  28th.
- December: K12e and K12f on the 20th and 21st, rung up, make up May and October.

Noor gets a report on the last evening of each month until July, and of December; she answers on 1 February.
"""

from collections.abc import Iterator
from datetime import date, datetime, time

from netchal_gui.commands.challenges import Template
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import Circle, Relation, Source
from netchal_gui.domain.interview import Channel, StepKind
from netchal_gui.domain.introduction import IntroductionStage
from netchal_gui.domain.periods import months_later
from tests.journeys.diary import NINE, NOON, Diary

KNOWN_DAYS = {"a": 4, "b": 8, "c": 12, "d": 16}
NEW_DAYS = {"a": 6, "b": 10, "c": 14, "d": 18}
SOURCES = {
    "a": Source.INTRODUCTION,
    "b": Source.EVENT,
    "c": Source.ROLE,
    "d": Source.WEB_SEARCH,
    "e": Source.SOCIAL_MEDIA,
    "f": Source.SOCIAL_MEDIA,
}
REPORTS = (1, 2, 3, 4, 5, 6, 7, 12)
OTHERWISE = {"K02d", "N03d", "K04c", "K05d", "N05b", "K07a", "N07c", "K10d", "K11d", "N11c", "N11d"}
COUNTING = (Channel.COFFEE, Channel.LUNCH, Channel.PHONE, Channel.VIDEO, Channel.EVENT)
AFTER = time(13)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def noon(month: int, number: int) -> datetime:
    return datetime.combine(day(month, number), NOON)


def tell(diary: Diary) -> Challenge:
    """Begin the challenge and note the whole year in the diary; :meth:`Diary.live_until` enters it."""
    diary.person("Noor", Relation.KNOWN, circle=Circle.COLLEAGUE)
    noor = diary.people["Noor"]
    year = diary.begin(Template.FOUR_BY_FOUR, day(1, 1), channels=COUNTING, partner_id=noor)
    for name in everyone():
        _enters(diary, name)
    for month in range(1, 13):
        for letter in "abcd":
            for name in (f"K{month:02}{letter}", f"N{month:02}{letter}"):
                if name not in OTHERWISE:
                    _as_usual(diary, name)
        diary.at(day(month, 2), NINE, diary.introduced, f"K{month:02}a", f"N{month:02}a")
        diary.at(
            day(month, 2), NINE, diary.introduced, f"K{month:02}a", f"N{month:02}b", IntroductionStage.NAMED
        )
        if month in REPORTS:
            last = months_later(day(1, 31), month - 1)
            diary.at(last, time(19), diary.reported, year, "Noor")
    diary.at(day(2, 1), NOON, diary.reported, year, "Noor", inbound=True)
    _first_half(diary, year)
    _second_half(diary, year)
    return year


def everyone() -> Iterator[str]:
    for month in range(1, 13):
        yield from (f"{kind}{month:02}{letter}" for letter in "abcd" for kind in "KN")
    yield from ("K06e", "N08e", "N08f", "K12e", "K12f")


def _enters(diary: Diary, name: str) -> None:
    """Whoever is known is in the address book from the start; the new ones come with their month."""
    letter = name[-1]
    if name.startswith("K"):
        circle = Circle.FRIEND if letter == "d" else Circle.COLLEAGUE
        diary.person(name, Relation.KNOWN, Source.ALREADY_KNOWN, circle, far_away=name == "K06d")
    else:
        month = int(name[1:3])
        diary.at(day(month, 1), time(8), diary.person, name, Relation.NEW, SOURCES[letter])


def _as_usual(diary: Diary, name: str) -> None:
    month, letter = int(name[1:3]), name[-1]
    number = (KNOWN_DAYS if name.startswith("K") else NEW_DAYS)[letter]
    if name.startswith("N") or letter in "ab":
        _asked(diary, name, 1)
    diary.at(day(month, 3), NINE, diary.agreed, name, noon(month, number))
    diary.at(day(month, number), AFTER, diary.step, name, StepKind.MET)


def _asked(diary: Diary, name: str, number: int) -> None:
    month = int(name[1:3])
    diary.at(day(month, number), NINE, diary.asked, name)
    diary.at(day(month, number + 1), NINE, diary.step, name, StepKind.REPLIED)


def _met(diary: Diary, name: str, number: int, clock: time = NOON) -> None:
    """Agreed on the 3rd, met on another day than usual."""
    month = int(name[1:3])
    start = datetime.combine(day(month, number), clock)
    diary.at(day(month, 3), NINE, diary.agreed, name, start)
    diary.at(day(month, number), clock.replace(hour=clock.hour + 1), diary.step, name, StepKind.MET)


def _first_half(diary: Diary, year: Challenge) -> None:
    diary.at(day(2, 3), NINE, diary.agreed, "K02d", noon(2, 16))
    diary.at(day(2, 3), time(10), diary.chose, year, "K02d", 1)
    diary.at(day(2, 16), AFTER, diary.step, "K02d", StepKind.NO_SHOW)
    _asked(diary, "N03d", 1)
    diary.at(day(3, 3), NINE, diary.agreed, "N03d", noon(3, 18))
    diary.at(day(3, 17), NINE, diary.step, "N03d", StepKind.CANCELLED)
    diary.at(day(4, 3), NINE, diary.agreed, "K04c", noon(4, 12))
    diary.at(day(4, 11), NINE, diary.moved, "K04c", noon(4, 13))
    diary.at(day(4, 13), AFTER, diary.step, "K04c", StepKind.MET)
    diary.at(day(5, 1), NINE, diary.asked, "K05d")
    diary.at(day(5, 5), NINE, diary.step, "K05d", StepKind.DECLINED)
    diary.at(day(5, 10), AFTER, diary.chance, "N05b", noon(5, 10))
    diary.at(day(6, 20), AFTER, diary.chance, "K06e", noon(6, 20))


def _second_half(diary: Diary, year: Challenge) -> None:
    _asked(diary, "K07a", 1)
    diary.at(day(7, 3), NINE, diary.agreed, "K07a", noon(7, 4), Channel.MAIL)
    diary.at(day(7, 4), AFTER, diary.step, "K07a", StepKind.MET)
    _asked(diary, "N07c", 1)
    late = datetime(2026, 7, 31, 23, 30)
    diary.at(day(7, 3), NINE, diary.agreed, "N07c", late, Channel.VIDEO, "America/New_York")
    diary.at(day(8, 1), time(7), diary.step, "N07c", StepKind.MET)
    _asked(diary, "N08e", 1)
    _met(diary, "N08e", 20)
    diary.at(day(8, 21), AFTER, diary.chance, "N08f", noon(8, 21))
    diary.at(day(9, 1), NOON, diary.decided, year, "K07a", True, "A long letter is a talk")
    diary.at(day(9, 5), NOON, diary.again, "K01a", noon(9, 5))
    diary.at(day(10, 1), NINE, diary.asked, "K10d")
    diary.at(day(10, 1), time(10), diary.chose, year, "K10d", 9)
    _met(diary, "K11d", 24, time(18))
    _asked(diary, "N11c", 1)
    _met(diary, "N11c", 26)
    _asked(diary, "N11d", 25)
    diary.at(day(11, 27), NINE, diary.agreed, "N11d", noon(11, 28))
    diary.at(day(11, 28), AFTER, diary.step, "N11d", StepKind.MET)
    for name, number in (("K12e", 20), ("K12f", 21)):
        _met(diary, name, number)
