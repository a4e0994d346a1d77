"""Cards that are far too large: the person is taken without the picture, and the next one is not lost."""

import base64
import random

import pytest

from netchal_gui.exchange.incoming import Caution, IncomingPerson, RefusalKind, Refused, WarningKind
from tests.exchange.vcard_samples import card, read

PICTURE = random.Random(30).randbytes(30_000_000)
AFTER = card("FN:After it", "X-ODD", "TEL:1")


def folded(text: str, separator: str) -> str:
    return separator.join(text[at : at + 72] for at in range(0, len(text), 72))


@pytest.mark.parametrize(
    "separator", ["", "\r\n ", "\r\n", "\n\t"], ids=["one line", "folded", "bare lines", "tabs"]
)
def test_a_person_with_a_picture_of_30_mb_is_taken_without_it(separator: str) -> None:
    picture = folded(base64.b64encode(PICTURE).decode(), separator)
    lines = [
        "FN:Ada",
        f"PHOTO;ENCODING=b;TYPE=JPEG:{picture}",
        "EMAIL:ada@example.org",
        "no property",
        "TEL:1",
    ]
    ada, after = read(card(*lines) + AFTER)
    odd = 6 + picture.count("\n")

    assert isinstance(ada, IncomingPerson)
    assert (ada.contact.name, ada.contact.emails[0].value, ada.photo) == ("Ada", "ada@example.org", None)
    assert ada.contact.phones[0].value == "1"
    assert ada.cautions == (
        Caution(4, WarningKind.PHOTO_TOO_LARGE, "PHOTO"),
        Caution(odd, WarningKind.NOT_UNDERSTOOD, "no property"),
    )
    assert isinstance(after, IncomingPerson)
    assert after.line == odd + 3


def test_a_card_of_more_than_20_mb_without_a_picture_is_refused_by_its_name() -> None:
    notes = [f"X-NOTE-{number}:some words, and others." for number in range(600_000)]
    huge, after = read(card("FN:Ada", *notes) + AFTER)

    assert huge == Refused(RefusalKind.TOO_LARGE, 1, "Ada")
    assert isinstance(after, IncomingPerson)


@pytest.mark.parametrize("piece", ["\r\n", "ab\r\n", "\r\n "], ids=["blank lines", "short lines", "folds"])
def test_a_person_whose_card_has_millions_of_lines_is_taken(piece: str) -> None:
    ada, after = read(card("FN:Ada", piece * (21_000_000 // len(piece)), "TEL:1") + AFTER)

    assert isinstance(ada, IncomingPerson)
    assert (ada.contact.name, [phone.value for phone in ada.contact.phones]) == ("Ada", ["1"])
    assert isinstance(after, IncomingPerson)
