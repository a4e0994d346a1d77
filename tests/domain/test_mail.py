"""Mailto links: exactly the recipient, the subject and the text that were meant, whatever stands in them."""

from email.message import EmailMessage
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.links import is_safe_link
from netchal_gui.domain.mail import LONGEST_LINK, Mail, bare_mail_link, fits_a_link, mail_link, recipient

HOSTILE = (
    "ada@example.org,eve@example.net",
    "ada@example.org;eve@example.net",
    "ada@example.org eve@example.net",
    "ada@example.org?bcc=eve@example.net",
    "ada@example.org&bcc=eve@example.net",
    "ada?bcc=eve@example.net",
    "ada%2Ceve@example.org",
    "ada%3Fbcc=eve@example.net",
    "ada@example.org%0D%0ABcc:eve@example.net",
    "ada@example.org\r\nBcc: eve@example.net",
    "ada@example.org\nBcc: eve@example.net",
    "ada@example.org\x00eve@example.net",
    "ada@example.org\u2028Bcc: eve@example.net",
    '"ada, eve@example.net,"@example.org',
    "Ada <ada@example.org>, <eve@example.net>",
    "friends: ada@example.org, eve@example.net;",
    "ada@example.org\uff0ceve@example.net",
    "ada\uff20example.org@example.net",
    "(eve@example.net)ada@example.org",
    "ada@[127.0.0.1]",
    "\u202eada@example.org",
    "ada@example.org/../?cc=eve@example.net",
    "mailto:ada@example.org",
    "ada",
    "",
)


def taken_apart(link: str) -> tuple[str, dict[str, str]]:
    """A link as a mail program reads it: the recipients, and the headers with the text."""
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    fields = parse_qsl(parts.query.replace("+", "%2B"), strict_parsing=bool(parts.query))
    assert len(dict(fields)) == len(fields)
    return unquote(parts.path), dict(fields)


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_is_no_recipient(address: str) -> None:
    link = mail_link(Mail(address, "Tea", "Shall we?"))

    assert taken_apart(link) == ("", {"subject": "Tea", "body": "Shall we?"})
    assert mail_link(Mail(address)) == ""


@pytest.mark.parametrize(
    "address",
    [
        "ada@example.org",
        " ada@example.org ",
        "ada.lovelace+tea@mail.example.org",
        "q&a@example.org",
        "o'neill@example.org",
        "jürgen@müller.example",
        "अजय@डाटा.भारत",
        "#1=!{a}|~`$*^_@example.org",
    ],
)
def test_a_real_address_is_the_only_recipient(address: str) -> None:
    link = mail_link(Mail(address, "Tea"))

    assert taken_apart(link) == (address.strip(), {"subject": "Tea"})
    assert is_safe_link(link)
    assert link.isascii()


@pytest.mark.parametrize("address", HOSTILE)
def test_no_recipient_appears_where_a_link_is_decoded_first(address: str) -> None:
    """Some mail programs decode the whole link, some even twice, and then look for the marks."""
    link = mail_link(Mail(address, "a&bcc=eve@example.net", "x"))
    twice = unquote(unquote(link))

    assert "eve@" not in twice.partition("?")[0]


@given(st.text(max_size=40), st.text(max_size=200), st.text(max_size=40))
def test_subject_and_text_arrive_and_nothing_else(subject: str, body: str, address: str) -> None:
    link = mail_link(Mail(address, subject, body))
    to, fields = taken_apart(link) if link else ("", {})

    assert to in ("", address.strip())
    assert set(fields) <= {"subject", "body"}
    header = EmailMessage()
    header["Subject"] = fields.get("subject", "")  # refuses line breaks
    assert "\n" not in fields.get("body", "").replace("\r\n", "")
    assert len(fields.get("body", "").split("\r\n")) <= len(body.splitlines()) or not fields.get("body")


def test_umlauts_ampersands_and_lines_are_encoded() -> None:
    link = mail_link(Mail("ada@example.org", "Grüße & 100 %", "Liebe Ada,\n\nTee + Kuchen?\n\nJürgen\n"))

    assert link == (
        "mailto:ada@example.org?subject=Gr%C3%BC%C3%9Fe%20%26%20100%20%25"
        "&body=Liebe%20Ada%2C%0D%0A%0D%0ATee%20%2B%20Kuchen%3F%0D%0A%0D%0AJ%C3%BCrgen"
    )


def test_a_subject_is_one_line_and_adds_no_header() -> None:
    link = mail_link(Mail("ada@example.org", "Tea\r\nBcc: eve@example.net\x00&cc=eve@example.net"))

    assert taken_apart(link) == (
        "ada@example.org",
        {"subject": "Tea Bcc: eve@example.net &cc=eve@example.net"},
    )


def test_what_every_system_takes_is_counted_encoded() -> None:
    room = LONGEST_LINK - len("mailto:ada@example.org?subject=T&body=")

    assert fits_a_link(Mail("ada@example.org", "T", "a" * room))
    assert not fits_a_link(Mail("ada@example.org", "T", "a" * (room + 1)))
    assert not fits_a_link(Mail("ada@example.org", "T", "ü" * (room // 2)))


@pytest.mark.parametrize(
    ("link", "bare"),
    [
        ("mailto:ada@example.org?bcc=eve@example.net&attach=/etc/passwd", "mailto:ada@example.org"),
        ("MAILTO:ada@example.org", "mailto:ada@example.org"),
        ("mailto:ada@example.org,eve@example.net", ""),
        ("mailto:?to=eve@example.net", ""),
        ("https://example.org", ""),
    ],
)
def test_a_foreign_link_keeps_its_recipient_only(link: str, bare: str) -> None:
    assert bare_mail_link(link) == bare


def test_the_longest_address_is_as_the_standard_says() -> None:
    assert recipient("a" * 64 + "@example.org")
    assert not recipient("a" * 65 + "@example.org")
    assert not recipient("ada@" + "example." * 32 + "org")
