import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.folding import fold, fold_with_map, spellings, words_of


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("grosse", "Größe"),
        ("lodz", "Łódź"),
        ("soren", "Søren"),
        ("strasse", "Straße"),
        ("jurgen", "Jürgen"),
        ("aeroskobing", "Ærøskøbing"),
        ("oeuvre", "Œuvre"),
        ("nguyen", "Nguyễn"),
        ("dokovic", "Đoković"),
    ],
)
def test_what_one_types_without_marks_is_the_folded_form(typed: str, written: str) -> None:
    assert fold(written) == fold(typed)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("juergen", "Jürgen"), ("groesse", "Größe"), ("soeren", "Søren"), ("aarhus", "Århus")],
)
def test_the_index_also_holds_the_transcribed_spelling(typed: str, written: str) -> None:
    assert typed in spellings(written).split()


def test_a_decomposed_umlaut_is_spelt_like_a_composed_one() -> None:
    assert "juergen" in spellings(unicodedata.normalize("NFD", "Jürgen")).split()


def test_plain_english_is_indexed_once() -> None:
    assert spellings("Ada Lovelace") == "ada lovelace"


def test_words_are_cut_at_everything_that_is_no_letter_or_digit() -> None:
    assert words_of("priya@halden.example, O'Brien") == ["priya", "halden", "example", "o", "brien"]


def test_a_hit_in_the_folded_text_leads_back_to_the_original_characters() -> None:
    text = "Die Größe zählt"
    folded, origin = fold_with_map(text)
    start = folded.index("grosse")
    assert text[origin[start] : origin[start + len("grosse") - 1] + 1] == "Größe"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_map_has_one_place_for_each_folded_character_and_the_end(text: str) -> None:
    folded, origin = fold_with_map(text)
    assert folded == fold(text)
    assert len(origin) == len(folded) + 1
    assert origin[-1] == len(text)
    assert origin == sorted(origin)
