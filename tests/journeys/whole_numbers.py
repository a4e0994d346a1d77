"""The numbers of the challenge on five evenings with all that is around its talks, reckoned by hand."""

from dataclasses import dataclass
from datetime import date

from tests.journeys.article_year import day


@dataclass(frozen=True)
class Numbers:
    """What ``netchal challenge --json`` says.

    ``months``: who fills their places, known and new in one. ``funnel``: asked, replied, met, introduced.
    ``outlook``: expected, scheduled, invited, and how many to ask. ``took_place`` and ``asked_met`` are
    shares, ``under_way`` and ``at_this_pace`` people. ``uncounted``: talks with people met before, the latest
    first. ``report``: when the next one is due, and whether it was sent; ``missed``: months without one.
    """

    months: tuple[int, ...]
    funnel: tuple[int, ...]
    sources: dict[str, int]
    outlook: tuple[int, ...]
    took_place: float
    asked_met: float
    report: tuple[date, bool]
    under_way: float = 0
    at_this_pace: float = 0
    uncounted: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    missed: tuple[int, ...] = ()


NUMBERS = {
    # January 8, February 3 + 3. 12 asked, all replied. N01a, N02a and, in the chain, N02c; N02d by N01b. The
    # other numbers are those of the article.
    day(2, 15): Numbers(
        months=(8, 6, *(0,) * 10),
        funnel=(12, 12, 14, 4),
        sources={"introduction": 2, "event": 2, "role": 2, "web_search": 1},
        outlook=(96, 2, 0, 0),
        took_place=1,
        asked_met=1,
        under_way=2,
        at_this_pace=90.6406,
        report=(day(2, 28), False),
    ),
    # 8 + 7 + 7 + 8 = 30. 6 a month asked. Introduced: N01a to N04a, N02c, N03c, N04c, N02d; Xaver only
    # promised. Asked 24, met 23 of them (not N03d): 27/28. On scheduled times: 32 of which 30 took place, and
    # N01b's second; N03a's second had none: 35/37. Window from 31 January: 7 + 7 + 8 = 22; 22/90 × 245 days =
    # 59.8889: 89.89 in the end.
    day(4, 30): Numbers(
        months=(8, 7, 7, 8, *(0,) * 8),
        funnel=(24, 24, 30, 8),
        sources={"introduction": 4, "event": 4, "role": 4, "web_search": 3},
        outlook=(90, 0, 0, 0),
        took_place=35 / 37,
        asked_met=27 / 28,
        at_this_pace=59.8889,
        uncounted=("N03a", "N01b"),
        report=(day(4, 30), True),
    ),
    # May 7: K05d declined. Asked 24 + 6 (K05d more, N05b less) + Xaver + Yara; all but Yara replied.
    # Introduced N05a, N05c, Xaver too. Xaver and Yara may still come: of the other 30, 28 were met (not N03d,
    # K05d): 32/34. Scheduled: 33 + 6 + N02b's second = 40, of which 38 took place: 42/44; Xaver, who was
    # asked again, is no case. 2 × 32/34 = 1.8824. Window from 3 March: 7 + 8 + 7 = 22; 22/90 × 214 days =
    # 52.3111: 89.31 in the end. One known place is open; the two are new: 1 / (32/34) = 1.06.
    day(5, 31): Numbers(
        months=(8, 7, 7, 8, 7, *(0,) * 7),
        funnel=(32, 31, 37, 11),
        sources={"introduction": 5, "event": 5, "role": 5, "web_search": 4},
        outlook=(89, 0, 2, 1),
        took_place=42 / 44,
        asked_met=32 / 34,
        under_way=1.8824,
        at_this_pace=52.3111,
        uncounted=("N02b", "N03a", "N01b"),
        report=(day(5, 31), True),
    ),
    # As in the article 77 and 62 asked, and the two; Xaver replied. Introduced N01a to N10a and six more.
    # Decided 62: neither K10d nor N10d, but Xaver and Yara, silent for more than a month; met 58: 62/66.
    # Scheduled 78 + N01b's and N02b's second + Xaver = 81, took place 78: 82/85. Under way 82/85 + 62/66 =
    # 1.9041. The pace is the article's. Open in October: 1 - 62/66 and 1 - 82/85: 0.096; nobody more to ask.
    day(10, 15): Numbers(
        months=(8, 8, 8, 8, 7, 8, 8, 8, 8, 6, 0, 0),
        funnel=(64, 62, 77, 16),
        sources={"introduction": 10, "event": 10, "role": 10, "web_search": 8, "social_media": 1},
        outlook=(96, 1, 1, 0),
        took_place=82 / 85,
        asked_met=62 / 66,
        under_way=1.9041,
        at_this_pace=21.3889,
        uncounted=("K01a", "N02b", "N03a", "N01b"),
        extra=("N08f",),
        report=(day(10, 31), False),
        missed=(8, 9),
    ),
    # All 96. Asked 74 + 2; all replied but K10d and Yara. Introduced N01a to N12a and six more. Met 71 of the
    # 76: 75/80. Scheduled 97 + 3, took place 95 + 2: 101/104. There is no day left.
    day(12, 31): Numbers(
        months=(8,) * 12,
        funnel=(76, 74, 96, 18),
        sources={"introduction": 12, "event": 12, "role": 12, "web_search": 11, "social_media": 1},
        outlook=(96, 0, 0, 0),
        took_place=101 / 104,
        asked_met=75 / 80,
        uncounted=("K01a", "N02b", "N03a", "N01b"),
        extra=("N08f",),
        report=(day(12, 31), True),
    ),
}
