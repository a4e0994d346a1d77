"""The only hand that writes: apply an edit, undo, redo, tell the listeners."""

import threading
from collections import deque
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from netchal_gui.storage.store import Store

if TYPE_CHECKING:
    from uuid import UUID

    from netchal_gui.domain.edit import Change, Edit
    from netchal_gui.domain.preferences import Preferences
    from netchal_gui.storage.writer import Progress

UNDO_DEPTH = 50
MERGE_WITHIN = timedelta(seconds=30)

Listener = Callable[["Edit"], None]


def _at_once(call: Callable[[], None]) -> None:
    call()


@dataclass(slots=True)
class _Done:
    """One entry of the undo history: the edit as it was carried out."""

    edit: "Edit"
    merge: Hashable | None
    begun: datetime


@dataclass
class Workbench:
    """Holds the store and what else a command needs: the clock (aware UTC), fresh ids, the system's zone.

    ``deliver`` hands a call to the thread on which the listeners live; the window gives one that does so.
    """

    store: Store
    now: Callable[[], datetime]
    new_id: "Callable[[], UUID]"
    zone: str = "UTC"
    deliver: Callable[[Callable[[], None]], None] = _at_once
    _done: deque[_Done] = field(default_factory=lambda: deque(maxlen=UNDO_DEPTH))
    _undone: list[_Done] = field(default_factory=list)
    _listeners: list[Listener] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def preferences(self) -> "Preferences":
        """The settings that change output, as the data file has them."""
        from netchal_gui.domain.preferences import PREFERENCES_ID, Preferences

        return self.store.get(Preferences, PREFERENCES_ID) or Preferences()

    @property
    def undo_label(self) -> str | None:
        return self._done[-1].edit.label if self._done else None

    @property
    def redo_label(self) -> str | None:
        return self._undone[-1].edit.label if self._undone else None

    @property
    def next_undo(self) -> "Edit | None":
        """The edit that :meth:`undo` would take back, to see whether that takes long."""
        return self._done[-1].edit if self._done else None

    @property
    def next_redo(self) -> "Edit | None":
        return self._undone[-1].edit if self._undone else None

    def apply(
        self, edit: "Edit", *, merge: Hashable | None = None, progress: "Progress | None" = None
    ) -> None:
        """Carry out an edit in one transaction, remember it for undo, tell the listeners.

        Edits with the same ``merge`` key that begin within 30 s of each other become one step of undo.
        Raises StoreFault, Conflict, or what ``progress`` raises; then nothing has changed.
        """
        if not edit.changes:
            return
        with self._lock:
            now = self.now()
            number = self.store.put(edit.label, edit.changes, edit.photos, now, progress)
            kept = self.store.kept_changes(number, len(edit.changes)) if number is not None else edit.changes
            self._remember(replace(edit, changes=kept, photos={}), merge, now)
        self._tell(edit)

    def record(self, edit: "Edit", progress: "Progress | None" = None) -> None:
        """Note what happened outside, such as an export: no step of undo, as undoing would not unmake it.

        Steps that changed the same objects, and those before them, leave the history: they could not be
        taken back any more. Raises what :meth:`apply` raises.
        """
        if not edit.changes:
            return
        with self._lock:
            self.store.put(edit.label, edit.changes, edit.photos, self.now(), progress)
            changed = {change.id for change in edit.changes if change.before is not None}
            for steps in (self._done, self._undone):
                for _ in range(_last_touching(steps, changed)):
                    del steps[0]
        self._tell(edit)

    def undo(self, progress: "Progress | None" = None) -> "Edit | None":
        """Take the last edit back. Returns what was carried out, None where there was nothing to undo."""
        return self._travel(self._done, self._undone, progress, backwards=True)

    def redo(self, progress: "Progress | None" = None) -> "Edit | None":
        """Carry out again what was undone last."""
        return self._travel(self._undone, self._done, progress, backwards=False)

    def forget_history(self) -> None:
        """Empty undo and redo: after a restore the objects they name are no longer there."""
        self._done.clear()
        self._undone.clear()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each edit with what was carried out; returns the function that ends it."""
        self._listeners.append(listener)
        return partial(self._listeners.remove, listener)

    def _travel(
        self,
        source: "deque[_Done] | list[_Done]",
        target: "deque[_Done] | list[_Done]",
        progress: "Progress | None",
        *,
        backwards: bool,
    ) -> "Edit | None":
        with self._lock:
            if not source:
                return None
            entry = source[-1]
            changes = _reversed(entry.edit.changes) if backwards else entry.edit.changes
            carried = replace(entry.edit, changes=changes)
            self.store.put(carried.label, changes, {}, self.now(), progress)
            target.append(source.pop())
            if self._done:
                self._done[-1].merge = None  # typing on begins a new step
        self._tell(carried)
        return carried

    def _remember(self, edit: "Edit", merge: Hashable | None, now: datetime) -> None:
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if merge is not None and last and last.merge == merge and now - last.begun <= MERGE_WITHIN:
            last.edit = replace(edit, changes=_merged(last.edit.changes, edit.changes))
        else:
            self._done.append(_Done(edit, merge, now))

    def _tell(self, edit: "Edit") -> None:
        for listener in tuple(self._listeners):
            self.deliver(partial(listener, edit))


def _last_touching(steps: "deque[_Done] | list[_Done]", ids: "set[UUID]") -> int:
    """The number, from 1, of the last step that changed one of these objects; 0 where none did."""
    if not ids:
        return 0
    touching = (n for n, step in enumerate(steps, 1) if any(c.id in ids for c in step.edit.changes))
    return max(touching, default=0)


def _reversed(changes: "Collection[Change]") -> "Collection[Change]":
    from netchal_gui.storage.kept import KeptChanges

    if isinstance(changes, KeptChanges):
        return changes.reversed
    return tuple(change.reversed for change in reversed(tuple(changes)))


def _merged(first: "Collection[Change]", second: "Collection[Change]") -> "tuple[Change, ...]":
    """Both edits as one: an object changed in both goes from the first before to the second after."""
    from netchal_gui.domain.edit import Change

    merged = {change.id: change for change in first}
    for change in second:
        earlier = merged.pop(change.id, None)
        before = earlier.before if earlier else change.before
        if before is not None or change.after is not None:
            merged[change.id] = Change(before, change.after)
    return tuple(merged.values())
