"""What a person's pane says beside their name: ways to reach them and every field that is filled."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netchal_gui import words
from netchal_gui.commands.touch_wording import birthday_near
from netchal_gui.domain.birthday import BIRTHDAY_DAYS, next_birthday
from netchal_gui.domain.contact import Address, Contact, PartialDate
from netchal_gui.domain.links import phone_link, web_link
from netchal_gui.domain.mail import Mail, mail_link
from netchal_gui.item_models.contact_texts import how_we_met
from netchal_gui.words import say

_PLAIN_LABELS = frozenset({"", "internet", "pref", "voice", "other"})


class Way(NamedTuple):
    """A way to reach someone: what stands there, its label, and the link to follow ("" for none)."""

    text: str
    label: str
    link: str


class Fact(NamedTuple):
    name: str
    text: str


def reach(contact: Contact) -> Iterator[Way]:
    """E-mail addresses, phone numbers and links, in this order."""
    for email in contact.emails:
        yield Way(email.value, label_text(email.label), mail_link(Mail(email.value)))
    for phone in contact.phones:
        yield Way(phone.value, label_text(phone.label), phone_link(phone.value))
    for link in contact.links:
        target = web_link(link.value)
        bare = link.value.removeprefix("https://").removeprefix("http://").rstrip("/")
        yield Way(bare if target else link.value, label_text(link.label), target)


def facts(contact: Contact, today: date, in_touch: str = "") -> Iterator[Fact]:
    """Every other field that has something in it. ``in_touch``: their rhythm, and how late one is."""
    source = contact.source.value if contact.source else None
    found = (
        (say("How we met"), how_we_met(source, contact.source_detail, None)),
        (say("Circle"), _circle(contact)),
        (say("Nickname"), contact.nickname),
        (say("Department"), contact.unit),
        (say("Birthday"), birthday_facts(contact.birthday, today) if contact.birthday else ""),
        *((_address_name(address), address_text(address)) for address in contact.addresses),
        (say("Tags"), ", ".join(contact.tags)),
        (say("Stay in touch"), in_touch),
        *((field.name, field.value) for field in contact.fields),
        (say("Note"), contact.note.strip()),
    )
    yield from (Fact(name, text) for name, text in found if text)


def _circle(contact: Contact) -> str:
    circle = words.circle(contact.circle) if contact.circle else ""
    return ", ".join(filter(None, (circle, say("far away") if contact.far_away else "")))


def _address_name(address: Address) -> str:
    label = label_text(address.label)
    return say("Address ({label})", label=label) if label else say("Address")


def address_text(address: Address) -> str:
    """The address as lines: street, place, country."""
    town = " ".join(filter(None, (address.code, address.city)))
    lines = (address.box, address.extended, address.street, town, address.region, address.country)
    return "\n".join(filter(None, lines))


def birthday_facts(birthday: PartialDate, today: date) -> str:
    """The birthday, and within a week of it also how far it is."""
    day = next_birthday(birthday, today)
    if (day - today).days > BIRTHDAY_DAYS:
        return birthday_text(birthday)
    return f"{birthday_text(birthday)} · {birthday_near(birthday, day, today)}"


def birthday_text(day: PartialDate) -> str:
    month = words.months()[day.month - 1]
    if day.year is None:
        return say("{day} {month}", day=day.day, month=month)
    return say("{day} {month} {year}", day=day.day, month=month, year=day.year)


def label_text(label: str) -> str:
    """A label of a phone number or an address in the person's language; own labels as they are."""
    known = {
        "work": say("work"),
        "home": say("home"),
        "cell": say("mobile"),
        "mobile": say("mobile"),
        "fax": say("fax"),
    }
    plain = label.strip()
    return "" if plain.lower() in _PLAIN_LABELS else known.get(plain.lower(), plain)
