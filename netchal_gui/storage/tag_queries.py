"""Tags of people and events at which one met them, for completing what is typed. Raw SQL."""

from netchal_gui.domain.folding import fold
from netchal_gui.storage.reader import Reader


def tags_beginning(reader: Reader, typed: str, most: int) -> list[str]:
    """Tags with these first letters, whatever their case and marks, the most used first."""
    rows = reader.rows("SELECT tag, count(*) FROM contact_tag GROUP BY tag ORDER BY count(*) DESC, tag")
    return [tag for tag, _ in rows if fold(tag).startswith(fold(typed))][:most]


def events_beginning(reader: Reader, typed: str, most: int) -> list[str]:
    """Events people came from, the one that somebody came from last first."""
    rows = reader.rows(
        "SELECT source_detail FROM contact WHERE source = 'event' AND source_detail <> ''"
        " GROUP BY source_detail ORDER BY max(number) DESC"
    )
    return [event for (event,) in rows if fold(event).startswith(fold(typed))][:most]
