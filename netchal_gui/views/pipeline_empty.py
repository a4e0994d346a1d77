"""What stands in the pipeline until somebody does: the way to the first ideas."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent

from netchal_gui.views.empty_state import EmptyState
from netchal_gui.views.form_parts import primary_button
from netchal_gui.views.person_drag import dragged_person
from netchal_gui.words import say


class PipelineEmpty(EmptyState):
    """``columns_wanted`` when somebody is dragged here, so that there is a column to let them go over."""

    columns_wanted = Signal()

    def __init__(self) -> None:
        self.ideas = primary_button(say("Add ideas…"))
        super().__init__(
            say("Nobody stands here yet"),
            say("Begin with ideas whom to ask; here you see who was asked, who replied and who was met."),
            (self.ideas,),
        )
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_person(event) is not None:
            event.acceptProposedAction()
            self.columns_wanted.emit()
