"""X-NETCHAL-… properties: what we know of a person and vCard has no place for, written and read back."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from netchal_gui.domain.contact import NEVER, Circle, Contact, OwnField, Relation, Source
from netchal_gui.exchange.content_line import escape

PREFIX = "X-NETCHAL-"
_LONGEST_CADENCE = 36_500


def lines(contact: Contact) -> Iterator[str]:
    """The person's own values as content lines, not yet folded; RELATION always, as the sign of our cards."""
    yield f"{PREFIX}RELATION:{contact.relation}"
    yield f"{PREFIX}ID:{contact.id}"
    yield f"{PREFIX}CREATED:{contact.created.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}"
    if not any((contact.prefix, contact.given, contact.additional, contact.family, contact.suffix)):
        yield f"{PREFIX}WHOLE-NAME:1"
    if contact.circle is not None:
        yield f"{PREFIX}CIRCLE:{contact.circle}"
    if contact.far_away:
        yield f"{PREFIX}FAR-AWAY:1"
    if contact.source is not None:
        yield f"{PREFIX}SOURCE:{contact.source}"
    if contact.source_detail:
        yield f"{PREFIX}SOURCE-DETAIL:{escape(contact.source_detail)}"
    if contact.cadence is not None:
        yield f"{PREFIX}CADENCE:{contact.cadence}"
    for own in contact.fields:
        yield f"{PREFIX}FIELD:{escape(own.name)};{escape(own.value)}"


def take(values: dict[str, Any], name: str, parts: list[str]) -> bool:
    """Put one property, unescaped and in parts, into the values; False where it is none of ours."""
    taker = _TAKERS.get(name)
    if taker is None:
        return False
    with suppress(ValueError):  # a hand-made value that means nothing to us
        taker(values, parts)
    return True


def is_own(name: str) -> bool:
    """Whether a property of this name is written from the person, never from kept lines."""
    return name in _TAKERS


def _whole_name(values: dict[str, Any], parts: list[str]) -> None:
    values["whole_name"] = True


def _id(values: dict[str, Any], parts: list[str]) -> None:
    values["id"] = UUID(parts[0])


def _relation(values: dict[str, Any], parts: list[str]) -> None:
    values["relation"] = Relation(parts[0])


def _created(values: dict[str, Any], parts: list[str]) -> None:
    values["created"] = datetime.strptime(parts[0], "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC)


def _circle(values: dict[str, Any], parts: list[str]) -> None:
    values["circle"] = Circle(parts[0])


def _far_away(values: dict[str, Any], parts: list[str]) -> None:
    values["far_away"] = parts[0] == "1"


def _source(values: dict[str, Any], parts: list[str]) -> None:
    values["source"] = Source(parts[0])


def _source_detail(values: dict[str, Any], parts: list[str]) -> None:
    values["source_detail"] = ";".join(parts)


def _cadence(values: dict[str, Any], parts: list[str]) -> None:
    days = int(parts[0][:9])
    if NEVER <= days <= _LONGEST_CADENCE:
        values["cadence"] = days


def _field(values: dict[str, Any], parts: list[str]) -> None:
    values.setdefault("fields", []).append(OwnField(parts[0], ";".join(parts[1:])))


_TAKERS: dict[str, Callable[[dict[str, Any], list[str]], None]] = {
    f"{PREFIX}RELATION": _relation,
    f"{PREFIX}ID": _id,
    f"{PREFIX}CREATED": _created,
    f"{PREFIX}WHOLE-NAME": _whole_name,
    f"{PREFIX}CIRCLE": _circle,
    f"{PREFIX}FAR-AWAY": _far_away,
    f"{PREFIX}SOURCE": _source,
    f"{PREFIX}SOURCE-DETAIL": _source_detail,
    f"{PREFIX}CADENCE": _cadence,
    f"{PREFIX}FIELD": _field,
}
