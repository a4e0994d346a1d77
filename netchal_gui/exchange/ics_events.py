"""Turn interviews and blocks into events: which sentences stand in them and how they block time.

The copy says under which UID and SEQUENCE, when and with which status; the rest comes from the subject.
"""

from collections.abc import Iterator, Sequence

from netchal_gui import words
from netchal_gui.domain.calendar_copy import CalendarCopy, EventStatus
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.walltime import from_utc
from netchal_gui.exchange.ics_event import Event

OWN_CATEGORY = "netchal"


def interview_event(
    interview: Interview, people: Sequence[Contact], copy: CalendarCopy, private: bool
) -> Event:
    """The event of an interview that has a time. The description repeats the link and how to reach them."""
    zone = interview.start.zone if interview.start else "UTC"
    return Event(
        uid=copy.uid,
        sequence=copy.sequence,
        stamp=copy.exported,
        created=copy.created,
        start=interview.start or from_utc(copy.start, zone),
        end=from_utc(copy.end, zone),
        summary=_summary(interview_title([person.name for person in people]), copy.status),
        location=copy.place,
        description=_description(interview, people),
        link=interview.link,
        categories=(OWN_CATEGORY, words.channel(interview.channel)),
        private=private,
        status=copy.status,
        reminder=interview.reminder,
    )


def block_event(copy: CalendarCopy, zone: str, whole_day: bool, private: bool) -> Event:
    """The event of one piece of a block, at the copy's time as the zone's clock shows it."""
    return _plain_event(copy, words.say("Kept for interviews"), zone, whole_day, private)


def forgotten_event(copy: CalendarCopy, private: bool) -> Event:
    """The event of an interview or block that was deleted: all that is left to say is what was exported."""
    return _plain_event(copy, copy.title or words.say("Interview"), "UTC", False, private)


def interview_title(names: Sequence[str]) -> str:
    """ "Interview with Ada, Grace and Daniel"."""
    if not names:
        return words.say("Interview")
    *first, last = names
    if not first:
        return words.say("Interview with {name}", name=last)
    listed = words.say("{names} and {last}", names=", ".join(first), last=last)
    return words.say("Interview with {name}", name=listed)


def _plain_event(copy: CalendarCopy, title: str, zone: str, whole_day: bool, private: bool) -> Event:
    return Event(
        uid=copy.uid,
        sequence=copy.sequence,
        stamp=copy.exported,
        created=copy.created,
        start=from_utc(copy.start, zone),
        end=from_utc(copy.end, zone),
        whole_day=whole_day,
        summary=_summary(title, copy.status),
        location=copy.place,
        categories=(OWN_CATEGORY,),
        private=private,
        status=copy.status,
    )


def _summary(title: str, status: EventStatus) -> str:
    """Programs that ignore STATUS show at least the word."""
    return words.say("Cancelled: {title}", title=title) if status is EventStatus.CANCELLED else title


def _description(interview: Interview, people: Sequence[Contact]) -> str:
    parts = ["\n".join(_contact_lines(person)) for person in people]
    if interview.link:
        parts.append(words.say("Link: {link}", link=interview.link))
    return "\n\n".join(parts)


def _contact_lines(person: Contact) -> Iterator[str]:
    yield person.name
    if work := ", ".join(part for part in (person.role, person.organisation) if part):
        yield work
    for reach in (*person.phones, *person.emails):
        yield f"{reach.value} ({reach.label})" if reach.label else reach.value
