"""Note who led to whom: named, promised or made. Each is one edit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.day_moment import moment_on
from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.typed_people import TypedPeople
from netchal_gui.domain.contact import Contact, Relation, Source
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind, ticked
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench


class IntroductionRow(NamedTuple):
    """An introduction and the person at its other end."""

    introduction: Introduction
    person: UUID
    name: str
    relation: Relation


class Introductions(NamedTuple):
    """``to_them``: who introduced this person to us; ``by_them``: whom they introduced. Newest first."""

    to_them: tuple[IntroductionRow, ...]
    by_them: tuple[IntroductionRow, ...]


def introduce(
    workbench: Workbench,
    by: Sequence[UUID | str],
    to: Sequence[UUID | str],
    *,
    stage: IntroductionStage = IntroductionStage.NAMED,
    day: date | None = None,
    interview_id: UUID | None = None,
    note: str = "",
) -> tuple[Introduction, ...]:
    """Note that each of ``by`` led us to each of ``to``; a name adds a new person, in the same edit.

    ``day`` None: today. A new person whom somebody led us to has that as their source. Raises Refused,
    StoreFault.
    """
    people = TypedPeople(workbench)
    givers = [people.found(each) for each in by]
    led_by = ", ".join(giver.name for giver in givers)
    source = Source.INTRODUCTION if givers else None
    takers = [people.found(each, source=source, detail=led_by) for each in to]
    pairs = [(giver, taker) for giver, taker in product(givers, takers) if giver.id != taker.id]
    if len(pairs) < len(givers) * len(takers):
        raise Refused(say("Nobody introduces themselves: choose two people."))
    if not pairs:
        raise Refused(say("Type a name first."))
    at = moment_on(workbench, day)
    made = tuple(
        Introduction(
            id=workbench.new_id(),
            by_id=giver.id,
            to_id=taker.id,
            created=workbench.now(),
            at=at,
            stage=stage,
            interview_id=interview_id,
            note=note.strip(),
        )
        for giver, taker in pairs
    )
    label = say("{by} introduces {to}", by=led_by, to=", ".join(taker.name for taker in takers))
    workbench.apply(Edit(label, (*people.added, *(Change(None, each) for each in made))))
    return made


def change_introduction(workbench: Workbench, before: Introduction, draft: Introduction) -> bool:
    """Save another stage, day, interview or note; False where nothing changed.

    One that was made is not to be asked for any longer. Raises StoreFault.
    """
    after = replace(draft, note=draft.note.strip())
    if after == before:
        return False
    reminders = _reminders(workbench, after) if after.stage is IntroductionStage.MADE else ()
    workbench.apply(Edit(say("Introduction changed"), (Change(before, after), *reminders)))
    return True


def _reminders(workbench: Workbench, introduction: Introduction) -> Iterator[Change]:
    """What is open about getting the introduction, ticked; a later thank-you for it is none of that."""
    for each in workbench.store.where(FollowUp, "introduction_id = ?", (introduction.id.bytes,)):
        if each.kind is FollowUpKind.INTRODUCE and not each.done:
            yield Change(each, ticked(each, True, workbench.now()))


def delete_introduction(workbench: Workbench, introduction: Introduction) -> None:
    """Forget it; the two people stay. Raises StoreFault, Conflict."""
    workbench.apply(Edit(say("Introduction deleted"), deletion(workbench.store, [introduction])))


def introductions_of(reader: Reader, person: UUID, most: int = -1) -> Introductions:
    """The introductions of one person, in both directions; at most so many of each. Raises StoreFault."""
    newest = "= ? ORDER BY at_utc DESC, number DESC LIMIT ?"
    to_them = reader.where(Introduction, f"to_id {newest}", (person.bytes, most))
    by_them = reader.where(Introduction, f"by_id {newest}", (person.bytes, most))
    return rows_between(reader, person, [*to_them, *by_them])


def rows_between(reader: Reader, person: UUID, found: Sequence[Introduction]) -> Introductions:
    """These introductions of one person with who stands at the other end. Raises StoreFault."""
    to_them = [each for each in found if each.to_id == person]
    by_them = [each for each in found if each.by_id == person]
    others = [*(each.by_id for each in to_them), *(each.to_id for each in by_them)]
    names = {each.id: each for each in reader.get_many(Contact, dict.fromkeys(others))}
    return Introductions(
        tuple(_row(each, names[each.by_id]) for each in to_them),
        tuple(_row(each, names[each.to_id]) for each in by_them),
    )


def _row(introduction: Introduction, other: Contact) -> IntroductionRow:
    return IntroductionRow(introduction, other.id, other.name, other.relation)


def count_sentence(rows: Sequence[IntroductionRow]) -> str:
    """ "Introduced you to 3 people"."""
    people = len({row.person for row in rows})
    return say_many("Introduced you to {n} person", "Introduced you to {n} people", people)
