"""A message to a person: which text suits where one stands with them, filled in; and noting that it went.

Sending is one edit: what it was is noted (asked, thanked, written), and what that settles is ticked off.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from uuid import UUID

from netchal_gui import words
from netchal_gui.commands.draft_situation import Situation, introduction_of_oneself, situation_of
from netchal_gui.commands.interview_form import blank_interview
from netchal_gui.commands.message_facts import person_facts
from netchal_gui.commands.message_templates import language_for, template_for
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.template_rendering import render
from netchal_gui.commands.thanks_facts import thanks_facts
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind, ticked
from netchal_gui.domain.interview import Participant, StepKind, stepped
from netchal_gui.domain.mail import Mail, one_line, recipient
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.touch import Touch, TouchKind
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

ASKING = (
    *(TemplateKind.ASK, TemplateKind.OLD_FRIEND, TemplateKind.INTRODUCED, TemplateKind.AFTER_EVENT),
    *(TemplateKind.SECOND_OFFER, TemplateKind.REMIND),
)
"""Texts that ask for an interview."""
THANKING = {
    TemplateKind.THANK: FollowUpKind.THANK,
    TemplateKind.THANK_LATER: FollowUpKind.THANK_LATER,
}
"""Texts that thank, and the follow-up that each of them settles."""
TEXT_OF = {settled: text for text, settled in THANKING.items()}
TO_PEOPLE: tuple[TemplateKind | None, ...] = (*ASKING, *THANKING, TemplateKind.BIRTHDAY, None)
"""What one can write to somebody; None: in one's own words, from a blank page."""


class Choice(Enum):
    """SUITING: the text that suits where one stands with the person. ASKING: the one that asks them."""

    SUITING = auto()
    ASKING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message that nobody has sent yet. ``to`` is one address, "" where the person has none that is one.

    ``kind`` None: in one's own words. ``language`` is an ISO 639-1 code. ``challenge_id``: a report to
    that challenge's partner. ``follow_up_id``: the one that it settles, whatever text was chosen in the end.
    """

    contact_id: UUID
    name: str
    kind: TemplateKind | None
    language: str
    to: str
    subject: str
    body: str
    challenge_id: UUID | None = None
    follow_up_id: UUID | None = None

    @property
    def mail(self) -> Mail:
        return Mail(self.to, self.subject, self.body)


def draft(
    workbench: Workbench,
    contact_id: UUID,
    kind: TemplateKind | Choice | None = Choice.SUITING,
    *,
    language: str = "",
    times: Sequence[str] = (),
    follow_up: FollowUp | None = None,
) -> Draft:
    """A message to a person with all that is known of them filled in.

    ``language`` "": the one they are written to in. ``times``: proposals, in words of that language.
    ``follow_up`` is what it settles: a thank-you chooses its text. Raises Refused, StoreFault.
    """
    contact = stored_contact(workbench, contact_id)
    chosen = language or language_for(workbench, contact)
    situation = situation_of(workbench, contact)
    if follow_up is not None and kind is Choice.SUITING:
        wanted = TEXT_OF.get(follow_up.kind)
    elif isinstance(kind, Choice):
        wanted = situation.request if kind is Choice.ASKING else situation.kind
    else:
        wanted = kind
    settles = follow_up.id if follow_up else None
    if wanted is None:
        return replace(draft_of(contact, None, chosen), follow_up_id=settles)
    facts = _facts(workbench, contact, situation, chosen, times)
    facts |= thanks_facts(workbench, contact, situation, follow_up, chosen)
    text = render(wanted, template_for(workbench, wanted, chosen), facts)
    return replace(draft_of(contact, wanted, chosen, text.subject, text.body), follow_up_id=settles)


def draft_of(
    contact: Contact,
    kind: TemplateKind | None,
    language: str,
    subject: str = "",
    body: str = "",
    challenge_id: UUID | None = None,
) -> Draft:
    """A message to the person's first address that a mail can go to."""
    addresses = (recipient(each.value) for each in contact.emails)
    return Draft(
        contact_id=contact.id,
        name=contact.name,
        kind=kind,
        language=language,
        to=next(filter(None, addresses), ""),
        subject=subject,
        body=body,
        challenge_id=challenge_id,
    )


