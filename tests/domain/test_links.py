"""Links made from what people typed: nothing beyond what was typed can come of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.links import is_safe_link, phone_link, web_link


@given(st.text(max_size=30))
def test_a_web_link_is_safe_or_none_at_all(text: str) -> None:
    link = web_link(text)

    assert link == "" or is_safe_link(link)


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("linkedin.com/in/priya", "https://linkedin.com/in/priya"),
        ("https://x.example/a", "https://x.example/a"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("just words", ""),
    ],
)
def test_a_typed_link_gets_its_scheme_only_where_it_looks_like_a_host(typed: str, link: str) -> None:
    assert web_link(typed) == link


@pytest.mark.parametrize(
    ("typed", "link"), [("+44 117 555-0117", "tel:+441175550117"), ("(030) 12", "tel:03012"), ("ask", "")]
)
def test_a_phone_link_has_digits_only(typed: str, link: str) -> None:
    assert phone_link(typed) == link
