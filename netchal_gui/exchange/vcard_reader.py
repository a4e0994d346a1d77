"""Read address book files of vCard 2.1, 3.0 and 4.0: tolerant, one card at a time, any size.

A bad property is dropped and named, never its card; a bad card is refused and named, never its file.
"""

from collections.abc import Iterator
from typing import BinaryIO

from netchal_gui.domain.contact import Contact
from netchal_gui.exchange.incoming import (
    NOBODY,
    UNDATED,
    Caution,
    Incoming,
    IncomingPerson,
    RefusalKind,
    Refused,
    WarningKind,
)
from netchal_gui.exchange.vcard_blocks import Block, Ending, blocks
from netchal_gui.exchange.vcard_mapping import Gathered, Mapper
from netchal_gui.exchange.vcard_properties import PropertyReader

_REFUSED = {
    Ending.CUT_OFF: RefusalKind.CUT_OFF,
    Ending.BEGIN_MISSING: RefusalKind.BEGIN_MISSING,
    Ending.TOO_LARGE: RefusalKind.TOO_LARGE,
}
MOST_REFUSALS_IN_A_ROW = 10_000
_LISTS = ("emails", "phones", "links", "addresses", "fields")


def read_cards(file: BinaryIO) -> Iterator[Incoming]:
    """Each card of a binary file as a person or a refusal, read as they are asked for. Raises OSError.

    A file without any card is one refusal; one with too many bad cards in a row is given up.
    """
    empty = not file.read(1)
    file.seek(0)
    found, in_a_row = False, 0
    for block in blocks(file):
        found = True
        item = read_card(block)
        in_a_row = in_a_row + 1 if isinstance(item, Refused) else 0
        if in_a_row > MOST_REFUSALS_IN_A_ROW:
            yield Refused(RefusalKind.GIVEN_UP, block.line)
            return
        yield item
    if not found:
        yield Refused(RefusalKind.EMPTY_FILE if empty else RefusalKind.UNKNOWN_FORMAT, 1)


def read_card(block: Block) -> Incoming:
    """One card as a person or a refusal."""
    source = PropertyReader(block.content, block.line)
    found = Mapper(source).take_all(source)
    _name(found)
    name = str(found.values.get("name", ""))
    if block.ending in _REFUSED:
        return Refused(_REFUSED[block.ending], block.line, name)
    if found.kind == "group":
        return Refused(RefusalKind.GROUP, block.line, name)
    if not name:
        return Refused(RefusalKind.NOTHING_TO_KEEP, block.line)
    if block.ending is Ending.NEXT_BEGAN:
        source.cautions.append(Caution(block.line, WarningKind.END_MISSING))
    return IncomingPerson(
        line=block.line,
        contact=_contact(found),
        uid=found.uid,
        photo=found.photo,
        extra=tuple(found.extra),
        cautions=tuple(source.cautions),
        complete="relation" in found.values,
    )


def _name(found: Gathered) -> None:
    """Give the person a name: FN, else the parts of N, else what else would be recognised."""
    values = found.values
    if values.pop("whole_name", False):
        for part in ("prefix", "given", "additional", "family", "suffix"):
            values.pop(part, None)
    if values.get("name"):
        return
    parts = (values.get(part, "") for part in ("prefix", "given", "additional", "family", "suffix"))
    reachable = [item.value for item in (*values.get("emails", ()), *values.get("phones", ()))]
    named = [" ".join(filter(None, parts)), values.get("nickname"), values.get("organisation")]
    values["name"] = next(filter(None, [*named, *reachable]), "")


def _contact(found: Gathered) -> Contact:
    values = {"id": NOBODY, "created": UNDATED, **found.values}
    for name in _LISTS:
        if name in values:
            values[name] = tuple(values[name])
    values["tags"] = tuple(dict.fromkeys(values.get("tags", ())))
    values["note"] = "\n\n".join(found.notes)
    if not values.get("role") and found.roles:
        values["role"] = found.roles[0]
    return Contact(**values)