def stored_contact(workbench: Workbench, contact_id: UUID) -> Contact:
    """The person. Raises Refused where they are gone, StoreFault."""
    contact = workbench.store.get(Contact, contact_id)
    if contact is None:
        raise Refused(say("This person is no longer there."))
    return contact


def note_sent(workbench: Workbench, sent: Draft) -> str:
    """Note that the message went to them, as one edit; returns its label.

    The language it was written in is the one they are written to in from now on. Raises Refused, StoreFault.
    """
    contact = stored_contact(workbench, sent.contact_id)
    situation = situation_of(workbench, contact)
    if sent.kind in ASKING:
        label = say("Asked {names} for an interview", names=contact.name)
        changes = [*_ticked(workbench, situation, FollowUpKind.WRITE), _asked(workbench, contact, situation)]
    elif sent.kind in THANKING:
        label = say("Thanked {name}", name=contact.name)
        changes = _thanked(workbench, situation, sent, THANKING[sent.kind])
    elif sent.challenge_id is not None:
        label = say("Reported to {name}", name=contact.name)
        changes = [*_ticked(workbench, situation, FollowUpKind.REPORT), _touch(workbench, sent)]
    else:
        label = say("Wrote to {name}", name=contact.name)
        changes = [*_ticked(workbench, situation, FollowUpKind.WRITE), _touch(workbench, sent)]
    changes += _settled(workbench, sent, changes)
    if sent.language != language_for(workbench, contact):
        changes.append(Change(contact, replace(contact, language=sent.language)))
    workbench.apply(Edit(label, tuple(changes)))
    return label


def _facts(
    workbench: Workbench, contact: Contact, situation: Situation, language: str, times: Sequence[str]
) -> dict[str, object]:
    with words.speaking(language):
        proposed = list(times) or situation.proposed(workbench)
    return {
        **person_facts(workbench, contact, language),
        "times": proposed,
        "about_me": introduction_of_oneself(workbench, language),
        "learned": situation.learned,
        "challenge": situation.challenge,
    }


def _asked(workbench: Workbench, contact: Contact, situation: Situation) -> Change:
    """The open invitation is a step further; without one, or after one that was called off, it is new."""
    now = workbench.now()
    if situation.invitation is not None:
        return Change(situation.invitation, stepped(situation.invitation, StepKind.ASKED, now))
    blank = blank_interview(workbench)
    if former := situation.called_off:
        blank = replace(blank, channel=former.channel, place=former.place, minutes=former.minutes)
    people = situation.called_off.participants if situation.called_off else (Participant(contact.id),)
    return Change(None, stepped(replace(blank, participants=people), StepKind.ASKED, now))


def _ticked(workbench: Workbench, situation: Situation, kind: FollowUpKind) -> list[Change]:
    return [Change(each, ticked(each, True, workbench.now())) for each in situation.open if each.kind is kind]


def _thanked(workbench: Workbench, situation: Situation, sent: Draft, kind: FollowUpKind) -> list[Change]:
    """The thank-you it was opened from, else the first one of its kind; without any, that one wrote."""
    opened_from = [each for each in situation.open if each.id == sent.follow_up_id]
    due = opened_from or [each for each in situation.open if each.kind is kind][:1]
    now = workbench.now()
    return [Change(each, ticked(each, True, now)) for each in due] or [_touch(workbench, sent)]


def _settled(workbench: Workbench, sent: Draft, noted: Sequence[Change]) -> list[Change]:
    """What it was opened from is done, unless it is ticked among the changes already."""
    stored = workbench.store.get(FollowUp, sent.follow_up_id) if sent.follow_up_id else None
    if stored is None or stored.done or any(change.before == stored for change in noted):
        return []
    return [Change(stored, ticked(stored, True, workbench.now()))]


def _touch(workbench: Workbench, sent: Draft) -> Change:
    now = workbench.now()
    touch = Touch(
        id=workbench.new_id(),
        contact_id=sent.contact_id,
        created=now,
        at=now,
        kind=TouchKind.MAIL,
        text=one_line(sent.subject),
        challenge_id=sent.challenge_id,
    )
    return Change(None, touch)
