"""An origin: where an imported contact came from."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The source of a contact and what was last seen there.

    ``foreign_uid`` is the source's own id ("" for none). ``seen`` is the SHA-256 of the card as last
    imported; ``extra`` are the source's lines that Netchal does not understand, unfolded, exported again.
    ``imported`` is UTC.
    """

    id: UUID
    contact_id: UUID
    source: str
    foreign_uid: str
    seen: str
    imported: datetime
    extra: tuple[str, ...] = ()
