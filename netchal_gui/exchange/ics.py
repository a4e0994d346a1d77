"""Write calendar files that every calendar program understands (RFC 5545).

Slow to import: icalendar takes a fifth of a second. Import it where it is needed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Component, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar import Event as EventComponent
from icalendar.prop import vDate, vDatetime, vDuration, vInt, vRecur, vUTCOffset

from netchal_gui.domain.calendar_copy import EventStatus
from netchal_gui.domain.links import is_safe_link
from netchal_gui.exchange.ics_event import Event
from netchal_gui.exchange.ics_values import Text, clean, moment, one_line, text_list, uri, wall
from netchal_gui.exchange.zones import FIRST_YEAR, Observance, ZoneRules, rules_for

HEADER = {
    "VERSION": "2.0",
    "PRODID": "-//netchal//netchal 1.0//EN",
    "CALSCALE": "GREGORIAN",
    "METHOD": "PUBLISH",
}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BUSY = {EventStatus.CONFIRMED: "BUSY", EventStatus.TENTATIVE: "TENTATIVE", EventStatus.CANCELLED: "FREE"}


def calendar(events: Sequence[Event], progress: Callable[[int, int], None] | None = None) -> bytes:
    """The bytes of one VCALENDAR with these events, the same for the same events.

    A single event asks Outlook to open it as an appointment instead of a new calendar
    (MS-OXCICAL, 2.1.3.1.1.1.5). ``progress`` is told events done and events in all, and may raise.
    """
    zones = _zones(events)
    root = Calendar()
    for name, value in HEADER.items():
        root[name] = Text(value)
    if len(events) == 1:
        root["X-MS-OLK-FORCEINSPECTOROPEN"] = Text("TRUE")
    for rules in zones.values():
        root.add_component(_timezone(rules))
    for done, event in enumerate(events, 1):
        root.add_component(_event(event, zones))
        if progress is not None:
            progress(done, len(events))
    return bytes(root.to_ical(sorted=False))


def _zones(events: Iterable[Event]) -> dict[str, ZoneRules]:
    """For each zone the rules that suit most of its events; the others are written in UTC.

    A file can hold one VTIMEZONE for a zone, while a zone's rules can change between two events.
    """
    wanted = [rules_for(event.start, event.end) for event in events if not event.whole_day]
    counted = Counter(rules for rules in wanted if rules is not None)
    chosen: dict[str, ZoneRules] = {}
    for rules, _ in counted.most_common():
        chosen.setdefault(rules.zone, rules)
    return chosen


def _event(event: Event, zones: Mapping[str, ZoneRules]) -> EventComponent:
    part = EventComponent()
    part["UID"] = Text(event.uid)
    part["DTSTAMP"] = moment(event.stamp)
    part["DTSTART"], part["DTEND"] = _times(event, zones)
    _add_texts(part, event)
    _add_state(part, event)
    part["SEQUENCE"] = vInt(event.sequence)
    part["CREATED"] = moment(event.created)
    part["LAST-MODIFIED"] = moment(event.stamp)
    if event.reminder is not None and event.status is not EventStatus.CANCELLED:
        part.add_component(_alarm(event.summary, event.reminder))
    return part


def _times(event: Event, zones: Mapping[str, ZoneRules]) -> tuple[vDate | vDatetime, vDate | vDatetime]:
    if event.whole_day:
        day = vDate(event.start.day, params={"VALUE": "DATE"})
        return day, vDate(event.end.day, params={"VALUE": "DATE"})
    rules = rules_for(event.start, event.end)
    if rules is not None and zones.get(rules.zone) == rules:
        return wall(event.start), wall(event.end)
    return moment(event.start.utc), moment(event.end.utc)


def _add_texts(part: Component, event: Event) -> None:
    """No property without content: some programs show an empty line for it, some refuse the file.

    Summary and location are one line each: programs show them in one, or indent the lines that follow.
    """
    part["SUMMARY"] = Text(one_line(event.summary))
    if location := one_line(event.location):
        part["LOCATION"] = Text(location)
    if clean(event.description).strip():
        part["DESCRIPTION"] = Text(event.description)
    if is_safe_link(event.link):
        part["URL"] = uri(event.link)
    if categories := [name for name in map(one_line, event.categories) if name]:
        part["CATEGORIES"] = text_list(categories)


def _add_state(part: Component, event: Event) -> None:
    cancelled = event.status is EventStatus.CANCELLED
    if event.private:
        part["CLASS"] = Text("PRIVATE")
    part["STATUS"] = Text(event.status.value)
    blocks = event.is_busy and not cancelled
    part["TRANSP"] = Text("OPAQUE" if blocks else "TRANSPARENT")
    part["X-MICROSOFT-CDO-BUSYSTATUS"] = Text(_BUSY[event.status] if blocks else "FREE")


def _alarm(text: str, minutes: int) -> Alarm:
    part = Alarm()
    part["ACTION"] = Text("DISPLAY")
    part["TRIGGER"] = vDuration(timedelta(minutes=-minutes))
    part["DESCRIPTION"] = Text(one_line(text))
    return part


def _timezone(rules: ZoneRules) -> Timezone:
    part = Timezone()
    part["TZID"] = Text(rules.zone)
    part.add_component(_observance(TimezoneStandard(), rules.standard))
    if rules.daylight is not None:
        part.add_component(_observance(TimezoneDaylight(), rules.daylight))
    return part


def _observance(part: Component, observance: Observance) -> Component:
    """STANDARD or DAYLIGHT with one RRULE at most (RFC 5545, 3.6.5)."""
    onset = observance.onset
    begins = onset.local(FIRST_YEAR) if onset else datetime(FIRST_YEAR, 1, 1)
    part["DTSTART"] = vDatetime(begins)
    part["TZOFFSETFROM"] = vUTCOffset(observance.before)
    part["TZOFFSETTO"] = vUTCOffset(observance.offset)
    part["TZNAME"] = Text(observance.name)
    if onset is not None:
        day = f"{onset.nth}{_WEEKDAYS[onset.weekday]}"
        part["RRULE"] = vRecur({"FREQ": "YEARLY", "BYDAY": day, "BYMONTH": onset.month})
    return part
