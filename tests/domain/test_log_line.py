"""The one-line log read in English and German; what says nothing known is kept, never dropped."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.folding import fold
from netchal_gui.domain.log_line import LogLine, read_line

MONDAY = date(2026, 11, 23)
KNOWN = {"ada lovelace", "ada", "bob", "mira rossi"}


def told(line: LogLine) -> str:
    """What a line says, in one order: people | day | time | length …; "?" before what is unread."""
    names = [f"{each.name}{' promised' if each.promised else ''}" for each in line.named]
    parts = [
        " + ".join(each.name for each in line.names),
        str(line.day or ""),
        f"{line.at:%H:%M}" if line.at else "",
        f"{line.minutes} min" if line.minutes else "",
        line.channel or "",
        f"event {line.event}" if line.event else "",
        f"at {line.place}" if line.place else "",
        " ".join(f"#{tag}" for tag in line.tags),
        "" if line.thanks == "first" else f"thanks {line.thanks}",
        f"who-else {line.who_else}" if line.who_else in ("nobody", "forgot") else "",
        f"named {', '.join(names)}" if names else "",
        f"learned {line.learned}" if line.learned else "",
        *(f"next {step.text} {step.due or ''}".strip() for step in line.next_steps),
        f"note {line.note}" if line.note else "",
        *(f"?{text}" for text in line.unread),
    ]
    return " | ".join(filter(None, parts))


def read(text: str) -> LogLine:
    return read_line(text, MONDAY, lambda name: fold(name) in KNOWN)


ENGLISH = [
    (
        "met Ada Lovelace #event:ATD phone thanks who-else: Charles Babbage, Mary Somerville yesterday",
        "Ada Lovelace | 2026-11-22 | phone | event ATD | thanks done"
        " | named Charles Babbage, Mary Somerville",
    ),
    ("met Ada Lovelace", "Ada Lovelace"),
    ("Ada Lovelace", "Ada Lovelace"),
    ("met ada lovelace", "ada lovelace"),
    ("met Ada Lovelace and Bob", "Ada Lovelace + Bob"),
    ("met Ada, Bob, Mira Rossi & Grace Hopper", "Ada + Bob + Mira Rossi + Grace Hopper"),
    ("I met Vincent van Gogh today", "Vincent van Gogh | 2026-11-23"),
    ("met Ursula von der Leyen coffee", "Ursula von der Leyen | coffee"),
    ("saw Dr. Jane Q. Public on Friday", "Dr. Jane Q. Public | 2026-11-20"),
    ("met O'Brien-Smith, Mary", "O'Brien-Smith + Mary"),
    ('met "Frieda Freitag" on Tuesday', "Frieda Freitag | 2026-11-17"),
    ("met 王小明 and محمد علي video", "王小明 + محمد علي | video"),
    ("talked to Grace Hopper for 20 minutes by phone", "Grace Hopper | 20 min | phone"),
    ("called Grace Hopper 15 min", "Grace Hopper | 15 min | phone"),
    ("had lunch with Grace Hopper last Tuesday", "Grace Hopper | 2026-11-17 | lunch"),
    ("had a video call with Grace Hopper", "Grace Hopper | video"),
    ("coffee with Bob at 18:30", "Bob | 18:30 | coffee"),
    ("met Bob at 6 pm yesterday", "Bob | 2026-11-22 | 18:00"),
    ("met Bob 1.5 hours", "Bob | 90 min"),
    ("met Bob 12 Mar", "Bob | 2026-03-12"),
    ("met Bob on March 12 2025", "Bob | 2025-03-12"),
    ("met Bob 2026-11-02", "Bob | 2026-11-02"),
    ("met Bob 3 days ago", "Bob | 2026-11-20"),
    ("met Bob a week ago", "Bob | 2026-11-16"),
    ("met Bob the day before yesterday", "Bob | 2026-11-21"),
    ("met Bob last Monday", "Bob | 2026-11-16"),
    ("met Bob on Monday", "Bob | 2026-11-23"),
    ("met Bob 31 Dec", "Bob | 2025-12-31"),
    ("met Bob @Bremen #maths #old_friends", "Bob | at Bremen | #maths #old friends"),
    ('met Bob @"Café Central" #event:"ATD 2026"', "Bob | event ATD 2026 | at Café Central"),
    ("met „ „", ""),
    ("met Bob at the #event:fair in @Bremen", "Bob | event fair | at Bremen"),
    ("met Bob thank later", "Bob | thanks due"),
    ("met Bob no thanks", "Bob | thanks none"),
    ("met Bob who-else: nobody", "Bob | who-else nobody"),
    ("met Bob who else? : forgot yesterday", "Bob | 2026-11-22 | who-else forgot"),
    ("met Bob who-else: Charles Babbage (promised), Mary", "Bob | named Charles Babbage promised, Mary"),
    ("met Bob learned: engines compute, on Friday too", "Bob | learned engines compute, on Friday too"),
    ("met Bob next: send the paper by Friday", "Bob | next send the paper 2026-11-27"),
    (
        "met Bob next: call Ada; write to Mary tomorrow",
        "Bob | next call Ada | next write to Mary 2026-11-24",
    ),
    ("met Bob note: tall, red hat", "Bob | note tall, red hat"),
    (
        "met Bob learned: ships float who-else: Mary phone next: book a train on 5 Dec",
        "Bob | phone | named Mary | learned ships float | next book a train 2026-12-05",
    ),
    ("met Ada quickly in the hall", "Ada | ?quickly in the hall"),
    ("met Ada. Great talk about Bremen!", "Ada | ?Great talk about Bremen"),
    ("met Ada and had great fun", "Ada | ?and had great fun"),
    ("met Bob phone coffee", "Bob | phone | ?coffee"),
    ("met Bob 12/3", "Bob | ?12/3"),
    ("met Bob 31.2. at 25:00", "Bob | ?31.2. at 25:00"),
    ("met", ""),
    ("Yesterday I met Ada", "Ada | 2026-11-22"),
    ("", ""),
]
GERMAN = [
    (
        "traf Ada Lovelace und Bob #event:ATD Telefon danke wen-noch: Charles Babbage gestern",
        "Ada Lovelace + Bob | 2026-11-22 | phone | event ATD | thanks done | named Charles Babbage",
    ),
    ("Ich habe mit Ada Lovelace telefoniert", "Ada Lovelace | phone"),
    ("Ich habe Ada Lovelace gestern getroffen", "Ada Lovelace | 2026-11-22"),
    ("telefonierte mit Ada Lovelace vorgestern", "Ada Lovelace | 2026-11-21 | phone"),
    ("traf Mira Rossi zum Mittagessen letzten Dienstag", "Mira Rossi | 2026-11-17 | lunch"),
    ("traf Jürgen Groß auf einen Kaffee am Freitag", "Jürgen Groß | 2026-11-20 | coffee"),
    ("sprach mit Ursula von der Leyen 45 Minuten", "Ursula von der Leyen | 45 min"),
    ("traf Bob am 12.3.", "Bob | 2026-03-12"),
    ("traf Bob 12.3.2025 um 18 Uhr", "Bob | 2025-03-12 | 18:00"),
    ("traf Bob am 12. März um 9:15", "Bob | 2026-03-12 | 09:15"),
    ("traf Bob am 3. Maerz 2025", "Bob | 2025-03-03"),
    ("traf Bob vor 3 Tagen 1 Stunde", "Bob | 2026-11-20 | 60 min"),
    ("traf Bob vor einer Woche", "Bob | 2026-11-16"),
    ("traf Bob heute #Veranstaltung:Messe", "Bob | 2026-11-23 | event Messe"),
    ("traf Bob bei #event:Messe, gestern", "Bob | 2026-11-22 | event Messe"),
    ("traf Bob als Nächstes: Artikel schicken bis Freitag", "Bob | next Artikel schicken 2026-11-27"),
    ("traf Bob noch danken", "Bob | thanks due"),
    ("traf Bob kein Dank wen noch: niemand", "Bob | thanks none | who-else nobody"),
    ("traf Bob wen-noch: vergessen", "Bob | who-else forgot"),
    (
        "traf Bob wen sonst: Mary Somerville (versprochen) und Karl",
        "Bob | named Mary Somerville promised, Karl",
    ),
    ("traf Bob gelernt: Schiffe schwimmen", "Bob | learned Schiffe schwimmen"),
    ("traf Bob weiter: Artikel schicken bis Freitag", "Bob | next Artikel schicken 2026-11-27"),
    (
        "traf Bob zu tun: anrufen übermorgen; buchen am 5.12.",
        "Bob | next anrufen 2026-11-25 | next buchen 2026-12-05",
    ),
    (
        "traf Bob weiter: schreiben nächste Woche Notiz: roter Hut",
        "Bob | next schreiben 2026-11-30 | note roter Hut",
    ),
    ("traf Ada am Bahnhof", "Ada | ?am Bahnhof"),
    ("traf Bob per Videoanruf @Köln", "Bob | video | at Köln"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_a_line_in_english_says(text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_a_line_in_german_says(text: str, expected: str) -> None:
    assert told(read(text)) == expected


def test_a_name_in_small_letters_that_nobody_has_is_a_name_where_no_other_is() -> None:
    assert told(read("met grace hopper")) == "grace hopper"


@given(
    st.lists(
        st.sampled_from('met traf Ada von und , . Bob #x @y who-else: next: 12.3. zzz „ " ( 5 min ß'.split())
    )
)
def test_no_word_of_a_line_is_lost(parts: list[str]) -> None:
    """Each word that has no meaning of its own is somewhere in what was read."""
    text = " ".join(parts)
    line = read(text)
    if "zzz" in parts:
        everything = [*line.unread, *(each.name for each in (*line.names, *line.named))]
        everything += [step.text for step in line.next_steps]
        assert " ".join(everything).count("zzz") == parts.count("zzz")


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    read(text)
