"""Who led to whom, as light rows. Raw SQL; ids are bytes."""

from typing import NamedTuple

from netchal_gui.domain.contact_kinds import Relation
from netchal_gui.domain.network import Key, Link, Somebody
from netchal_gui.storage.reader import Reader

_HAD = """EXISTS (SELECT 1 FROM interview_person p JOIN interview_step s ON s.interview = p.interview
    WHERE p.contact = c.id AND s.kind = '{}')"""


def introduction_links(reader: Reader) -> list[Link]:
    """Every pair of people of which one led to the other, the first introduction first."""
    sql = "SELECT by_id, to_id FROM introduction GROUP BY by_id, to_id ORDER BY min(at_utc), min(number)"
    return list(map(Link._make, reader.rows(sql)))


def people_of_network(reader: Reader, asked_for: Key) -> list[Somebody]:
    """All who introduced or were introduced, or with whom there is an interview, in the order of entering.

    ``asked_for`` is among them in any case. Others would be no more than a crowd around
    the middle: an address book may have thousands of them.
    """
    sql = f"""
SELECT c.id, c.name, c.relation, {_HAD.format("asked")}, {_HAD.format("met")} FROM contact c
WHERE c.id IN (SELECT by_id FROM introduction UNION SELECT to_id FROM introduction
    UNION SELECT contact FROM interview_person UNION SELECT ?)
ORDER BY c.number
"""
    return [
        Somebody(key, name, Relation(relation), bool(asked), bool(met))
        for key, name, relation, asked, met in reader.rows(sql, (asked_for,))
    ]


class AskedRow(NamedTuple):
    """Of the talks that took place: at how many one asked whom else to meet, and somebody was named."""

    met: int
    asked: int
    named: int


def asked_who_else(reader: Reader) -> AskedRow:
    """Looks at every talk, so it is for a worker thread."""
    answered = "EXISTS (SELECT 1 FROM json_each(participants) p WHERE p.value ->> '$.who_else' IN ({}))"
    asked, named = answered.format("'named', 'nobody'"), answered.format("'named'")
    sql = f"""
SELECT count(*), coalesce(sum({asked}), 0), coalesce(sum({named}), 0) FROM interview WHERE stage = 'met'
"""
    return AskedRow._make(reader.rows(sql)[0])
