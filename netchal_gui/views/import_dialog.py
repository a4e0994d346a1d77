"""Import people: what the files bring, with a verdict for each item, before anything is changed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui.commands import import_people
from netchal_gui.commands.faults import explain
from netchal_gui.commands.import_people import ImportResult
from netchal_gui.commands.import_plan import ImportPlan, Verdict
from netchal_gui.commands.import_wording import verdict_word
from netchal_gui.commands.progress import Cancelled, Progress
from netchal_gui.domain.contact import Relation
from netchal_gui.files import write
from netchal_gui.item_models.verdict_table import VerdictTable
from netchal_gui.views.chips import ChipButton
from netchal_gui.views.colours import colours
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    heading,
    muted_label,
    named,
    plain_label,
    primary_button,
    problem_label,
)
from netchal_gui.views.job_progress import JobProgress
from netchal_gui.views.jobs import Job, Jobs
from netchal_gui.views.verdict_view import TONES, VerdictView, import_button_text
from netchal_gui.words import number, say
from netchal_gui.workbench import Workbench


class VerdictChip(ChipButton):
    """A verdict with its count; pressed, only its items are shown."""

    def __init__(self, verdict: Verdict, count: int) -> None:
        super().__init__(f"{number(count)} {verdict_word(verdict)}", TONES[verdict])
        self.verdict = verdict
        self.setCheckable(True)
        self.setAccessibleName(say("{chip}, show only these", chip=self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked() and not self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours(self.palette()).mark), 1))
            ring = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


class ImportDialog(Dialog):
    """Reads the files as a job, shows the verdicts, imports as another. ``imported(sentence)`` at the end.

    Cancel, Escape and closing stop what is under way; nothing is changed before the import is asked for.
    """

    imported = Signal(str)

    def __init__(
        self, workbench: Workbench, jobs: Jobs, paths: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workbench, self._jobs, self._paths = workbench, jobs, tuple(paths)
        self._plan: ImportPlan | None = None
        self._job: Job | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._prepare()

    def _build(self) -> None:
        name = self._paths[0].name if len(self._paths) == 1 else say("{n} files", n=len(self._paths))
        self.setWindowTitle(say("Import people from {file}", file=name))
        self.relation = QComboBox()
        for text, relation in ((say("people I know"), Relation.KNOWN), (say("new people"), Relation.NEW)):
            self.relation.addItem(text, relation)
        self._relation_label = plain_label(say("All of them are"))
        named(self.relation, say("All of them are"), self._relation_label)
        self.chips = QWidget()
        self._chip_flow = FlowLayout(self.chips, spacing=8)
        self.table = VerdictTable(self)
        self.view = VerdictView(self.table)
        self._state = muted_label(wrap=True)
        self._fault = problem_label()
        self.progress = JobProgress(with_cancel=False)
        self.report = button(say("Save report…"))
        self.cancel = button(say("Cancel"))
        self.apply = primary_button(import_button_text(0))

    def _lay_out(self) -> None:
        header = frame("header", margins=(20, 14, 20, 12))
        title = heading(self.windowTitle(), 1.2)
        title.setWordWrap(True)
        box_of(header).addWidget(title)
        body = frame("page", margins=(20, 14, 20, 14), spacing=10)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._relation_label)
        top.addWidget(self.relation)
        box_of(body).addLayout(top)
        box_of(body).addWidget(self.view, 1)
        footer = frame("footer")
        box_of(footer).addWidget(self._fault)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._state, 1)
        row.addWidget(self.progress)
        for each in (self.report, self.cancel, self.apply):
            row.addWidget(each)
        box_of(footer).addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part, stretch in ((header, 0), (body, 1), (footer, 0)):
            whole.addWidget(part, stretch)
        self.resize(860, 560)
        self.setMinimumSize(640, 380)

    def _connect(self) -> None:
        self.apply.setDefault(True)
        self.apply.clicked.connect(self._import)
        self.cancel.clicked.connect(self.reject)
        self.report.clicked.connect(self._ask_report)
        self.relation.activated.connect(self._relation_chosen)
        self.view.decided.connect(self._count)

    # Reading the files.

    def _prepare(self) -> None:
        self._set_ready(False)
        self._state.setText(say("Reading the file. Nothing is changed yet."))
        work = partial(_prepare, self._workbench, self._paths)
        self._watch(self._jobs.run(work, self._prepared, self._failed, say("Reading")))

    def _prepared(self, plan: ImportPlan) -> None:
        self._job = None
        self._plan = plan
        plan.relation = Relation(self.relation.currentData())
        self.table.show_plan(plan)
        for verdict, count in plan.counts.items():
            if count:
                chip = VerdictChip(verdict, count)
                chip.clicked.connect(self._chip_clicked)
                self._chip_flow.addWidget(chip)
        self._set_ready(True)
        self._count()
        self.view.selectRow(0)
        self.view.setFocus()

    def _count(self) -> None:
        """Say on the button how many people it imports, the decided ones included."""
        if self._plan is None:
            return
        people = self._plan.people
        self.apply.setText(import_button_text(people))
        self.apply.setAccessibleName(self.apply.text())
        self.apply.setEnabled(bool(people))
        if people:
            self._state.setText(say("Nothing is changed yet. One undo takes the whole import back."))
        elif self._plan.counts[Verdict.SAME] and self._plan.counts[Verdict.SAME] == len(self._plan):
            self._state.setText(say("All of them are there already."))
        else:
            self._state.setText(say("There is nobody to import."))

    # Importing.

    def _import(self) -> None:
        if self._plan is None or self._job is not None:
            return
        self._set_ready(False)
        self._state.setText("")
        self._fault.hide()
        work = partial(_apply, self._workbench, self._plan)
        self._watch(self._jobs.run(work, self._imported, self._failed, say("Importing"), writes=True))

    def _imported(self, result: ImportResult) -> None:
        self._job = None
        self.imported.emit(result.sentence)
        self.accept()

    def _failed(self, fault: Exception) -> None:
        """Cancelled while reading: away. Anything else: say it; a plan that stands can be tried again."""
        self._job = None
        if isinstance(fault, Cancelled) and self._plan is None:
            self.done(self.DialogCode.Rejected)
            return
        self._fault.setText(explain(fault) or str(fault))
        self._fault.show()
        self._set_ready(self._plan is not None)
        self._count()
        if self._plan is None:
            self._state.setText("")

    def _watch(self, job: Job) -> None:
        self._job = job
        self.progress.watch(job)

    def _set_ready(self, ready: bool) -> None:
        """While a job runs, Cancel is the one thing to do."""
        for each in (self.apply, self.report, self.relation, self.view):
            each.setEnabled(ready)

    # What the person does.

    def _relation_chosen(self) -> None:
        if self._plan is not None:
            self._plan.relation = Relation(self.relation.currentData())

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if self._plan is None or not isinstance(chip, VerdictChip):
            return
        for other in self.chips.findChildren(VerdictChip):
            if other is not chip:
                other.setChecked(False)
        self.table.show_plan(self._plan, chip.verdict if chip.isChecked() else None)

    def _ask_report(self) -> None:
        dialog = QFileDialog(self, say("Save report"), say("import report.txt"), say("Text files (*.txt)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self.save_report)
        dialog.open()

    def save_report(self, name: str) -> None:
        """Write the verdicts as text to a file."""
        if self._plan is not None:
            self._jobs.run(
                partial(_write_report, self._plan, Path(name)), self._report_saved, self._report_failed
            )

    def _report_saved(self, path: Path) -> None:
        self._state.setText(say("The report is in {file}.", file=path.name))

    def _report_failed(self, fault: Exception) -> None:
        self._fault.setText(explain(fault) or str(fault))
        self._fault.show()

    def reject(self) -> None:
        """Stop what is under way; without anything under way, close."""
        if self._job is not None:
            self._job.cancel()
            self._state.setText(say("Stopping…"))
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.table.forget()
        if self._plan is not None:
            self._plan.close()
            self._plan = None
        super().done(result)


def _prepare(workbench: Workbench, paths: Sequence[Path], progress: Progress) -> ImportPlan:
    return import_people.prepare(workbench, paths, progress=progress)


def _apply(workbench: Workbench, plan: ImportPlan, progress: Progress) -> ImportResult:
    return import_people.apply(workbench, plan, progress)


def _write_report(plan: ImportPlan, path: Path, progress: Progress) -> Path:
    return write(path, ("\n".join(import_people.report(plan)) + "\n").encode())
