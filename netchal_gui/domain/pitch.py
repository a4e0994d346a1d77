"""A pitch: a short introduction of oneself, kept ready."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from netchal_gui.domain.problem import Problem, ProblemKind

LENGTHS = (15, 30, 60)
"""The usual lengths, in seconds."""
LONGEST_SECONDS = 600
WORDS_PER_MINUTE = {"en": 150, "de": 125}
"""A calm pace of speech by language (ISO 639-1).

English: the average of conversation after the National Center for Voice and Speech. German has nearly the
same number of syllables a second (5.97 and 6.19: Pellegrino, Coupé and Marsico, Language 87, 2011), but more
of them in a word.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitch:
    """``listener`` says for whom it is ("a founder"); ``seconds`` is how long it may take.

    ``language`` is an ISO 639-1 code, "" for the usual one. ``created`` is UTC.
    """

    id: UUID
    title: str
    text: str
    created: datetime
    listener: str = ""
    seconds: int = 30
    language: str = ""


def words_per_minute(language: str) -> int:
    """The pace in a language, English for one that is not known."""
    return WORDS_PER_MINUTE.get(language, WORDS_PER_MINUTE["en"])


def spoken_words(text: str) -> int:
    """How many words are said; a dash that stands alone is none."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def spoken_seconds(text: str, language: str = "en") -> int:
    """How long the text takes to say, in whole seconds, rounded up."""
    return -(-spoken_words(text) * 60 // words_per_minute(language))


def problems(pitch: Pitch) -> Iterator[Problem]:
    """What keeps the pitch from being saved. One that takes too long is still a pitch."""
    if not pitch.title.strip():
        yield Problem(ProblemKind.TITLE_MISSING, "title")
    if not pitch.text.strip():
        yield Problem(ProblemKind.TEXT_MISSING, "text")
    if not 1 <= pitch.seconds <= LONGEST_SECONDS:
        yield Problem(ProblemKind.SECONDS_OUT_OF_RANGE, "seconds", str(pitch.seconds))
