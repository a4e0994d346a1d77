"""The words of the one-line log, in English and German: the parser reads by them, the help shows them.

Words are compared folded: case and marks make no difference. Constants only; no sentences.
"""

from enum import StrEnum
from typing import NamedTuple

from netchal_gui.domain.interview import Channel, WhoElse
from netchal_gui.domain.talk import Thanks


class Words(NamedTuple):
    """Ways to say one thing."""

    english: tuple[str, ...]
    german: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.english, *self.german)


class Section(StrEnum):
    """What begins with a word and a colon, and goes on to the next of them."""

    WHO_ELSE = "who_else"
    LEARNED = "learned"
    NEXT = "next"
    NOTE = "note"


SECTIONS = {
    Section.WHO_ELSE: Words(("who-else", "who else", "whoelse"), ("wen-noch", "wen noch", "wen sonst")),
    Section.LEARNED: Words(("learned", "learnt"), ("gelernt",)),
    Section.NEXT: Words(
        ("next", "next step", "to do", "todo"),
        ("weiter", "nächstes", "als nächstes", "nächster Schritt", "zu tun"),
    ),
    Section.NOTE: Words(("note", "notes"), ("Notiz", "Notizen")),
}
MET = Words(
    ("met", "saw", "talked to", "talked with", "spoke to", "spoke with", "I", "we", "had", "have", "just"),
    ("traf", "sprach mit", "sah", "ich", "wir", "habe", "hab", "haben", "hatte"),
)
"""What stands before the first name and says nothing of its own."""
MET_AT_END = Words((), ("getroffen", "gesprochen", "gesehen"))
"""German puts it behind."""
AND = Words(("and", "with", "&", "+"), ("und", "mit", "sowie"))
CHANNELS = {
    Channel.COFFEE: Words(("coffee", "tea"), ("Kaffee", "Tee", "Kaffeetrinken")),
    Channel.LUNCH: Words(("lunch", "dinner", "breakfast"), ("Mittagessen", "Abendessen", "Frühstück")),
    Channel.PHONE: Words(
        ("phone", "call", "called", "phoned", "rang"),
        ("Telefon", "Anruf", "angerufen", "telefoniert", "telefonierte", "telefonisch"),
    ),
    Channel.VIDEO: Words(("video", "video call", "zoom", "teams"), ("Videoanruf", "Videogespräch")),
    Channel.MAIL: Words(("mail", "e-mail", "email"), ("Mail", "E-Mail")),
    Channel.EVENT: Words(("event", "conference"), ("Veranstaltung", "Konferenz", "Tagung")),
}
BEFORE_CHANNEL = Words(
    ("by", "on", "on the", "over", "over a", "for", "for a", "at", "at a", "via", "a"),
    (
        "per",
        "am",
        "beim",
        "zum",
        "auf einen",
        "auf ein",
        "bei",
        "im",
        "über",
        "einen",
        "auf der",
        "auf einer",
    ),
)
THANKS = {
    Thanks.DONE: Words(("thanks", "thanked", "thank you"), ("danke", "bedankt", "gedankt")),
    Thanks.DUE: Words(("thank", "thank later", "to thank"), ("danken", "noch danken")),
    Thanks.NONE: Words(("no thanks", "no thank-you"), ("kein Dank", "ohne Dank")),
}
ANSWERS = {
    WhoElse.NOBODY: Words(("nobody", "no one", "none"), ("niemand", "niemanden", "keiner", "keinen")),
    WhoElse.FORGOT: Words(("forgot", "forgotten"), ("vergessen",)),
}
PROMISED = Words(("promised", "(promised)"), ("versprochen", "(versprochen)"))
EVENT = Words(("event",), ("Veranstaltung",))
"""After ``#`` and before a colon."""
BEFORE_MARK = Words(
    ("at", "at the", "in", "from", "during", "during the"),
    ("bei", "beim", "bei der", "auf", "auf der", "in", "im", "in der", "während der"),
)
"""Before ``#`` and ``@``, where they say nothing more."""
BY_DAY = Words(("by", "until", "on"), ("bis", "bis zum", "am", "zum"))
"""Before the day of a next step."""

TODAY = Words(("today",), ("heute",))
YESTERDAY = Words(("yesterday",), ("gestern",))
DAY_BEFORE_YESTERDAY = Words(("the day before yesterday", "day before yesterday"), ("vorgestern",))
TOMORROW = Words(("tomorrow",), ("morgen",))
DAY_AFTER_TOMORROW = Words(("the day after tomorrow", "day after tomorrow"), ("übermorgen",))
NEXT_WEEK = Words(("next week",), ("nächste Woche", "nächster Woche"))
LAST = Words(("last",), ("letzten", "letzter", "letzte", "vergangenen", "vorigen"))
NEXT = Words(("next",), ("nächsten", "nächster", "kommenden"))
ON = Words(("on", "on the"), ("am", "vom"))
WEEKDAYS = (
    Words(("Monday",), ("Montag",)),
    Words(("Tuesday",), ("Dienstag",)),
    Words(("Wednesday",), ("Mittwoch",)),
    Words(("Thursday",), ("Donnerstag",)),
    Words(("Friday",), ("Freitag",)),
    Words(("Saturday",), ("Samstag", "Sonnabend")),
    Words(("Sunday",), ("Sonntag",)),
)
MONTHS = (
    Words(("January", "Jan"), ("Januar", "Jänner")),
    Words(("February", "Feb"), ("Februar",)),
    Words(("March", "Mar"), ("März", "Mrz")),
    Words(("April", "Apr"), ("April",)),
    Words(("May",), ("Mai",)),
    Words(("June", "Jun"), ("Juni",)),
    Words(("July", "Jul"), ("Juli",)),
    Words(("August", "Aug"), ("August",)),
    Words(("September", "Sep", "Sept"), ("September",)),
    Words(("October", "Oct"), ("Oktober", "Okt")),
    Words(("November", "Nov"), ("November",)),
    Words(("December", "Dec"), ("Dezember", "Dez")),
)
TITLES = frozenset("dr prof mr mrs ms mx jr sr st hr fr dipl ing mag".split())
"""These keep their full stop; folded."""
PARTICLES = frozenset(
    (
        *("von", "vom", "van", "der", "den", "dem", "de", "del", "della", "di", "da", "dos", "das", "do"),
        *("du", "des", "la", "le", "las", "los", "bin", "ibn", "bint", "al", "el", "ten", "ter", "te", "zu"),
        *("zur", "zum", "af", "av", "y", "e", "st", "van't", "abu", "ben"),
    )
)
"""Small words inside a name; folded."""
