"""How a line of Markdown is styled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.markdown import Style, pieces


def styled(line, style):
    return [line[piece.begin : piece.end] for piece in pieces(line) if piece.style is style]


@pytest.mark.parametrize(
    ("line", "style", "texts"),
    [
        ("First year: **price by the day**, never", Style.STRONG, ["price by the day"]),
        ("__both__ and **more**", Style.STRONG, ["both", "more"]),
        ("an *emphasis* and _another_", Style.EMPHASIS, ["emphasis", "another"]),
        ("**strong with *emphasis* in it**", Style.EMPHASIS, ["emphasis"]),
        ("~~gone~~", Style.STRUCK, ["gone"]),
        ("run `a * b * c` now", Style.CODE, ["a * b * c"]),
        ("see [the page](https://x.example/a_b_c)", Style.LINK, ["the page"]),
        ("see https://x.example/a_b_c.", Style.LINK, ["https://x.example/a_b_c"]),
        ("## Plan", Style.HEADING, ["## Plan"]),
        ("- first", Style.DASH, ["-"]),
        ("- [x] done", Style.BULLET, ["- [x]"]),
        ("  12. twelfth", Style.BULLET, ["12."]),
        ("> said she", Style.QUOTE, ["> said she"]),
    ],
)
def test_marked_text_has_its_style(line, style, texts):
    assert styled(line, style) == texts


@pytest.mark.parametrize(
    "line",
    [
        "snake_case_name",
        "2 * 3 * 4",
        "a ** b ** c",
        "#hashtag",
        "-dash",
        "1.5 million",
        "***",
        "[x](",
        "`",
        "* *",
    ],
)
def test_text_that_only_looks_marked_is_text(line):
    assert [piece for piece in pieces(line) if piece.style is not Style.DASH] == []


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("**day**", ["**", "**"]),
        ("# Plan", ["# "]),
        ("[page](https://x.example)", ["[", "](https://x.example)"]),
        ("![photo](file:///etc/passwd)", ["![", "](file:///etc/passwd)"]),
    ],
)
def test_signs_are_told_from_text(line, signs):
    assert styled(line, Style.SIGN) == signs


def test_what_is_code_is_nothing_else():
    assert styled("`**a** [b](c)`", Style.STRONG) == []


@given(st.text(alphabet="ab *_`~[]()!#>-1. /:https", max_size=60))
def test_pieces_lie_within_the_line(line):
    assert all(0 <= piece.begin < piece.end <= len(line) for piece in pieces(line))


def test_a_line_without_end_is_text():
    assert pieces("*a " * 50_000) == []
