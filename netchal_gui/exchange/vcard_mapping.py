"""From the properties of a card to a person. What we have no place for is kept as content lines."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from netchal_gui.domain.contact import Address, Labelled, looks_like_email
from netchal_gui.exchange import netchal_properties, vcard_values
from netchal_gui.exchange.content_line import kept_name, split_escaped, unescape, written
from netchal_gui.exchange.incoming import WarningKind
from netchal_gui.exchange.vcard_properties import ENCODINGS, Property, PropertyReader, decoded_base64

LARGEST_PHOTO = 2_000_000
MOST_EXTRA = 2_000_000
WRITTEN_ANEW = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "PROFILE", "UID"})
"""What every card that we write has of its own, so that it is never kept."""
_NAME_PARTS = ("family", "given", "additional", "prefix", "suffix")
_ADDRESS_PARTS = ("box", "extended", "street", "city", "region", "code", "country")
_INLINE = re.compile(r"data:[^,]*;base64,", re.IGNORECASE)


@dataclass(slots=True)
class Gathered:
    """What was found in one card so far: values by the field of Contact, and what goes beside it."""

    values: dict[str, Any] = field(default_factory=dict)
    uid: str = ""
    kind: str = ""
    photo: bytes | None = None
    roles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)


class Mapper:
    """Takes the properties of one card in order; :attr:`found` is what they came to."""

    def __init__(self, source: PropertyReader) -> None:
        self._source = source
        self.found = Gathered()
        self._labels: dict[str, str] = {}
        self._used_labels: set[str] = set()
        self._preferred: dict[str, list[int]] = {}
        self._extra_size = 0

    def take_all(self, properties: Iterable[Property]) -> Gathered:
        everything = list(properties)
        self._labels = {
            p.group.lower(): unescape(p.value).strip()
            for p in everything
            if p.group and p.name == "X-ABLABEL"
        }
        for item in everything:
            if item.name != "X-ABLABEL":
                self._take(item)
        for item in everything:
            if item.name == "X-ABLABEL" and item.group.lower() not in self._used_labels:
                self._keep(item)
        return self.found

    def _take(self, item: Property) -> None:
        if item.name in WRITTEN_ANEW - {"UID"} or not item.value.strip():
            return
        taker = _TAKERS.get(item.name)
        if taker is not None:
            taker(self, item)
        elif not netchal_properties.take(self.found.values, item.name, self._parts(item)):
            self._keep(item)

    def _keep(self, item: Property) -> None:
        """Keep what we do not understand, in the form of vCard 3.0 and on one line."""
        line = _as_line(item)
        self._extra_size += len(line)
        if kept_name(line) is None:
            self._source.caution(item.line, WarningKind.NOT_UNDERSTOOD, item.name)
        elif self._extra_size > MOST_EXTRA:
            self._source.caution(item.line, WarningKind.LINE_TOO_LONG, item.name)
        else:
            self.found.extra.append(line)

    def _text(self, item: Property) -> str:
        return unescape(item.value, newlines=not item.quoted_printable).strip()

    def _parts(self, item: Property) -> list[str]:
        newlines = not item.quoted_printable
        return [unescape(part, newlines).strip() for part in split_escaped(item.value, ";")]

    def _label(self, item: Property) -> str:
        group = item.group.lower()
        if group in self._labels:
            self._used_labels.add(group)
        return vcard_values.label(item.types, self._labels.get(group, "") if group else "")

    def _once(self, name: str, value: str, item: Property) -> None:
        """The first value is the person's; a second one is kept beside it."""
        if self.found.values.setdefault(name, value) != value:
            self._keep(item)

    def _append(self, name: str, value: object, item: Property) -> None:
        """Add to a list; preferred ones come first, in their order."""
        values = self.found.values.setdefault(name, [])
        if _is_preferred(item):
            firsts = self._preferred.setdefault(name, [])
            values.insert(len(firsts), value)
            firsts.append(1)
        else:
            values.append(value)

    def _take_name(self, item: Property) -> None:
        self._once("name", self._text(item), item)

    def _take_parts(self, item: Property) -> None:
        parts = dict(zip(_NAME_PARTS, self._parts(item), strict=False))
        if not any(parts.values()):
            return
        if any(part in self.found.values for part in _NAME_PARTS):
            self._source.caution(item.line, WarningKind.NOT_UNDERSTOOD, item.name)
        else:
            self.found.values.update({key: text for key, text in parts.items() if text})

    def _take_nickname(self, item: Property) -> None:
        self._once("nickname", self._text(item), item)

    def _take_organisation(self, item: Property) -> None:
        parts = self._parts(item)
        if "organisation" in self.found.values:
            self._keep(item)
        elif any(parts):
            self.found.values["organisation"] = parts[0]
            self.found.values["unit"] = "; ".join(part for part in parts[1:] if part)

    def _take_title(self, item: Property) -> None:
        self._once("role", self._text(item), item)

    def _take_role(self, item: Property) -> None:
        self._keep(item)
        self.found.roles.append(self._text(item))

    def _take_email(self, item: Property) -> None:
        value = self._text(item)
        value = value[7:] if value[:7].lower() == "mailto:" else value
        if not looks_like_email(value):
            self._source.caution(item.line, WarningKind.EMAIL_DOUBTFUL, value)
        self._append("emails", Labelled(value, self._label(item)), item)

    def _take_phone(self, item: Property) -> None:
        value = vcard_values.phone_number(self._text(item))
        if value:
            self._append("phones", Labelled(value, self._label(item)), item)

    def _take_link(self, item: Property) -> None:
        self._append("links", Labelled(self._text(item), self._label(item)), item)

    def _take_address(self, item: Property) -> None:
        parts = self._parts(item)
        last = ", ".join(part for part in parts[6:] if part)
        values = dict(zip(_ADDRESS_PARTS, [*parts[:6], last], strict=False))
        address = Address(label=self._label(item), **values)
        if address:
            self._append("addresses", address, item)

    def _take_birthday(self, item: Property) -> None:
        omitted = next(iter(item.all_of("X-APPLE-OMIT-YEAR")), "")
        day = vcard_values.birthday(self._text(item), omitted)
        if day is None or "birthday" in self.found.values:
            if day is None:
                self._source.caution(item.line, WarningKind.BIRTHDAY_UNREADABLE, item.value[:40])
            self._keep(item)
        else:
            self.found.values["birthday"] = day

    def _take_tags(self, item: Property) -> None:
        newlines = not item.quoted_printable
        tags = (unescape(part, newlines).strip() for part in split_escaped(item.value, ","))
        self.found.values.setdefault("tags", []).extend(tag for tag in tags if tag)

    def _take_note(self, item: Property) -> None:
        note = unescape(item.value, newlines=not item.quoted_printable)
        if note.strip() and note not in self.found.notes:
            self.found.notes.append(note)

    def _take_uid(self, item: Property) -> None:
        text = self._text(item)
        text = text[9:] if text[:9].lower() == "urn:uuid:" else text
        self.found.uid = self.found.uid or text

    def _take_kind(self, item: Property) -> None:
        self.found.kind = self._text(item).lower()
        if self.found.kind != "individual":
            self._keep(item)

    def _take_photo(self, item: Property) -> None:
        data = _picture(item)
        if data is None:
            self._keep(item)  # the address of a picture; nothing is fetched
        elif not data:
            self._source.caution(item.line, WarningKind.PHOTO_UNREADABLE)
        elif len(data) > LARGEST_PHOTO:
            self._source.caution(item.line, WarningKind.PHOTO_TOO_LARGE)
        elif self.found.photo is not None:
            self._keep(item)
        else:
            self.found.photo = data


