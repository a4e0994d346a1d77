"""Write people as vCard 3.0 (RFC 2426) or 4.0 (RFC 6350), so that other programs read them whole.

The same input gives the same bytes: UID and the moment of REV are passed in.
"""

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from netchal_gui.domain.contact import Address, Contact, Labelled
from netchal_gui.exchange import netchal_properties, vcard_values
from netchal_gui.exchange.content_line import clean, escape, folded, kept_name, split_head, written
from netchal_gui.exchange.vcard_mapping import WRITTEN_ANEW

VERSIONS = ("3.0", "4.0")
PRODID = "-//netchal//netchal 1.0//EN"
_GROUP_NUMBER = re.compile(r"item(\d{1,9})\.", re.IGNORECASE)
_INLINE_BASE64 = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_NO_SECOND = frozenset({"FN", "N", "X-ABLABEL"})


@dataclass(frozen=True, slots=True)
class Card:
    """What one card is written from.

    ``uid`` is the contact's own id or the uid of the address book it came from; ``photo`` the picture's
    bytes; ``extra`` the lines kept from its origin.
    """

    contact: Contact
    uid: str
    photo: bytes | None = None
    extra: tuple[str, ...] = ()


def card_bytes(card: Card, *, revised: datetime, version: str = "3.0") -> bytes:
    """One card, from BEGIN to END. ``revised`` is the aware moment that REV names."""
    if version not in VERSIONS:
        raise ValueError(f"no vCard version {version!r}")
    return b"".join(folded(line) for line in _Writer(card, version).lines(revised))


class _Writer:
    def __init__(self, card: Card, version: str) -> None:
        self._card, self._contact = card, card.contact
        self._v4 = version == "4.0"
        self._version = version
        numbers = [int(match[1]) for line in card.extra if (match := _GROUP_NUMBER.match(line))]
        self._group = max(numbers, default=0)

    def lines(self, revised: datetime) -> Iterator[str]:
        yield from ("BEGIN:VCARD", f"VERSION:{self._version}", f"PRODID:{PRODID}", self._uid())
        yield from self._names()
        for email in self._contact.emails:
            yield from self._labelled("EMAIL", email, escape(email.value), "INTERNET")
        for phone in self._contact.phones:
            yield from self._labelled("TEL", phone, escape(phone.value), "VOICE")
        for link in self._contact.links:
            yield from self._labelled("URL", link, _link(link.value))
        for address in self._contact.addresses:
            yield from self._labelled("ADR", address, _address(address))
        yield from self._rest()
        yield from netchal_properties.lines(self._contact)
        yield from self._kept()
        form = "%Y%m%dT%H%M%SZ" if self._v4 else "%Y-%m-%dT%H:%M:%SZ"
        yield from (f"REV:{revised.astimezone(UTC):{form}}", "END:VCARD")

    def _uid(self) -> str:
        uid = clean(self._card.uid).replace("\n", "")
        return f"UID:urn:uuid:{uid}" if self._v4 and _is_uuid(uid) else f"UID:{escape(uid)}"

    def _names(self) -> Iterator[str]:
        contact = self._contact
        name = _shown_name(contact)
        parts = (contact.family, contact.given, contact.additional, contact.prefix, contact.suffix)
        if not any(parts):
            parts = ("", name, "", "", "")
        yield f"FN:{escape(name)}"
        yield "N:" + ";".join(map(escape, parts))
        if contact.nickname:
            yield f"NICKNAME:{escape(contact.nickname)}"
        if contact.organisation or contact.unit:
            unit = f";{escape(contact.unit)}" if contact.unit else ""
            yield f"ORG:{escape(contact.organisation)}{unit}"
        if contact.role:
            yield f"TITLE:{escape(contact.role)}"

    def _labelled(self, name: str, item: Labelled | Address, value: str, also: str = "") -> Iterator[str]:
        """A property with its label as TYPE, or in a group with X-ABLabel where no type says it."""
        label = clean(item.label)
        types = vcard_values.types_of(label)
        if types is None:
            self._group += 1
            group = f"item{self._group}"
            yield written(group, name, self._types([], also), value)
            yield f"{group}.X-ABLabel:{escape(label)}"
        else:
            yield written("", name, self._types(types, also), value)

    def _types(self, types: list[str], also: str) -> list[tuple[str, str]]:
        """Types as TYPE=WORK,VOICE in 3.0; 4.0 has neither INTERNET nor a need for VOICE."""
        if self._v4:
            return [("TYPE", item) for item in types]
        upper = [item.upper() for item in types]
        if also == "INTERNET":
            upper.insert(0, also)
        elif also and not {"FAX", "PAGER"} & set(upper):
            upper.append(also)
        return [("TYPE", item) for item in upper]

    def _rest(self) -> Iterator[str]:
        contact = self._contact
        if contact.birthday is not None:
            parameters, day = vcard_values.written_birthday(contact.birthday, self._version)
            yield written("", "BDAY", parameters, day)
        if contact.note.strip():
            yield f"NOTE:{escape(contact.note)}"
        if contact.tags:
            yield "CATEGORIES:" + ",".join(map(escape, contact.tags))
        if self._card.photo:
            yield self._photo(self._card.photo)

    def _photo(self, data: bytes) -> str:
        kind, text = vcard_values.picture_kind(data), base64.b64encode(data).decode()
        if self._v4:
            media = f"image/{kind.lower()}" if kind else "application/octet-stream"
            return f"PHOTO:data:{media};base64,{text}"
        return written("", "PHOTO", [("ENCODING", "b"), *([("TYPE", kind)] if kind else [])], text)

    def _kept(self) -> Iterator[str]:
        """The lines kept from the origin; one that would break the card or repeat it is left out."""
        for line in self._card.extra:
            name = kept_name(line)
            if name is None or name in WRITTEN_ANEW or netchal_properties.is_own(name):
                continue
            if name in _NO_SECOND and not line.lower().startswith("item"):
                continue
            yield _inline_for_4(line, name) if self._v4 and name in _INLINE_BASE64 else line


def _shown_name(contact: Contact) -> str:
    """FN is never empty, whatever was stored."""
    reachable = (item.value for item in (*contact.emails, *contact.phones))
    names = (contact.name, contact.organisation, *reachable)
    return next((name for name in names if clean(name).strip()), "?")


def _link(value: str) -> str:
    """A link is no text (RFC 6350, 6.7.8); only what would end the line or read back otherwise is escaped."""
    return clean(value).replace("\\", "\\\\").replace("\n", "\\n")


def _address(address: Address) -> str:
    parts: Iterable[str] = (
        address.box,
        address.extended,
        address.street,
        address.city,
        address.region,
        address.code,
        address.country,
    )
    return ";".join(map(escape, parts))


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def _inline_for_4(line: str, name: str) -> str:
    """A kept base64 value of 3.0 as the data URI that 4.0 wants (RFC 6350, 6.2.4)."""
    parted = split_head(line.encode())
    if parted is None or ("ENCODING", "b") not in parted[0].parameters:
        return line
    head, value = parted
    kind = next((text.lower() for key, text in head.parameters if key == "TYPE"), "")
    top = {"SOUND": "audio", "KEY": "application"}.get(name, "image")
    return written(head.group, name, [], f"data:{top}/{kind or 'octet-stream'};base64,{value.decode()}")
