"""Which objects name which others, and what becomes of them when the named one is deleted.

One table, and the only one: deletions, the import of everything and the tests read it. Calendar copies are
left out on purpose: they stay, so that calendars can still be told that the event is gone.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from netchal_gui.domain.challenge import Challenge, CountDecision, Slot
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.favour import Favour
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.origin import Origin
from netchal_gui.domain.pitch import Pitch
from netchal_gui.domain.preferences import Preferences
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch

Freeing = Callable[[Any, str, Set[UUID]], Entity | None]


class Reference(NamedTuple):
    """``holder`` names one or more ``target`` objects in its ``field``.

    ``without`` gives the holder as it is once some of them are gone, None where it goes with them.
    ``must_exist``: whether it may never name an object that is not there.
    """

    holder: type[Entity]
    field: str
    target: type[Entity]
    without: Freeing
    must_exist: bool = True

    def ids(self, holder: Entity) -> tuple[UUID, ...]:
        """The objects that this holder names."""
        return _ids(getattr(holder, self.field))


def _ids(value: Any) -> tuple[UUID, ...]:
    if value is None:
        return ()
    each = value if isinstance(value, tuple) else (value,)
    return tuple(one.contact_id if isinstance(one, Participant) else one for one in each)


def _goes(_holder: Any, _field: str, _gone: Set[UUID]) -> None:
    """It means nothing without the other."""


def _stays(holder: Any, field: str, _gone: Set[UUID]) -> Entity:
    """It stays and names nobody there."""
    stays: Entity = replace(holder, **{field: None})
    return stays


def _stays_without_them(holder: Any, field: str, gone: Set[UUID]) -> Entity:
    """It stays and names those who are left, perhaps nobody."""
    left = tuple(one for one in getattr(holder, field) if not gone & set(_ids(one)))
    stays: Entity = replace(holder, **{field: left})
    return stays


def _goes_with_the_last(holder: Any, field: str, gone: Set[UUID]) -> Entity | None:
    stays = _stays_without_them(holder, field, gone)
    return stays if getattr(stays, field) else None


def _stays_in_its_entry(holder: Any, field: str, gone: Set[UUID]) -> Entity | None:
    """A line of a journal entry is part of a text; on its own it was for that person only."""
    return _stays(holder, field, gone) if holder.entry_id else None


def _goes_while_open(holder: Any, field: str, _gone: Set[UUID]) -> Entity | None:
    """There is nothing to do any more; what was done, and what stands in a journal entry, stays."""
    return _stays(holder, field, _gone) if holder.done or holder.entry_id else None


REFERENCES: tuple[Reference, ...] = (
    Reference(Interview, "participants", Contact, _goes_with_the_last),
    Reference(Interview, "pitch_id", Pitch, _stays),
    Reference(JournalEntry, "people", Contact, _stays_without_them),
    Reference(JournalEntry, "interview_id", Interview, _stays),
    Reference(FollowUp, "contact_id", Contact, _stays_in_its_entry),
    Reference(FollowUp, "entry_id", JournalEntry, _goes),
    Reference(FollowUp, "interview_id", Interview, _goes_while_open),
    Reference(FollowUp, "favour_id", Favour, _goes_while_open),
    Reference(FollowUp, "introduction_id", Introduction, _goes_while_open),
    Reference(Origin, "contact_id", Contact, _goes),
    Reference(Preferences, "challenge_id", Challenge, _stays, must_exist=False),
    Reference(Challenge, "partner_id", Contact, _stays),
    Reference(Slot, "challenge_id", Challenge, _goes),
    Reference(Slot, "contact_id", Contact, _goes),
    Reference(Slot, "interview_id", Interview, _stays),
    Reference(CountDecision, "challenge_id", Challenge, _goes),
    Reference(CountDecision, "interview_id", Interview, _goes),
    Reference(Introduction, "by_id", Contact, _goes),
    Reference(Introduction, "to_id", Contact, _goes),
    Reference(Introduction, "interview_id", Interview, _stays),
    Reference(Recording, "interview_id", Interview, _goes),
    Reference(Touch, "contact_id", Contact, _goes),
    Reference(Touch, "challenge_id", Challenge, _stays),
    Reference(Favour, "contact_id", Contact, _goes),
    Reference(Favour, "introduction_id", Introduction, _stays),
    Reference(Favour, "interview_id", Interview, _stays),
    Reference(DesiredRole, "contact_id", Contact, _stays),
)


def to(target: type[Entity]) -> Iterator[Reference]:
    """The references that name objects of this kind."""
    return (reference for reference in REFERENCES if reference.target is target)


def must_be_there(item: Entity) -> Iterator[tuple[type[Entity], UUID]]:
    """The other objects that an object names and cannot be stored without."""
    for reference in REFERENCES:
        if reference.must_exist and type(item) is reference.holder:
            yield from ((reference.target, found) for found in reference.ids(item))
