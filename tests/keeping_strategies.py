"""Hypothesis strategies for what one keeps ready for a talk and for the favours that come of it."""

from collections.abc import Sequence
from uuid import UUID

from hypothesis import strategies as st

from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.favour import Favour, FavourKind
from netchal_gui.domain.pitch import Pitch
from netchal_gui.domain.question_set import Purpose, QuestionSet
from tests.values import ids, moments, names, one_of_or_none, some, texts

languages = st.sampled_from(("", "en", "de"))


def favours(people: Sequence[UUID], led: Sequence[UUID], talks: Sequence[UUID]) -> st.SearchStrategy[Favour]:
    return st.builds(
        Favour,
        id=ids,
        contact_id=st.sampled_from(people),
        created=moments,
        at=moments,
        text=texts,
        kind=st.sampled_from(FavourKind),
        introduction_id=one_of_or_none(led),
        interview_id=one_of_or_none(talks),
    )


def desired_roles(people: Sequence[UUID]) -> st.SearchStrategy[DesiredRole]:
    return st.builds(
        DesiredRole,
        id=ids,
        title=names,
        created=moments,
        organisation=texts,
        contact_id=one_of_or_none(people),
        note=texts,
    )


pitches = st.builds(
    Pitch,
    id=ids,
    title=names,
    text=names,
    created=moments,
    listener=texts,
    seconds=st.integers(1, 600),
    language=languages,
)
question_sets = st.builds(
    QuestionSet,
    id=ids,
    title=names,
    questions=some(texts),
    created=moments,
    purpose=st.sampled_from(Purpose),
    language=languages,
)
