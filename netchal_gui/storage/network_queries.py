"""Who led to whom, as light rows. Raw SQL; ids are bytes."""

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
