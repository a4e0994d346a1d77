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
