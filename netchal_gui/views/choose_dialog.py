"""Choose somebody for a place of the challenge: type a name, take a suggestion, or add a new person."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from netchal_gui.views.chip_edit import ChipEdit
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import muted_label, plain_label
from netchal_gui.views.suggestion_list import Suggestion
from netchal_gui.words import say


class ChooseDialog(FormDialog):
    """``choose(suggestion)`` does it, and raises where it cannot be done. Several names, several places."""

    def __init__(
        self,
        title: str,
        find: Callable[[str], Sequence[Suggestion]],
        choose: Callable[[Suggestion], None],
        parent: QWidget,
    ) -> None:
        super().__init__(title, say("Choose"), parent)
        self._choose = choose
        self.setMinimumWidth(440)
        self.people = ChipEdit(say("Who"), find)
        self.box().addWidget(plain_label(say("Who")))
        self.box().addWidget(self.people)
        self.box().addWidget(muted_label(say("A name nobody has yet adds a new person."), wrap=True))
        self.box().addStretch(1)
        self.fit()
        self.people.setFocus()

    def is_changed(self) -> bool:
        return bool(self.people.chosen())

    def save_draft(self) -> None:
        self.people.take_typed()
        if not self.people.chosen():
            self.tell_fault(say("Type a name first."))
            return
        with self.telling_faults():
            for suggestion in self.people.chosen():
                self._choose(suggestion)
            self.accept()
