"""``netchal import FILE.netchal``: a friend's numbers are kept; a challenge without numbers is started."""

from pathlib import Path

from netchal_gui import words
from netchal_gui.cli.answer import Answer
from netchal_gui.commands.challenge_files import keep_friend, own_draft, read_file
from netchal_gui.commands.challenges import start_challenge
from netchal_gui.domain.walltime import from_utc
from netchal_gui.exchange.challenge_file import ChallengeFile, Progress
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def take(workbench: Workbench, path: Path, dry_run: bool) -> Answer:
    """Do with a challenge file what it is for, or say what that would be. Raises Refused, StoreFault."""
    found = read_file(path)
    if found.progress is not None:
        return _numbers(workbench, path, found, found.progress, dry_run)
    today = from_utc(workbench.now(), workbench.zone).day
    own = own_draft(workbench, found, today.replace(day=1))
    if not dry_run:
        start_challenge(workbench, own)
    line = say(
        "{file}: {name} begins on {day}, {n} people.",
        file=path,
        name=own.name,
        day=words.long_day(own.start),
        n=words.number(own.goal),
    )
    return Answer([line], {"file": str(path), "challenge": own.name, "start": str(own.start)})


def _numbers(
    workbench: Workbench, path: Path, found: ChallengeFile, progress: Progress, dry_run: bool
) -> Answer:
    if not dry_run:
        keep_friend(workbench, found)
    met = sum(progress.met)
    line = say(
        "{file}: numbers of {name} for “together”: {met} of {goal} met.",
        file=path,
        name=progress.name or say("A friend"),
        met=words.number(met),
        goal=words.number(progress.goal),
    )
    return Answer([line], {"file": str(path), "friend": progress.name, "met": met, "goal": progress.goal})
