"""Decide for each incoming item whether it is new, the same, an update, doubtful or refused."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from netchal_gui.commands import import_wording
from netchal_gui.commands.import_plan import Decision, Verdict
from netchal_gui.domain import matching
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.matching import FieldChange, FieldChangeKind, Likeness
from netchal_gui.domain.origin import Origin
from netchal_gui.exchange.incoming import NOBODY, UNDATED, Incoming, IncomingPerson, Refused
from netchal_gui.storage.import_queries import known_origins, known_people, origins_from
from netchal_gui.storage.reader import Reader
from netchal_gui.storage.staging import Planned, StagedItem, Staging
from netchal_gui.words import say

_UNSURE = (Likeness.SAME_EMAIL, Likeness.SAME_PHONE, Likeness.SAME_NAME)


@dataclass(frozen=True, slots=True)
class Draft:
    """An incoming person ready to be compared: the picture by its digest, the digest of the whole."""

    contact: Contact
    source: str
    uid: str
    extra: tuple[str, ...]
    seen: str
    complete: bool

    @property
    def key(self) -> str:
        """What the same item is recognised by: the source's id, or its content where there is none."""
        return _origin_key(self.source, self.uid, self.seen)

    @property
    def own_ids(self) -> tuple[UUID, ...]:
        """Which person of ours the item says it is: the id we wrote into it, or gave it as uid."""
        written = self.contact.id if self.contact.id != NOBODY else None
        return tuple(own for own in (written, _as_uuid(self.uid)) if own is not None)


def _origin_key(source: str, uid: str, seen: str) -> str:
    return f"uid\n{source}\n{uid}" if uid else f"seen\n{source}\n{seen.split(' ')[0]}"


