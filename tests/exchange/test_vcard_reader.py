"""Reading cards of every kind: what programs write, and what they should not have written."""

import base64

import pytest

from netchal_gui.domain.contact import Address, Labelled, PartialDate
from netchal_gui.exchange.incoming import IncomingPerson, RefusalKind, Refused, WarningKind
from tests.exchange.vcard_samples import card, read, read_one, refused

JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 3
BASE64 = base64.b64encode(JPEG).decode()


def contact(*lines: str, version: str = "3.0"):
    return read_one(card(*lines, version=version)).contact


def test_the_parts_of_a_name_are_taken_as_they_stand():
    person = contact("FN:Dr. Ada King", "N:King;Ada;Byron;Dr.;PhD")
    assert (person.family, person.given, person.additional, person.prefix, person.suffix) == (
        ("King", "Ada", "Byron", "Dr.", "PhD")
    )


def test_quoted_printable_with_soft_breaks_and_a_charset_is_decoded():
    person = contact("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=FCr=", "gen M=FCller", version="2.1")
    assert person.name == "Jürgen Müller"


def test_a_soft_break_before_a_code_does_not_add_a_blank():
    person = contact("FN;ENCODING=QUOTED-PRINTABLE:=C3=", " =BC", version="2.1")
    assert person.name == "ü"


def test_a_blank_after_a_soft_break_is_text():
    person = contact("FN;ENCODING=QUOTED-PRINTABLE:Jane=", " Doe", version="2.1")
    assert person.name == "Jane Doe"


def test_a_property_after_an_unfinished_soft_break_is_not_swallowed():
    person = contact("FN:A", "NOTE;ENCODING=QUOTED-PRINTABLE:half=", "TEL:123456", version="2.1")
    assert person.phones == (Labelled("123456"),)


def test_bare_types_of_2_1_become_labels():
    assert contact("FN:A", "TEL;CELL:1", "TEL;WORK;FAX:2", version="2.1").phones == (
        Labelled("1", "cell"),
        Labelled("2", "work fax"),
    )


def test_a_label_of_its_own_in_a_group_is_read():
    person = contact(
        "FN:A", "item1.TEL:1", "item1.X-ABLabel:Boat", "item2.URL:x", "item2.X-ABLabel:_$!<HomePage>!$_"
    )
    assert (person.phones[0].label, person.links[0].label) == ("Boat", "HomePage")


def test_a_preferred_address_comes_first():
    person = contact("FN:A", "EMAIL:b@x.org", "EMAIL;TYPE=PREF:a@x.org")
    assert [email.value for email in person.emails] == ["a@x.org", "b@x.org"]


@pytest.mark.parametrize(
    "lines",
    [
        (f"PHOTO;ENCODING=b;TYPE=JPEG:{BASE64}",),
        (f"PHOTO;TYPE=JPEG;ENCODING=BASE64:{BASE64[:40]}", f"  {BASE64[40:]}", ""),
        ("PHOTO;JPEG;BASE64:", BASE64[:60], BASE64[60:], ""),
        (f"PHOTO;ENCODING=b:{BASE64.rstrip('=')}",),
        (f"PHOTO;ENCODING=b:{BASE64[:50]} {BASE64[50:]}",),
        (f"PHOTO:data:image/jpeg;base64,{BASE64}",),
        (f"PHOTO;TYPE=JPEG:{BASE64}",),
    ],
)
def test_a_photo_is_decoded_however_it_is_broken(lines):
    assert read_one(card("FN:A", *lines, "NOTE:after")).photo == JPEG


def test_the_address_of_a_photo_is_kept_and_not_fetched():
    item = read_one(card("FN:A", "PHOTO;VALUE=uri:https://example.org/a.jpg"))
    assert (item.photo, item.extra) == (None, ("PHOTO;VALUE=uri:https://example.org/a.jpg",))


def test_a_photo_over_2_mb_is_dropped_and_its_person_kept():
    item = read_one(card("FN:A", "PHOTO;ENCODING=b:" + "A" * 2_800_000, "EMAIL:a@x.org"))
    assert item.photo is None and item.contact.emails
    assert [(one.line, one.kind) for one in item.cautions] == [(4, WarningKind.PHOTO_TOO_LARGE)]


