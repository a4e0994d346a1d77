"""Which links may be handed to the system: the web, mail and telephone, nothing else."""

from urllib.parse import urlsplit

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def is_safe_link(text: str) -> bool:
    """Whether the link has one of the safe schemes and neither blanks nor control characters."""
    if not text.isprintable() or " " in text:
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    needs_host = parts.scheme in {"http", "https"}
    return parts.scheme in SAFE_SCHEMES and (bool(parts.hostname) or not needs_host)


def is_web_page(text: str) -> bool:
    """Whether the link leads to the web, by http or https."""
    return is_safe_link(text) and text.lower().startswith(("http://", "https://"))


def phone_link(number: str) -> str:
    """A tel link (RFC 3966) with the digits of the number; "" where it has none."""
    digits = "".join(c for c in number if c.isascii() and c.isdecimal())
    if not digits:
        return ""
    return f"tel:+{digits}" if number.strip().startswith("+") else f"tel:{digits}"


def web_link(text: str) -> str:
    """The text as a link that may be opened, "https://" added where it has no scheme; "" for none."""
    stripped = text.strip()
    if is_safe_link(stripped):
        return stripped
    host = stripped.split("/")[0]
    if "." in host and ":" not in host and is_safe_link(f"https://{stripped}"):
        return f"https://{stripped}"
    return ""
