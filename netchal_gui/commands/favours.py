"""Note favours: got, given, asked for and promised. Each is one edit.

One that was got makes a thank-you due, to whoever helped and to whoever made the introduction through which
it came; each of them once for each favour.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from netchal_gui.commands.day_moment import moment_on
from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.refusal import Refused, refuse
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.favour import Balance, Favour, FavourKind, balance, problems
from netchal_gui.domain.follow_up import FollowUp, FollowUpKind
from netchal_gui.domain.introduction import Introduction
from netchal_gui.domain.walltime import from_utc
from netchal_gui.storage.reader import Reader
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

THANK_AFTER = timedelta(days=1)


def add_favour(
    workbench: Workbench,
    contact_id: UUID,
    kind: FavourKind,
    text: str,
    day: date | None = None,
    *,
    introduction_id: UUID | None = None,
    interview_id: UUID | None = None,
) -> Favour:
    """Note a favour; ``day`` None: today. Raises Refused, StoreFault."""
    favour = Favour(
        id=workbench.new_id(),
        contact_id=contact_id,
        created=workbench.now(),
        at=moment_on(workbench, day),
        text=text.strip(),
        kind=kind,
        introduction_id=introduction_id,
        interview_id=interview_id,
    )
    refuse(problems(favour))
    person = _person(workbench.store, contact_id)
    changes = (Change(None, favour), *_thanks(workbench, favour))
    workbench.apply(Edit(_label(kind, person.name), changes))
    return favour


def change_favour(workbench: Workbench, before: Favour, draft: Favour) -> bool:
    """Save another kind, day, text or introduction; False where nothing changed.

    A favour that was asked for and is got now makes the same thank-yous due; those that are open go along
    with what they are for. Raises Refused, StoreFault, Conflict.
    """
    after = replace(draft, text=draft.text.strip())
    refuse(problems(after))
    if after == before:
        return False
    thanks = (*_thanks(workbench, after), *_open_thanks(workbench, before, after))
    workbench.apply(Edit(say("Favour changed"), (Change(before, after), *thanks)))
    return True


def delete_favour(workbench: Workbench, favour: Favour) -> None:
    """Forget it, and what is still to be thanked for it. Raises StoreFault, Conflict."""
    workbench.apply(Edit(say("Favour deleted"), deletion(workbench.store, [favour])))


def favours_of(reader: Reader, person: UUID, most: int = -1) -> list[Favour]:
    """The favours with somebody, newest first; at most so many. Raises StoreFault."""
    newest = "contact_id = ? ORDER BY at_utc DESC, number DESC LIMIT ?"
    return reader.where(Favour, newest, (person.bytes, most))


def settle_favour(workbench: Workbench, favour: Favour) -> None:
    """What was asked for is got now, what was promised is given, today. Raises StoreFault, Conflict."""
    kind = FavourKind.GOT if favour.kind is FavourKind.ASKED else FavourKind.GIVEN
    change_favour(workbench, favour, replace(favour, kind=kind, at=workbench.now()))


def balance_with(reader: Reader, person: UUID) -> Balance:
    """How many favours of each kind there are with somebody. Raises StoreFault."""
    rows = reader.rows("SELECT kind FROM favour WHERE contact_id = ?", (person.bytes,))
    return balance(FavourKind(kind) for (kind,) in rows)


def _thanks(workbench: Workbench, favour: Favour) -> Iterator[Change]:
    """The thank-yous that a favour makes due and that are not there yet, done ones included."""
    thanked = {each.contact_id for each in _thanks_for(workbench.store, favour)}
    tomorrow = from_utc(workbench.now(), workbench.zone).day + THANK_AFTER
    for contact_id, text in _whom_to_thank(workbench.store, favour).items():
        if contact_id not in thanked:
            thank = FollowUp(
                id=workbench.new_id(),
                text=text,
                created=workbench.now(),
                kind=FollowUpKind.THANK_LATER,
                contact_id=contact_id,
                due=tomorrow,
                favour_id=favour.id,
                introduction_id=_way(favour, contact_id),
            )
            yield Change(None, thank)


def _open_thanks(workbench: Workbench, before: Favour, after: Favour) -> Iterator[Change]:
    """The open thank-yous of a favour with its new words; nobody is to be thanked for what was not got.

    One whose words were changed by hand keeps them.
    """
    former, wanted = (_whom_to_thank(workbench.store, favour) for favour in (before, after))
    there = [each for each in _thanks_for(workbench.store, after) if not each.done]
    yield from deletion(workbench.store, [each for each in there if each.contact_id not in wanted])
    for each in there:
        if each.contact_id and each.contact_id in wanted:
            is_own = each.text != former.get(each.contact_id)
            text = each.text if is_own else wanted[each.contact_id]
            now = replace(each, text=text, introduction_id=_way(after, each.contact_id))
            yield from () if now == each else (Change(each, now),)


def _way(favour: Favour, contact_id: UUID) -> UUID | None:
    """The introduction that somebody is thanked for too: none for the helper.

    Whoever helped is to be thanked as long as the favour stands, even where the introduction or the talk
    through which it came is deleted.
    """
    return None if contact_id == favour.contact_id else favour.introduction_id


def _thanks_for(reader: Reader, favour: Favour) -> list[FollowUp]:
    return reader.where(FollowUp, "favour_id = ?", (favour.id.bytes,))


def _whom_to_thank(reader: Reader, favour: Favour) -> dict[UUID, str]:
    """By person what is to be thanked for, in words; nothing where it was not got."""
    if favour.kind is not FavourKind.GOT:
        return {}
    helper = _person(reader, favour.contact_id)
    found = {helper.id: say("Thank {name}: {what}", name=helper.name, what=favour.text)}
    led = reader.get(Introduction, favour.introduction_id) if favour.introduction_id else None
    if led is not None and led.by_id != helper.id:
        giver = _person(reader, led.by_id)
        found[giver.id] = say(
            "Thank {name} for introducing {helper}: {what}",
            name=giver.name,
            helper=helper.name,
            what=favour.text,
        )
    return found


def _person(reader: Reader, contact_id: UUID) -> Contact:
    person = reader.get(Contact, contact_id)
    if person is None:
        raise Refused(say("This person is no longer there."))
    return person


def _label(kind: FavourKind, name: str) -> str:
    return {
        "got": say("Favour from {name} noted", name=name),
        "given": say("Favour for {name} noted", name=name),
        "asked": say("Favour asked of {name}", name=name),
        "promised": say("Favour promised to {name}", name=name),
    }[kind]
