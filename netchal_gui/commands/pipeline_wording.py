"""The pipeline in words: its columns, and what a card says."""

from datetime import UTC, date, datetime, timedelta

from netchal_gui import words
from netchal_gui.domain.contact import Source
from netchal_gui.domain.pipeline import Column
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.pipeline_queries import CardRow
from netchal_gui.words import say


def column_title(column: Column) -> str:
    return {
        Column.IDEA: say("Ideas"),
        Column.ASKED: say("Asked"),
        Column.REPLIED: say("Replied"),
        Column.SCHEDULED: say("Scheduled"),
        Column.MET: say("Met"),
        Column.THANKED: say("Thanked"),
    }[column]


def about(row: CardRow) -> str:
    """Who it is in a line: role and organisation, else how one found them."""
    known = " · ".join(filter(None, (row.role, row.organisation)))
    return known or how_found(row)


def how_found(row: CardRow) -> str:
    """ "Event · ATD meeting"; "" where it is not noted."""
    if row.source is None:
        return ""
    return " · ".join(filter(None, (words.source(Source(row.source)), row.source_detail)))


def relation(row: CardRow) -> str:
    """Known or new, in a word: a colour alone says it to few."""
    return say("known") if row.relation == "known" else say("new")


def when(row: CardRow, column: Column, today: date, zone: str, *, late: bool = False) -> str:
    """When the talk is or was; before there is one, since when the card stands where it does."""
    if row.start is not None and column in (Column.SCHEDULED, Column.MET, Column.THANKED):
        start = datetime.fromisoformat(row.start)
        if column is Column.SCHEDULED:
            day = words.short_day(start.date(), today)
            return say("{day}, {time}", day=day, time=words.clock(start))
        return words.short_day(start.date(), today)
    since = words.short_day(_since(row, zone), today)
    return say("late, since {day}", day=since) if late else say("since {day}", day=since)


def is_late(row: CardRow, column: Column, today: date, zone: str, answer_days: int) -> bool:
    """Whether one has waited for a reply as long as one wants to."""
    return column is Column.ASKED and today - _since(row, zone) >= timedelta(days=answer_days)


def _since(row: CardRow, zone: str) -> date:
    return from_utc(datetime.fromtimestamp(row.since, UTC), zone).day
