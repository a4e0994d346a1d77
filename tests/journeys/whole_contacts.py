"""Keeping in touch on five evenings, reckoned by hand."""

from dataclasses import dataclass
from datetime import date

from tests.journeys.article_year import KNOWN_DAYS, NEW_DAYS, day
from tests.journeys.whole_year import XAVER, YARA

Days = dict[str, date | None]


@dataclass(frozen=True)
class InTouch:
    """What an evening shows of being in touch.

    ``close``: friends with their last contact, those far away first, then the longest unseen; ``never``:
    those of whom none is noted, who come after them; ``rhythm``: others with a rhythm of their own or of
    their circle. All are overdue but those ``due``. ``sections``: everyone, known, new, family and friends,
    in touch, waiting. ``kept``: how many new people were met, who of them again within 90 days, for how many
    there is time. ``going``: who lives at a place that begins with "Brem", and the days since one last saw
    them.
    """

    close: tuple[tuple[str, date | None], ...]
    never: frozenset[str]
    sections: tuple[int, ...]
    kept: tuple[int, tuple[str, ...], int]
    going: tuple[tuple[str, str, int | None], ...]
    rhythm: tuple[tuple[str, date], ...] = ()
    due: tuple[str, ...] = ()


def friends(*months: int) -> frozenset[str]:
    return frozenset(f"K{month:02}d" for month in months)


IN_TOUCH = {
    # K01d was met on 16 January: the 30 days of friends are over today. K02d has a day tomorrow.
    day(2, 15): InTouch(
        close=(("K06d", None), ("K01d", day(1, 16))),
        due=("K01d",),
        never=friends(3, 4, 5, 7, 8, 9, 10, 11, 12),
        sections=(60, 52, 8, 12, 11, 0),  # known 51 and Noor; new 2 × 4; in touch 2 + 9
        kept=(7, (), 7),  # January 4, N02a to N02c; the first of them was met 40 days ago
        going=(("K06d", "Bremen", None), ("K02b", "Bremerhaven", 7)),  # met on 8 February; N03b is not there
    ),
    # K02d was written to on 1 March. K04d was met a fortnight ago. K01b, met on 8 January: 112 days, 22 over
    # 90; a quarter of 90 is 22.5.
    day(4, 30): InTouch(
        close=(("K06d", None), ("K01d", day(1, 16)), ("K02d", day(3, 1)), ("K03d", day(3, 16))),
        never=friends(5, 7, 8, 9, 10, 11, 12),
        rhythm=(("K01b", day(1, 8)),),
        due=("K01b",),
        sections=(70, 52, 18, 12, 12, 0),  # new 4 × 4, Xaver, Yara; in touch 4 + 7 + 1
        # January 4, February 4, March 3, April 4. Time since 30 January: February 4, N03b and N03c, April 4.
        kept=(15, ("N01b", "N01c", "N03a"), 10),
        going=(("K06d", "Bremen", None), ("K02b", "Bremerhaven", 81), ("N03b", "Bremen", 51)),
    ),
    # K05d declined on the 5th, which is a contact. K04d: 45 days, 15 over 30. K01b: 143 days, 53 over 90.
    # N01c: a meeting on 20 February, 100 days of 120.
    day(5, 31): InTouch(
        close=(
            ("K06d", None),
            ("K01d", day(1, 16)),
            ("K02d", day(3, 1)),
            ("K03d", day(3, 16)),
            ("K04d", day(4, 16)),
        ),
        never=friends(7, 8, 9, 10, 11, 12),
        rhythm=(("K01b", day(1, 8)),),
        sections=(74, 52, 22, 12, 12, 2),  # in touch 5 + 6 + 1; one waits for Xaver and Yara
        kept=(19, ("N01b", "N01c", "N03a"), 10),  # time since 2 March: N03b, N03c, April 4, May 4
        going=(("K06d", "Bremen", None), ("K02b", "Bremerhaven", 112), ("N03b", "Bremen", 82)),
    ),
    # One never wants to be reminded of K03d. K06d was called on 20 September, K09d met 29 days ago, K10d
    # asked a fortnight ago. N01c wrote on 10 July, K01b on 10 September.
    day(10, 15): InTouch(
        close=(
            ("K01d", day(1, 16)),
            ("K02d", day(3, 1)),
            ("K04d", day(4, 16)),
            ("K05d", day(5, 5)),
            ("K07d", day(7, 16)),
            ("K08d", day(8, 16)),
        ),
        never=friends(11, 12),
        sections=(96, 52, 44, 12, 8, 2),  # new 40, N08e, N08f, the two; K10d and Yara are silent
        # May 19, June 4, July 4, August 6, September 4, October 3. Time since 17 July: N07c, N07d, August 6,
        # September 4, October 3.
        kept=(40, ("N01b", "N01c", "N03a"), 15),
        going=(("K06d", "Bremen", 25), ("K02b", "Bremerhaven", 249), ("N03b", "Bremen", 219)),
    ),
    # K12d was met a fortnight ago; K11d 37 days ago, 7 over 30, a quarter is 7.5. N01c: 174 days, 54 over
    # 120. K01b: 112 days again.
    day(12, 31): InTouch(
        close=(
            ("K06d", day(9, 20)),
            ("K01d", day(1, 16)),
            ("K02d", day(3, 1)),
            ("K04d", day(4, 16)),
            ("K05d", day(5, 5)),
            ("K07d", day(7, 16)),
            ("K08d", day(8, 16)),
            ("K09d", day(9, 16)),
            ("K10d", day(10, 1)),
            ("K11d", day(11, 24)),
        ),
        never=frozenset(),
        rhythm=(("N01c", day(7, 10)), ("K01b", day(9, 10))),
        due=("K11d", "K01b"),
        sections=(104, 52, 52, 12, 12, 2),
        # Four more in October to December each. Time since 2 October: these 12. N09a on the 90th day.
        kept=(49, ("N01b", "N01c", "N03a", "N09a"), 12),
        going=(("K06d", "Bremen", 102), ("K02b", "Bremerhaven", 326), ("N03b", "Bremen", 296)),
    ),
}