def test_a_nested_agent_stays_one_line_of_its_card():
    item = read_one(
        card("FN:Boss", "AGENT:", "BEGIN:VCARD", "FN:Agent", "TEL:5", "END:VCARD", "TEL:1", version="2.1")
    )
    assert item.contact.name == "Boss" and item.contact.phones == (Labelled("1"),)
    assert item.extra == ("AGENT:BEGIN:VCARD\\nFN:Agent\\nTEL:5\\nEND:VCARD",)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Doe;Jane;;;",), "Jane Doe"),
        (("ORG:Acme",), "Acme"),
        (("EMAIL:a@x.org",), "a@x.org"),
        (("TEL:12",), "12"),
        (("NICKNAME:Jo",), "Jo"),
    ],
)
def test_a_card_without_fn_is_named_by_what_it_has(lines, name):
    assert contact(*lines).name == name


def test_a_card_without_n_and_version_is_read():
    assert read_one(b"BEGIN:VCARD\nFN:Jane\nEND:VCARD").contact.name == "Jane"


@pytest.mark.parametrize("ending", ["\r", "\n", "\r\n", "\r\r\n"])
def test_any_line_end_will_do(ending):
    data = ending.join(["BEGIN:VCARD", "FN:Ja", " ne", "NOTE:x", "END:VCARD", ""]).encode()
    assert read_one(data).contact.name == "Jane"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_byte_order_marks_and_utf_16_are_read(encoding):
    assert read_one(card("FN:Zoë 王").decode().encode(encoding)).contact.name == "Zoë 王"


def test_bytes_that_are_no_utf_8_are_read_as_windows_text():
    data = card("FN:Zo").replace(b"Zo", b"Zo\xeb \x80 M\xc3\xbcller")
    assert read_one(data).contact.name == "Zoë € Müller"


def test_an_unknown_charset_does_no_harm():
    assert contact("FN;CHARSET=foobar:Zoë").name == "Zoë"


def test_profile_and_lower_case_are_understood():
    assert read_one(b"begin:vcard\nprofile:VCARD\nfn:Jane\nend:vcard\n").contact.name == "Jane"


def test_a_tel_uri_loses_its_scheme_and_keeps_its_extension():
    person = contact("FN:A", 'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102', version="4.0")
    assert person.phones == (Labelled("+1-418-656-9254 ext. 102", "work"),)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:--0229", PartialDate(2, 29)),
        ("BDAY:--02-29", PartialDate(2, 29)),
        ("BDAY:19800229", PartialDate(2, 29, 1980)),
        ("BDAY:1980-02-29", PartialDate(2, 29, 1980)),
        ("BDAY;VALUE=date-time:1980-02-29T10:00:00Z", PartialDate(2, 29, 1980)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", PartialDate(2, 29)),
    ],
)
def test_birthdays_in_every_form(line, day):
    assert contact("FN:A", line).birthday == day


@pytest.mark.parametrize("value", ["circa 1800", "1981-02-29", "1980", "19801301"])
def test_what_is_no_day_is_kept_as_it_is(value):
    item = read_one(card("FN:A", f"BDAY:{value}"))
    assert item.contact.birthday is None and item.extra == (f"BDAY:{value}",)


def test_fax_pager_addresses_links_categories_and_all_notes_are_kept():
    person = contact(
        "FN:A",
        "TEL;TYPE=FAX:1",
        "TEL;TYPE=PAGER:2",
        "ADR;TYPE=HOME:;;Street\\, 5;City;;1;Land",
        "URL:http\\://x.org",
        "CATEGORIES:a,b\\,c",
        "NOTE:one",
        "NOTE:two",
    )
    assert [phone.label for phone in person.phones] == ["fax", "pager"]
    assert person.addresses == (
        Address(label="home", street="Street, 5", city="City", code="1", country="Land"),
    )
    assert person.links == (Labelled("http://x.org"),)
    assert (person.tags, person.note) == (("a", "b,c"), "one\n\ntwo")


