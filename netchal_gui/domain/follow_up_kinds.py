"""What there is to follow up: what lists choose by, without the whole follow-up."""

from enum import StrEnum


class FollowUpKind(StrEnum):
    THANK = "thank"
    THANK_LATER = "thank_later"
    PROMISE = "promise"
    INTRODUCE = "introduce"
    WRITE = "write"
    REPORT = "report"


WRITTEN = frozenset({FollowUpKind.THANK, FollowUpKind.THANK_LATER, FollowUpKind.WRITE, FollowUpKind.REPORT})
"""Once done, the person has been written to: that is a contact with them."""


class FollowUpEventKind(StrEnum):
    DONE = "done"
    REOPENED = "reopened"
    SNOOZED = "snoozed"
