"""One's own numbers and those of friends side by side, and taking a friend's away."""

from datetime import date
from typing import NamedTuple

from netchal_gui.commands.standing import Standing
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.friend_progress import FriendProgress, at_this_pace, met_in_all, of_this_period
from netchal_gui.storage.challenge_queries import friends_of
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class TogetherRow(NamedTuple):
    """One line of the table: oneself (``friend`` None) or a friend, in numbers of the day ``as_of``."""

    friend: FriendProgress | None
    name: str
    challenge: str
    met: int
    goal: int
    met_now: int
    quota: int
    expected: int
    as_of: date


def together(reader: Reader, own: Standing) -> tuple[TogetherRow, ...]:
    """One's own numbers and beside them those of friends; only one's own line where there are none."""
    current = own.periods[own.current]
    first = TogetherRow(
        friend=None,
        name=say("You"),
        challenge=own.challenge.name,
        met=own.met,
        goal=own.goal,
        met_now=current.met,
        quota=current.quota,
        expected=own.forecast.expected,
        as_of=own.today,
    )
    return (first, *map(_row, friends_of(reader)))


def _row(friend: FriendProgress) -> TogetherRow:
    met_now, quota = of_this_period(friend)
    return TogetherRow(
        friend,
        friend.name,
        friend.challenge,
        met_in_all(friend),
        friend.goal,
        met_now,
        quota,
        at_this_pace(friend),
        friend.as_of,
    )


def forget_friend(workbench: Workbench, friend: FriendProgress) -> None:
    """Take a friend's numbers away. Raises StoreFault, Conflict."""
    workbench.apply(Edit(say("Numbers of {name} removed", name=friend.name), (Change(friend, None),)))
