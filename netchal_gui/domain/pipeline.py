"""The pipeline: from an idea whom to ask to the thank-you after the talk."""

from enum import StrEnum

from netchal_gui.domain.interview import PLANNED, StepKind


class Column(StrEnum):
    """Where somebody stands, in the order in which one gets there.

    THANKED is no stage of an interview: it is a talk whose thank-you is a finished follow-up.
    """

    IDEA = "idea"
    ASKED = "asked"
    REPLIED = "replied"
    SCHEDULED = "scheduled"
    MET = "met"
    THANKED = "thanked"


ONWARD: dict[Column, frozenset[Column]] = {
    Column.IDEA: frozenset({Column.ASKED, Column.REPLIED, Column.SCHEDULED, Column.MET}),
    Column.ASKED: frozenset({Column.REPLIED, Column.SCHEDULED, Column.MET}),
    Column.REPLIED: frozenset({Column.ASKED, Column.SCHEDULED, Column.MET}),
    Column.SCHEDULED: frozenset({Column.MET}),
    Column.MET: frozenset({Column.THANKED}),
    Column.THANKED: frozenset(),
}
"""Where a card may go from each column. Back only to be asked again: what happened stays noted."""


def column_of(stage: StepKind) -> Column | None:
    """The column of an interview that nobody was thanked for; None for one that was called off."""
    if stage in PLANNED:
        return Column.SCHEDULED
    return next((column for column in Column if column.value == stage.value), None)
