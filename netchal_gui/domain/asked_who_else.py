"""How often "who else should I meet?" was asked, and what came of it. Pure, over ids."""

from collections.abc import Iterable
from typing import NamedTuple

from netchal_gui.domain.interview import WhoElse

_BEST_FIRST = (WhoElse.NAMED, WhoElse.NOBODY, WhoElse.FORGOT, WhoElse.NOT_ASKED)


class AskedWhoElse(NamedTuple):
    """Contacts by id, each in one of the first three, by the best answer of all their talks.

    ``not_asked``: nothing is noted, or that it was forgotten. ``people``: whom they named.
    """

    named: tuple[bytes, ...] = ()
    nobody: tuple[bytes, ...] = ()
    not_asked: tuple[bytes, ...] = ()
    people: tuple[bytes, ...] = ()


def asked_who_else(answers: Iterable[tuple[bytes, WhoElse]], people: Iterable[bytes]) -> AskedWhoElse:
    """``answers``: what each person of each talk said; ``people``: whom they named, in any order."""
    best: dict[bytes, WhoElse] = {}
    for who, answer in answers:
        best[who] = min(answer, best.get(who, answer), key=_BEST_FIRST.index)
    groups = {group: tuple(who for who, each in best.items() if each is group) for group in WhoElse}
    return AskedWhoElse(
        named=groups[WhoElse.NAMED],
        nobody=groups[WhoElse.NOBODY],
        not_asked=tuple(who for who, each in best.items() if each in (WhoElse.FORGOT, WhoElse.NOT_ASKED)),
        people=tuple(dict.fromkeys(people)),
    )