def usual(today: date) -> Days:
    """Everybody of the article who has entered, with the day on which they are met, once it is there."""
    found: Days = dict.fromkeys(("Noor", "K06e", "K12e", "K12f"))
    for month in range(1, 13):
        for letter in "abcd":
            known, new = day(month, KNOWN_DAYS[letter]), day(month, NEW_DAYS[letter])
            found[f"K{month:02}{letter}"] = known if known <= today else None
            if day(month, 1) <= today:
                found[f"N{month:02}{letter}"] = new if new <= today else None
    return found


_FEBRUARY: Days = {
    "N01a": day(2, 12),  # thanked for the tip
    "N02d": day(2, 2),  # replied
    "Noor": day(2, 1),  # answered the report of the day before
}
_APRIL = _FEBRUARY | {
    "K01a": day(4, 9),  # thanked for the review
    "K02d": day(3, 1),  # a mail; on 16 February nobody came
    "K04a": day(4, 30),  # a call
    "K04c": day(4, 13),  # moved by a day
    "N01b": day(3, 15),  # met again
    "N01c": day(2, 20),  # a meeting
    "N02d": day(2, 18),
    "N03a": day(4, 21),  # the line
    "N03d": day(3, 2),  # replied, and called off later
    "Noor": day(4, 30),  # the report
    XAVER: None,
    YARA: None,
}
_MAY = _APRIL | {
    "K05d": day(5, 5),  # declined
    "N02b": day(5, 20),  # met again
    "Noor": day(5, 31),
    XAVER: day(5, 25),  # asked again; on the 20th nobody came
    YARA: day(5, 6),  # asked
}
_OCTOBER = _MAY | {
    "K01a": day(9, 5),  # met again
    "K01b": day(9, 10),  # wrote
    "K06d": day(9, 20),  # a call
    "K06e": day(6, 20),
    "K10d": day(10, 1),  # asked
    "N01c": day(7, 10),  # wrote
    "N07c": day(8, 1),  # the evening of 31 July in New York
    "N08e": day(8, 20),
    "N08f": day(8, 21),
    "N10d": day(10, 2),  # replied
    "Noor": day(7, 31),  # the last report
    XAVER: day(6, 1),  # declined
}
_DECEMBER = _OCTOBER | {
    "K01c": day(6, 10),  # wrote; noted in November, like one of February, which changes nothing
    "K11d": day(11, 24),
    "K12e": day(12, 20),
    "K12f": day(12, 21),
    "N09a": day(12, 5),  # a meeting
    "N10d": day(10, 18),
    "N11c": day(11, 26),
    "N11d": day(11, 28),
    "Noor": day(12, 31),
}
OTHERWISE = {
    day(2, 15): _FEBRUARY,
    day(4, 30): _APRIL,
    day(5, 31): _MAY,
    day(10, 15): _OCTOBER,
    day(12, 31): _DECEMBER,
}
"""Whose last contact is another than their usual one: of everybody else it is the day they are met."""
