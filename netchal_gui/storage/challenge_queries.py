"""What a challenge rests on, as light rows: talks in its time, invitations, slots, decisions, introductions.

Raw SQL without Peewee, as the first screen needs it. Ids are bytes, days ISO 8601, times seconds UTC.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from netchal_gui.domain.challenge import Challenge, Period
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.interview_kinds import Channel
from netchal_gui.domain.periods import Span
from netchal_gui.domain.walltime import WallTime
from netchal_gui.storage.reader import Reader, batches

_ZONES_APART = timedelta(hours=26)
_MET_BEFORE = """c.relation = 'new' AND EXISTS (
    SELECT 1 FROM interview_person e JOIN interview f ON f.id = e.interview
    WHERE e.contact = c.id AND e.stage = 'met' AND e.start_utc < ?1 AND f.day < ?2)"""
"""?1: seconds UTC after which no day before the challenge begins; ?2: its first day."""


class TalkRow(NamedTuple):
    """One person of one interview in the challenge's days, of whatever stage.

    ``was_scheduled``: it had an agreed time. ``met_before``: a new person one had met before the challenge.
    """

    contact: bytes
    interview: bytes
    stage: str
    day: str
    utc: int
    minutes: int
    channel: str
    relation: str
    source: str | None
    recorded: int
    focused: int
    was_scheduled: int
    met_before: int


class AskedRow(NamedTuple):
    """One person who was asked in the challenge's time; ``answered``: something later says so.

    ``at`` is the moment of the last time, as stored: ISO 8601 in UTC.
    """

    contact: bytes
    interview: bytes
    stage: str
    relation: str
    answered: int
    met_before: int
    at: str


class SlotRow(NamedTuple):
    """A place somebody was chosen for; ``stage`` is that of its interview, None without one."""

    id: bytes
    contact: bytes
    period: int
    lane: str | None
    interview: bytes | None
    stage: str | None
    relation: str
    met_before: int


class DecisionRow(NamedTuple):
    interview: bytes
    counts: int
    reason: str


class ReportRow(NamedTuple):
    """A report to the partner, or (``inbound``) what they answered."""

    utc: int
    inbound: int


_CHALLENGE = (
    "SELECT id, name, created, start, period, periods, until, known, new, anyone, channels, least_minutes,"
    " recorded, carry_over, focus, partner_id, about FROM challenge ORDER BY start DESC, number DESC"
)


def all_challenges(reader: Reader) -> list[Challenge]:
    """Every challenge, the newest start first."""
    return [_challenge(row) for row in reader.rows(_CHALLENGE)]


def chosen_challenge(reader: Reader) -> UUID | None:
    """The challenge that the settings name as the current one."""
    rows = reader.rows("SELECT challenge_id FROM preferences WHERE challenge_id IS NOT NULL")
    return UUID(bytes=rows[0][0]) if rows else None


def _challenge(row: tuple) -> Challenge:  # type: ignore[type-arg]
    return Challenge(
        id=UUID(bytes=row[0]),
        name=row[1],
        created=datetime.fromisoformat(row[2]),
        start=date.fromisoformat(row[3]),
        period=Period(row[4]),
        periods=row[5],
        until=date.fromisoformat(row[6]) if row[6] else None,
        known=row[7],
        new=row[8],
        anyone=row[9],
        channels=_channels(row[10]),
        least_minutes=row[11],
        recorded=bool(row[12]),
        carry_over=bool(row[13]),
        focus=row[14],
        partner_id=UUID(bytes=row[15]) if row[15] else None,
        about=row[16],
    )


def _channels(text: str) -> tuple[Channel, ...]:
    """A JSON list of channels; plain words, so that the first screen needs no JSON."""
    words = (word.strip(' "') for word in text.strip("[] ").split(","))
    return tuple(Channel(word) for word in words if word)


def friends_of(reader: Reader) -> list[FriendProgress]:
    """Everyone whose numbers are kept, in the order they came."""
    sql = (
        "SELECT id, name, challenge, created, start, period, periods, goal, met, as_of"
        " FROM friend_progress ORDER BY created, number"
    )
    return [
        FriendProgress(
            id=UUID(bytes=row[0]),
            name=row[1],
            challenge=row[2],
            created=datetime.fromisoformat(row[3]),
            start=date.fromisoformat(row[4]),
            period=Period(row[5]),
            periods=row[6],
            goal=row[7],
            met=tuple(int(each) for each in row[8].strip("[] ").split(",") if each),
            as_of=date.fromisoformat(row[9]),
        )
        for row in reader.rows(sql)
    ]


def talks_of(reader: Reader, challenge: Challenge, days: Span) -> list[TalkRow]:
    """Everyone in every interview whose local start day lies in the challenge's days."""
    sql = f"""
SELECT p.contact, i.id, i.stage, i.day, i.start_utc, i.minutes, i.channel, c.relation, c.source,
    EXISTS (SELECT 1 FROM recording r WHERE r.interview_id = i.id),
    EXISTS (SELECT 1 FROM contact_tag t WHERE t.tag = ?5 AND t.contact = c.id),
    EXISTS (SELECT 1 FROM interview_step s WHERE s.interview = i.id AND s.kind IN ('scheduled', 'moved')),
    {_MET_BEFORE}
FROM interview i JOIN interview_person p ON p.interview = i.id JOIN contact c ON c.id = p.contact
WHERE i.start_utc >= ?3 AND i.start_utc < ?4 AND i.day BETWEEN ?2 AND ?6
"""
    earliest, latest = _around(days.first), _around(days.last)
    limits = (
        earliest[1],
        days.first.isoformat(),
        earliest[0],
        latest[1],
        challenge.focus,
        days.last.isoformat(),
    )
    return list(map(TalkRow._make, reader.rows(sql, limits)))


