"""The journal as Markdown: what other programs read of it."""

import json
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.exchange.journal_markdown import Page, document, plain, section, title_of
from tests.soak import rounds

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ID = UUID("12345678-1234-5678-1234-567812345678")


def page(people=(), lines=(), **fields):
    return Page(
        JournalEntry(id=ID, day=date(2026, 11, 18), created=NOW, changed=NOW, **fields), lines, people
    )


def line(text, **fields):
    return FollowUp(id=UUID(int=1), text=text, created=NOW, **fields)


def front_matter(text):
    _, front, _ = text.split("---\n", 2)
    return dict(row.split(": ", 1) for row in front.splitlines())


FULL = page(
    ["Carla Weiss", "Mira Rossi"],
    [line("Send Carla the outline", due=date(2026, 12, 2)), line("Thank Hanna", done=True)],
    title="Carla: price by the day",
    tags=("interview", "training"),
    learned="**Price by the day**\n\n- never by the slide\n",
    notes="Met at the café.",
)


def test_a_file_of_its_own_has_front_matter_and_the_three_parts():
    assert document(FULL) == (
        "---\n"
        'title: "Carla: price by the day"\n'
        "day: 2026-11-18\n"
        'people: ["Carla Weiss", "Mira Rossi"]\n'
        'tags: ["interview", "training"]\n'
        f'id: "{ID}"\n'
        "---\n\n"
        "# Carla: price by the day\n\n"
        "## What I learned\n\n"
        "**Price by the day**\n\n- never by the slide\n\n"
        "## To follow up\n\n"
        "- [ ] Send Carla the outline (2026-12-02)\n"
        "- [x] Thank Hanna\n\n"
        "## Notes\n\n"
        "Met at the café.\n"
    )


def test_a_section_names_day_people_and_tags_under_the_title():
    assert section(FULL).startswith(
        "\n## Carla: price by the day\n\n"
        "Wednesday 18 November 2026 · Carla Weiss, Mira Rossi · #interview #training\n\n"
        "### What I learned\n\n"
    )


def test_parts_that_are_empty_are_left_out():
    assert section(page(title="Tea")) == "\n## Tea\n\nWednesday 18 November 2026\n"


@pytest.mark.parametrize(
    ("given_page", "title"),
    [
        (page(title=" Tea\nwith Ada "), "Tea with Ada"),
        (page(["Ada", "Bob"]), "Ada, Bob"),
        (page(), "2026-11-18"),
    ],
)
def test_an_entry_without_a_title_is_called_after_its_people_or_day(given_page, title):
    assert title_of(given_page) == title


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a * b_c _d_", r"a \* b_c \_d\_"),
        ("<img src=x>", r"\<img src=x>"),
        ("![x](file:///etc)", r"!\[x](file:///etc)"),
        ("AT&T &amp;", r"AT&T \&amp;"),
        ("two\nlines", "two lines"),
        ("# x", r"\# x"),
        ("1. x #", r"1\. x \#"),
        ("~~a~~|b", r"\~\~a\~\~\|b"),
    ],
)
def test_plain_text_shows_as_it_is(text, escaped):
    assert plain(text) == escaped


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 100), deadline=None)
@given(
    st.text(max_size=40),
    st.lists(st.text(max_size=20), max_size=3),
    st.lists(st.text(max_size=9), max_size=3),
)
def test_no_text_of_the_person_breaks_the_front_matter(title, people, tags):
    written = page(people, title=title, tags=tuple(tags))
    front = front_matter(document(written))

    assert list(front) == ["title", "day", "people", "tags", "id"]
    assert json.loads(front["title"]) == title_of(written)
    assert json.loads(front["people"]) == people
    assert json.loads(front["tags"]) == tags


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 100), deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_the_persons_own_markdown_keeps_its_lines(text):
    body = document(page(title="Tea", notes=text)).partition("# Tea\n")[2]

    assert body.split() == (["##", "Notes", *text.split()] if text.strip() else [])
