"""Hypothesis strategies for challenges and what they rest on."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from hypothesis import strategies as st

from netchal_gui.domain.busy_time import BusyTime
from netchal_gui.domain.challenge import Challenge, CountDecision, Lane, Period, Slot
from netchal_gui.domain.edit import Entity
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.interview import Channel
from netchal_gui.domain.introduction import Introduction, IntroductionStage
from netchal_gui.domain.message_template import MessageTemplate, TemplateKind
from netchal_gui.domain.recording import Recording
from netchal_gui.domain.touch import Touch, TouchKind
from tests.values import days, ids, links, moments, names, one_of_or_none, some, some_of, texts


def challenges(people: Sequence[UUID]) -> st.SearchStrategy[Challenge]:
    return st.builds(
        Challenge,
        id=ids,
        name=names,
        created=moments,
        start=days,
        period=st.sampled_from(Period),
        periods=st.integers(1, 60),
        until=st.none() | days,
        known=st.integers(0, 9),
        new=st.integers(0, 9),
        channels=st.lists(st.sampled_from(Channel), max_size=3, unique=True).map(tuple),
        least_minutes=st.integers(0, 60),
        recorded=st.booleans(),
        carry_over=st.booleans(),
        focus=texts,
        partner_id=one_of_or_none(people),
        about=texts,
    )


@st.composite
def of_challenge(
    draw: st.DrawFn, challenge: UUID, people: Sequence[UUID], talks: Sequence[UUID]
) -> list[Entity]:
    """Slots, decisions and reports of one challenge."""
    found: list[Entity] = [
        Slot(
            id=draw(ids),
            challenge_id=challenge,
            contact_id=one,
            period=draw(st.integers(0, 11)),
            created=draw(moments),
            lane=draw(st.none() | st.sampled_from(Lane)),
            interview_id=draw(one_of_or_none(talks)),
        )
        for one in draw(some_of(people))
    ]
    for talk in draw(some_of(talks)):
        found.append(
            CountDecision(
                id=draw(ids),
                challenge_id=challenge,
                interview_id=talk,
                counts=draw(st.booleans()),
                created=draw(moments),
                reason=draw(texts),
            )
        )
    if people:
        reports = draw(st.lists(touches(people), max_size=2))
        found += [replace(report, challenge_id=challenge) for report in reports]
    return found


def introductions(people: Sequence[UUID], talks: Sequence[UUID]) -> st.SearchStrategy[Introduction]:
    return st.builds(
        Introduction,
        id=ids,
        by_id=st.sampled_from(people),
        to_id=st.sampled_from(people),
        created=moments,
        at=moments,
        stage=st.sampled_from(IntroductionStage),
        interview_id=one_of_or_none(talks),
        note=texts,
    )


def touches(people: Sequence[UUID]) -> st.SearchStrategy[Touch]:
    return st.builds(
        Touch,
        id=ids,
        contact_id=st.sampled_from(people),
        created=moments,
        at=moments,
        kind=st.sampled_from(TouchKind),
        inbound=st.booleans(),
        text=texts,
        challenge_id=st.none(),
    )


def recordings(talks: Sequence[UUID]) -> st.SearchStrategy[Recording]:
    return st.builds(
        Recording,
        id=ids,
        interview_id=st.sampled_from(talks),
        created=moments,
        title=texts,
        link=links,
        digest=st.sampled_from(("", "0" * 64)),
        file_name=texts,
        consent=st.none() | days,
        public=st.booleans(),
    )


busy_times = st.builds(
    BusyTime, id=ids, start=moments, end=moments, created=moments, source=texts, whole_day=st.booleans()
)
templates = st.builds(
    MessageTemplate,
    id=ids,
    kind=st.sampled_from(TemplateKind),
    language=st.sampled_from(("en", "de")),
    created=moments,
    body=texts,
    subject=texts,
)
friends = st.builds(
    FriendProgress,
    id=ids,
    name=names,
    challenge=names,
    created=moments,
    start=days,
    period=st.sampled_from(Period),
    periods=st.integers(1, 60),
    goal=st.integers(0, 96),
    met=some(st.integers(0, 8)),
    as_of=days,
)
