"""The year of the article on nine days, reckoned by hand: each number with the sum that gives it."""

from dataclasses import dataclass, field
from datetime import date

from netchal_gui.domain.counting import Why


@dataclass(frozen=True)
class Day:
    """What a day shows. ``full`` are the people who fill each month's places, known and new in one."""

    today: date
    full: tuple[int, ...]
    funnel: tuple[int, int, int, int]
    expected: int
    took_place: float
    asked_met: float
    scheduled: int = 0
    invitations: int = 0
    under_way: float = 0
    at_this_pace: float = 0
    ask_more: int = 0
    sources: dict[str, int] = field(default_factory=dict)
    missed: tuple[int, ...] = ()
    reported: bool = False
    uncounted: tuple[tuple[str, Why], ...] = ()
    extra: tuple[str, ...] = ()


DAYS = [
    # The evening of 1 January. Six were asked (K01a, K01b, four new), nobody answered yet: six cases open,
    # none decided, so both shares are 1 and 6 are under way. Pace: 89 days of the window lie before the
    # year, taken as kept: 89 × 96/365 / 90 a day = 0.260091, × 364 days = 94.67. Known: 4 places, 2
    # invited: ask 2. New: 4, 4.
    Day(
        date(2026, 1, 1),
        (0,) * 12,
        (6, 0, 0, 0),
        expected=95,
        took_place=1,
        asked_met=1,
        invitations=6,
        under_way=6,
        at_this_pace=94.6733,
        ask_more=2,
    ),
    # 15 February. January 8, February 3 + 3; K02d and N02d lie ahead. Twelve asked, all answered; two made
    # introductions. Shares: 14 of 14 took place; of the 12 asked 11 are decided (not N02d), all met. Window
    # from 18 November: 44 days before the year: (14 + 44 × 96/365) / 90 = 0.284140 a day, × 319 days =
    # 90.6406.
    Day(
        date(2026, 2, 15),
        (8, 6, *(0,) * 10),
        (12, 12, 14, 2),
        expected=96,
        took_place=1,
        asked_met=1,
        scheduled=2,
        under_way=2,
        at_this_pace=90.6406,
        sources={"introduction": 2, "event": 2, "role": 2, "web_search": 1},
    ),
    # 31 March. 8 + 7 (K02d did not come) + 7 (N03d called off) = 22. Took place 22 of 24: 26/28. Asked 18,
    # all decided, 17 met: 21/22. The window is the year so far: 22/90 × 275 days = 67.2222; 89.22 in the
    # end. One new place of March is open: 1 / (21/22) = 1.05: ask 1.
    Day(
        date(2026, 3, 31),
        (8, 7, 7, *(0,) * 9),
        (18, 18, 22, 3),
        expected=89,
        took_place=26 / 28,
        asked_met=21 / 22,
        at_this_pace=67.2222,
        ask_more=1,
        sources={"introduction": 3, "event": 3, "role": 3, "web_search": 2},
        reported=True,
    ),
    # 30 June. April 8, May 7 (K05d declined), June 8, and K06e for February: 22 + 8 + 7 + 9 = 46. Asked: 6
    # a month (May: K05d more, N05b less) = 36, 34 of them met (not N03d, K05d): 38/40. On scheduled times:
    # 24 + 8 in April + 6 in May (neither K05d nor N05b had one) + 8 in June = 46, of which 44 took place:
    # 48/50. Window from 2 April: 8 + 7 + 9 = 24; 24/90 × 184 days = 49.0667.
    Day(
        date(2026, 6, 30),
        (8, 8, 7, 8, 7, 8, *(0,) * 6),
        (36, 36, 46, 6),
        expected=95,
        took_place=48 / 50,
        asked_met=38 / 40,
        at_this_pace=49.0667,
        sources={"introduction": 6, "event": 6, "role": 6, "web_search": 5},
        reported=True,
    ),
    # 31 August. July 7: K07a was only a mail; N07c counts in July. August 8, N08e for March, N08f extra: 46
    # + 7 + 9 = 62. Asked 36 + 6 + 7 = 49, met of them 46 (not N03d, K05d, K07a): 50/53. Scheduled: 46 + 8
    # (the mail took place) + 9 (N08f met by chance) = 63, took place 61: 65/67. Window from 3 June: 9 + 7 +
    # 9 = 25; 25/90 × 122 days = 33.8889; 95.89 in the end. No report for August yet.
    Day(
        date(2026, 8, 31),
        (8, 8, 8, 8, 7, 8, 7, 8, *(0,) * 4),
        (49, 49, 62, 8),
        expected=96,
        took_place=65 / 67,
        asked_met=50 / 53,
        at_this_pace=33.8889,
        sources={"introduction": 8, "event": 8, "role": 8, "web_search": 7, "social_media": 1},
        uncounted=(("K07a", Why.CHANNEL),),
        extra=("N08f",),
    ),
    # 15 September. K07a counts by decision: July 8; September 3 + 3, K09d and N09d ahead; K01a met again:
    # 63 + 6 = 69. Asked 55, decided 54 (not N09d), met 52: 56/58. Scheduled 63 + 6 + K01a's second = 70,
    # took place 68: 72/74; under way 2 × 72/74 = 1.9459. Window from 18 June: N06d, K06e, 8, 9, 6 = 25;
    # 25/90 × 107 days = 29.7222. August's report is missed.
    Day(
        date(2026, 9, 15),
        (8, 8, 8, 8, 7, 8, 8, 8, 6, 0, 0, 0),
        (55, 55, 69, 9),
        expected=96,
        took_place=72 / 74,
        asked_met=56 / 58,
        scheduled=2,
        under_way=1.9459,
        at_this_pace=29.7222,
        sources={"introduction": 9, "event": 9, "role": 9, "web_search": 7, "social_media": 1},
        missed=(8,),
        uncounted=(("K01a", Why.ALREADY_MET),),
        extra=("N08f",),
    ),
    # 15 October. September 8, October 3 + 3: 71 + 6 = 77. K10d, asked a fortnight ago, is an open
    # invitation; N10d has a day. Asked 62, answered 61; decided 60 (neither K10d nor N10d), met 58: 62/64.
    # Scheduled 72 + 6 = 78, took place 76: 80/82. Under way 80/82 + 62/64 = 1.9444. Window from 18 July:
    # July's talks after the 18th: N07d of the 18th and N07c of the 31st, 2; 9; 8; 6 = 25; 25/90 × 77 days =
    # 21.3889: capped. October: known 1 place, K10d invited: 1 - 62/64; new 1, scheduled: 1 - 80/82;
    # together 0.0556: nobody more to ask.
    Day(
        date(2026, 10, 15),
        (8, 8, 8, 8, 7, 8, 8, 8, 8, 6, 0, 0),
        (62, 61, 77, 10),
        expected=96,
        took_place=80 / 82,
        asked_met=62 / 64,
        scheduled=1,
        invitations=1,
        under_way=1.9444,
        at_this_pace=21.3889,
        sources={"introduction": 10, "event": 10, "role": 10, "web_search": 8, "social_media": 1},
        missed=(8, 9),
        uncounted=(("K01a", Why.ALREADY_MET),),
        extra=("N08f",),
    ),
    # 23 November. October 7, November 3 + 2: 71 + 7 + 5 = 83. K11d and N11c have a day. Asked 62 + 5 = 67
    # (N11d not yet); K10d has been silent for more than a month: no open invitation, a case without
    # success. Decided 66 (not N11c), met 63 (not N03d, K05d, K10d): 67/70. Scheduled 72 + 7 + 5 = 84, took
    # place 82: 86/88; under way 2 × 86/88 = 1.9545. Window from 26 August: 8 + 7 + 5 = 20; 20/90 × 38 days
    # = 8.4444; 91.44 in the end. November: known 1 - 86/88 = 0.0227; new 2 - 86/88 = 1.0227; 1.0455 /
    # (67/70) = 1.09: ask 1.
    Day(
        date(2026, 11, 23),
        (8, 8, 8, 8, 7, 8, 8, 8, 8, 7, 5, 0),
        (67, 66, 83, 11),
        expected=91,
        took_place=86 / 88,
        asked_met=67 / 70,
        scheduled=2,
        under_way=1.9545,
        at_this_pace=8.4444,
        ask_more=1,
        sources={"introduction": 11, "event": 11, "role": 10, "web_search": 9, "social_media": 1},
        missed=(8, 9, 10),
        uncounted=(("K01a", Why.ALREADY_MET),),
        extra=("N08f",),
    ),
    # 31 December: 86 at the end of November, December 8, K12e for May, K12f for October: all 96. Asked 74,
    # answered all but K10d; met 71: 75/78. Scheduled 84 + 3 (K11d, N11c, N11d) + 10 = 97, took place 95:
    # 99/101.
    Day(
        date(2026, 12, 31),
        (8,) * 12,
        (74, 73, 96, 12),
        expected=96,
        took_place=99 / 101,
        asked_met=75 / 78,
        sources={"introduction": 12, "event": 12, "role": 12, "web_search": 11, "social_media": 1},
        reported=True,
        uncounted=(("K01a", Why.ALREADY_MET),),
        extra=("N08f",),
    ),
]
