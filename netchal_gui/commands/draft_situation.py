"""Where one stands with a person, as far as the next message to them goes."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netchal_gui import words
from netchal_gui.commands.introductions import introductions_of
from netchal_gui.commands.message_templates import language_for
from netchal_gui.commands.standing import find_challenge
from netchal_gui.commands.timeline import excerpt
from netchal_gui.domain.birthday import next_birthday
from netchal_gui.domain.contact import Circle, Contact, Relation, Source
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.interview import CALLED_OFF, NOT_AGREED, PLANNED, Interview, StepKind
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.pitch import Pitch
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import entries_about, follow_ups_for, interviews_with
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class Situation(NamedTuple):
    """``kind`` is the text that suits it, None where nothing is to be asked or thanked for; ``request`` the
    one that asks for an interview, whatever else is due.

    ``invitation``: an interview that is not agreed on yet. ``called_off``: the last one, where nothing came
    after it. ``open``: what is to be done for them, the first due first. ``learned``: from the last talk, in
    one line. ``challenge``: the name of the current one.
    """

    kind: TemplateKind | None
    request: TemplateKind
    invitation: Interview | None
    called_off: Interview | None
    open: tuple[FollowUp, ...]
    learned: str
    challenge: str

    def proposed(self, workbench: Workbench) -> list[str]:
        """The time that stands in an open invitation, in words, if it is still to come."""
        start = self.invitation.start if self.invitation else None
        if self.invitation is None or start is None or start.utc <= workbench.now():
            return []
        today = from_utc(workbench.now(), workbench.zone).day
        day, time = words.full_day(start.day, today), words.clock(start.local)
        place = self.invitation.place
        if place:
            return [say("{day}, {time}, {place}", day=day, time=time, place=place)]
        return [say("{day}, {time}", day=day, time=time)]


def situation_of(workbench: Workbench, contact: Contact) -> Situation:
    """What is known that matters for a message to somebody. Raises StoreFault."""
    reader = workbench.store
    talks = sorted(interviews_with(reader, [contact.id]), key=_latest)
    waiting = (each for each in follow_ups_for(reader, [contact.id]) if not each.done)
    open_ones = tuple(sorted(waiting, key=_due))
    invitation = next((talk for talk in reversed(talks) if talk.stage in NOT_AGREED), None)
    last = talks[-1] if talks else None
    challenge = find_challenge(reader, None, from_utc(workbench.now(), workbench.zone).day)
    return Situation(
        kind=_kind(workbench, contact, talks, open_ones),
        request=_request(workbench, contact, talks),
        invitation=invitation,
        called_off=last if last and last.stage in CALLED_OFF else None,
        open=open_ones,
        learned=_learned(workbench, contact, talks),
        challenge=challenge.name if challenge else "",
    )


def _kind(
    workbench: Workbench, contact: Contact, talks: Sequence[Interview], open_ones: Iterable[FollowUp]
) -> TemplateKind | None:
    """Thanks come first, then a birthday, then what is under way, then a first request."""
    due = {each.kind for each in open_ones}
    if FollowUpKind.THANK in due:
        return TemplateKind.THANK
    if FollowUpKind.THANK_LATER in due:
        return TemplateKind.THANK_LATER
    today = from_utc(workbench.now(), workbench.zone).day
    if contact.birthday and next_birthday(contact.birthday, today) == today:
        return TemplateKind.BIRTHDAY
    stages = [talk.stage for talk in talks]
    if any(stage in PLANNED or stage is StepKind.REPLIED for stage in stages):
        return None
    return _request(workbench, contact, talks)


def _request(workbench: Workbench, contact: Contact, talks: Sequence[Interview]) -> TemplateKind:
    stages = [talk.stage for talk in talks]
    if StepKind.ASKED in stages:
        return TemplateKind.REMIND
    if stages and stages[-1] in CALLED_OFF:
        return TemplateKind.SECOND_OFFER
    return _first_request(workbench, contact, has_met=StepKind.MET in stages)


def _first_request(workbench: Workbench, contact: Contact, *, has_met: bool) -> TemplateKind:
    close = contact.circle in (Circle.FAMILY, Circle.FRIEND)
    if contact.relation is Relation.KNOWN or close or has_met:
        return TemplateKind.OLD_FRIEND
    if contact.source is Source.INTRODUCTION or introductions_of(workbench.store, contact.id).to_them:
        return TemplateKind.INTRODUCED
    return TemplateKind.AFTER_EVENT if contact.source is Source.EVENT else TemplateKind.ASK


def _learned(workbench: Workbench, contact: Contact, talks: Sequence[Interview]) -> str:
    """Of the last talk that took place; of the last entry about them where that has nothing."""
    met = [talk.id for talk in talks if talk.stage is StepKind.MET]
    entries = [each for each in entries_about(workbench.store, [contact.id]) if each.learned.strip()]
    entries.sort(key=lambda entry: (entry.interview_id in met[-1:], entry.day))
    return excerpt(entries[-1].learned) if entries else ""


def introduction_of_oneself(workbench: Workbench, language: str) -> str:
    """The shortest pitch in a language, for somebody who does not know one yet; "" where there is none."""
    usual = "" if language == language_for(workbench) else language
    shortest = "language IN (?, ?) ORDER BY seconds, number LIMIT 1"
    return next((each.text for each in workbench.store.where(Pitch, shortest, (language, usual))), "")


def _latest(interview: Interview) -> tuple[object, object]:
    return interview.steps[-1].at if interview.steps else interview.created, interview.created


def _due(follow_up: FollowUp) -> tuple[bool, str]:
    return follow_up.due is None, str(follow_up.due)