class Decider:
    """Compares items with the stored people and with those that the same import has planned already."""

    def __init__(self, reader: Reader, staging: Staging, new_id: Callable[[], UUID], now: datetime) -> None:
        self._reader, self._staging, self._new_id, self._now = reader, staging, new_id, now

    def learn_known(self) -> None:
        """Note by what each stored person is found."""
        self._staging.add_keys(
            (key, person.id)
            for person in known_people(self._reader)
            for key in _keys(
                matching.words_key(person.name, person.prefix, person.suffix), person.emails, person.phones
            )
        )
        self._staging.add_keys(
            (_origin_key(origin.source, origin.foreign_uid, origin.seen), origin.contact)
            for origin in known_origins(self._reader)
        )

    def decide(self, file: str, source: str, item: Incoming) -> None:
        """Give the item its verdict and plan what comes of it."""
        if isinstance(item, Refused):
            name = item.name or say("line {line}", line=item.line)
            reason = import_wording.refusal(item.kind)
            self._staging.add_item(StagedItem(file, item.line, Verdict.REFUSED, name, reason=reason))
            return
        draft = self._draft(source, item)
        cautions = "\n".join(import_wording.caution(one) for one in item.cautions)
        staged = StagedItem(
            file, item.line, "", draft.contact.name, _detail(draft.contact), cautions=cautions
        )
        self._staging.add_item(self._judged(staged, draft))

    def settle(self, item: StagedItem) -> None:
        """Plan what the person decided on a doubtful item."""
        draft = _decoded(item.draft or "")
        if item.decision == Decision.MERGE and item.target is not None:
            stored = self._present(UUID(bytes=item.target))
            if stored is not None:
                self._join(stored, draft)
                return
        self._add(draft)

    def _draft(self, source: str, item: IncomingPerson) -> Draft:
        contact = item.contact
        if item.photo is not None:
            digest = hashlib.sha256(item.photo).hexdigest()
            self._staging.add_photo(digest, item.photo)
            contact = replace(contact, photo=digest)
        seen = matching.seen_of(contact, item.extra)
        return Draft(contact, source, item.uid, item.extra, seen, item.complete)

    def _judged(self, staged: StagedItem, draft: Draft) -> StagedItem:
        target = self._by_origin(draft)
        likeness = Likeness.SURE
        if target is None:
            target, likeness = self._by_content(draft)
        if target is None:
            self._add(draft)
            reason = import_wording.brought(matching.filled(draft.contact))
            return staged._replace(verdict=Verdict.NEW, reason=reason)
        staged = staged._replace(target=target.after.id.bytes, target_name=target.after.name)
        if likeness is not Likeness.SURE:
            reason = import_wording.doubt(likeness, target.after.name)
            open_decision = Decision.UNDECIDED
            return staged._replace(
                verdict=Verdict.DOUBTFUL, reason=reason, decision=open_decision, draft=_encoded(draft)
            )
        changes = self._join(target, draft)
        if not changes:
            return staged._replace(verdict=Verdict.SAME, reason=say("nothing to change"))
        return staged._replace(verdict=Verdict.UPDATED, reason=import_wording.updates(changes))

    def _present(self, contact_id: UUID) -> Planned | None:
        """The person as planned so far, or as stored."""
        planned = self._staging.planned(contact_id)
        if planned is not None:
            return planned
        stored = self._reader.get(Contact, contact_id)
        return Planned(stored, stored) if stored is not None else None

    def _by_origin(self, draft: Draft) -> Planned | None:
        """The person whom the same source's same id, or our own id, names."""
        ids = self._staging.holders(draft.key)
        for contact_id in (*draft.own_ids, *ids):
            person = self._present(contact_id)
            if person and (
                contact_id in draft.own_ids
                or not draft.uid
                or matching.uid_is_enough(draft.uid, person.after, draft.contact)
            ):
                return person
        return None

    def _by_content(self, draft: Draft) -> tuple[Planned | None, Likeness]:
        """The person who is most like the incoming one, and how much."""
        unsure: dict[Likeness, Planned] = {}
        for contact_id in self._candidates(draft.contact):
            person = self._present(contact_id)
            if person is None or _both_ours(person, draft):
                continue
            likeness = matching.likeness(person.after, draft.contact)
            if likeness is Likeness.SURE:
                return person, likeness
            if not (likeness is Likeness.SAME_NAME and _told_apart(person, draft.contact)):
                unsure.setdefault(likeness, person)
        found = next((one for one in _UNSURE if one in unsure), Likeness.NONE)
        return unsure.get(found) if found in _UNSURE else None, found

    def _candidates(self, contact: Contact) -> list[UUID]:
        keys = _keys(
            matching.name_key(contact),
            [item.value for item in contact.emails],
            [item.value for item in contact.phones],
        )
        found = (contact_id for key in keys for contact_id in self._staging.holders(key))
        return list(dict.fromkeys(found))

    def _add(self, draft: Draft) -> None:
        own = draft.own_ids[0] if draft.complete and draft.own_ids else self._new_id()
        if self._present(own) is not None:
            own = self._new_id()
        created = draft.contact.created if draft.contact.created != UNDATED else self._now
        contact = replace(draft.contact, id=own, created=created)
        self._plan(Planned(None, contact, preset=not draft.complete), draft)
        self._plan_origin(contact.id, None, draft)

    def _join(self, person: Planned, draft: Draft) -> tuple[FieldChange, ...]:
        """Plan what the incoming one brings to a person; returns the details that change."""
        origins = self._origins(person.after.id, draft)
        origin = origins.get(draft.key)
        if origin is not None and origin.seen == draft.seen:
            return ()
        after, changes = matching.merged(person.after, draft.contact, origin.seen if origin else None)
        if set(draft.extra).difference(*(known.extra for known in origins.values())):
            changes = (*changes, FieldChange("extra", FieldChangeKind.ADDED))
        if changes:
            self._plan(replace(person, after=after), draft)
        self._plan_origin(person.after.id, origin, draft)
        return changes

    def _plan(self, planned: Planned, draft: Draft) -> None:
        self._staging.plan(planned)
        contact = planned.after
        keys = _keys(
            matching.name_key(contact),
            [item.value for item in contact.emails],
            [item.value for item in contact.phones],
        )
        self._staging.add_keys((key, contact.id.bytes) for key in (*keys, draft.key))

    def _origins(self, contact: UUID, draft: Draft) -> dict[str, Origin]:
        """What is remembered of this source for this person, and what this import adds to that."""
        stored = origins_from(self._reader, contact, draft.source)
        known = {_origin_key(one.source, one.foreign_uid, one.seen): one for one in stored}
        planned = self._staging.planned_origins(contact)
        return known | {_origin_key(one.source, one.foreign_uid, one.seen): one for one in planned}

    def _plan_origin(self, contact: UUID, before: Origin | None, draft: Draft) -> None:
        after = Origin(
            id=before.id if before else self._new_id(),
            contact_id=contact,
            source=draft.source,
            foreign_uid=draft.uid,
            seen=draft.seen,
            imported=self._now,
            extra=draft.extra,
        )
        self._staging.plan_origin(before, after)


def _keys(name: str, emails: list[str], phones: list[str]) -> Iterator[str]:
    """By what a person is found: e-mails first, then telephone numbers, then the name."""
    for email in emails:
        yield f"e\n{matching.email_key(email)}"
    for phone in phones:
        key = matching.phone_key(phone)
        if key:
            yield f"p\n{key}"
    if name:
        yield f"n\n{name}"


def _told_apart(person: Planned, incoming: Contact) -> bool:
    """Two people of one name in one file, each with an address of their own: their owner knows them both."""
    reachable = [bool(contact.emails or contact.phones) for contact in (person.after, incoming)]
    return person.before is None and all(reachable)


def _both_ours(person: Planned, draft: Draft) -> bool:
    """Two people of one export of ours: they were two here, however alike they are."""
    return person.before is None and not person.preset and draft.complete


def _detail(contact: Contact) -> str:
    return " · ".join(" ".join(words.split()) for words in (contact.role, contact.organisation) if words)


def _as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) == 36 else None
    except ValueError:
        return None


def _encoded(draft: Draft) -> str:
    import msgspec

    return msgspec.json.encode(draft).decode()


def _decoded(text: str) -> Draft:
    import msgspec

    return msgspec.json.decode(text, type=Draft)
