"""The piece of a text that a list shows."""

from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.folding import words_of
from netchal_gui.domain.hits import hits, starts
from netchal_gui.domain.snippet import LENGTH, snippet

LONG = "word " * 100


def pattern(text):
    return starts(words_of(text))


def marked(found):
    return [found.text[begin:end] for begin, end in found.hits]


def test_a_short_text_is_shown_whole():
    assert snippet("She left payroll.").text == "She left payroll."


def test_a_long_text_ends_at_a_word_with_an_ellipsis():
    shown = snippet(LONG).text

    assert shown.endswith("word…")
    assert len(shown) <= LENGTH + 1


def test_the_snippet_begins_some_words_before_the_hit():
    shown = snippet(f"{LONG}left payroll to start her own training company {LONG}", pattern("training"))

    assert shown.text.startswith("…left payroll to start her own training company")
    assert marked(shown) == ["training"]


def test_without_a_hit_there_is_no_snippet():
    assert snippet("Nothing here", pattern("training")) is None


def test_signs_of_markdown_and_line_breaks_are_left_out():
    text = "# Plan\n\n- **price by the day**, never `by the slide`\n2. see [the page](https://x.example)"

    assert snippet(text).text == "Plan price by the day, never by the slide see the page"


def test_a_hit_in_a_sign_of_markdown_is_shown_with_it():
    assert marked(snippet("12. ask again", pattern("12"))) == ["12"]


@given(st.text(alphabet="ab Äß*_`#-\n1.[]()>", max_size=400), st.text(alphabet="abäß1 ", max_size=6))
def test_where_a_text_has_a_hit_its_snippet_has_one(text, words):
    found = snippet(text, pattern(words))

    assert (found is not None and bool(found.hits)) == bool(hits(text, pattern(words)))
