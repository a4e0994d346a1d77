"""What all tables have in common."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from peewee import IntegerField, Model

from netchal_gui.domain.edit import Entity


class Table(Model):
    """``number`` is SQLite's rowid, which the search indexes share; ``checksum`` covers all other columns."""

    number = IntegerField(primary_key=True)
    checksum = IntegerField()

    entity: ClassVar[type[Entity]]
    derived: ClassVar[Mapping[str, Callable[[Any], object]]] = {}

    class Meta:
        legacy_table_names = False
