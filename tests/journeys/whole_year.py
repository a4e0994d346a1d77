"""The year of the article with all that is around its talks, as facts.

Beside what :mod:`tests.journeys.article_year` tells:

- A chain of introductions, five deep: K01a → N01a → N02c → N03c → N04c → N05c, each made on the 2nd of the
  month in which the last one enters; N01b → N02d on 3 February; K03b → N05c too, on 5 May.
- N01a's tip got one an interview on 10 February: a thank-you to N01a, done on the 12th, and one to K01a who
  made the introduction, put off to the 20th and done on the 21st. K02a is asked for a letter on 5 March and
  writes it on the 20th, and is never thanked. N01a is helped on 6 March. K03a is promised slides on 1 April,
  who gets them on 1 June. K01a's review of 7 April is thanked for on the 9th. K02b is asked for a reference
  on 20 May, and nothing comes of it.
- N03a is met again on 21 April, logged in one line, promises Xaver and names Yara. One puts asking for the
  introduction off to Monday 4 May; it is made on the 5th. Both are asked on 6 May. Yara stays silent. Xaver
  replies, does not come on the 20th, is asked again on the 25th and declines on 1 June.
- At the end of their talk K?b are asked who else, and name nobody; with K?c one forgets it.
- Met again: N01c without an appointment on 20 February, N01b on 15 March, N02b on 20 May, the 99th day,
  N09a without an appointment on 5 December, the 90th day.
- K02d is written to on 1 March, K04a called on 30 April, K06d called on 20 September. N01c writes on 10
  July, K01b on 10 September. On 25 November one notes a message from K01c of 10 June, and on the 26th one of
  1 February.
- One wants to be in touch with K01b every 90 days, with professional contacts, of whom N01c is one, every
  120, and from June on with K03d never.
- Birthdays: Noor 15 February 1985, K01c 22 February, N02b 23 February, K02b 29 February 1988; K04a and K04b
  30 April 1970 and 1980; K06b 7 June 1975; N10c 16 October, of which one never wants to be reminded, K10d 20
  October 1990; N12b 3 January 1990.
- K06d and N03b live in Bremen, K02b in Bremerhaven, K03c in Berlin.
- N01b, N02b and N05b were met at the ATD, N03b and N04b at the fair; where the others of their kind were met
  is not noted.
"""

from datetime import time
from itertools import pairwise

from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.contact import NEVER, Address, Circle, PartialDate
from netchal_gui.domain.favour import FavourKind
from netchal_gui.domain.follow_up import FollowUpKind
from netchal_gui.domain.interview import StepKind, WhoElse
from netchal_gui.domain.pipeline import Column
from netchal_gui.domain.touch import TouchKind
from tests.journeys import article_year
from tests.journeys.article_year import AFTER, day, noon
from tests.journeys.diary import NINE, NOON
from tests.journeys.whole_diary import WholeDiary

LINE = "met N03a phone thanks who-else: Xaver Quirin (promised), Yara Quast"
XAVER, YARA = "Xaver Quirin", "Yara Quast"
TEN = time(10)
BIRTHDAYS = {
    "Noor": PartialDate(2, 15, 1985),
    "K01c": PartialDate(2, 22),
    "N02b": PartialDate(2, 23),
    "K02b": PartialDate(2, 29, 1988),
    "K04a": PartialDate(4, 30, 1970),
    "K04b": PartialDate(4, 30, 1980),
    "K06b": PartialDate(6, 7, 1975),
    "N10c": PartialDate(10, 16),
    "K10d": PartialDate(10, 20, 1990),
    "N12b": PartialDate(1, 3, 1990),
}
PLACES = {"K06d": "Bremen", "N03b": "Bremen", "K02b": "Bremerhaven", "K03c": "Berlin"}
EVENTS = {"N01b": "ATD", "N02b": "ATD", "N05b": "ATD", "N03b": "Fair", "N04b": "Fair"}


def tell(diary: WholeDiary) -> Challenge:
    year = article_year.tell(diary)
    _known_of_people(diary)
    _introductions(diary)
    _favours(diary)
    _named_in_april(diary)
    _who_else(diary)
    _again_and_touched(diary)
    return year


def _known_of_people(diary: WholeDiary) -> None:
    for name, birthday in BIRTHDAYS.items():
        _noted(diary, name, birthday=birthday)
    for name, city in PLACES.items():
        _noted(diary, name, addresses=(Address(city=city),))
    for name, event in EVENTS.items():
        _noted(diary, name, source_detail=event)
    _noted(diary, "K01b", cadence=90)
    _noted(diary, "N10c", cadence=NEVER)
    diary.at(day(6, 1), NINE, diary.noted, "K03d", cadence=NEVER)
    diary.at(day(1, 1), NINE, diary.wished, Circle.PROFESSIONAL, 120)
    _noted(diary, "N01c", circle=Circle.PROFESSIONAL)


