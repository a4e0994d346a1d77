"""A recording of an interview: a link to it, or a file that is kept beside the data file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from netchal_gui.domain.links import is_web_page
from netchal_gui.domain.problem import Problem, ProblemKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """``digest`` is the SHA-256 of the kept file in hexadecimal, "" for a link.

    ``file_name`` is what that file was called. ``consent`` is the local day on which the person agreed to
    publishing it. ``created`` is UTC.
    """

    id: UUID
    interview_id: UUID
    created: datetime
    title: str = ""
    link: str = ""
    digest: str = ""
    file_name: str = ""
    consent: date | None = None
    public: bool = False

    @property
    def is_published(self) -> bool:
        """Whether anything of it may leave this computer: agreed to, and marked public."""
        return self.consent is not None and self.public


def problems(recording: Recording) -> Iterator[Problem]:
    """What keeps the recording from being saved."""
    if not recording.link and not recording.digest:
        yield Problem(ProblemKind.RECORDING_MISSING, "link")
    if recording.link and not is_web_page(recording.link):
        yield Problem(ProblemKind.RECORDING_LINK_UNSAFE, "link", recording.link)
    if recording.public and recording.consent is None:
        yield Problem(ProblemKind.CONSENT_MISSING, "consent")
