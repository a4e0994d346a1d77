"""What a text to a person can say of them, from what is stored."""

from collections.abc import Iterable
from datetime import date

from netchal_gui import words
from netchal_gui.commands.introductions import introductions_of
from netchal_gui.domain.contact import Circle, Contact, Relation, Source
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.person_queries import interviews_with
from netchal_gui.workbench import Workbench

_CLOSE = frozenset({Circle.FAMILY, Circle.FRIEND})


def person_facts(workbench: Workbench, contact: Contact, language: str) -> dict[str, object]:
    """Facts for :func:`~netchal_gui.commands.message_templates.render`, days as words of that language.

    What only the caller knows is added by them: ``times``, ``challenge``, ``learned``, ``outcome``,
    ``about_me``. ``met_on`` is the latest talk that took place. Raises StoreFault.
    """
    talks = interviews_with(workbench.store, [contact.id])
    introduced = introductions_of(workbench.store, contact.id).to_them
    met = max(_met_days(talks), default=None)
    asked = max(_asked_days(talks, workbench.zone), default=None)
    with words.speaking(language):
        return {
            "name": contact.name,
            "first_name": first_name(contact),
            "role": contact.role,
            "organisation": contact.organisation,
            "familiar": contact.relation is Relation.KNOWN or contact.circle in _CLOSE,
            "me": workbench.preferences.own_name,
            "introduced_by": introduced[0].name if introduced else "",
            "event": contact.source_detail if contact.source is Source.EVENT else "",
            "asked_on": words.day_of_month(asked) if asked else "",
            "met_on": words.day_of_month(met) if met else "",
            "last_met": words.month(met) if met else "",
        }


def first_name(contact: Contact) -> str:
    """What one calls them by: the given name, without one the first word of the name."""
    return contact.given.strip() or next(iter(contact.name.split()), "")


def _met_days(talks: Iterable[Interview]) -> Iterable[date]:
    return (talk.start.day for talk in talks if talk.start and talk.stage is StepKind.MET)


def _asked_days(talks: Iterable[Interview], zone: str) -> Iterable[date]:
    steps = (step for talk in talks for step in talk.steps if step.kind is StepKind.ASKED)
    return (from_utc(step.at, zone).day for step in steps)
