"""What the form for a new interview with someone begins with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from netchal_gui.commands.interview_form import blank_interview
from netchal_gui.domain.interview import Interview, Participant
from netchal_gui.domain.walltime import from_utc, wall_time
from netchal_gui.workbench import Workbench

NOON = time(12)


def draft_with(workbench: Workbench, people: Sequence[UUID]) -> Interview:
    """An interview with these people at noon of tomorrow, to be changed in the form."""
    today = from_utc(workbench.now(), workbench.zone).day
    noon = datetime.combine(today + timedelta(days=1), NOON)
    start, _ = wall_time(noon, workbench.zone)
    return replace(blank_interview(workbench), participants=tuple(map(Participant, people)), start=start)
