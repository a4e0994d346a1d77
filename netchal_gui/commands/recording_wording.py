"""Recordings in words: how one is called in a list, and what may become of it."""

from netchal_gui import words
from netchal_gui.commands.recordings import Unused
from netchal_gui.domain.recording import Recording
from netchal_gui.words import say, say_many

_MB = 1_000_000


def recording_name(recording: Recording) -> str:
    """Its title, else the name of its file, else where it lies on the web."""
    return recording.title or recording.file_name or recording.link.split("://", 1)[-1]


def recording_state(recording: Recording) -> str:
    """ "public · agreed to on 3 Nov", "private"."""
    state = say("public") if recording.is_published else say("private")
    if recording.consent is None:
        return state
    return say("{state} · agreed to on {day}", state=state, day=words.short_day(recording.consent))


def unused_words(found: Unused) -> str:
    """ "2 files that no recording names any more, 412 MB"; less than one MB is said as one."""
    n, size = len(found.files), words.number(max(1, round(found.size / _MB)))
    return say_many(
        "{n} file that no recording names any more, {size} MB",
        "{n} files that no recording names any more, {size} MB",
        n,
        size=size,
    )
