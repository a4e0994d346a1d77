"""Which people a listing holds and in which order; compared with brute force where that is possible."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.domain.contact import Address, Circle, Contact, Labelled, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.folding import words_of
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant, Step, StepKind
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.contact_queries import (
    Listing,
    Section,
    SectionKind,
    SortBy,
    counts,
    first_rows,
    numbers,
    rows_of,
)
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def person(name: str, **fields: Any) -> Contact:
    return Contact(id=uuid4(), name=name, created=NOW, **fields)


def add(bench: Workbench, *items: Any) -> None:
    bench.apply(Edit("Add", tuple(Change(None, item) for item in items)))


def listed(store: Store, listing: Listing) -> list[str]:
    return [row.name for row in rows_of(store, numbers(store, listing))]


def found(bench: Workbench, text: str) -> list[str]:
    return listed(bench.store, Listing(text=text))


def talk(contact: Contact, days: int, kind: StepKind) -> Interview:
    start = from_utc(NOW + timedelta(days=days), "Europe/Berlin")
    return Interview(
        id=uuid4(),
        participants=(Participant(contact.id),),
        created=NOW,
        start=start,
        steps=(Step(kind, NOW),),
    )


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("grosse", "Anna Größe"),
        ("jurgen", "Jürgen Klar"),
        ("juergen", "Jürgen Klar"),
        ("JÜRGEN", "Jürgen Klar"),
        ("lodz", "Ola Łódź"),
        ("soren", "Søren Berg"),
        ("ngu van", "Nguyễn Văn A"),
    ],
)
def test_a_plainly_typed_name_finds_its_marks(workbench: Workbench, typed: str, stored: str) -> None:
    add(workbench, person(stored), person("Somebody Else"))

    assert found(workbench, typed) == [stored]


@pytest.mark.parametrize("typed", ["hal", "recr", "bris", "ment", "priya@", "pri", "shah pri", "pri hal bri"])
def test_the_filter_looks_at_name_organisation_role_place_tag_and_mail(
    workbench: Workbench, typed: str
) -> None:
    shah = person(
        "Priya Shah",
        organisation="Halden",
        role="Recruiter",
        addresses=(Address(city="Bristol"),),
        tags=("mentors",),
        emails=(Labelled("priya@work.example"),),
    )
    add(workbench, shah, person("Jonas Lind", organisation="NTNU"))

    assert found(workbench, typed) == ["Priya Shah"]


def test_the_filter_looks_at_beginnings_of_words_only(workbench: Workbench) -> None:
    add(workbench, person("Priya Shah"))

    assert found(workbench, "riya") == []


def test_a_filter_of_signs_alone_finds_nobody(workbench: Workbench) -> None:
    add(workbench, person("Priya Shah"))

    assert found(workbench, '"*') == []


_LETTERS = st.sampled_from("aábcdeéoöuüßłøæñ 'ΑαЖжم東 -.")
_TEXTS = st.text(_LETTERS, max_size=14)


@st.composite
def people(draw: st.DrawFn) -> Contact:
    return person(
        draw(_TEXTS.filter(str.strip)),
        nickname=draw(_TEXTS),
        organisation=draw(_TEXTS),
        role=draw(_TEXTS),
        addresses=(Address(city=draw(_TEXTS)),),
        tags=(draw(_TEXTS),),
        emails=(Labelled(draw(_TEXTS)),),
    )


def _beginnings(contact: Contact) -> set[str]:
    """Every word by which the person can be found, written both ways."""
    texts = [contact.name, contact.nickname, contact.organisation, contact.role, contact.place, *contact.tags]
    texts += [email.value for email in contact.emails]
    umlauts = {"ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae"}
    written = ["".join(umlauts.get(letter, letter) for letter in text.lower()) for text in texts]
    return {word for text in (*texts, *written) for word in words_of(text)}


def _brute_force(everyone: Sequence[Contact], typed: str) -> set[str]:
    wanted = words_of(typed)
    if not wanted:
        return {contact.name for contact in everyone} if not typed.strip() else set()
    return {
        contact.name
        for contact in everyone
        if all(any(word.startswith(each) for word in _beginnings(contact)) for each in wanted)
    }


@settings(deadline=None, max_examples=40)
@given(st.lists(people(), max_size=6), st.lists(_TEXTS, min_size=1, max_size=6))
def test_the_filter_finds_what_looking_at_everyone_finds(everyone: list[Contact], typed: list[str]) -> None:
    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "netchal.db")
        add(Workbench(store, lambda: NOW, uuid4), *everyone)
        answers = [set(listed(store, Listing(text=text))) for text in typed]
        store.close()

    assert answers == [_brute_force(everyone, text) for text in typed]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=20))
def test_whatever_is_typed_the_filter_has_an_answer(typed: str) -> None:
    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "netchal.db")
        add(Workbench(store, lambda: NOW, uuid4), person("Priya Shah"))
        answer = listed(store, Listing(text=typed))
        store.close()

    assert answer in ([], ["Priya Shah"])


def test_people_stand_by_family_name_folded(workbench: Workbench) -> None:
    add(
        workbench,
        person("Zoë Adams", family="Adams", given="Zoë"),
        person("Ada Öst", family="Öst", given="Ada"),
        person("Pia Paul", family="Paul", given="Pia"),
    )

    assert listed(workbench.store, Listing()) == ["Zoë Adams", "Ada Öst", "Pia Paul"]
    assert listed(workbench.store, Listing(descending=True)) == ["Pia Paul", "Ada Öst", "Zoë Adams"]


def test_the_first_rows_are_the_beginning_of_the_listing(workbench: Workbench) -> None:
    add(workbench, *(person(f"Person {n:03}") for n in range(30)))

    assert first_rows(workbench.store, 7) == rows_of(workbench.store, numbers(workbench.store, Listing()))[:7]


@pytest.mark.parametrize("descending", [False, True])
def test_people_without_an_organisation_come_last_in_both_directions(
    workbench: Workbench, descending: bool
) -> None:
    add(workbench, person("None"), person("Eau", organisation="École"), person("Zed", organisation="Zed"))
    names = listed(workbench.store, Listing(sort=SortBy.ORGANISATION, descending=descending))

    assert names == (["Zed", "Eau", "None"] if descending else ["Eau", "Zed", "None"])


def test_last_and_next_come_from_interviews_and_follow_ups(workbench: Workbench) -> None:
    ada, bob, eve = person("Ada"), person("Bob"), person("Eve")
    entry = JournalEntry(id=uuid4(), day=NOW.date(), created=NOW, changed=NOW, people=(eve.id,))
    due = NOW.date() + timedelta(days=2)
    later = FollowUp(id=uuid4(), text="Later", created=NOW, entry_id=entry.id, due=due + timedelta(days=9))
    line = FollowUp(id=uuid4(), text="Send slides", created=NOW, entry_id=entry.id, due=due)
    met = [talk(ada, -30, StepKind.MET), talk(ada, -3, StepKind.MET), talk(ada, -1, StepKind.NO_SHOW)]
    planned = [
        talk(bob, 9, StepKind.SCHEDULED),
        talk(bob, 4, StepKind.MOVED),
        talk(bob, 1, StepKind.CANCELLED),
    ]
    add(workbench, ada, bob, eve, entry, later, line, *met, *planned)
    rows = {row.name: row for row in rows_of(workbench.store, numbers(workbench.store, Listing()))}

    assert rows["Ada"].last == int((NOW - timedelta(days=3)).timestamp())
    assert rows["Bob"].interview == int((NOW + timedelta(days=4)).timestamp())
    assert (rows["Eve"].follow_up, rows["Eve"].due) == ("Send slides", due.isoformat())
    assert listed(workbench.store, Listing(sort=SortBy.NEXT)) == ["Eve", "Bob", "Ada"]
    assert listed(workbench.store, Listing(sort=SortBy.LAST, descending=True)) == ["Ada", "Bob", "Eve"]


def test_a_done_follow_up_is_not_next(workbench: Workbench) -> None:
    ada = person("Ada")
    add(workbench, ada, FollowUp(id=uuid4(), text="Thank", created=NOW, contact_id=ada.id, done=True))

    assert rows_of(workbench.store, numbers(workbench.store, Listing()))[0].follow_up == ""


def _crowd() -> list[Contact]:
    return [
        person("Ada", relation=Relation.KNOWN, circle=Circle.FRIEND, tags=("chess", "mentors")),
        person("Bob", relation=Relation.KNOWN, circle=Circle.COLLEAGUE, source=Source.EVENT),
        person("Eve", source=Source.EVENT, tags=("chess",)),
        person("Kim", circle=Circle.FAMILY),
    ]


@pytest.mark.parametrize(
    ("section", "names"),
    [
        (Section(), ["Ada", "Bob", "Eve", "Kim"]),
        (Section(SectionKind.KNOWN), ["Ada", "Bob"]),
        (Section(SectionKind.NEW), ["Eve", "Kim"]),
        (Section(SectionKind.CLOSE), ["Ada", "Kim"]),
        (Section(SectionKind.SOURCE, "event"), ["Bob", "Eve"]),
        (Section(SectionKind.TAG, "chess"), ["Ada", "Eve"]),
    ],
)
def test_a_section_lists_whom_its_count_counts(
    workbench: Workbench, section: Section, names: list[str]
) -> None:
    add(workbench, *_crowd())
    sizes = counts(workbench.store)
    counted = {
        SectionKind.EVERYONE: sizes.everyone,
        SectionKind.KNOWN: sizes.known,
        SectionKind.NEW: sizes.new,
        SectionKind.CLOSE: sizes.close,
        SectionKind.SOURCE: sizes.sources.get(section.value),
        SectionKind.TAG: dict(sizes.tags).get(section.value),
    }

    assert listed(workbench.store, Listing(section=section)) == names
    assert counted[section.kind] == len(names)


def test_section_and_filter_hold_together(workbench: Workbench) -> None:
    add(workbench, *_crowd())

    assert listed(workbench.store, Listing(Section(SectionKind.TAG, "chess"), "ev")) == ["Eve"]


def test_a_renamed_person_is_found_by_the_new_name_only(workbench: Workbench) -> None:
    ada = person("Ada")
    add(workbench, ada)
    workbench.apply(Edit("Rename", (Change(ada, replace(ada, name="Grace")),)))

    assert (found(workbench, "ada"), found(workbench, "grace")) == ([], ["Grace"])
