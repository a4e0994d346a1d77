"""A report in three formats: valid, self-contained, and hostile texts stay text in each."""

import html5lib
import pytest

from netchal_gui.exchange.report_formats import Format, as_html, as_text, formatted
from netchal_gui.exchange.template_text import Escape, filled
from tests.hostile_texts import HOSTILE

REPORT = """# March 2011

## New people: 2 of 4

- 2 × engineer, *introduced* by others
- founder
  of a company

Read [this](https://example.org/a) or <https://example.org/b>.

1. one
2. two
"""


def test_the_plain_text_has_no_signs() -> None:
    assert as_text(REPORT) == (
        "March 2011\n==========\n\nNew people: 2 of 4\n------------------\n\n"
        "- 2 × engineer, introduced by others\n- founder\n  of a company\n\n"
        "Read this (https://example.org/a) or https://example.org/b.\n\n- one\n- two\n"
    )


def test_markdown_is_as_it_was_written() -> None:
    assert formatted(REPORT, Format.MARKDOWN, "en") == REPORT


def test_the_html_is_valid_and_says_its_language_and_title() -> None:
    page = as_html(REPORT, "de")

    html5lib.HTMLParser(strict=True).parse(page)
    assert '<html lang="de">' in page
    assert "<title>March 2011</title>" in page
    assert "<li>2 × engineer, <em>introduced</em> by others</li>" in page


def test_pictures_raw_html_and_unsafe_links_load_and_run_nothing() -> None:
    page = as_html(
        "![x](https://example.org/spy.png)\n\n<script>alert(1)</script>\n\n[a](javascript:alert(1))\n\n"
        "[b](file:///etc/passwd)\n\n[c](data:text/html,x)\n",
        "en",
    )

    assert "<img" not in page
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert 'href="file' not in page
    assert 'href="data' not in page


@pytest.mark.parametrize("hostile", HOSTILE, ids=repr)
@pytest.mark.parametrize(
    "place", ["# {{ name }}", "- {{ name }}", "{{ name }}", "a {{ name }} b", "1. {{ name }}"]
)
def test_a_hostile_fact_stays_text_in_every_format(hostile: str, place: str) -> None:
    markdown = filled(f"{place}\n", {"name": hostile}, Escape.MARKDOWN)
    words = "".join(c for c in hostile if (c >= " " and c != "\x7f") or c in "\n\t").split()

    page = html5lib.HTMLParser(strict=True).parse(as_html(markdown, "en"))
    main = page.find(".//{http://www.w3.org/1999/xhtml}main")
    tags = {element.tag.rpartition("}")[2] for element in main.iter() if isinstance(element.tag, str)}
    assert tags <= {"main", "h1", "ul", "ol", "li", "p"}
    assert " ".join(words) in " ".join("".join(main.itertext()).split())
    assert " ".join(words) in " ".join(as_text(markdown).split())
