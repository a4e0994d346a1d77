"""The prepare sheet as a document of A4 pages, and as the bytes of a PDF.

All texts go in as plain text, so that nothing a person or a file has written is read as anything else.
"""

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
from netchal_gui.words import say

INK, QUIET, RULE = "#1F2328", "#5B6270", "#B9BDC6"
BODY, SMALL, TITLE, SECTION = 13, 11, 24, 15
"""Pixels of a page that has 96 in an inch."""
ANSWER = 27
MARGIN_MM = 18
MOST_LINES = 3
"""So many lines for an answer where the page has room."""

Left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def layout() -> QPageLayout:
    """A4 upright with its margins."""
    margin = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    portrait, millimetre = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), portrait, margin, millimetre)


def fitted(sheet: Sheet, font: QFont) -> QTextDocument:
    """One page, with as much space for answers as it leaves; two where the questions need them."""
    for lines in range(MOST_LINES, 0, -1):
        document = paper(sheet, font, lines)
        if document.pageCount() == 1:
            return document
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


def paper(sheet: Sheet, font: QFont, lines: int) -> QTextDocument:
    """The sheet with so many lines under each question."""
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
    for number, question in enumerate(sheet.questions, 1):
        writing.question(f"{number}.  {question.text}", question.answer, lines)
    if not sheet.questions:
        writing.space(lines * 4)
    return document


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
        writing.section(person.name)
        writing.text(person.about, QUIET)
        writing.facts(person.facts)
    if person.learned:
        writing.section(say("Last time, {day}", day=person.learned_on))
        writing.text(person.learned)
    if person.follow_ups:
        writing.section(say("Open follow-ups"))
        for each in person.follow_ups:
            writing.text(f"•  {each}")


class _Writing:
    """Puts one part after the other at the end of a document."""

    def __init__(self, document: QTextDocument, font: QFont) -> None:
        self._cursor = QTextCursor(document)
        self._font = font
        self._is_empty = True

    def title(self, text: str) -> None:
        self._block(text, self._letters(TITLE, INK, bold=True), below=6, alignment=Left)

    def section(self, text: str) -> None:
        self._block(text, self._letters(SECTION, INK, bold=True), above=14, below=4, alignment=Left)

    def text(self, text: str, colour: str = INK) -> None:
        for each in text.splitlines():
            self._block(each, self._letters(BODY, colour), below=2)

    def facts(self, facts: tuple[Fact, ...]) -> None:
        """Two columns: what it is, and what is so."""
        if not facts:
            return
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(1)
        form.setCellSpacing(0)
        form.setTopMargin(4)
        form.setBottomMargin(10)
        form.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.FixedLength, 150),
                QTextLength(QTextLength.Type.VariableLength, 0),
            ]
        )
        table = self._cursor.insertTable(len(facts), 2, form)
        for row, fact in enumerate(facts):
            for column, (text, colour) in enumerate(((fact.name, QUIET), (fact.text, INK))):
                table.cellAt(row, column).firstCursorPosition().insertText(text, self._letters(BODY, colour))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_empty = True  # the paragraph behind a table is there already

    def question(self, text: str, answer: str, lines: int) -> None:
        """With its answer where there is one, else with space to write."""
        self._block(text, self._letters(BODY, INK, bold=True), above=8, below=2)
        if answer.strip():
            self.text(answer.strip())
        else:
            self.space(lines)

    def space(self, lines: int) -> None:
        """Lines to write on."""
        for _ in range(lines):
            self._block("", self._letters(SMALL, RULE), ruled=True)

    def _block(
        self,
        text: str,
        letters: QTextCharFormat,
        *,
        above: int = 0,
        below: int = 0,
        alignment: Qt.AlignmentFlag | None = None,
        ruled: bool = False,
    ) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        if alignment is not None:
            form.setAlignment(alignment)
        if ruled:
            form.setLineHeight(ANSWER, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            whole = QTextLength(QTextLength.Type.PercentageLength, 100)
            form.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
            form.setBackground(QColor(RULE))
        if self._is_empty:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(letters)
        else:
            self._cursor.insertBlock(form, letters)
        self._is_empty = False
        self._cursor.insertText(text, letters)

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
