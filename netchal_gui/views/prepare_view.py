"""The prepare sheet on the screen, with buttons that print it and save it as PDF."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from netchal_gui import files
from netchal_gui.commands.faults import explain
from netchal_gui.commands.prepare_facts import prepare_sheet
from netchal_gui.exchange.file_names import safe_name
from netchal_gui.paths import export_folder
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.form_parts import box_of, button, frame, primary_button, problem_label
from netchal_gui.views.prepare_paper import fitted, layout, pdf
from netchal_gui.words import say
from netchal_gui.workbench import Workbench

MARGIN = 34
HIGHEST = 720


class PrepareView(Dialog):
    """One sheet as it will be printed, black on white in both themes. ``message(sentence)`` when saved."""

    message = Signal(str)

    def __init__(self, workbench: Workbench, interview_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sheet = prepare_sheet(workbench, interview_id)
        title = say("Prepare sheet: {name}", name=self._sheet.title)
        self.setWindowTitle(title)
        self.paper = QTextEdit()
        self.paper.setAccessibleName(title)
        self.print_button, self.save = button(say("Print…")), primary_button(say("Save as PDF…"))
        self.close_button = button(say("Close"))
        self.fault = problem_label()
        self._lay_out()
        self._show()
        self.print_button.clicked.connect(self._print)
        self.save.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        footer = frame("footer")
        row = QHBoxLayout()
        row.addStretch(1)
        for each in (self.close_button, self.print_button, self.save):
            row.addWidget(each)
        box_of(footer).addWidget(self.fault)
        box_of(footer).addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.paper, 1)
        whole.addWidget(footer)

    def _show(self) -> None:
        document = fitted(self._sheet, self.font())
        document.setParent(self.paper)
        page = round(document.pageSize().width())
        self.paper.setReadOnly(True)
        self.paper.setTabChangesFocus(True)
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        self.paper.setProperty("part", "paper")
        self.paper.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.paper.setLineWrapColumnOrWidth(page + 2 * MARGIN)
        document.setDocumentMargin(MARGIN)
        document.setPageSize(document.pageSize() * 0)  # on the screen it scrolls on, without pages
        self.paper.setDocument(document)
        parent = self.parentWidget()
        self.resize(page + 2 * MARGIN + 20, min(HIGHEST, parent.height() - MARGIN if parent else HIGHEST))
        self.paper.setFocus()

    def save_as(self, path: Path) -> bool:
        """Write the PDF; False where that failed, which is said."""
        try:
            files.write(path, pdf(self._sheet, self.font()))
        except OSError as error:
            self.fault.setText(explain(error) or str(error))
            self.fault.show()
            return False
        self.message.emit(say("Saved as {file}.", file=path.name))
        return True

    def _ask(self) -> None:
        name = safe_name(self._sheet.title, ".pdf", set(), say("prepare"))
        dialog = QFileDialog(self, say("Save as PDF"), str(export_folder()), say("PDF files (*.pdf)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        if self.save_as(Path(name)):
            self.accept()

    def _print(self) -> None:
        """Printing is loaded only when it is asked for."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(layout())
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            fitted(self._sheet, self.font()).print_(printer)
