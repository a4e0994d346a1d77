"""Objects to rows and back, by the columns of their table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

from netchal_gui.domain.edit import ENTITIES, Entity
from netchal_gui.storage.table import Table
from netchal_gui.storage.tables import TABLES

E = TypeVar("E", bound=Entity)
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Form(Generic[E]):
    """How one kind of object lies in its table: ``columns`` are the fields, then what is derived of them."""

    kind: type[E]
    table: type[Table]
    name: str
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    writers: tuple[Callable[[E], Any], ...]
    readers: tuple[Callable[[Any], Any], ...]

    def values(self, item: E) -> Row:
        """What is stored of the object, in the order of ``columns``."""
        return tuple(write(item) for write in self.writers)

    def item(self, row: Sequence[Any]) -> E:
        """The object of a row that begins with the columns of its fields."""
        values = (read(value) for read, value in zip(self.readers, row, strict=False))
        return self.kind(**dict(zip(self.fields, values, strict=True)))

    @property
    def selected(self) -> str:
        """The columns of the fields, for a SELECT that :meth:`item` understands."""
        return ", ".join(f'"{self.name}"."{field}"' for field in self.fields)


def _writer(get: Callable[[E], Any], convert: Callable[[Any], Any]) -> Callable[[E], Any]:
    def write(item: E) -> Any:
        return convert(get(item))

    return write


def form(kind: type[E]) -> Form[E]:
    """The form of a kind of object, made once."""
    key: Any = kind
    return _form(key)


@cache
def _form(kind: Any) -> Form[Any]:
    table = TABLES[kind]
    names = tuple(field.name for field in fields(kind))
    stored = table._meta.fields
    writers = [_writer(attrgetter(name), stored[name].db_value) for name in names]
    writers += [_writer(derive, stored[name].db_value) for name, derive in table.derived.items()]
    return Form(
        kind=kind,
        table=table,
        name=table._meta.table_name,
        columns=(*names, *table.derived),
        fields=names,
        writers=tuple(writers),
        readers=tuple(stored[name].python_value for name in names),
    )


def form_named(name: str) -> Form[Any]:
    """The form of the kind whose table has this name."""
    return next(form(kind) for kind in ENTITIES if form(kind).name == name)
