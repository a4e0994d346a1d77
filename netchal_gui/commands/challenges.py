"""Start, change, delete and choose challenges. Each is one edit."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.refusal import refuse
from netchal_gui.commands.standing import find_challenge
from netchal_gui.domain.challenge import Challenge, Period, problems
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.periods import ChallengeState, months_later, state, whole
from netchal_gui.domain.preferences import PREFERENCES_ID, Preferences
from netchal_gui.storage.challenge_queries import all_challenges
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class Template(StrEnum):
    """The challenges one can start from; OWN is an empty page."""

    FOUR_BY_FOUR = "four_by_four"
    FIFTY_INTERVIEWS = "fifty_interviews"
    THIRTY_IN_THIRTY = "thirty_in_thirty"
    THREE_A_WEEK = "three_a_week"
    HUNDRED_COFFEES = "hundred_coffees"
    OWN = "own"


class ChallengeRow(NamedTuple):
    """One line of the list of challenges; both days included."""

    id: UUID
    name: str
    start: date
    last: date
    state: ChallengeState
    is_current: bool


def template_name(template: Template) -> str:
    """What a challenge from this template is called."""
    return {
        Template.FOUR_BY_FOUR: say("4×4 Challenge"),
        Template.FIFTY_INTERVIEWS: say("50 interviews in a year"),
        Template.THIRTY_IN_THIRTY: say("30 people in 30 days"),
        Template.THREE_A_WEEK: say("Three a week"),
        Template.HUNDRED_COFFEES: say("100 coffees"),
        Template.OWN: "",
    }[template]


def template_text(template: Template) -> str:
    """The template in a sentence."""
    return {
        Template.FOUR_BY_FOUR: say(
            "Every month four people you know and want to know better, and four new ones, for a year."
        ),
        Template.FIFTY_INTERVIEWS: say("50 interviews on one theme in a year, all recorded."),
        Template.THIRTY_IN_THIRTY: say("Every day one person, for thirty days."),
        Template.THREE_A_WEEK: say("Three people a week, whoever they are, for a year."),
        Template.HUNDRED_COFFEES: say("100 coffees with 100 people in a year."),
        Template.OWN: say("Your own quota, your own time, your own rule."),
    }[template]


def draft(workbench: Workbench, template: Template, start: date) -> Challenge:
    """A challenge from a template that begins on a local day; not stored yet."""
    year: dict[str, Any] = {
        "period": Period.WHOLE,
        "periods": 1,
        "until": _day_before(months_later(start, 12)),
    }
    parts: dict[Template, dict[str, Any]] = {
        Template.FOUR_BY_FOUR: {"known": 4, "new": 4},
        Template.FIFTY_INTERVIEWS: {**year, "anyone": 50, "recorded": True},
        Template.THIRTY_IN_THIRTY: {"period": Period.DAY, "periods": 30, "anyone": 1},
        Template.THREE_A_WEEK: {"period": Period.WEEK, "periods": 52, "anyone": 3},
        Template.HUNDRED_COFFEES: {**year, "anyone": 100, "channels": (Channel.COFFEE,)},
        Template.OWN: {},
    }
    name, about = template_name(template), "" if template is Template.OWN else template_text(template)
    return Challenge(
        id=workbench.new_id(),
        name=name,
        created=workbench.now(),
        start=start,
        about=about,
        **parts[template],
    )


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def start_challenge(workbench: Workbench, draft: Challenge) -> Challenge:
    """Store a new challenge and make it the current one. Raises Refused, StoreFault."""
    challenge = tidied(draft)
    refuse(problems(challenge))
    stored, wanted = _preferences(workbench, challenge.id)
    changes = (Change(None, challenge), Change(stored, wanted))
    workbench.apply(Edit(say("{name} started", name=challenge.name), changes))
    return challenge


def change_challenge(workbench: Workbench, before: Challenge, draft: Challenge) -> bool:
    """Save what was changed of a challenge; False, and nothing saved, where nothing was.

    Raises Refused, StoreFault, Conflict.
    """
    after = tidied(draft)
    refuse(problems(after))
    if after == before:
        return False
    workbench.apply(Edit(say("{name} changed", name=before.name), (Change(before, after),)))
    return True


def delete_challenge(workbench: Workbench, challenge: Challenge) -> None:
    """Delete a challenge with its slots and decisions; people, interviews and reports to the partner stay."""
    changes = deletion(workbench.store, [challenge])
    workbench.apply(Edit(say("{name} deleted", name=challenge.name), changes))


def make_current(workbench: Workbench, challenge_id: UUID) -> bool:
    """Show this challenge from now on; False where it is the chosen one already. Raises StoreFault."""
    stored, wanted = _preferences(workbench, challenge_id)
    if stored == wanted:
        return False
    workbench.apply(Edit(say("Another challenge chosen"), (Change(stored, wanted),)))
    return True


def challenges(reader: Reader, today: date) -> list[ChallengeRow]:
    """Every challenge with its state on a local day, the newest start first."""
    current = find_challenge(reader, None, today)
    return [
        ChallengeRow(each.id, each.name, each.start, whole(each).last, state(each, today), each == current)
        for each in all_challenges(reader)
    ]


def tidied(draft: Challenge) -> Challenge:
    """The draft as it is stored: what its kind of period does not have is taken out."""
    is_whole = draft.period is Period.WHOLE
    return replace(
        draft,
        name=" ".join(draft.name.split()),
        about=draft.about.strip(),
        focus=" ".join(draft.focus.split()),
        channels=tuple(dict.fromkeys(draft.channels)),
        periods=1 if is_whole else draft.periods,
        until=draft.until if is_whole else None,
    )


def _preferences(workbench: Workbench, challenge_id: UUID) -> tuple[Preferences | None, Preferences]:
    """The stored settings, and the same with this challenge as the current one."""
    stored = workbench.store.get(Preferences, PREFERENCES_ID)
    return stored, replace(stored or Preferences(), challenge_id=challenge_id)
