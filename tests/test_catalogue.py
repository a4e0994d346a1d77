"""The German is complete and fits the English: nothing missing, nothing unsure, the same values in it."""

import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
GERMAN = ROOT / "resources" / "i18n" / "de.po"
KEYWORDS = {"say": None, "say_many": (1, 2), "gettext": None}


@pytest.fixture(scope="module")
def german() -> Catalog:
    if not GERMAN.exists():
        pytest.skip("there is no German catalogue yet: make words")
    with GERMAN.open("rb") as file:
        return read_po(file, locale="de")


def forms(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def places(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None}


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def test_every_sentence_of_the_code_is_in_the_catalogue(german: Catalog) -> None:
    found = extract_from_dir(ROOT / "netchal_gui", [("**.py", "python")], keywords=KEYWORDS)
    said = {sentence if isinstance(sentence, str) else sentence[0] for _, _, sentence, _, _ in found}

    assert said
    assert not sorted(said - {forms(message)[0] for message in messages(german)})


def test_every_sentence_has_its_german(german: Catalog) -> None:
    missing = [
        forms(message)[0]
        for message in messages(german)
        if message.fuzzy or not translations(message) or not all(translations(message))
    ]

    assert not missing


def test_german_sentences_take_the_same_values(german: Catalog) -> None:
    """A singular may say "one" instead of {n}; no other value may be lost, none may be new."""
    different = [
        forms(message)[0]
        for message in messages(german)
        for translation in filter(None, translations(message))
        if not (values_of_all(message) <= places(translation) <= values_of_any(message))
    ]

    assert not different


def values_of_all(message: Message) -> set[str]:
    return set.intersection(*map(places, forms(message))) - {"n"}


def values_of_any(message: Message) -> set[str]:
    return set.union(*map(places, forms(message)))


def test_german_has_no_exclamation_marks_and_keeps_the_end_of_a_sentence(german: Catalog) -> None:
    """Where English ends with a full stop, an ellipsis, a colon or a question mark, German does too."""
    endings = (".", "…", ":", "?")
    different = [
        forms(message)[0]
        for message in messages(german)
        for translation in filter(None, translations(message))
        if "!" in translation or (forms(message)[0].endswith(endings) and not translation.endswith(endings))
    ]

    assert not different


def test_dots_for_what_was_left_out_stand_apart_from_a_word(german: Catalog) -> None:
    """As German spelling has it: "Schreiben …"; close to a word they would stand for a part of it."""
    close = re.compile(r"\w…")
    said = [text for message in messages(german) for text in translations(message)]

    assert not [text for text in said if close.search(text)]
