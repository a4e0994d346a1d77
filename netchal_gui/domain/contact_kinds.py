"""How one knows a person: what lists sort and count by, without the whole contact."""

from enum import StrEnum


class Relation(StrEnum):
    """Whether the person was known when they entered, or is new."""

    KNOWN = "known"
    NEW = "new"


class Circle(StrEnum):
    FAMILY = "family"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    PROFESSIONAL = "professional"


class Source(StrEnum):
    """How we met; the detail (which event, who introduced us) stands in ``source_detail``."""

    WEB_SEARCH = "web_search"
    EVENT = "event"
    ROLE = "role"
    SOCIAL_MEDIA = "social_media"
    INTRODUCTION = "introduction"
    ALREADY_KNOWN = "already_known"
    CHANCE = "chance"
