"""The challenge file (``.netchal``, JSON): a challenge for others to start, perhaps with one's numbers.

It holds the rule and counts, and nothing about people: no name, address, note or tag. The only free texts
are the challenge's name and sentence, and what the sender wants to be called.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from netchal_gui.domain.challenge import MOST_PEOPLE, MOST_PERIODS, Challenge, Period, problems
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.interview import Channel
from netchal_gui.words import problem, say

PROGRAM = "Netchal"
VERSION = 1
LARGEST = 256 * 1024
"""Bytes; a real one has less than two thousand."""
LONGEST_TEXT = 2_000


class ChallengeFileFault(Exception):
    """The file cannot be used: the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What makes the challenge, without its days: ``days`` is the length of a WHOLE one."""

    name: str
    period: Period
    periods: int
    days: int | None = None
    known: int = 0
    new: int = 0
    anyone: int = 0
    channels: tuple[Channel, ...] = ()
    least_minutes: int = 0
    recorded: bool = False
    carry_over: bool = True
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the sender is: people met in each period, from the first to that of ``as_of``."""

    name: str
    start: date
    as_of: date
    goal: int
    met: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeFile:
    """The whole document."""

    program: str = PROGRAM
    version: int = VERSION
    challenge: Rule
    progress: Progress | None = None


_SHARED = tuple(field.name for field in fields(Rule) if field.name != "days")


def written(challenge: Challenge, progress: Progress | None = None) -> bytes:
    """The file of a challenge; the same input gives the same bytes."""
    import msgspec

    last = challenge.until if challenge.period is Period.WHOLE else None
    days = (last - challenge.start).days + 1 if last else None
    rule = Rule(**{name: getattr(challenge, name) for name in _SHARED}, days=days)
    text = msgspec.json.encode(ChallengeFile(challenge=rule, progress=progress), order="sorted")
    return msgspec.json.format(text, indent=2) + b"\n"


def progress_of(challenge: Challenge, name: str, met: Sequence[int], as_of: date) -> Progress:
    """The sender's numbers; ``name`` is what they want to be called."""
    return Progress(
        name=name.strip(), start=challenge.start, as_of=as_of, goal=challenge.goal, met=tuple(met)
    )


def read_challenge(data: bytes) -> ChallengeFile:
    """What a challenge file says. Raises ChallengeFileFault with a sentence where it cannot be used."""
    import msgspec

    if len(data) > LARGEST:
        raise ChallengeFileFault(say("It is far too large for a challenge file."))
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=ChallengeFile)
    except (ValueError, RecursionError) as error:
        raise ChallengeFileFault(say("It is not a challenge file, or it is damaged.")) from error
    if found.program != PROGRAM:
        raise ChallengeFileFault(say("It is not a challenge file of Netchal."))
    if found.version > VERSION:
        raise ChallengeFileFault(say("It was written by a later Netchal. Install the later version."))
    _refuse_impossible(found)
    return found


def _refuse_impossible(found: ChallengeFile) -> None:
    """Numbers and texts that no challenge can have."""
    texts = [found.challenge.name, found.challenge.about]
    counts = [found.challenge.periods, found.challenge.least_minutes, found.challenge.days or 1]
    if found.progress:
        texts.append(found.progress.name)
        counts += [found.progress.goal, len(found.progress.met), *found.progress.met]
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise ChallengeFileFault(say("A text in it is longer than {n} characters.", n=LONGEST_TEXT))
    if any(not 0 <= count <= 1_000_000 for count in counts):
        raise ChallengeFileFault(say("A number in it is out of range."))
    if found.progress and len(found.progress.met) > min(MOST_PERIODS, found.challenge.periods):
        raise ChallengeFileFault(say("It counts more periods than a challenge can have."))
    if found.progress and any(met > MOST_PEOPLE for met in found.progress.met):
        raise ChallengeFileFault(say("It counts more people than a challenge can have."))


def challenge_from(found: ChallengeFile, *, new_id: UUID, created: datetime, start: date) -> Challenge:
    """One's own challenge by the same rule, from another day on. Raises ChallengeFileFault.

    ``created`` is UTC, ``start`` a local day.
    """
    rule = found.challenge
    try:
        until = date.fromordinal(start.toordinal() + rule.days - 1) if rule.days else None
    except (OverflowError, ValueError) as error:
        raise ChallengeFileFault(say("A number in it is out of range.")) from error
    made = Challenge(
        **{name: getattr(rule, name) for name in _SHARED},
        id=new_id,
        created=created,
        start=start,
        until=until,
    )
    for wrong in problems(made):
        raise ChallengeFileFault(problem(wrong))
    return made


def friend_from(found: ChallengeFile, *, new_id: UUID, created: datetime) -> FriendProgress:
    """The sender's numbers, to see beside one's own. Raises ChallengeFileFault where there are none."""
    progress = found.progress
    if progress is None:
        raise ChallengeFileFault(say("It has no progress in it, only the challenge."))
    return FriendProgress(
        id=new_id,
        name=progress.name or say("A friend"),
        challenge=found.challenge.name,
        created=created,
        start=progress.start,
        period=found.challenge.period,
        periods=found.challenge.days or found.challenge.periods,
        goal=progress.goal,
        met=progress.met,
        as_of=progress.as_of,
    )
