"""Where searched words stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.folding import fold_with_map, spellings, words_of
from netchal_gui.domain.hits import first_hit, hits, starts

LETTERS = st.text(alphabet="abeuosz äöüÄÖßŁłéø\u0308-.,æ1😀\u00a0", max_size=40)


def found(text, words):
    return [text[begin:end] for begin, end in hits(text, starts(words_of(words)))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Her training company", "train", ["train"]),
        ("Die Größe zählt", "grosse", ["Größe"]),
        ("Strauß, Größe", "gros", ["Größ"]),
        ("Grüße von Jürgen", "juergen", ["Jürgen"]),
        ("Grüße von Ju\u0308rgen!", "juergen", ["Ju\u0308rgen"]),
        ("Grüße von Jürgen", "jurg", ["Jürg"]),
        ("Łódź and back", "lodz", ["Łódź"]),
        ("😀 smile 😀 smiles", "smile", ["smile", "smile"]),
        ("retraining", "train", []),
        ("Training in training", "training in", ["Training", "in", "training"]),
        ("nothing", "", []),
    ],
)
def test_hits_stand_at_the_original_characters(text, words, expected):
    assert found(text, words) == expected


def test_the_first_hit_is_where_the_text_begins_to_match():
    assert first_hit("Straße nach Łódź", starts(["lodz"])) == len("Straße nach ")


def test_a_text_without_the_words_has_no_first_hit():
    assert first_hit("Straße", starts(["lodz"])) is None


@given(LETTERS, LETTERS)
def test_a_text_has_hits_exactly_when_the_index_would_find_it(text, words):
    asked = words_of(words)
    in_index = [token for word in asked for token in words_of(spellings(text)) if token.startswith(word)]

    assert bool(hits(text, starts(asked))) == bool(in_index)


@given(LETTERS, LETTERS)
def test_hits_cover_the_characters_that_the_map_of_folding_names(text, words):
    pattern = starts(words_of(words))
    covered = {index for begin, end in hits(text, pattern) for index in range(begin, end)}
    folded, origin = fold_with_map(text)

    for match in pattern.pattern.finditer(folded):
        assert covered.issuperset(origin[match.start() : match.end()])


@given(LETTERS, LETTERS)
def test_hits_are_in_order_and_never_overlap(text, words):
    flat = [place for span in hits(text, starts(words_of(words))) for place in span]

    assert flat == sorted(flat)
    assert all(0 <= place <= len(text) for place in flat)


@given(st.lists(LETTERS, max_size=30), LETTERS)
def test_the_first_hit_of_a_long_text_is_where_its_first_stretch_begins(parts, words):
    text, pattern = " ".join(parts), starts(words_of(words))
    stretches = hits(text, pattern)

    assert first_hit(text, pattern) == (stretches[0][0] if stretches else None)
