"""The prepare sheet as a document of A4 pages, and as the bytes of a PDF.

All texts go in as plain text, so that nothing a person or a file has written is read as anything else.
"""

import re
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from netchal_gui.commands.prepare_facts import Fact, PersonPart, Sheet
from netchal_gui.domain.interview import Question
from netchal_gui.words import say

INK, QUIET, RULE = "#1F2328", "#5B6270", "#B9BDC6"
BODY, SMALL, TITLE, PERSON, SECTION = 13, 11, 24, 18, 15
"""Pixels of a page that has 96 in an inch."""
MARGIN_MM = 18
NOTES_HEAD, LEAST_NOTES = 40, 3
"""The heading of the notes in pixels, and how many lines are worth one."""
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of all that follows; letters have their own."""


class Room(NamedTuple):
    """How many lines an answer gets, and the height of each in pixels: 24 are a quarter of an inch."""

    lines: int
    height: int


ROOMS = tuple(Room(lines, height) for lines in (3, 2, 1) for height in (32, 28, 24))

Left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def layout() -> QPageLayout:
    """A4 upright with its margins."""
    margin = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    portrait, millimetre = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), portrait, margin, millimetre)


def fitted(sheet: Sheet, font: QFont) -> QTextDocument:
    """As few pages as the sheet can do with, and on them as much space to write as they leave."""
    fewest = paper(sheet, font, ROOMS[-1]).pageCount()
    tried = ((room, paper(sheet, font, room)) for room in ROOMS)
    room, document = next((room, made) for room, made in tried if made.pageCount() == fewest)
    _add_notes(document, font, room)
    return document


def pdf(sheet: Sheet, font: QFont) -> bytes:
    """The sheet as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout())
    writer.setTitle(say("Prepare for {name}", name=sheet.title))
    writer.setCreator("Netchal")
    fitted(sheet, font).print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def paper(sheet: Sheet, font: QFont, room: Room) -> QTextDocument:
    """The sheet with so much room under each question."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_sized(font, BODY))
    points = layout().paintRect(QPageLayout.Unit.Point)
    document.setPageSize(QSizeF(points.width(), points.height()) * (96 / 72))
    writing = _Writing(document, font)
    _write_head(writing, sheet)
    for person in sheet.people:
        _write_person(writing, person, alone=len(sheet.people) == 1)
    if sheet.pitch is not None:
        writing.section(say("Pitch: {title}", title=sheet.pitch.title))
        writing.text(sheet.pitch.text)
    writing.section(say("Questions"))
    who_else = Question(say("Who else should I meet?"), answer=sheet.named)
    for number, question in enumerate((*sheet.questions, who_else), 1):
        writing.question(f"{number}.  {question.text}", question.answer, room)
    writing.keep_together()
    return document


def _add_notes(document: QTextDocument, font: QFont, room: Room) -> None:
    """What is left of the last page is there to write on."""
    page = document.pageSize().height()
    last = document.documentLayout().blockBoundingRect(document.lastBlock())
    used = last.top() % page + max(last.height(), room.height)  # of a line to write on Qt tells the letters'
    lines = int((page - used - NOTES_HEAD) // room.height)
    if lines >= LEAST_NOTES:
        writing = _Writing(document, font)
        writing.section(say("Notes"))
        writing.space(Room(lines, room.height))


def _write_head(writing: "_Writing", sheet: Sheet) -> None:
    """Who, where and when; of one person alone, all that is known in one table."""
    writing.title(sheet.title)
    if len(sheet.people) == 1:
        writing.text(sheet.people[0].about, QUIET)
        writing.facts((*sheet.facts, *sheet.people[0].facts))
    else:
        writing.facts(sheet.facts)


def _write_person(writing: "_Writing", person: PersonPart, *, alone: bool) -> None:
    if not alone:
        writing.section(person.name, PERSON)
        writing.text(person.about, QUIET)
        writing.facts(person.facts)
    if person.learned:
        writing.section(say("Last time, {day}", day=person.learned_on))
        writing.text(person.learned)
    if person.follow_ups:
        writing.section(say("Open follow-ups"))
        for each in person.follow_ups:
            writing.text(f"• {each}")


class _Writing:
    """Puts one part after the other at the end of a document."""

    def __init__(self, document: QTextDocument, font: QFont) -> None:
        self._document, self._font = document, font
        self._cursor = QTextCursor(document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_empty = document.isEmpty()
        self._heading: int | None = None
        self._together: list[tuple[int, int]] = []

    def title(self, text: str) -> None:
        self._block(text, self._letters(TITLE, INK, bold=True), below=6, alignment=Left)

    def section(self, text: str, size: int = SECTION) -> None:
        self._block(text, self._letters(size, INK, bold=True), above=14, below=4, alignment=Left)
        self._heading = self._number()

    def text(self, text: str, colour: str = INK) -> None:
        """A paragraph for each line that is not empty."""
        for each in filter(str.strip, text.splitlines()):
            self._block(each, self._letters(BODY, colour), below=2)

    def facts(self, facts: tuple[Fact, ...]) -> None:
        """Two columns: what it is, and what is so."""
        if not facts:
            return
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(1)
        form.setCellSpacing(0)
        form.setTopMargin(8)
        form.setBottomMargin(14)
        form.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.FixedLength, 150),
                QTextLength(QTextLength.Type.VariableLength, 0),
            ]
        )
        table = self._cursor.insertTable(len(facts), 2, form)
        for row, fact in enumerate(facts):
            for column, (text, colour) in enumerate(((fact.name, QUIET), (fact.text, INK))):
                cell = table.cellAt(row, column).firstCursorPosition()
                cell.insertText(TURNING.sub("", text), self._letters(BODY, colour))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_empty = True  # the paragraph behind a table is there already

    def question(self, text: str, answer: str, room: Room) -> None:
        """With its answer where there is one, else with space to write; all of it on one page."""
        heading = self._heading
        self._block(text, self._letters(BODY, INK, bold=True), above=8, below=2)
        first = self._number() if heading is None else heading
        if answer.strip():
            self.text(answer)
        else:
            self.space(room)
        self._together.append((first, self._number()))

    def space(self, room: Room) -> None:
        """Lines to write on."""
        for _ in range(room.lines):
            self._block("", self._letters(SMALL, RULE), rule=room.height)

    def keep_together(self) -> None:
        """A question that would be parted from its space begins a new page."""
        for first, last in self._together:
            if self._page(first) != self._page(last):
                cursor = QTextCursor(self._document.findBlockByNumber(first))
                form = cursor.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(form)

    def _number(self) -> int:
        return self._cursor.block().blockNumber()

    def _page(self, number: int) -> int:
        block = self._document.findBlockByNumber(number)
        top = self._document.documentLayout().blockBoundingRect(block).top()
        return int(top // self._document.pageSize().height())

    def _block(
        self,
        text: str,
        letters: QTextCharFormat,
        *,
        above: int = 0,
        below: int = 0,
        alignment: Qt.AlignmentFlag | None = None,
        rule: int = 0,
    ) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        if alignment is not None:
            form.setAlignment(alignment)
        if rule:
            form.setLineHeight(rule, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            whole = QTextLength(QTextLength.Type.PercentageLength, 100)
            form.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
            form.setBackground(QColor(RULE))
        if self._is_empty:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(letters)
        else:
            self._cursor.insertBlock(form, letters)
        self._is_empty, self._heading = False, None
        self._cursor.insertText(TURNING.sub("", text), letters)

    def _letters(self, pixels: int, colour: str, *, bold: bool = False) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setFont(_sized(self._font, pixels, bold=bold))
        letters.setForeground(QColor(colour))
        return letters


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """The font in pixels of the page: paper is the same whatever the size of letters on the screen."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made
