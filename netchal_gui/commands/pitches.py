"""Add, change and delete pitches. Each is one edit."""

from dataclasses import replace

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.refusal import refuse
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.pitch import Pitch, problems
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def blank_pitch(workbench: Workbench) -> Pitch:
    """One that is not stored yet, to be filled in and given to :func:`add_pitch`."""
    return Pitch(id=workbench.new_id(), title="", text="", created=workbench.now())


def add_pitch(workbench: Workbench, draft: Pitch) -> Pitch:
    """Store a new pitch. Raises Refused, StoreFault."""
    pitch = _tidied(draft)
    workbench.apply(Edit(say("Pitch “{title}” added", title=pitch.title), (Change(None, pitch),)))
    return pitch


def change_pitch(workbench: Workbench, before: Pitch, draft: Pitch) -> bool:
    """Save what was changed; False where nothing was. Raises Refused, StoreFault, Conflict."""
    after = _tidied(draft)
    if after == before:
        return False
    workbench.apply(Edit(say("Pitch “{title}” changed", title=before.title), (Change(before, after),)))
    return True


def delete_pitch(workbench: Workbench, pitch: Pitch) -> None:
    """Delete it; talks at which it was used stay. Raises StoreFault, Conflict."""
    label = say("Pitch “{title}” deleted", title=pitch.title)
    workbench.apply(Edit(label, deletion(workbench.store, [pitch])))


def pitches(reader: Reader) -> list[Pitch]:
    """All pitches, the shortest first. Raises StoreFault."""
    return reader.where(Pitch, "1 ORDER BY seconds, title, number")


def _tidied(draft: Pitch) -> Pitch:
    pitch = replace(
        draft, title=" ".join(draft.title.split()), text=draft.text.strip(), listener=draft.listener.strip()
    )
    refuse(problems(pitch))
    return pitch