def _picture(item: Property) -> bytes | None:
    """The bytes of an inline picture, b"" where they cannot be read, None for the address of one."""
    inline = _INLINE.match(item.value)
    if inline:
        return decoded_base64(item.raw[inline.end() :])
    if ":" in item.value[:40]:
        return None
    data = decoded_base64(item.raw)
    return data if item.is_base64 or vcard_values.picture_kind(data) else None


def _is_preferred(item: Property) -> bool:
    return "pref" in item.types or "1" in item.all_of("PREF")


def _as_line(item: Property) -> str:
    """The property as a line of vCard 3.0: no charset, no quoted-printable, bare types named."""
    parameters: list[tuple[str, str]] = [("ENCODING", "b")] if item.is_base64 else []
    for key, value in item.parameters:
        if key == "CHARSET" or (key in ("", "ENCODING") and value.upper() in ENCODINGS):
            continue
        if key in ("", "TYPE"):
            parameters += [("TYPE", kind.strip()) for kind in value.split(",")]
        else:
            parameters.append((key, value))
    value = "".join(item.value.split()) if item.is_base64 else item.value.replace("\n", "\\n")
    return written(item.group, item.name, parameters, value)


_TAKERS: dict[str, Callable[[Mapper, Property], None]] = {
    "FN": Mapper._take_name,
    "N": Mapper._take_parts,
    "NICKNAME": Mapper._take_nickname,
    "ORG": Mapper._take_organisation,
    "TITLE": Mapper._take_title,
    "ROLE": Mapper._take_role,
    "EMAIL": Mapper._take_email,
    "TEL": Mapper._take_phone,
    "URL": Mapper._take_link,
    "ADR": Mapper._take_address,
    "BDAY": Mapper._take_birthday,
    "CATEGORIES": Mapper._take_tags,
    "NOTE": Mapper._take_note,
    "UID": Mapper._take_uid,
    "KIND": Mapper._take_kind,
    "X-ADDRESSBOOKSERVER-KIND": Mapper._take_kind,
    "PHOTO": Mapper._take_photo,
}
