"""The challenge file: give one's challenge on, start one's own from a friend's, keep a friend's numbers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import standing
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.walltime import from_utc
from netchal_gui.exchange.challenge_file import (
    LARGEST,
    ChallengeFile,
    ChallengeFileFault,
    challenge_from,
    friend_from,
    progress_of,
    read_challenge,
    written,
)
from netchal_gui.exchange.file_names import safe_name
from netchal_gui.files import read, write
from netchal_gui.storage.challenge_queries import friends_of
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

SUFFIX = ".netchal"


def is_challenge_file(path: Path) -> bool:
    """By its name, as double-click and drag and drop bring it."""
    return path.suffix.lower() == SUFFIX


def file_name(challenge: Challenge) -> str:
    """The name a challenge's file gets, "4x4-Challenge.netchal"."""
    return safe_name(challenge.name.replace("×", "x"), SUFFIX, set(), "challenge")


def export_challenge(
    workbench: Workbench, challenge: Challenge, target: Path, *, numbers_of: str | None = None
) -> str:
    """Write the file and say so; with ``numbers_of``, what one wants to be called, one's numbers go along.

    Nothing about people gets into it. Raises OSError, StoreFault.
    """
    progress = None
    if numbers_of is not None:
        today = from_utc(workbench.now(), workbench.zone).day
        with workbench.store.reading() as reader:
            found = standing(reader, challenge.id, today, workbench.zone)
        met = [each.met for each in found.periods if each.first <= today] if found else []
        progress = progress_of(challenge, numbers_of, met, today)
    path = target if is_challenge_file(target) else target.with_name(target.name + SUFFIX)
    write(path, written(challenge, progress))
    return say("The challenge is in {file}.", file=path)


def read_file(path: Path) -> ChallengeFile:
    """What a challenge file says. Raises Refused with a sentence where it cannot be used, OSError."""
    try:
        return read_challenge(read(path, LARGEST + 1))
    except ChallengeFileFault as fault:
        raise Refused(_refusal(path, fault)) from fault


def own_draft(workbench: Workbench, found: ChallengeFile, start: date) -> Challenge:
    """One's own challenge by a file's rule, from a local day on; not stored yet. Raises Refused."""
    try:
        return challenge_from(found, new_id=workbench.new_id(), created=workbench.now(), start=start)
    except ChallengeFileFault as fault:
        raise Refused(str(fault)) from fault


def keep_friend(workbench: Workbench, found: ChallengeFile) -> FriendProgress:
    """Keep the numbers in a file, in the place of older ones of the same friend and challenge.

    Raises Refused where there are none, StoreFault.
    """
    try:
        friend = friend_from(found, new_id=workbench.new_id(), created=workbench.now())
    except ChallengeFileFault as fault:
        raise Refused(str(fault)) from fault
    former = next((each for each in friends_of(workbench.store) if _is_same(each, friend)), None)
    after = replace(friend, id=former.id, created=former.created) if former else friend
    if after != former:
        workbench.apply(Edit(say("Numbers of {name} read", name=friend.name), (Change(former, after),)))
    return after


def _is_same(one: FriendProgress, other: FriendProgress) -> bool:
    return (one.name, one.challenge, one.start) == (other.name, other.challenge, other.start)


def _refusal(path: Path, fault: ChallengeFileFault) -> str:
    return say("{file} cannot be used. {reason}", file=path.name, reason=fault)
