"""Columns that keep the domain's values: how each type is written to SQLite and read back."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from peewee import BlobField, Field, IntegerField, TextField


class IdColumn(BlobField):
    """A UUID as 16 bytes."""

    def db_value(self, value: UUID | None) -> bytes | None:
        return None if value is None else value.bytes

    def python_value(self, value: bytes | None) -> UUID | None:
        return None if value is None else UUID(bytes=value)


class YesNoColumn(IntegerField):
    def db_value(self, value: bool) -> int:
        return int(value)

    def python_value(self, value: int) -> bool:
        return bool(value)


class DayColumn(TextField):
    """A date as ISO 8601 text."""

    def db_value(self, value: date | None) -> str | None:
        return None if value is None else value.isoformat()

    def python_value(self, value: str | None) -> date | None:
        return None if value is None else date.fromisoformat(value)


class MomentColumn(TextField):
    """An aware datetime in UTC as ISO 8601 text."""

    def db_value(self, value: datetime | None) -> str | None:
        return None if value is None else value.isoformat()

    def python_value(self, value: str | None) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class EnumColumn(TextField):
    """A StrEnum by its value."""

    def __init__(self, kind: type[StrEnum], **options: Any) -> None:
        super().__init__(**options)
        self.kind = kind

    def db_value(self, value: StrEnum | None) -> str | None:
        return None if value is None else value.value

    def python_value(self, value: str | None) -> StrEnum | None:
        return None if value is None else self.kind(value)


class JsonColumn(Field):
    """A nested value (a tuple of dataclasses, a wall time) as JSON text.

    msgspec is imported when the first such value is read or written, which no first screen needs.
    """

    field_type = "TEXT"

    def __init__(self, kind: Any, **options: Any) -> None:
        super().__init__(**options)
        self.kind = kind

    @cached_property
    def _encode(self) -> Callable[[Any], bytes]:
        import msgspec

        return msgspec.json.Encoder().encode

    @cached_property
    def _decode(self) -> Callable[[str], Any]:
        import msgspec

        return msgspec.json.Decoder(self.kind).decode

    def db_value(self, value: Any) -> str | None:
        if value is None:
            return None
        return self._encode(value).decode() if value != () else "[]"

    def python_value(self, value: str | None) -> Any:
        if value is None:
            return None
        return () if value == "[]" else self._decode(value)
