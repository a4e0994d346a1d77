"""What text templates can do with a fact before it is shown. Nothing here makes much out of little."""

from collections.abc import Callable
from typing import Any

from jinja2 import Undefined

from netchal_gui.words import say


class Misused(Exception):
    """A fact is used in a way that does not fit it: the text says how."""


def shown(value: Any) -> str:
    """A fact as a text shows it, without control characters; "" for None and for no.

    Raises Misused for a list, and what Jinja2 raises for an unknown fact.
    """
    if value is None or value is False:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Undefined)):
        raise Misused(say("This is no text. Repeat a list with “for”, or use “join”."))
    return "".join(c for c in str(value) if (c >= " " and c != "\x7f") or c in "\n\t")


def listed(items: Any) -> list[Any]:
    """The items of a list, none of a fact that is empty.

    Raises Misused for anything else, and what Jinja2 raises for an unknown fact.
    """
    if items is None or (isinstance(items, str) and not items):
        return []
    if isinstance(items, (list, tuple)):
        return list(items)
    if isinstance(items, Undefined):
        iter(items)
    raise Misused(say("Only a list has parts."))


def _joined(items: Any, separator: str = ", ") -> str:
    return shown(separator).join(map(shown, listed(items)))


def _length(value: Any) -> int:
    return len(shown(value)) if isinstance(value, (str, Undefined)) else len(listed(value))


def _first(items: Any) -> Any:
    return next(iter(listed(items)), "")


def _last(items: Any) -> Any:
    return next(reversed(listed(items)), "")


def _default(value: Any, other: object = "") -> Any:
    return other if isinstance(value, Undefined) or not value else value


def _upper(value: Any) -> str:
    return shown(value).upper()


def _lower(value: Any) -> str:
    return shown(value).lower()


def _capital(value: Any) -> str:
    """The first letter large, the others as they are."""
    text = shown(value)
    return text[:1].upper() + text[1:]


FILTERS: dict[str, Callable[..., Any]] = {
    "join": _joined,
    "length": _length,
    "first": _first,
    "last": _last,
    "default": _default,
    "upper": _upper,
    "lower": _lower,
    "capital": _capital,
}
