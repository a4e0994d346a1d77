"""The report to the partner: a mail drafted with the facts of the time that it is about.

They are those that the world is told, with the same privacy: a mail is passed on too. Beyond them the partner
hears on which days talks are, and what is due.
"""

from collections.abc import Iterator

from netchal_gui import words
from netchal_gui.commands.challenge_places import PlaceState
from netchal_gui.commands.challenge_wording import days_title
from netchal_gui.commands.drafts import Draft, draft_of, stored_contact
from netchal_gui.commands.message_facts import person_facts
from netchal_gui.commands.message_templates import language_for, template_for
from netchal_gui.commands.month_facts import month_told
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.standing import Standing, standing
from netchal_gui.commands.telling import Telling
from netchal_gui.commands.template_rendering import render
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.periods import Span
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

MOST_LEARNED = 5


def report_draft(workbench: Workbench, challenge: Challenge, language: str = "") -> Draft:
    """A mail to the challenge's partner about the check-in that a report of today is about.

    ``language`` "": the one they are written to in. People are told of as to the world. Raises Refused,
    StoreFault.
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
            me = workbench.preferences.own_name
            facts = _facts(reader, found, found.partner.about, workbench.zone, me)
    facts = {**person_facts(workbench, partner, chosen), **facts}
    kind = TemplateKind.PARTNER
    text = render(kind, template_for(workbench, kind, chosen), facts)
    return draft_of(partner, kind, chosen, text.subject, text.body, challenge.id)


def _facts(reader: Reader, found: Standing, days: Span, zone: str, me: str) -> dict[str, object]:
    """What the world would be told of these days, and beyond that when the next talks are."""
    told = month_told(Telling(reader), found, days, zone, me)
    learned = [_first_sentence(line.text) for line in told.learned if line.told]
    return {
        **told.facts,
        "month": days_title(days, found.today),
        "learned": learned[:MOST_LEARNED],
        "open": [*told.open, *_due(found)],
        "next": list(_next(found)),
    }


def _first_sentence(text: str) -> str:
    """Enough to tell what it was; the whole stands in the journal."""
    first, end, _ = text.partition(". ")
    return first + end.strip()


def _due(found: Standing) -> Iterator[str]:
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
