"""The plan of an import: a verdict for each item, open decisions, and the edit that comes of them."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from types import TracebackType
from typing import Any, NamedTuple
from uuid import UUID

from netchal_gui.domain.contact import Relation
from netchal_gui.storage.staging import Staging

PAGE = 500


class Verdict(StrEnum):
    """What becomes of an item."""

    NEW = "new"
    SAME = "same"
    UPDATED = "updated"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class Decision(StrEnum):
    """What the person says about a doubtful item; an undecided one is left out."""

    UNDECIDED = "undecided"
    NEW = "new"
    MERGE = "merge"
    LEAVE_OUT = "leave_out"


class VerdictRow(NamedTuple):
    """One line of the verdict table. ``target`` is the person that a doubtful or updated item may be."""

    position: int
    verdict: Verdict
    name: str
    detail: str
    reason: str
    file: str
    line: int
    cautions: tuple[str, ...]
    decision: Decision
    target: UUID | None
    target_name: str

    def as_json(self) -> dict[str, Any]:
        return {
            "verdict": self.verdict.value,
            "name": self.name,
            "detail": self.detail,
            "reason": self.reason,
            "file": self.file,
            "line": self.line,
            "cautions": list(self.cautions),
        }


class ImportPlan:
    """What an import would do. Lies on disk, so its length does not matter; close it at the end.

    ``relation`` answers for all new people at once and may be changed until the plan is applied.
    """

    def __init__(self, staging: Staging, title: str, relation: Relation) -> None:
        self.staging = staging
        self.title = title
        self.relation = relation

    def __enter__(self) -> "ImportPlan":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Drop the plan; it cannot be used any more."""
        self.staging.close()

    def __len__(self) -> int:
        return self.staging.count()

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many items have each verdict."""
        counted: Counter[Verdict] = Counter()
        for (verdict, _), count in self.staging.counts().items():
            counted[Verdict(verdict)] += count
        return {verdict: counted[verdict] for verdict in Verdict}

    @property
    def people(self) -> int:
        """How many people will be added or changed, decided doubtful items included."""
        counts = self.staging.counts()
        decided = sum(counts.get((Verdict.DOUBTFUL, one), 0) for one in (Decision.NEW, Decision.MERGE))
        return sum(self.staging.people()) + decided

    def rows(self, first: int, count: int) -> list[VerdictRow]:
        """A page of the verdict table, in the order of the files."""
        return [
            VerdictRow(
                position,
                Verdict(item.verdict),
                item.name,
                item.detail,
                item.reason,
                item.file,
                item.line,
                tuple(item.cautions.splitlines()),
                Decision(item.decision or Decision.UNDECIDED),
                UUID(bytes=item.target) if item.target else None,
                item.target_name,
            )
            for position, item in self.staging.items(first, count)
        ]

    def all_rows(self) -> Iterator[VerdictRow]:
        """The whole table, read a page at a time."""
        first = 0
        while page := self.rows(first, PAGE):
            yield from page
            first += len(page)

    def decide(self, position: int, decision: Decision) -> None:
        """Decide on a doubtful item. Raises ValueError for any other."""
        if not self.staging.decide(position, decision, Verdict.DOUBTFUL):
            raise ValueError(f"item {position} is not doubtful")

    def as_json(self) -> dict[str, Any]:
        """All of it, for the command line."""
        return {
            "counts": {verdict.value: count for verdict, count in self.counts.items()},
            "items": [row.as_json() for row in self.all_rows()],
        }
