"""What happened with a person: the lines of their timeline."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.introductions import Introductions
from netchal_gui.commands.person_wording import favour as favour_word
from netchal_gui.commands.person_wording import led_here, led_on
from netchal_gui.commands.person_wording import touch as touch_word
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.follow_up import FollowUp, FollowUpEventKind
from netchal_gui.domain.interview import CALLED_OFF, Interview, Step, StepKind
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.markdown import without_signs
from netchal_gui.domain.touch import Touch
from netchal_gui.domain.walltime import WallTime, from_utc
from netchal_gui.words import say, say_many

EXCERPT = 220
"""So many characters of a journal entry are enough to know which one it is."""


class Tone(StrEnum):
    """How a line's word is marked: as the talk itself, as a step towards it, as done, or plainly."""

    TALK = "talk"
    STEP = "step"
    DONE = "done"
    PLAIN = "plain"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One dated line. ``at`` is local and naive; at midnight without ``has_time`` it means the day.

    ``kind`` and ``id`` name the object to open.
    """

    at: datetime
    has_time: bool
    tone: Tone
    word: str
    text: str
    kind: type[Entity]
    id: UUID
    detail: str = ""


def interview_lines(
    interviews: Iterable[Interview],
    entries: Iterable[JournalEntry],
    recordings: Mapping[UUID, int],
    zone: str,
) -> Iterator[TimelineLine]:
    learned = {entry.interview_id: entry.learned for entry in entries if entry.interview_id}
    for interview in interviews:
        if interview.start is not None:
            yield _talk(
                interview,
                interview.start,
                learned.get(interview.id, ""),
                recordings.get(interview.id, 0),
                zone,
            )
        for place, step in enumerate(interview.steps):
            if not (step.kind is StepKind.MET and interview.start is not None):
                yield _step_line(interview, place, step, zone)


def _talk(interview: Interview, start: WallTime, learned: str, recordings: int, zone: str) -> TimelineLine:
    """The interview itself, at its time."""
    off = interview.stage in CALLED_OFF
    word = words.step(interview.stage) if off else say("interview")
    about = [words.channel(interview.channel), words.length(interview.minutes), interview.place]
    if recordings:
        about.append(say_many("{n} recording", "{n} recordings", recordings))
    return TimelineLine(
        at=from_utc(start.utc, zone).local,
        has_time=True,
        tone=Tone.OFF if off else Tone.TALK,
        word=word,
        text=", ".join(filter(None, about)),
        kind=Interview,
        id=interview.id,
        detail=say("Learned: {text}", text=excerpt(learned)) if learned.strip() else "",
    )


def _step_line(interview: Interview, place: int, step: Step, zone: str) -> TimelineLine:
    local = from_utc(step.at, zone).local
    return TimelineLine(
        at=local,
        has_time=False,
        tone=Tone.OFF if step.kind in CALLED_OFF else Tone.STEP,
        word=words.step(step.kind),
        text=_step_text(interview, place, step, zone),
        kind=Interview,
        id=interview.id,
    )


def _step_text(interview: Interview, place: int, step: Step, zone: str) -> str:
    if step.kind is StepKind.REPLIED:
        asked = [each for each in interview.steps[:place] if each.kind is StepKind.ASKED]
        if asked:
            days = (from_utc(step.at, zone).day - from_utc(asked[-1].at, zone).day).days
            return say_many("after {n} day", "after {n} days", days) if days else say("the same day")
    if step.kind is StepKind.MOVED and step.was is not None:
        was = from_utc(step.was.utc, zone)
        return say("from {day}, {time}", day=words.short_day(was.day), time=words.clock(was.local))
    return ""


def entry_lines(entries: Iterable[JournalEntry]) -> Iterator[TimelineLine]:
    """A line for each journal entry."""
    for entry in entries:
        yield TimelineLine(
            at=datetime.combine(entry.day, time()),
            has_time=False,
            tone=Tone.PLAIN,
            word=say("entry"),
            text=entry.title,
            kind=JournalEntry,
            id=entry.id,
            detail=excerpt(entry.learned or entry.notes),
        )


def done_lines(follow_ups: Iterable[FollowUp], zone: str) -> Iterator[TimelineLine]:
    for follow_up in follow_ups:
        if not follow_up.done:
            continue
        times = [event.at for event in follow_up.history if event.kind is FollowUpEventKind.DONE]
        yield TimelineLine(
            at=from_utc(times[-1] if times else follow_up.created, zone).local,
            has_time=False,
            tone=Tone.DONE,
            word=say("done"),
            text=follow_up.text,
            kind=FollowUp,
            id=follow_up.id,
        )


def favour_lines(favours: Iterable[Favour], zone: str) -> Iterator[TimelineLine]:
    """A line for each favour, got or given, asked for or promised."""
    for favour in favours:
        yield TimelineLine(
            at=from_utc(favour.at, zone).local,
            has_time=False,
            tone=Tone.DONE if favour.kind in (FavourKind.GOT, FavourKind.GIVEN) else Tone.PLAIN,
            word=favour_word(favour.kind),
            text="",
            kind=Favour,
            id=favour.id,
            detail=excerpt(favour.text),
        )


def touch_lines(touches: Iterable[Touch], zone: str) -> Iterator[TimelineLine]:
    for touch in touches:
        yield TimelineLine(
            at=from_utc(touch.at, zone).local,
            has_time=False,
            tone=Tone.STEP,
            word=touch_word(touch.kind, touch.inbound),
            text="",
            kind=Touch,
            id=touch.id,
            detail=excerpt(touch.text),
        )


def introduction_lines(found: Introductions, zone: str) -> Iterator[TimelineLine]:
    led = [(row, led_here(row.introduction.stage, row.name)) for row in found.to_them]
    led += [(row, led_on(row.introduction.stage, row.name)) for row in found.by_them]
    for row, word in led:
        yield TimelineLine(
            at=from_utc(row.introduction.at, zone).local,
            has_time=False,
            tone=Tone.PLAIN,
            word=word,
            text="",
            kind=Introduction,
            id=row.introduction.id,
            detail=excerpt(row.introduction.note),
        )


def excerpt(text: str) -> str:
    """The beginning of a text as one line, without Markdown's signs."""
    line = " ".join(without_signs(text[: 4 * EXCERPT]).split())
    return line if len(line) <= EXCERPT else line[:EXCERPT].rsplit(" ", 1)[0] + " …"
