"""Note what came of "who else should I meet?" for one person of a talk. One edit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.journal import today
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.talk_names import named_changes
from netchal_gui.commands.typed_people import TypedPeople
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Participant, WhoElse
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.talk import Met, Named, Talk
from netchal_gui.storage.network_queries import asked_who_else
from netchal_gui.storage.reader import Reader
from netchal_gui.words import number, say, say_many
from netchal_gui.workbench import Workbench


class NamedPerson(NamedTuple):
    """Somebody who was named; ``promised``: the introduction was promised, or made since."""

    person: Contact
    promised: bool


def named_in(reader: Reader, interview_id: UUID) -> dict[UUID, list[NamedPerson]]:
    """Whom each person of an interview named, in the order in which they were noted. Raises StoreFault."""
    found = _introductions(reader, interview_id)
    people = {each.id: each for each in reader.get_many(Contact, {each.to_id for each in found})}
    named: dict[UUID, list[NamedPerson]] = {}
    for each in found:
        promised = each.stage is not IntroductionStage.NAMED
        named.setdefault(each.by_id, []).append(NamedPerson(people[each.to_id], promised))
    return named


def note_who_else(
    workbench: Workbench, interview_id: UUID, contact_id: UUID, answer: WhoElse, named: Sequence[Named] = ()
) -> bool:
    """Save the answer of one person, and exactly whom they named; False where nothing changed.

    Who is named no longer loses the introduction, not the idea. Raises Refused, StoreFault, Conflict.
    """
    before = workbench.store.get(Interview, interview_id)
    if before is None:
        raise Refused(say("This interview is no longer there."))
    people = workbench.store.get_many(Contact, before.people)
    after = _answered(before, contact_id, _answer(answer, named))
    typed = TypedPeople(workbench)
    met = tuple(Met(each.id, answer, tuple(named) if each.id == contact_id else ()) for each in people)
    made = list(named_changes(workbench, Talk(people=met, day=today(workbench)), after, people, typed))
    kept = {each.who for each in named}
    gone = [
        each
        for each in _introductions(workbench.store, interview_id)
        if each.by_id == contact_id and each.to_id not in kept
    ]
    changed = () if after == before else (Change(before, after),)
    changes = (*typed.added, *changed, *made, *deletion(workbench.store, gone))
    names = ", ".join(each.name for each in people if each.id == contact_id)
    workbench.apply(Edit(say("Who else: {name}", name=names), changes))
    return bool(changes)


def count_sentence(reader: Reader) -> str:
    """ "Asked who else at 61 of 79 talks, somebody was named at 38"; "" before the first talk.

    For a worker thread. Raises StoreFault.
    """
    found = asked_who_else(reader)
    if not found.met:
        return ""
    return say_many(
        "Asked who else at {asked} of {n} talk, somebody was named at {named}",
        "Asked who else at {asked} of {n} talks, somebody was named at {named}",
        found.met,
        asked=number(found.asked),
        named=number(found.named),
    )


def _introductions(reader: Reader, interview_id: UUID) -> list[Introduction]:
    return reader.where(Introduction, "interview_id = ? ORDER BY number", (interview_id.bytes,))


def _answer(answer: WhoElse, named: Sequence[Named]) -> WhoElse:
    if named:
        return WhoElse.NAMED
    return WhoElse.NOT_ASKED if answer is WhoElse.NAMED else answer


def _answered(interview: Interview, contact_id: UUID, answer: WhoElse) -> Interview:
    participants = tuple(
        Participant(each.contact_id, answer) if each.contact_id == contact_id else each
        for each in interview.participants
    )
    return replace(interview, participants=participants)
