"""Pitches in words: how long one takes to say, for whom it is, where it was used."""

from netchal_gui import words
from netchal_gui.commands.preparing import names_of
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.pitch import Pitch, spoken_seconds, spoken_words, words_per_minute
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


def language_of(workbench: Workbench, pitch: Pitch) -> str:
    """In which language it is said: its own, the usual one of texts, or the program's."""
    return pitch.language or workbench.preferences.language or words.spoken()


def length(text: str, seconds: int, language: str) -> str:
    """ "70 words · 28 of 30 seconds"; one that is too long says by how much."""
    counted = say_many("{n} word", "{n} words", spoken_words(text))
    taken = spoken_seconds(text, language)
    over = taken - seconds
    if over > 0:
        much = say_many(
            "{n} second more than {wanted}", "{n} seconds more than {wanted}", over, wanted=seconds
        )
    else:
        much = say("{taken} of {wanted} seconds", taken=taken, wanted=seconds)
    return f"{counted} · {much}"


def pace(language: str) -> str:
    """By what the seconds are reckoned."""
    if language == "de":
        return say("Reckoned at {n} words a minute: a calm pace in German.", n=words_per_minute(language))
    source = "National Center for Voice and Speech"
    return say(
        "Reckoned at {n} words a minute, as in conversation ({source}).",
        n=words_per_minute(language),
        source=source,
    )


def used(workbench: Workbench, pitch: Pitch) -> str:
    """ "Used at 3 talks, last with Ada Lovelace"; "" while it was used at none."""
    talks = workbench.store.where(Interview, "pitch_id = ?", (pitch.id.bytes,))
    if not talks:
        return ""
    last = max(talks, key=_when)
    count = len(talks)
    return say_many(
        "Used at {n} talk, with {name}",
        "Used at {n} talks, last with {name}",
        count,
        name=names_of(workbench, last),
    )


def choice(pitch: Pitch) -> str:
    """A pitch as one of several: "Short · a founder · 30 s"."""
    seconds = say("{n} s", n=pitch.seconds)
    return " · ".join(filter(None, (pitch.title, pitch.listener, seconds)))


def _when(talk: Interview) -> float:
    return (talk.start.utc if talk.start else talk.stage_at).timestamp()
