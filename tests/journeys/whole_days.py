"""Asking, introductions, favours and what is to follow up on five evenings, reckoned by hand."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netchal_gui.commands.challenge_people import ToDoKind
from netchal_gui.domain.contact import Source
from netchal_gui.domain.favour import Balance
from netchal_gui.domain.network import Yield
from netchal_gui.domain.pipeline import Column
from tests.journeys.article_year import day
from tests.journeys.whole_year import XAVER, YARA

KNOWN, LED, EVENT = Source.ALREADY_KNOWN, Source.INTRODUCTION, Source.EVENT
ROLE, WEB, SOCIAL = Source.ROLE, Source.WEB_SEARCH, Source.SOCIAL_MEDIA
FOLLOW_UP, PREPARE, REPORT = ToDoKind.FOLLOW_UP, ToDoKind.PREPARE, ToDoKind.REPORT
WAITING, BIRTHDAY = ToDoKind.WAITING, ToDoKind.BIRTHDAY


class Open(NamedTuple):
    """A follow-up: for whom, by when, by when it was meant at first where it was put off, and how often."""

    name: str
    due: date
    first: date | None = None
    put_off: int = 0


class Owed(NamedTuple):
    """A line of what is to do; ``age``: how old they become."""

    kind: ToDoKind
    name: str
    due: date
    age: int | None = None


@dataclass(frozen=True)
class Evening:
    """What an evening shows.

    ``columns``: whose cards are in each column of the pipeline but the last one; ``thanked``: how many are in
    that. ``sources`` and ``events``: found, asked, replied, met. ``me`` and ``yields``: named, asked, met,
    second generation, deepest chain, of oneself and of everybody who led to somebody. ``who_else``: at how
    many of all talks one asked for it, and at how many somebody was named. ``balances``: got,
    given, asked, promised, with everybody with whom there was a favour. ``status``: the status bar.
    """

    columns: dict[Column, tuple[str, ...]]
    thanked: int
    sources: dict[Source, tuple[int, ...]]
    events: dict[str, tuple[int, ...]]
    me: Yield
    yields: dict[str, Yield]
    who_else: str
    balances: dict[str, Balance]
    open: tuple[Open, ...]
    done: int
    to_do: tuple[Owed, ...]
    status: str


def usual(*months: int) -> dict[str, Yield]:
    """K?a, who names two: both are asked and met in the same month, and lead to nobody."""
    return {f"K{month:02}a": Yield(2, 2, 2, 0, 1) for month in months}


LETTER = Open("K02a", day(3, 21))
"""The thank-you for the letter that came on 20 March."""
BOTH_GOT = {"K01a": Balance(got=1), "K02a": Balance(got=1), "N01a": Balance(got=1, given=1)}

EVENINGS = {
    day(2, 15): Evening(
        # Talks: January 8, February 3 + 3, all with a thank-you that is done; K02d and N02d lie ahead.
        columns={Column.SCHEDULED: ("K02d", "N02d")},
        thanked=14,
        # Known: K?a and K?b were asked, 2 + 2; met January 4, February 3. New: 2 of each kind were asked and
        # replied; of the N?d only January's was met.
        sources={
            KNOWN: (51, 4, 4, 7),
            LED: (2, 2, 2, 2),
            EVENT: (2, 2, 2, 2),
            ROLE: (2, 2, 2, 2),
            WEB: (2, 2, 2, 1),
        },
        events={"ATD": (2, 2, 2, 2)},  # N01b, N02b
        # In the network are January's 8 and February's 8. Led to were N01a, N01b, N02a, N02b, N02c, N02d; so
        # 10 stand at oneself: the 8 known, N01c, N01d. Of these K?a, K?b, N01c, N01d were asked, and all but
        # K02d met. Second: N01a, N01b, N02a, N02b. Deepest: oneself, K01a, N01a, N02c.
        me=Yield(10, 6, 9, 4, 3),
        yields={
            "K01a": Yield(2, 2, 2, 2, 2),  # N01a, N01b; N02c, N02d
            "K02a": Yield(2, 2, 2, 0, 1),  # N02a, N02b
            "N01a": Yield(1, 1, 1, 0, 1),  # N02c
            "N01b": Yield(1, 1, 0, 0, 1),  # N02d, who is met on the 18th
        },
        who_else="Asked who else at 2 of 14 talks, somebody was named at 0",  # K01b, K02b
        balances={"N01a": Balance(got=1)},  # the tip
        open=(Open("K01a", day(2, 20), day(2, 11), 1),),
        done=15,  # the 14 talks, N01a for the tip
        # Noor's birthday is before all else. N02d comes in three days; K02d tomorrow, but is a friend. K01c's
        # birthday is in seven days, N02b's in eight. February's report is not due before the 28th.
        to_do=(
            Owed(BIRTHDAY, "Noor", day(2, 15), 41),
            Owed(PREPARE, "N02d", day(2, 18)),
            Owed(FOLLOW_UP, "K01a", day(2, 20)),
            Owed(BIRTHDAY, "K01c", day(2, 22)),
        ),
        status="February: 6 of 8 met · Next: K02d, Mon 16 Feb 12:00",
    ),
    day(4, 30): Evening(
        # Xaver and Yara were named on the 21st, the last one noted comes first. Talks 8 + 7 + 7 + 8 = 30, and
        # two again: N01b, for which nobody is thanked, and N03a, who was.
        columns={Column.IDEA: (YARA, XAVER), Column.MET: ("N01b",)},
        thanked=31,
        # Known: 2 a month asked; met 4 + 3 + 4 + 4. New: 4 of each kind, and Xaver and Yara; N03d called off.
        sources={
            KNOWN: (51, 8, 8, 15),
            LED: (6, 4, 4, 4),
            EVENT: (4, 4, 4, 4),
            ROLE: (4, 4, 4, 4),
            WEB: (4, 4, 4, 3),
        },
        events={"ATD": (2, 2, 2, 2), "Fair": (2, 2, 2, 2)},  # N01b, N02b; N03b, N04b
        # 4 × 8 people and the two. Led to: 8 by K?a, N02c, N02d, N03c, N04c, the two: 14; at oneself 20: 16
        # known, N01c, N01d, N03d, N04d. Asked: 8 known, these 4. Met: 15 known, these but N03d. Second: N?a,
        # N?b. Deepest: K01a, N01a, N02c, N03c, N04c.
        me=Yield(20, 12, 18, 8, 5),
        yields={
            **usual(2, 4),
            "K01a": Yield(2, 2, 2, 2, 4),  # N01a, N02c, N03c, N04c
            "K03a": Yield(2, 2, 2, 2, 2),  # N03a, N03b; Xaver, Yara
            "N01a": Yield(1, 1, 1, 1, 3),  # N02c; N03c; N04c
            "N01b": Yield(1, 1, 1, 0, 1),  # N02d
            "N02c": Yield(1, 1, 1, 1, 2),  # N03c; N04c
            "N03c": Yield(1, 1, 1, 0, 1),  # N04c
            "N03a": Yield(2, 0, 0, 0, 1),  # Xaver, Yara: two ideas
        },
        # The tip, and help with a draft; a review; the letter that was asked for; the slides.
        who_else="Asked who else at 5 of 32 talks, somebody was named at 1",  # four, and N03a by the line
        balances=BOTH_GOT | {"K03a": Balance(promised=1)},
        # N03a's promise was to be asked for a week after the talk.
        open=(LETTER, Open("N03a", day(5, 4), day(4, 28), 1)),
        done=34,  # 31 after talks, N01a and K01a for the tip, K01a for the review
        # K04b's birthday is today; K04a's too, but one called. The report was sent an hour ago. May's days
        # are agreed on in May.
        to_do=(
            Owed(BIRTHDAY, "K04b", day(4, 30), 46),
            Owed(FOLLOW_UP, "K02a", day(3, 21)),
            Owed(FOLLOW_UP, "N03a", day(5, 4)),
        ),
        status="April: 8 of 8 met · 1 follow-up due today · No interview planned",
    ),
    day(5, 31): Evening(
        # Yara was asked 25 days ago, Xaver again six days ago. May: 6 talks with a thank-you, N05b by chance
        # and N02b again without one; K05d declined.
        columns={Column.ASKED: (YARA, XAVER), Column.MET: ("N02b", "N05b", "N01b")},
        thanked=37,
        # Known: K05a, K05b, K05d were asked, K05a to K05c met. New: 5 of each kind; N05b was not asked; Xaver
        # and Yara were, and he replied.
        sources={
            KNOWN: (51, 11, 11, 18),
            LED: (7, 7, 6, 5),
            EVENT: (5, 4, 4, 5),
            ROLE: (5, 5, 5, 5),
            WEB: (5, 5, 5, 4),
        },
        events={"ATD": (3, 2, 2, 3), "Fair": (2, 2, 2, 2)},  # N05b too
        # 42 people, led to 14 + N05a, N05b, N05c; at oneself 25: 20 known, N01c, N01d, N03d, N04d, N05d.
        # Asked: K?a, K?b, K05d, these 5. Met: 18 known, these but N03d. Second: N?a, N?b, and N05c by K03b,
        # who is so no farther than that: N04c is the farthest.
        me=Yield(25, 16, 22, 11, 5),
        yields={
            **usual(2, 4),
            "K01a": Yield(2, 2, 2, 2, 5),  # … N05c
            "K03a": Yield(2, 2, 2, 2, 2),
            "K03b": Yield(1, 1, 1, 0, 1),  # N05c
            "K05a": Yield(2, 1, 2, 0, 1),  # N05a; N05b was not asked
            "N01a": Yield(1, 1, 1, 1, 4),
            "N01b": Yield(1, 1, 1, 0, 1),
            "N02c": Yield(1, 1, 1, 1, 3),
            "N03c": Yield(1, 1, 1, 1, 2),  # N04c; N05c
            "N04c": Yield(1, 1, 1, 0, 1),  # N05c
            "N03a": Yield(2, 2, 0, 0, 1),  # asked both
        },
        who_else="Asked who else at 6 of 40 talks, somebody was named at 1",  # 37 + N01b, N03a, N02b
        balances=BOTH_GOT | {"K03a": Balance(promised=1), "K02b": Balance(asked=1)},
        open=(LETTER,),
        done=41,  # the 34, six more, and the introduction that was made
        # After seven days without a reply Yara is to be reminded of; Xaver not before tomorrow. K06b's
        # birthday is in seven days. The report was sent.
        to_do=(
            Owed(FOLLOW_UP, "K02a", day(3, 21)),
            Owed(WAITING, YARA, day(5, 13)),
            Owed(BIRTHDAY, "K06b", day(6, 7), 51),
        ),
        status="May: 7 of 8 met · 1 follow-up due today · No interview planned",
    ),
    day(10, 15): Evening(
        # Met and not thanked for, the latest first: K01a again, N08f and K06e by chance, and the three of
        # May. Thanked: 36 + June 8 + July 8 + August 9 + September 8 + October 6 = 75, and N03a again.
        columns={
            Column.ASKED: (YARA, "K10d"),
            Column.SCHEDULED: ("N10d",),
            Column.MET: ("K01a", "N08f", "K06e", "N02b", "N05b", "N01b"),
        },
        thanked=76,
        # Known asked: 11, and 2 a month from June to October, and K10d, who is silent. Met: 18 + June 5 +
        # July 4 + August 4 + September 4 + October 3. New: 10 of each kind; N03d and N10d are not met. N08e
        # was asked, N08f was not.
        sources={
            KNOWN: (51, 22, 21, 38),
            LED: (12, 12, 11, 10),
            EVENT: (10, 9, 9, 10),
            ROLE: (10, 10, 10, 10),
            WEB: (10, 10, 10, 8),
            SOCIAL: (2, 1, 1, 2),
        },
        events={"ATD": (3, 2, 2, 3), "Fair": (2, 2, 2, 2), "": (5, 5, 5, 5)},  # N06b to N10b
        # Known 41, new 42 and the two: 85. Led to: 20 by K?a, N02c, N02d, N03c, N04c, N05c, the two: 27; at
        # oneself 58: 41 known, 17 new: N?c and N?d but these, N08e, N08f. Asked: 22 known, 16. Met: 38 known,
        # 15: not N03d, N10d. Second: 20 and N05c.
        me=Yield(58, 38, 53, 21, 5),
        yields={
            **usual(2, 4, 6, 7, 8, 9, 10),
            "K01a": Yield(2, 2, 2, 2, 5),
            "K03a": Yield(2, 2, 2, 2, 2),
            "K03b": Yield(1, 1, 1, 0, 1),
            "K05a": Yield(2, 1, 2, 0, 1),
            "N01a": Yield(1, 1, 1, 1, 4),
            "N01b": Yield(1, 1, 1, 0, 1),
            "N02c": Yield(1, 1, 1, 1, 3),
            "N03c": Yield(1, 1, 1, 1, 2),
            "N04c": Yield(1, 1, 1, 0, 1),
            "N03a": Yield(2, 2, 0, 0, 1),
        },
        who_else="Asked who else at 11 of 82 talks, somebody was named at 1",  # 77 + N08f + four again
        balances=BOTH_GOT | {"K03a": Balance(given=1), "K02b": Balance(asked=1)},
        open=(LETTER,),
        done=80,  # 41 + June 8 + July 8 + August 9 + September 8 + October 6
        # September's report is the last one missed. K10d was asked a fortnight ago; Yara was to be reminded
        # of for a month. N10d comes in three days. One never wants to be reminded of N10c.
        to_do=(
            Owed(FOLLOW_UP, "K02a", day(3, 21)),
            Owed(REPORT, "Noor", day(9, 30)),
            Owed(WAITING, "K10d", day(10, 8)),
            Owed(PREPARE, "N10d", day(10, 18)),
            Owed(BIRTHDAY, "K10d", day(10, 20), 36),
        ),
        status="October: 6 of 8 met · 1 follow-up due today · Next: N10d, Sun 18 Oct 12:00",
    ),
    day(12, 31): Evening(
        # Talks: 96, one extra, and four again, 101. Not thanked for: three by chance, three again: 95.
        columns={
            Column.ASKED: (YARA, "K10d"),
            Column.MET: ("K01a", "N08f", "K06e", "N02b", "N05b", "N01b"),
        },
        thanked=95,
        # Known asked: 22 + 2 + 2, all but K10d replied. Met: 38 + November 4 + December 4 + K12e and K12f.
        # New: 12 of each kind, all but N03d met.
        sources={
            KNOWN: (51, 26, 25, 48),
            LED: (14, 14, 13, 12),
            EVENT: (12, 11, 11, 12),
            ROLE: (12, 12, 12, 12),
            WEB: (12, 12, 12, 11),
            SOCIAL: (2, 1, 1, 2),
        },
        events={"ATD": (3, 2, 2, 3), "Fair": (2, 2, 2, 2), "": (7, 7, 7, 7)},  # N06b to N12b
        # Known 51, new 50 and the two; led to 24 + 7: at oneself 72: 51 known, 21 new. Asked: 26, and 20: not
        # N08f. Met: 48, and 20: not N03d. Second: 24 and N05c.
        me=Yield(72, 46, 68, 25, 5),
        yields={
            **usual(2, 4, 6, 7, 8, 9, 10, 11, 12),
            "K01a": Yield(2, 2, 2, 2, 5),
            "K03a": Yield(2, 2, 2, 2, 2),
            "K03b": Yield(1, 1, 1, 0, 1),
            "K05a": Yield(2, 1, 2, 0, 1),
            "N01a": Yield(1, 1, 1, 1, 4),
            "N01b": Yield(1, 1, 1, 0, 1),
            "N02c": Yield(1, 1, 1, 1, 3),
            "N03c": Yield(1, 1, 1, 1, 2),
            "N04c": Yield(1, 1, 1, 0, 1),
            "N03a": Yield(2, 2, 0, 0, 1),
        },
        who_else="Asked who else at 13 of 101 talks, somebody was named at 1",  # 12, and N03a
        balances=BOTH_GOT | {"K03a": Balance(given=1), "K02b": Balance(asked=1)},
        open=(LETTER,),
        done=99,  # 80 + N10d + November 8 + December 10
        # December's report was sent; whatever was missed before it is told in it. K10d is silent for long.
        to_do=(Owed(FOLLOW_UP, "K02a", day(3, 21)), Owed(BIRTHDAY, "N12b", date(2027, 1, 3), 37)),
        status="December: 8 of 8 met · 1 follow-up due today · No interview planned",
    ),
}