def _noted(diary: WholeDiary, name: str, **parts: object) -> None:
    """In the hour in which they enter; of those who are known, on the first day."""
    month = int(name[1:3]) if name.startswith(("N0", "N1")) else 1
    diary.at(day(month, 1), time(8, 30), diary.noted, name, **parts)


def _introductions(diary: WholeDiary) -> None:
    chain = ("N01a", "N02c", "N03c", "N04c", "N05c")
    for month, (by, to) in enumerate(pairwise(chain), 2):
        diary.at(day(month, 2), TEN, diary.introduced, by, to)
    diary.at(day(2, 3), TEN, diary.introduced, "N01b", "N02d")
    diary.at(day(5, 5), TEN, diary.introduced, "K03b", "N05c")


def _favours(diary: WholeDiary) -> None:
    later = FollowUpKind.THANK_LATER
    diary.at(day(2, 10), NINE, diary.helped, "N01a", FavourKind.GOT, "Her tip got me the interview", "K01a")
    diary.at(day(2, 11), NINE, diary.put_off, "K01a", later, day(2, 20))
    diary.at(day(2, 12), NINE, diary.did, "N01a", later)
    diary.at(day(2, 21), NINE, diary.did, "K01a", later)
    diary.at(day(3, 5), TEN, diary.helped, "K02a", FavourKind.ASKED, "A letter")
    diary.at(day(3, 20), TEN, diary.settled, "A letter")
    diary.at(day(3, 6), TEN, diary.helped, "N01a", FavourKind.GIVEN, "Read her draft")
    diary.at(day(4, 1), TEN, diary.helped, "K03a", FavourKind.PROMISED, "The slides")
    diary.at(day(6, 1), TEN, diary.settled, "The slides")
    diary.at(day(4, 7), TEN, diary.helped, "K01a", FavourKind.GOT, "A review")
    diary.at(day(4, 9), NINE, diary.did, "K01a", later)
    diary.at(day(5, 20), TEN, diary.helped, "K02b", FavourKind.ASKED, "A reference")


def _named_in_april(diary: WholeDiary) -> None:
    diary.at(day(4, 21), time(18), diary.logged, LINE)
    diary.at(day(4, 29), NINE, diary.put_off, "N03a", FollowUpKind.INTRODUCE)
    diary.at(day(5, 5), NINE, diary.brought_together, "N03a", XAVER)
    for name in (XAVER, YARA):
        diary.at(day(5, 6), NINE, diary.carried, name, Column.ASKED)
    diary.at(day(5, 8), NINE, diary.replied, XAVER)
    diary.at(day(5, 10), NINE, diary.agreed, XAVER, noon(5, 20))
    diary.at(day(5, 20), AFTER, diary.step, XAVER, StepKind.NO_SHOW)
    diary.at(day(5, 25), NINE, diary.went, XAVER, StepKind.ASKED)
    diary.at(day(6, 1), NINE, diary.went, XAVER, StepKind.DECLINED)


def _who_else(diary: WholeDiary) -> None:
    for month in range(1, 13):
        diary.at(day(month, 8), time(14), diary.answered, f"K{month:02}b", WhoElse.NOBODY)
        diary.at(day(month, 13), time(14), diary.answered, f"K{month:02}c", WhoElse.FORGOT)


def _again_and_touched(diary: WholeDiary) -> None:
    diary.at(day(3, 15), AFTER, diary.again, "N01b", noon(3, 15))
    diary.at(day(5, 20), AFTER, diary.again, "N02b", noon(5, 20))
    meeting, mail, call, message = TouchKind.MEETING, TouchKind.MAIL, TouchKind.CALL, TouchKind.MESSAGE
    diary.at(day(2, 20), NOON, diary.touched, "N01c", meeting, day(2, 20))
    diary.at(day(12, 5), NOON, diary.touched, "N09a", meeting, day(12, 5))
    diary.at(day(3, 1), NOON, diary.touched, "K02d", mail, day(3, 1))
    diary.at(day(4, 30), NOON, diary.touched, "K04a", call, day(4, 30))
    diary.at(day(9, 20), NOON, diary.touched, "K06d", call, day(9, 20))
    diary.at(day(7, 10), NOON, diary.touched, "N01c", mail, day(7, 10), inbound=True)
    diary.at(day(9, 10), NOON, diary.touched, "K01b", message, day(9, 10), inbound=True)
    diary.at(day(11, 25), NOON, diary.touched, "K01c", message, day(6, 10), inbound=True)
    diary.at(day(11, 26), NOON, diary.touched, "K01c", message, day(2, 1), inbound=True)
