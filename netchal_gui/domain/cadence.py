"""How late one is with somebody one wants to stay in touch with."""

from enum import StrEnum

from netchal_gui.domain.contact_kinds import Circle

NEVER = 0
"""A cadence that says: do not remind me of this person, whatever their circle has."""
CADENCES = (14, 30, 60, 90, 182, 365)
"""The usual numbers of days between two contacts: two weeks, one, two, three and six months, a year."""
CIRCLE_DAYS = {Circle.FAMILY: 30, Circle.FRIEND: 30}
"""The cadence of a circle until the person sets another one."""
ANSWER_DAYS = 7
"""So many days a request waits for its reply until the person sets another number."""
GRACE = 4
"""DUE becomes OVERDUE when more than this part (a quarter) of the cadence has passed on top of it."""


class Lateness(StrEnum):
    """DUE: the days have passed. OVERDUE: so has more than a quarter of them again."""

    DUE = "due"
    OVERDUE = "overdue"


def lateness(over: int, cadence: int) -> Lateness | None:
    """``over``: days since the cadence (days) was over, 0 on its last one; None while there is time."""
    if over < 0:
        return None
    return Lateness.OVERDUE if over * GRACE > cadence else Lateness.DUE