def asked_in(reader: Reader, challenge: Challenge, begin: datetime, end: datetime) -> list[AskedRow]:
    """Everyone who was asked between two moments, once for each interview."""
    sql = f"""
SELECT c.id, s.interview, p.stage, c.relation, max(EXISTS (
    SELECT 1 FROM interview_step l WHERE l.interview = s.interview AND l.position > s.position
    AND l.kind IN ('replied', 'scheduled', 'moved', 'met', 'no_show', 'declined'))), {_MET_BEFORE}, max(s.at)
FROM interview_step s JOIN interview_person p ON p.interview = s.interview JOIN contact c ON c.id = p.contact
WHERE s.kind = 'asked' AND s.at >= ?3 AND s.at < ?4 GROUP BY c.id, s.interview ORDER BY min(s.at), c.number
"""
    limits = (_around(challenge.start)[1], challenge.start.isoformat(), _text(begin), _text(end))
    return list(map(AskedRow._make, reader.rows(sql, limits)))


def slots_of(reader: Reader, challenge: Challenge) -> list[SlotRow]:
    """The places somebody was chosen for, in the order of choosing."""
    sql = f"""
SELECT s.id, s.contact_id, s.period, s.lane, s.interview_id, i.stage, c.relation, {_MET_BEFORE}
FROM slot s JOIN contact c ON c.id = s.contact_id LEFT JOIN interview i ON i.id = s.interview_id
WHERE s.challenge_id = ?3 ORDER BY s.created, s.number
"""
    limits = (_around(challenge.start)[1], challenge.start.isoformat(), challenge.id.bytes)
    return list(map(SlotRow._make, reader.rows(sql, limits)))


def decisions_of(reader: Reader, challenge_id: UUID) -> list[DecisionRow]:
    """The count decisions, the last one of an interview last."""
    sql = (
        "SELECT interview_id, counts, reason FROM count_decision"
        " WHERE challenge_id = ? ORDER BY created, number"
    )
    return list(map(DecisionRow._make, reader.rows(sql, (challenge_id.bytes,))))


def introductions_in(reader: Reader, begin: datetime, end: datetime) -> list[tuple[bytes, bytes]]:
    """By whom and to whom, of the introductions that were made between two moments."""
    sql = (
        "SELECT by_id, to_id FROM introduction"
        " WHERE stage = 'made' AND at_utc >= ? AND at_utc < ? ORDER BY at_utc, number"
    )
    return list(reader.rows(sql, (begin.timestamp(), end.timestamp())))


def reports_of(reader: Reader, challenge_id: UUID) -> list[ReportRow]:
    """Reports to the partner and their answers, in order."""
    sql = "SELECT at_utc, inbound FROM touch WHERE challenge_id = ? ORDER BY at_utc, number"
    return list(map(ReportRow._make, reader.rows(sql, (challenge_id.bytes,))))


class Appointment(NamedTuple):
    """When an interview begins and how one talks; ``is_prepared``: there are questions for it."""

    start: WallTime
    channel: Channel
    is_prepared: bool


def appointments(reader: Reader, interviews: Iterable[bytes]) -> dict[bytes, Appointment]:
    """These interviews; those without a time are left out."""
    found: dict[bytes, Appointment] = {}
    for batch in batches(interviews):
        marks = ", ".join("?" * len(batch))
        sql = (
            "SELECT id, json_extract(start, '$.local'), json_extract(start, '$.zone'),"
            " json_extract(start, '$.fold'), channel, iif(json_valid(questions), questions <> '[]', 0)"
            f" FROM interview WHERE start IS NOT NULL AND id IN ({marks})"
        )
        for item_id, local, zone, fold, channel, is_prepared in reader.rows(sql, batch):
            start = WallTime(datetime.fromisoformat(local), zone, fold or 0)
            found[item_id] = Appointment(start, Channel(channel), bool(is_prepared))
    return found


def _around(day: date) -> tuple[float, float]:
    """Seconds UTC between which every moment of a local day lies, in whatever zone."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
    apart = _ZONES_APART.total_seconds()
    return midnight - apart, midnight + apart + 24 * 3600


def _text(moment: datetime) -> str:
    """A moment as it compares with stored ones, which go on with their offset."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
