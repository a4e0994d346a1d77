"""The report to the partner: a mail drafted with the numbers of the time that it is about."""

from collections.abc import Iterator
from typing import NamedTuple

from netchal_gui import words
from netchal_gui.commands.challenge_places import PlaceState
from netchal_gui.commands.challenge_wording import days_title, forecast_sentences
from netchal_gui.commands.drafts import Draft, draft_of, stored_contact
from netchal_gui.commands.message_facts import person_facts
from netchal_gui.commands.message_templates import language_for, render, template_for
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.commands.timeline import excerpt
from netchal_gui.domain.challenge import Challenge, Lane
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.periods import Span
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.journal_queries import learned_between
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

MOST_LEARNED = 5


class _Lane(NamedTuple):
    lane: Lane
    met: int
    quota: int


def report_draft(workbench: Workbench, challenge: Challenge, language: str = "") -> Draft:
    """A mail to the challenge's partner about the check-in that a report of today is about.

    ``language`` "": the one they are written to in. It names nobody, but quotes what was learned. Raises
    Refused, StoreFault.
    """
    if challenge.partner_id is None:
        raise Refused(say("{name} has no partner yet. Choose one first.", name=challenge.name))
    partner = stored_contact(workbench, challenge.partner_id)
    chosen = language or language_for(workbench, partner)
    today = from_utc(workbench.now(), workbench.zone).day
    with workbench.store.reading() as reader:
        found = standing(reader, challenge.id, today, workbench.zone)
        if found is None or found.partner is None:
            raise Refused(say("{name} has no partner yet. Choose one first.", name=challenge.name))
        with words.speaking(chosen):
            facts = _facts(reader, found, found.partner.about)
    facts = {**person_facts(workbench, partner, chosen), **facts}
    kind = TemplateKind.PARTNER
    text = render(kind, template_for(workbench, kind, chosen), facts)
    return draft_of(partner, kind, chosen, text.subject, text.body, challenge.id)


def _facts(reader: Reader, found: Standing, days: Span) -> dict[str, object]:
    lanes = _lanes(found, days)
    learned = learned_between(reader, days.first, min(days.last, found.today), MOST_LEARNED)
    return {
        "challenge": found.challenge.name,
        "about": found.challenge.about,
        "month": days_title(days, found.today),
        "met": found.met,
        "goal": found.goal,
        "asked": len(found.funnel.asked),
        "replied": len(found.funnel.replied),
        "lanes": [{"title": words.lane(each.lane), "met": each.met, "quota": each.quota} for each in lanes],
        "learned": [_first_sentence(excerpt(text)) for text in learned],
        "open": list(_open(found, lanes)),
        "next": list(_next(found)),
        "forecast": " ".join(forecast_sentences(found)),
    }


def _first_sentence(text: str) -> str:
    """Enough to tell what it was; the whole stands in the journal."""
    first, end, _ = text.partition(". ")
    return first + end.strip()


def _lanes(found: Standing, days: Span) -> list[_Lane]:
    """People met and to be met in the periods that begin in these days, or else in the one they lie in."""
    inside = [each for each in found.periods if days.first <= each.first <= days.last]
    periods = inside or [each for each in found.periods if each.first <= days.first][-1:]
    return [
        _Lane(
            lane,
            sum(each.met for period in periods for each in period.lanes if each.lane is lane),
            sum(each.quota for period in periods for each in period.lanes if each.lane is lane),
        )
        for lane in found.challenge.lanes
    ]


def _open(found: Standing, lanes: list[_Lane]) -> Iterator[str]:
    for each in lanes:
        missing = each.quota - each.met
        if missing > 0:
            yield say_many("{lane}: {n} place", "{lane}: {n} places", missing, lane=words.lane(each.lane))
    due = sum(item.follow_up is not None and item.due <= found.today for item in found.to_do)
    if due:
        yield say_many("{n} follow-up that is due", "{n} follow-ups that are due", due)


def _next(found: Standing) -> Iterator[str]:
    """The talks with a time, each with its day and way, nobody named."""
    today = found.today
    planned = [
        (place.start, place.channel or "")
        for period in found.periods[found.current :]
        for lane in period.lanes
        for place in lane.places
        if place.state is PlaceState.SCHEDULED and place.start and place.start.date() >= today
    ]
    for start, channel in sorted(planned):
        day = words.weekday_day(start.date(), today)
        yield say("{day}: {what}", day=day, what=words.channel(Channel(channel))) if channel else day
