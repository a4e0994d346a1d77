"""A mail to one person, and the mailto link that begins it in the system's mail program (RFC 6068).

Whatever stands in an address, a name or a text, the link has at most one recipient and no header but the
subject. Some mail programs decode a link before they take it apart, so an address that could then mean
more than one recipient is no recipient at all, however well it was encoded.
"""

from dataclasses import dataclass
from unicodedata import category
from urllib.parse import quote, unquote

LONGEST_LINK = 2_000
"""Characters. Windows hands a program at most 2,083 of a link (INTERNET_MAX_URL_LENGTH of wininet.h; what
ShellExecute takes is said to end at 2,048), and a web mailer's address bar is no longer."""
LONGEST_ADDRESS, LONGEST_LOCAL = 254, 64
"""RFC 5321, 4.5.3.1, and its erratum 1690."""

_SIGNS = frozenset("!#$&'*+-/=^_`{|}~.")
"""What an address may have beside letters and digits (RFC 5322, 3.2.3), but for % and ?, which mean
something else where a link is decoded twice."""


@dataclass(frozen=True, slots=True)
class Mail:
    """``to`` is one address or "". ``body`` is plain text with lines that end in a newline."""

    to: str
    subject: str = ""
    body: str = ""


def recipient(text: str) -> str:
    """The address if it can only mean one person (local part as a dot-atom, RFC 5322 and 6532), else ""."""
    address = text.strip()
    local, _, host = address.rpartition("@")
    parts = (*local.split("."), *host.split("."))
    is_one = (
        bool(local)
        and len(local) <= LONGEST_LOCAL
        and len(address) <= LONGEST_ADDRESS
        and all(parts)
        and all(_stands_in_local(c) for c in local)
        and all(c == "-" or c == "." or _is_letter(c) for c in host)
    )
    return address if is_one else ""


def mail_link(mail: Mail) -> str:
    """The whole mail as a mailto link, however long; "" where it says nothing."""
    fields = (("subject", one_line(mail.subject)), ("body", _body(mail.body)))
    said = "&".join(f"{name}={_encoded(value)}" for name, value in fields if value)
    to = quote(recipient(mail.to), safe="@")
    return f"mailto:{to}{'?' if said else ''}{said}" if to or said else ""


def bare_mail_link(link: str) -> str:
    """Somebody else's mailto link cut down to its recipient; "" where that is not one person."""
    scheme, _, rest = link.strip().partition(":")
    return mail_link(Mail(unquote(rest.partition("?")[0]))) if scheme.lower() == "mailto" else ""


def fits_a_link(mail: Mail) -> bool:
    """Whether every system hands the link over whole."""
    return len(mail_link(mail)) <= LONGEST_LINK


def one_line(text: str) -> str:
    """The text as a header can have it: one line without control characters."""
    return " ".join(_printable(text).split())


def _body(text: str) -> str:
    """Lines that end as RFC 6068, 5 wants it; without control characters that could cut the text off."""
    return "\r\n".join(_printable(line) for line in text.splitlines()).rstrip()


def _printable(text: str) -> str:
    return "".join(c if category(c) not in ("Cc", "Cs") else " " for c in text)


def _encoded(text: str) -> str:
    """As UTF-8, everything but letters and digits: a bare + is a blank to some, a ' ends a word to others."""
    return quote(text, safe="")


def _stands_in_local(c: str) -> bool:
    return c in _SIGNS or _is_letter(c)


def _is_letter(c: str) -> bool:
    """A letter, mark or digit of any script, in addresses since RFC 6532."""
    return category(c)[0] in "LMN"
