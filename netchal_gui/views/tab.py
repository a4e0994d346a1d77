"""What the window and a tab know of each other."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from uuid import UUID

    from netchal_gui.domain.edit import Edit, Entity


TAKES_REST = "takes_rest"
"""The property of an action with the words, parted by semicolons, after which the finder takes what follows
as the action's data: "going to" of "going to Bremen"."""


class Menu(StrEnum):
    """Where a tab's actions go. EXPORT is the submenu of File."""

    FILE = "file"
    EXPORT = "export"
    EDIT = "edit"
    VIEW = "view"
    CHALLENGE = "challenge"


class TabPlace(NamedTuple):
    """A tab that may not have been made yet; ``title`` is what its place in the strip says."""

    name: str
    title: str
    make: "Callable[[], Tab]"


class Tab(QWidget):
    """One page of the window; it is made when it is first needed.

    ``message(sentence)`` goes to the status bar for a few seconds. ``front_wanted`` brings the tab to the
    front (an action of it was triggered while another tab was shown). ``object_wanted(kind, id)`` shows an
    object in the tab that it belongs to. ``unsaved(True)`` while something typed is not yet in the data
    file. ``example_wanted`` opens a filled example in a window of its own, ``import_wanted`` the import of
    people, ``prepare_wanted(interview)`` and ``talk_wanted(interview)`` what one needs before and in a talk.
    """

    message = Signal(str)
    front_wanted = Signal()
    object_wanted = Signal(object, object)
    unsaved = Signal(bool)
    example_wanted = Signal()
    import_wanted = Signal()
    prepare_wanted = Signal(object)
    talk_wanted = Signal(object)

    def complete(self) -> None:
        """Make what the first sight of the tab does not show; called once, before the person can do anything.

        A tab that the window opens with is painted before that, every other one is not.
        """

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """The tab's actions with their shortcuts, made once; they work whichever tab is shown."""
        return {}

    def activate(self) -> None:
        """The tab comes to the front: catch up with what changed and take the focus."""

    def flush(self) -> bool:
        """Save what is being typed. False: it cannot be saved, was said so, and the window stays open."""
        return True

    def edited(self, edit: "Edit") -> None:
        """An edit was applied, undone or redone; a hidden tab may wait with it until it is activated."""

    def kinds(self) -> "tuple[type[Entity], ...]":
        """The kinds of objects that belong here."""
        return ()

    def show_object(self, kind: "type[Entity]", object_id: "UUID") -> None:
        """Select and show one object of these kinds."""

    def import_people(self) -> bool:
        """Begin an import of people; returns whether that is this tab's work."""
        return False

    def open_files(self, files: Sequence[Path]) -> bool:
        """Files dropped on the window or given at the start; returns whether the tab takes them."""
        return False
