"""What is wrong with a draft, without a sentence: ``words.problem`` has the sentences."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    NAME_MISSING = "name_missing"
    EMAIL_DOUBTFUL = "email_doubtful"
    CADENCE_TOO_SHORT = "cadence_too_short"
    NOBODY = "nobody"
    TIME_MISSING = "time_missing"
    LENGTH_OUT_OF_RANGE = "length_out_of_range"
    ZONE_UNKNOWN = "zone_unknown"
    TIME_SKIPPED = "time_skipped"
    TIME_REPEATED = "time_repeated"
    REMINDER_OUT_OF_RANGE = "reminder_out_of_range"
    LINK_UNSAFE = "link_unsafe"
    END_BEFORE_START = "end_before_start"
    NO_DAY_IN_RULE = "no_day_in_rule"
    TEXT_MISSING = "text_missing"
    QUOTA_OUT_OF_RANGE = "quota_out_of_range"
    ANYONE_NOT_ALONE = "anyone_not_alone"
    PERIODS_OUT_OF_RANGE = "periods_out_of_range"
    RECORDING_MISSING = "recording_missing"
    RECORDING_LINK_UNSAFE = "recording_link_unsafe"
    CONSENT_MISSING = "consent_missing"
    CHALLENGE_NAME_MISSING = "challenge_name_missing"
    ANSWER_DAYS_OUT_OF_RANGE = "answer_days_out_of_range"
    TITLE_MISSING = "title_missing"
    SECONDS_OUT_OF_RANGE = "seconds_out_of_range"
    QUESTIONS_MISSING = "questions_missing"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: its kind, its field, the value at fault, and whether it keeps one from saving."""

    kind: ProblemKind
    field: str
    value: str = ""
    blocks: bool = True
