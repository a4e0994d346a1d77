"""Hypothesis strategies for every kind of object that Netchal keeps, and for whole worlds of them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from hypothesis import strategies as st

from netchal_gui.domain.block import Block
from netchal_gui.domain.calendar_copy import CalendarCopy, EventStatus
from netchal_gui.domain.contact import (
    Address,
    Circle,
    Contact,
    Labelled,
    OwnField,
    PartialDate,
    Privacy,
    Relation,
    Source,
)
from netchal_gui.domain.edit import Change, Edit, Entity
from netchal_gui.domain.follow_up import FollowUp, FollowUpEvent, FollowUpEventKind, FollowUpKind
from netchal_gui.domain.interview import Channel, Interview, Participant, Question, Step, StepKind, WhoElse
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.origin import Origin
from netchal_gui.domain.preferences import CircleCadence, ExportShape, FollowUpsInCalendar, Preferences
from tests.challenge_strategies import (
    busy_times,
    challenges,
    friends,
    introductions,
    of_challenge,
    recordings,
    templates,
    touches,
)
from tests.keeping_strategies import desired_roles, favours, pitches, question_sets
from tests.values import days, ids, links, moments, names, one_of_or_none, some, some_of, texts, wall_times

labelled = st.builds(Labelled, texts, texts)
addresses = st.builds(Address, label=texts, street=texts, city=texts, code=texts, country=texts)
birthdays = days.map(lambda day: PartialDate(day.month, day.day, day.year)) | st.just(PartialDate(2, 29))


def contacts(photos: Sequence[str] = ()) -> st.SearchStrategy[Contact]:
    return st.builds(
        Contact,
        id=ids,
        name=names,
        created=moments,
        given=texts,
        family=texts,
        nickname=texts,
        organisation=texts,
        role=texts,
        emails=some(labelled),
        phones=some(labelled),
        links=some(labelled),
        addresses=some(addresses),
        birthday=st.none() | birthdays,
        photo=one_of_or_none(photos),
        tags=some(texts),
        fields=some(st.builds(OwnField, texts, texts)),
        note=texts,
        relation=st.sampled_from(Relation),
        circle=st.none() | st.sampled_from(Circle),
        far_away=st.booleans(),
        source=st.none() | st.sampled_from(Source),
        source_detail=texts,
        cadence=st.none() | st.integers(1, 400),
        privacy=st.sampled_from(Privacy),
        language=st.sampled_from(("", "de", "en")),
    )


questions = st.builds(Question, texts, st.booleans(), texts)
steps = st.builds(Step, st.sampled_from(StepKind), moments, st.none() | wall_times())


def participants(people: Sequence[UUID]) -> st.SearchStrategy[tuple[Participant, ...]]:
    def asked(chosen: tuple[UUID, ...]) -> st.SearchStrategy[tuple[Participant, ...]]:
        return st.tuples(*(st.builds(Participant, st.just(one), st.sampled_from(WhoElse)) for one in chosen))

    return some_of(people).flatmap(asked)


def interviews(people: Sequence[UUID], kept_pitches: Sequence[UUID] = ()) -> st.SearchStrategy[Interview]:
    return st.builds(
        Interview,
        id=ids,
        participants=participants(people),
        created=moments,
        start=st.none() | wall_times(),
        minutes=st.integers(1, 1440),
        channel=st.sampled_from(Channel),
        place=texts,
        link=links,
        reminder=st.none() | st.integers(0, 40320),
        steps=some(steps),
        questions=some(questions),
        pitch_id=one_of_or_none(kept_pitches),
    )


def blocks() -> st.SearchStrategy[Block]:
    return st.builds(
        Block,
        id=ids,
        start=wall_times(),
        created=moments,
        minutes=st.integers(1, 1440),
        whole_day=st.booleans(),
    )


def entries(people: Sequence[UUID], talks: Sequence[UUID]) -> st.SearchStrategy[JournalEntry]:
    return st.builds(
        JournalEntry,
        id=ids,
        day=days,
        created=moments,
        changed=moments,
        title=texts,
        people=some_of(people),
        learned=texts,
        notes=texts,
        tags=some(texts),
        interview_id=one_of_or_none(talks),
    )


def follow_ups(
    people: Sequence[UUID],
    pages: Sequence[UUID],
    talks: Sequence[UUID] = (),
    helped: Sequence[UUID] = (),
    led: Sequence[UUID] = (),
) -> st.SearchStrategy[FollowUp]:
    past = st.builds(FollowUpEvent, st.sampled_from(FollowUpEventKind), moments, st.none() | days)
    return st.builds(
        FollowUp,
        id=ids,
        text=texts,
        created=moments,
        kind=st.sampled_from(FollowUpKind),
        contact_id=one_of_or_none(people),
        entry_id=one_of_or_none(pages),
        due=st.none() | days,
        done=st.booleans(),
        history=some(past),
        position=st.integers(0, 50),
        interview_id=one_of_or_none(talks),
        favour_id=one_of_or_none(helped),
        introduction_id=one_of_or_none(led),
    )


def copies(subjects: Sequence[UUID]) -> st.SearchStrategy[CalendarCopy]:
    return st.builds(
        CalendarCopy,
        id=ids,
        subject_id=st.sampled_from(subjects),
        uid=texts,
        sequence=st.integers(0, 99),
        created=moments,
        exported=moments,
        start=moments,
        end=moments,
        place=texts,
        status=st.sampled_from(EventStatus),
        file=texts,
        piece=st.integers(0, 9),
        current=st.booleans(),
        title=texts,
    )


def origins(people: Sequence[UUID]) -> st.SearchStrategy[Origin]:
    return st.builds(
        Origin,
        id=ids,
        contact_id=st.sampled_from(people),
        source=texts,
        foreign_uid=texts,
        seen=texts,
        imported=moments,
        extra=some(texts),
    )


preferences = st.builds(
    Preferences,
    private_events=st.booleans(),
    export_shape=st.sampled_from(ExportShape),
    export_folder=texts,
    vcard_version=st.sampled_from(("3.0", "4.0")),
    challenge_id=st.none() | ids,
    own_name=texts,
    language=st.sampled_from(("", "de")),
    circle_cadences=some(st.builds(CircleCadence, st.sampled_from(Circle), st.integers(1, 400))),
    answer_days=st.integers(1, 365),
    follow_ups_in_calendar=st.sampled_from(FollowUpsInCalendar),
)


@dataclass(frozen=True)
class World:
    """Objects of every kind that name only each other, and the pictures of the people in it."""

    items: tuple[Entity, ...]
    photos: dict[str, bytes] = field(default_factory=dict)

    def edit(self, label: str = "Add a world") -> Edit:
        return Edit(label, tuple(Change(None, item) for item in self.items), self.photos)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    pictures = {hashlib.sha256(data).hexdigest(): data for data in draw(some(st.binary(max_size=40)))}
    people = draw(st.lists(contacts(tuple(pictures)), max_size=4))
    pictures = {one.photo: pictures[one.photo] for one in people if one.photo}
    known = [one.id for one in people]
    kept = draw(st.lists(pitches, max_size=1))
    talks = draw(st.lists(interviews(known, [pitch.id for pitch in kept]), max_size=3))
    held = [talk.id for talk in talks]
    pages = draw(st.lists(entries(known, held), max_size=3))
    led = draw(st.lists(introductions(known, held), max_size=2)) if known else []
    helped = draw(st.lists(favours(known, [one.id for one in led], held), max_size=2)) if known else []
    items: list[Entity] = [*people, *kept, *talks, *pages, *led, *helped]
    reasons = ([one.id for one in each] for each in (pages, talks, helped, led))
    items += draw(st.lists(follow_ups(known, *reasons), max_size=3))
    items += draw(st.lists(blocks(), max_size=2))
    items += draw(st.lists(desired_roles(known), max_size=2))
    if known:
        items += draw(st.lists(origins(known), max_size=2))
        items += draw(st.lists(touches(known), max_size=2))
    if held:
        items += draw(st.lists(copies(held), max_size=2))
        items += draw(st.lists(recordings(held), max_size=2))
    for challenge in draw(st.lists(challenges(known), max_size=1)):
        items += [challenge, *draw(of_challenge(challenge.id, known, held))]
    for more in (busy_times, templates, friends, question_sets, preferences):
        items += draw(st.lists(more, max_size=1))
    return World(tuple({item.id: item for item in items}.values()), pictures)
