"""The home screen in words: a place's card, what to do next, whom to write to, the partner."""

from datetime import date

from netchal_gui import words
from netchal_gui.commands.challenge_people import PartnerStanding, ToDo, ToDoKind, Unseen
from netchal_gui.commands.challenge_places import PeriodStanding, Place, PlaceState, Thanked
from netchal_gui.commands.challenge_wording import place_state
from netchal_gui.commands.counting_wording import why as plain_why
from netchal_gui.commands.follow_up_wording import put_off_words
from netchal_gui.commands.going_to import Resident
from netchal_gui.domain.cadence import Lateness
from netchal_gui.domain.challenge import Challenge, Lane, Period
from netchal_gui.storage.home_queries import Person
from netchal_gui.words import say, say_many


def period_label(challenge: Challenge, period: PeriodStanding) -> str:
    """The few letters under a column of the year."""
    if challenge.period is Period.MONTH:
        return words.short_month(period.first)
    return str(period.number + 1) if challenge.period is not Period.WHOLE else ""


def about(person: Person) -> str:
    """Who somebody is in a line: "Recruiter · Halden", "Family · Graz"."""
    circle = words.circle(person.circle) if person.circle else ""  # type: ignore[arg-type]
    return " · ".join(filter(None, (person.role or circle, person.organisation or person.city)))


def chip(place: Place, lane: Lane) -> tuple[str, str]:
    """The text and the tone of the chip on a place's card."""
    if place.state is PlaceState.MET:
        return say("Met"), "known" if lane is Lane.KNOWN else "new"
    if place.state is PlaceState.SCHEDULED and place.start:
        day = say("{weekday} {day}", weekday=words.weekday(place.start.date()), day=place.start.day)
        return f"{day}, {words.clock(place.start)}", "accent"
    asked = (PlaceState.ASKED, PlaceState.REPLIED, PlaceState.SCHEDULED)
    tone = "accent" if place.state in asked else "plain"
    return place_state(place), "danger" if place.state is PlaceState.NOT_COUNTED else tone


def note(place: Place, today: date) -> str:
    """What stands beside the chip: how it was thanked for, or what comes next."""
    if place.why is not None:
        return plain_why(place.why)
    if place.thanked is Thanked.DUE:
        if place.thank_by is None:
            return say("thank-you open")
        return say("thank-you due {day}", day=_day(place.thank_by, today))
    if place.introduced:
        return say("introduced you to {n}", n=place.introduced)
    if place.thanked is Thanked.SENT:
        return say("thank-you sent")
    if place.made_up_in is not None:
        return say("made up")
    if place.state is PlaceState.SCHEDULED and place.is_prepared:
        return say("questions ready")
    if place.state in (PlaceState.SCHEDULED, PlaceState.ASKED, PlaceState.REPLIED) and place.channel:
        return words.channel(place.channel)
    return say("ask when it suits") if place.state is PlaceState.CHOSEN else ""


def lane_count(met: int, quota: int) -> str:
    """ "3 of 4 met"."""
    return say("{met} of {quota} met", met=met, quota=quota)


def _day(day: date, today: date) -> str:
    return say("today") if day == today else words.short_day(day, today)


def due(day: date, today: date) -> tuple[str, str]:
    """The text and the tone of the chip that says when something is to be done."""
    if day <= today:
        return (say("today") if day == today else words.short_day(day, today)), "danger"
    near = (day - today).days < 7
    text = say("{weekday} {day}", weekday=words.weekday(day), day=day.day) if near else words.short_day(day)
    return text, "accent" if near else "plain"


def task(item: ToDo) -> str:
    """What is to be done, in a line."""
    if item.kind is ToDoKind.PREPARE:
        return say("Prepare for {name}", name=item.name)
    if item.kind is ToDoKind.WAITING:
        return say("Ask {name} again", name=item.name)
    if item.kind is ToDoKind.BIRTHDAY:
        return say("Congratulate {name}", name=item.name)
    return say("Report to {name}", name=item.name) if item.kind is ToDoKind.REPORT else item.text


def task_detail(item: ToDo, today: date) -> str:
    """The line under it: for whom and since when."""
    if item.kind is ToDoKind.PREPARE:
        return _ready(item) or say("interview on {day}", day=words.weekday_day(item.due))
    if item.kind is ToDoKind.REPORT:
        return say("overdue") if item.due < today else say("how it went, and what comes next")
    if item.kind is ToDoKind.WAITING and item.since:
        return say("asked on {day}, no reply yet", day=words.short_day(item.since, today))
    if item.kind is ToDoKind.BIRTHDAY:
        return say("birthday") if item.age is None else say("birthday, turns {age}", age=item.age)
    since = say("noted on {day}", day=words.short_day(item.since, today)) if item.since else ""
    later = put_off_words(item.first_due, item.put_off, today)
    return " · ".join(filter(None, (item.name, later or since)))


def _ready(item: ToDo) -> str:
    """What is prepared: "6 questions · pitch: Short"."""
    asked = say_many("{n} question", "{n} questions", item.questions) if item.questions else ""
    pitch = say("pitch: {title}", title=item.pitch) if item.pitch else ""
    return " · ".join(filter(None, (asked, pitch)))


def unseen(item: Unseen) -> str:
    """ "Family · Graz · last contact 11 weeks ago · overdue"."""
    person = item.person
    circle = words.circle(person.circle) if person.circle else ""  # type: ignore[arg-type]
    far = say("far away") if person.far_away and not person.city else ""
    overdue = say("overdue") if item.lateness is Lateness.OVERDUE else ""
    return " · ".join(filter(None, (circle, person.city, far, last_spoke(item.days), overdue)))


def resident(item: Resident) -> str:
    """ "Friend · Bremen · last contact 11 weeks ago"."""
    person = item.person
    circle = words.circle(person.circle) if person.circle else ""  # type: ignore[arg-type]
    return " · ".join(filter(None, (circle or person.organisation, item.place, last_spoke(item.days))))


def last_spoke(days: int | None) -> str:
    """How long ago one last spoke; None: nothing is noted."""
    if days is None:
        return say("nothing noted yet")
    if days < 14:
        return say_many("last contact {n} day ago", "last contact {n} days ago", days)
    if days < 180:
        return say_many("last contact {n} week ago", "last contact {n} weeks ago", days // 7)
    return say_many("last contact {n} month ago", "last contact {n} months ago", round(days / 30.44))


def partner(found: PartnerStanding, today: date) -> str:
    """When the partner hears from one: "report due 30 Nov"."""
    if found.overdue is not None:
        return say("report overdue since {day}", day=words.short_day(found.overdue, today))
    if found.due is None:
        return ""
    if found.reported:
        return say("report sent")
    return say("report due {day}", day=_day(found.due, today))


def invitation(lane: Lane) -> str:
    """What an empty place asks for."""
    if lane is Lane.NEW:
        return say("Choose a new person")
    return say("Choose somebody you know") if lane is Lane.KNOWN else say("Choose a person")


def spoken(place: Place, lane: Lane, person: Person | None, today: date) -> str:
    """A card as assistive technology reads it."""
    if person is None:
        return say("Empty place: {lane}", lane=words.lane(lane))
    return ", ".join(filter(None, (person.name, about(person), chip(place, lane)[0], note(place, today))))
