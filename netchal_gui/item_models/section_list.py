"""The sections beside the contacts list, with how many people each has."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netchal_gui.domain.contact_kinds import Source
from netchal_gui.storage.contact_queries import EVERYONE, Counts, Section, SectionKind
from netchal_gui.words import number, say

CountRole = Qt.ItemDataRole.UserRole + 1
TitleRole = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING = Counts(0, 0, 0, 0, 0, {}, ())


class _Line(NamedTuple):
    """A section, or a title over some (then without a section)."""

    text: str
    section: Section | None = None
    people: int | None = None


class SectionList(QAbstractListModel):
    """``show_counts`` fills it; before, it has the sections that are always there, without counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = [_Line(line.text, line.section) for line in _lines(_NOTHING)]

    def show_counts(self, counts: Counts) -> None:
        """Show how many there are; what nobody is in is left out, but for the first four."""
        lines = list(_lines(counts))
        if [line.section for line in lines] == [line.section for line in self._lines]:
            self._lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def section(self, index: Index) -> Section | None:
        return self._lines[index.row()].section if 0 <= index.row() < len(self._lines) else None

    def line_of(self, section: Section) -> int:
        """Where a section stands; the first line, everyone, if it is not there (any more)."""
        return next((line for line, each in enumerate(self._lines) if each.section == section), 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.section(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == CountRole:
            return "" if line.people is None else number(line.people)
        if role == TitleRole:
            return line.section is None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.text}, {number(line.people)}" if line.people is not None else line.text
        return None


def _lines(counts: Counts) -> Iterator[_Line]:
    yield _Line(say("Everyone"), EVERYONE, counts.everyone)
    yield _Line(say("People you know"), Section(SectionKind.KNOWN), counts.known)
    yield _Line(say("New people"), Section(SectionKind.NEW), counts.new)
    yield _Line(say("Friends and family"), Section(SectionKind.CLOSE), counts.close)
    if counts.waiting:
        yield _Line(say("Waiting for a reply"), Section(SectionKind.WAITING), counts.waiting)
    yield _Line(say("Stay in touch"), Section(SectionKind.IN_TOUCH), counts.in_touch)
    sources = [source for source in _ORDER if counts.sources.get(source)]
    if sources:
        yield _Line(say("How we met"))
    for source in sources:
        yield _Line(source_title(source), Section(SectionKind.SOURCE, source.value), counts.sources[source])
    if counts.tags:
        yield _Line(say("Tags"))
    for tag, count in counts.tags:
        yield _Line(tag, Section(SectionKind.TAG, tag), count)


_ORDER = (
    Source.INTRODUCTION,
    Source.EVENT,
    Source.ROLE,
    Source.WEB_SEARCH,
    Source.SOCIAL_MEDIA,
    Source.CHANCE,
    Source.ALREADY_KNOWN,
)


def source_title(source: Source) -> str:
    """What the people who came from one source are called together."""
    return {
        Source.INTRODUCTION: say("Introductions"),
        Source.EVENT: say("Events"),
        Source.ROLE: say("Roles I would love"),
        Source.WEB_SEARCH: say("Web search"),
        Source.SOCIAL_MEDIA: say("Social media"),
        Source.CHANCE: say("Chance meetings"),
        Source.ALREADY_KNOWN: say("Already known"),
    }[source]
