"""Writing cards: the form that other programs want, and everything back again."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.domain.contact import Contact, Labelled, PartialDate
from netchal_gui.exchange.content_line import clean
from tests import strategies
from tests.exchange.vcard_samples import (
    HOSTILE,
    WITH_CONTROLS,
    count_raw,
    full_person,
    read,
    read_one,
    write,
)
from tests.soak import rounds

VERSIONS = ("3.0", "4.0")


def lines_of(data: bytes) -> list[str]:
    """The unfolded lines."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_a_card_of_3_0_looks_as_other_programs_want_it():
    lines = lines_of(write(full_person()))
    assert lines[:7] == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//netchal//netchal 1.0//EN",
        "UID:0b9f3a52-2f3c-4c36-8a55-4e3d1f3f9a01",
        "FN:Dr. José Ñandú-Müller\\, PhD",
        "N:Ñandú-Müller plain;José;María;Dr.;PhD",
        "NICKNAME:plain",
    ]
    assert "EMAIL;TYPE=INTERNET;TYPE=WORK:jose@example.com" in lines
    assert "BDAY:1980-02-29" in lines
    assert lines[-2:] == ["REV:2026-11-20T08:00:00Z", "END:VCARD"]


def test_a_card_of_4_0_has_its_own_forms():
    lines = lines_of(write(full_person(), "4.0", photo=b"\x89PNG\r\n\x1a\n"))
    assert "UID:urn:uuid:0b9f3a52-2f3c-4c36-8a55-4e3d1f3f9a01" in lines
    assert "EMAIL;TYPE=work:jose@example.com" in lines
    assert {"BDAY:19800229", "REV:20261120T080000Z", "PHOTO:data:image/png;base64,iVBORw0KGgo="} < set(lines)


@pytest.mark.parametrize("version", VERSIONS)
def test_lines_are_folded_at_75_octets_between_characters(version):
    for line in write(full_person(text="€😀ä" * 60), version).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_the_same_input_gives_the_same_bytes():
    assert write(full_person()) == write(full_person())


def test_a_person_without_parts_of_a_name_has_it_as_given_name():
    contact = replace(full_person("Prince"), prefix="", given="", additional="", family="", suffix="")
    data = write(contact)
    assert "N:;Prince;;;" in lines_of(data)
    assert read_one(data).contact == contact


@pytest.mark.parametrize("version", VERSIONS)
def test_every_field_comes_back(version):
    item = read_one(write(full_person(), version, photo=b"\xff\xd8\xffx", extra=("X-A;TYPE=b:c",)))
    assert item.contact == full_person()
    assert (item.photo, item.extra, item.complete) == (b"\xff\xd8\xffx", ("X-A;TYPE=b:c",), True)
    assert item.uid == str(full_person().id)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_and_adds_no_line(text, version):
    contact = full_person(text, text)
    data = write(contact, version)
    assert read_one(data).contact == contact
    assert count_raw(data) == count_raw(write(full_person(), version))
    assert [line.split(":")[0] for line in lines_of(data)].count("END") == 1


@pytest.mark.parametrize(("text", "written"), WITH_CONTROLS.items())
def test_control_characters_are_not_written(text, written):
    data = write(full_person(text, text))
    assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", data)
    assert read_one(data).contact == full_person(written, written)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_birthday_without_a_year_comes_back(version):
    contact = replace(full_person(), birthday=PartialDate(2, 29))
    assert read_one(write(contact, version)).contact == contact


def test_a_label_that_is_no_type_goes_into_a_group():
    contact = replace(full_person(), emails=(Labelled("a@x.org", "Summer; house"),))
    lines = lines_of(write(contact, extra=("item7.X-ABDATE:2001-01-01",)))
    assert "item8.EMAIL;TYPE=INTERNET:a@x.org" in lines
    assert "item8.X-ABLabel:Summer\\; house" in lines


@pytest.mark.parametrize(
    "line",
    [
        "X-A:b\r\nEND:VCARD",
        "X-A:b\nTEL:1",
        "no colon",
        "",
        "END:VCARD",
        "BEGIN:VCARD",
        "VERSION:2.1",
        "UID:other",
        "FN:other",
        "N:other;;;;",
        "X-NETCHAL-RELATION:new",
        'X-A;B="open:c',
        "X A:b",
        "X-A:nul\0",
        " folded:x",
    ],
)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_kept_line_that_would_break_the_card_is_left_out(line, version):
    assert write(full_person(), version, extra=(line,)) == write(full_person(), version)


def test_a_kept_picture_of_3_0_is_a_data_uri_in_4_0():
    lines = lines_of(write(full_person(), "4.0", extra=("LOGO;ENCODING=b;TYPE=PNG:aGk=",)))
    assert "LOGO:data:image/png;base64,aGk=" in lines


def test_a_name_is_never_empty():
    assert "FN:?" in lines_of(write(Contact(id=full_person().id, name="\0", created=full_person().created)))


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 150), deadline=None)
@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1), min_size=8, max_size=8
    ),
    version=st.sampled_from(VERSIONS),
)
def test_any_text_comes_back(names, version):
    names = [name.strip() or "x" for name in names]
    contact = replace(
        full_person(names[0], names[1]),
        given=names[2],
        tags=(names[3],),
        emails=(Labelled(names[4], names[5]),),
        note=names[6],
    )
    assert read_one(write(contact, version)).contact == contact


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 150), deadline=None)
@given(contact=strategies.contacts(), version=st.sampled_from(VERSIONS))
def test_any_person_is_one_card_and_keeps_the_name(contact, version):
    items = read(write(contact, version))
    assert len(items) == 1
    assert items[0].contact.name == (clean(contact.name).strip() or items[0].contact.name)
