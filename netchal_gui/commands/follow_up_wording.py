"""The history of a follow-up in words."""

from datetime import date
from typing import TYPE_CHECKING

from netchal_gui import words
from netchal_gui.domain.follow_up_kinds import FollowUpEventKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.words import say, say_many

if TYPE_CHECKING:
    from netchal_gui.domain.follow_up import FollowUp


def put_off(follow_up: "FollowUp", today: date) -> str:
    """Whether and how often it was put off, and from which day first: "put off from 3 Mar"; "" for never."""
    snoozes = (each for each in follow_up.history if each.kind is FollowUpEventKind.SNOOZED)
    days = [each.due for each in snoozes if each.due]
    return put_off_words(next(iter(days), None), len(days), today)


def put_off_words(first: date | None, times: int, today: date) -> str:
    """The same from the day it had first, and how often it was put off."""
    if first is None:
        return ""
    day = words.short_day(first, today)
    if times == 1:
        return say("put off from {day}", day=day)
    return say_many(
        "put off {n} time, first from {day}", "put off {n} times, first from {day}", times, day=day
    )


def history_lines(follow_up: "FollowUp", today: date, zone: str) -> str:
    """All that happened to it, a line for each: when it was noted, put off, done, opened again."""
    lines = [say("noted on {day}", day=words.short_day(from_utc(follow_up.created, zone).day, today))]
    for event in follow_up.history:
        on = words.short_day(from_utc(event.at, zone).day, today)
        if event.kind is FollowUpEventKind.SNOOZED and event.due is not None:
            was = words.short_day(event.due, today)
            lines.append(say("put off on {day}, from {was}", day=on, was=was))
        elif event.kind is FollowUpEventKind.DONE:
            lines.append(say("done on {day}", day=on))
        elif event.kind is FollowUpEventKind.REOPENED:
            lines.append(say("opened again on {day}", day=on))
    return "\n".join(lines)