def test_what_is_not_understood_is_kept_in_the_form_of_3_0():
    item = read_one(
        card(
            "FN:A",
            "X-MS-TEL;VOICE;CALLBACK:1",
            "LABEL;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:a=0D=0Ab",
            "item1.X-ABDATE:2001-01-01",
            "item1.X-ABLabel:Wedding",
            version="2.1",
        )
    )
    assert item.extra == (
        "X-MS-TEL;TYPE=VOICE;TYPE=CALLBACK:1",
        "LABEL:a\\nb",
        "item1.X-ABDATE:2001-01-01",
        "item1.X-ABLABEL:Wedding",
    )


def test_a_second_value_of_a_single_field_is_kept_beside_it():
    item = read_one(card("FN:A", "ORG:First", "ORG:Second", "TITLE:One", "TITLE:Two"))
    assert (item.contact.organisation, item.contact.role) == ("First", "One")
    assert item.extra == ("ORG:Second", "TITLE:Two")


def test_control_characters_never_pass():
    item = read_one(card("FN:a\x00b\x07c\x1b\x7f\x85d", "NOTE:x\x0by\\nz"))
    assert (item.contact.name, item.contact.note) == ("abcd", "xy\nz")


def test_a_note_that_goes_on_without_being_folded_is_kept():
    assert contact("FN:A", "NOTE:first", "second without a name").note == "first\nsecond without a name"


def test_a_line_that_is_no_property_is_named_with_its_number():
    item = read_one(card("FN:A", "NOTE:folded", " twice", "EMAIL:a@x.org", "what is this"))
    assert [(one.line, one.kind) for one in item.cautions] == [(7, WarningKind.NOT_UNDERSTOOD)]


def test_a_doubtful_e_mail_is_kept_and_named():
    item = read_one(card("FN:A", "EMAIL:not an address"))
    assert item.contact.emails == (Labelled("not an address"),)
    assert [one.kind for one in item.cautions] == [WarningKind.EMAIL_DOUBTFUL]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", RefusalKind.EMPTY_FILE),
        (b"Dear all,\nthis is a letter.\n", RefusalKind.UNKNOWN_FORMAT),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), RefusalKind.UNKNOWN_FORMAT),
        (b"BEGIN:VCARD\nFN:Jane\nEMAIL:ja", RefusalKind.CUT_OFF),
        (b"FN:Jane\nEND:VCARD\n", RefusalKind.BEGIN_MISSING),
        (b"BEGIN:VCARD\nEND:VCARD\n", RefusalKind.NOTHING_TO_KEEP),
        (card("UID:1", "CATEGORIES:a"), RefusalKind.NOTHING_TO_KEEP),
        (card("KIND:group", "FN:Team", version="4.0"), RefusalKind.GROUP),
        (card("X-ADDRESSBOOKSERVER-KIND:group", "FN:Team"), RefusalKind.GROUP),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_reason(data, kind):
    assert refused(data).kind is kind


def test_only_the_last_card_of_a_truncated_file_is_lost():
    kept, lost = read(card("FN:Kept") + b"BEGIN:VCARD\nFN:Lost\nTEL:1")
    assert isinstance(kept, IncomingPerson)
    assert lost == Refused(RefusalKind.CUT_OFF, 5, "Lost")


def test_a_card_without_its_end_does_not_swallow_the_next():
    first, second = read(b"BEGIN:VCARD\nFN:One\n\n" + card("FN:Two"))
    assert [item.contact.name for item in (first, second)] == ["One", "Two"]
    assert first.cautions[0].kind is WarningKind.END_MISSING


def test_a_file_of_nothing_but_broken_cards_is_given_up():
    items = read(b"BEGIN:VCARD\nEND:VCARD\n" * 10_500)
    assert items[-1].kind is RefusalKind.GIVEN_UP and len(items) == 10_001


def test_a_mark_on_the_edge_of_a_chunk_is_found():
    filler = card("FN:A", "NOTE:" + "x" * 262_000)
    for shift in range(60):
        assert len(read(card("FN:B", "NOTE:" + "y" * shift) + filler + card("FN:C"))) == 3


def test_a_card_that_says_nothing_about_netchal_is_not_complete():
    assert not read_one(card("FN:A")).complete
