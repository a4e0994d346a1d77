"""Add, change, tag and delete people. Each is one edit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.progress import Progress
from netchal_gui.commands.refusal import refuse
from netchal_gui.domain.contact import Contact, Labelled, problems
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.folding import spellings, words_of
from netchal_gui.domain.follow_up import FollowUp, ticked
from netchal_gui.storage.person_queries import (
    NameRow,
    suggestions,
    with_key,
)
from netchal_gui.words import say, say_many
from netchal_gui.workbench import Workbench

MOST_HINTS = 3
SHORTEST_HINT = 3
"""Fewer letters than this say nothing about who is meant."""


_NAME_PARTS = ("prefix", "given", "additional", "family", "suffix")
_TEXTS = (*_NAME_PARTS, "nickname", "organisation", "unit", "role", "source_detail")


def blank_contact(workbench: Workbench, name: str = "") -> Contact:
    """A person who is not stored yet, to be filled in and given to :func:`add_person`."""
    return Contact(id=workbench.new_id(), name=name, created=workbench.now())


def add_person(workbench: Workbench, draft: Contact, photo: bytes | None = None) -> Contact:
    """Store a new person. ``photo``: the bytes behind the draft's digest. Raises Refused, StoreFault."""
    contact = tidied(draft)
    refuse(problems(contact))
    workbench.apply(
        Edit(say("{name} added", name=contact.name), (Change(None, contact),), _photos(contact, photo))
    )
    return contact


def change_person(workbench: Workbench, before: Contact, draft: Contact, photo: bytes | None = None) -> bool:
    """Save what was changed of a person; returns False, and saves nothing, where nothing was.

    Raises Refused, StoreFault, Conflict.
    """
    after = tidied(draft)
    refuse(problems(after))
    if after == before:
        return False
    workbench.apply(Edit(_label(before, after), (Change(before, after),), _photos(after, photo)))
    return True


def tidied(draft: Contact) -> Contact:
    """The draft as it is stored: without blanks around its texts, empty lines and tags named twice."""
    return replace(
        draft,
        **{text: getattr(draft, text).strip() for text in _TEXTS},
        name=" ".join(draft.name.split()),
        emails=_filled(draft.emails),
        phones=_filled(draft.phones),
        links=_filled(draft.links),
        addresses=tuple(address for address in draft.addresses if address),
        tags=tuple(dict.fromkeys(tag for tag in (" ".join(tag.split()) for tag in draft.tags) if tag)),
        fields=tuple(field for field in draft.fields if field.name.strip() or field.value.strip()),
    )


def _filled(items: Iterable[Labelled]) -> tuple[Labelled, ...]:
    return tuple(Labelled(item.value.strip(), item.label.strip()) for item in items if item.value.strip())


def _label(before: Contact, after: Contact) -> str:
    same = replace(before, **{part: getattr(after, part) for part in ("name", *_NAME_PARTS)})
    if same == after:
        return say("{name} renamed", name=before.name)
    return say("{name} changed", name=before.name)


def _photos(contact: Contact, photo: bytes | None) -> dict[str, bytes]:
    return {contact.photo: photo} if contact.photo and photo is not None else {}


def tag_people(
    workbench: Workbench, people: Sequence[UUID], tag: str, progress: Progress | None = None
) -> int:
    """Give all of them a tag; returns how many did not have it yet."""
    wanted = " ".join(tag.split())
    changes = [
        Change(contact, replace(contact, tags=(*contact.tags, wanted)))
        for contact in workbench.store.get_many(Contact, people)
        if wanted and wanted not in contact.tags
    ]
    label = say_many("{n} person tagged “{tag}”", "{n} people tagged “{tag}”", len(changes), tag=wanted)
    workbench.apply(Edit(label, tuple(changes)), progress=progress)
    return len(changes)


def untag_people(workbench: Workbench, people: Sequence[UUID], tag: str) -> int:
    """Take a tag from all of them; returns how many had it."""
    changes = [
        Change(contact, replace(contact, tags=tuple(each for each in contact.tags if each != tag)))
        for contact in workbench.store.get_many(Contact, people)
        if tag in contact.tags
    ]
    label = say_many("“{tag}” taken from {n} person", "“{tag}” taken from {n} people", len(changes), tag=tag)
    workbench.apply(Edit(label, tuple(changes)))
    return len(changes)


def set_cadence(workbench: Workbench, people: Sequence[UUID], days: int | None) -> int:
    """Give them a cadence of their own, None for that of their circle; returns for how many it changed.

    Raises Refused, StoreFault.
    """
    stored = [each for each in workbench.store.get_many(Contact, people) if each.cadence != days]
    changed = [replace(each, cadence=days) for each in stored]
    for each in changed:
        refuse(problems(each))
    n = len(changed)
    label = say_many("Rhythm with {n} person changed", "Rhythm with {n} people changed", n)
    if n == 1:
        label = say("Rhythm with {name} changed", name=changed[0].name)
    if changed:
        workbench.apply(Edit(label, tuple(map(Change, stored, changed))))
    return n


def delete_people(workbench: Workbench, people: Sequence[UUID], progress: Progress | None = None) -> int:
    """Delete people and take them out of all that names them; returns how many were there.

    An interview goes with its last participant; a journal entry stays, and so do its lines to follow up.
    What else goes and what stays: :mod:`netchal_gui.domain.references`.
    """
    contacts = workbench.store.get_many(Contact, people)
    if len(contacts) == 1:
        label = say("{name} deleted", name=contacts[0].name)
    else:
        label = say_many("{n} person deleted", "{n} people deleted", len(contacts))
    workbench.apply(Edit(label, deletion(workbench.store, contacts)), progress=progress)
    return len(contacts)


def likely_duplicates(workbench: Workbench, name: str, emails: Sequence[str] = ()) -> list[NameRow]:
    """People who may be the one that is being typed: same beginnings of all words, or the same e-mail."""
    known = with_key(
        workbench.store, "email", [email.strip().casefold() for email in emails if email.strip()]
    )
    typed = words_of(name)
    if sum(map(len, typed)) >= SHORTEST_HINT:
        for row in suggestions(workbench.store, name, MOST_HINTS):
            if row not in known and _may_be(typed, words_of(spellings(row.name))):
                known.append(row)
    return known[:MOST_HINTS]


def _may_be(typed: Sequence[str], known: Sequence[str]) -> bool:
    """Whether each typed word begins a word of the known name."""
    return all(any(word.startswith(each) for word in known) for each in typed)


def tick(workbench: Workbench, follow_up: FollowUp, done: bool) -> FollowUp:
    """Mark a follow-up as done, or open again; it keeps its history."""
    after = ticked(follow_up, done, workbench.now())
    label = (
        say("“{text}” done", text=follow_up.text) if done else say("“{text}” open again", text=follow_up.text)
    )
    workbench.apply(Edit(label, (Change(follow_up, after),)))
    return after
