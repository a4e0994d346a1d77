"""Edit ▸ Settings: what exported files and texts look like, and how often one keeps in touch."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from netchal_gui.commands.preferences import change_preferences, language_words
from netchal_gui.domain.contact import Circle
from netchal_gui.domain.preferences import (
    LONGEST_ANSWER_DAYS,
    CircleCadence,
    ExportShape,
    FollowUpsInCalendar,
    Preferences,
)
from netchal_gui.paths import export_folder
from netchal_gui.views.cadence_field import CadenceField
from netchal_gui.views.form_dialog import FormDialog
from netchal_gui.views.form_parts import (
    button,
    muted_label,
    named,
    plain_label,
    section_title,
)
from netchal_gui.views.when_field import leave_room
from netchal_gui.words import LANGUAGES, say
from netchal_gui.words import circle as circle_words
from netchal_gui.workbench import Workbench

_WIDE = Qt.AlignmentFlag(0)


class PreferencesDialog(FormDialog):
    """Holds a draft of the settings; Save stores it as one Edit."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(say("Settings"), say("Save"), parent)
        self._workbench = workbench
        self.setMinimumWidth(520)
        self._build()
        self._lay_out()
        self._connect()
        self.show_preferences(workbench.preferences)
        self._private.setFocus()
        self.fit()

    def _build(self) -> None:
        self._private = QCheckBox(say("Mark events as private"))
        self._shapes = QButtonGroup(self)
        self._choices = {
            ExportShape.ASK: QRadioButton(say("Ask each time")),
            ExportShape.FOLDER: QRadioButton(say("A folder with one file for each event")),
            ExportShape.ONE_FILE: QRadioButton(say("One file with all events")),
        }
        self._versions = QButtonGroup(self)
        self._vcards = {
            "3.0": QRadioButton(say("vCard 3.0, for Outlook, Google, Apple and older phones")),
            "4.0": QRadioButton(say("vCard 4.0, the newer form")),
        }
        for choice in self._choices.values():
            self._shapes.addButton(choice)
        for version in self._vcards.values():
            self._versions.addButton(version)
        self._folder = QLineEdit()
        self._folder.setPlaceholderText(str(export_folder()))
        self._browse = button(say("Choose…"))
        self.follow_ups = QComboBox()
        for text, form in (
            (say("Left out"), FollowUpsInCalendar.NONE),
            (say("As tasks, in a file of their own"), FollowUpsInCalendar.TODO),
            (say("As whole-day events, for calendars that know no tasks"), FollowUpsInCalendar.EVENT),
        ):
            self.follow_ups.addItem(text, form)
        self.own_name = QLineEdit()
        self.language = QComboBox()
        self.language.addItem(say("As the program"), "")
        for language in LANGUAGES:
            self.language.addItem(language_words(language), language)
        self.answer_days = QSpinBox()
        self.answer_days.setRange(1, LONGEST_ANSWER_DAYS)
        self.answer_days.setSuffix(say(" days"))
        leave_room(self.answer_days)
        self.cadences = {circle: CadenceField(say("No rhythm")) for circle in Circle}

    def _lay_out(self) -> None:
        box = self.box()
        box.addWidget(section_title(say("Calendar files")))
        box.addWidget(self._private)
        box.addWidget(
            muted_label(say("Others who see your calendar then see only that you are busy."), wrap=True)
        )
        box.addSpacing(6)
        box.addWidget(plain_label(say("Several events become")))
        for choice in self._choices.values():
            box.addWidget(choice)
        box.addWidget(
            muted_label(say("Outlook opens a file with several events as a new calendar."), wrap=True)
        )
        box.addSpacing(6)
        label = plain_label(say("Follow-ups of the month"))
        named(self.follow_ups, say("Follow-ups of the month"), label)
        box.addWidget(label)
        box.addWidget(self.follow_ups)
        box.addSpacing(6)
        label = plain_label(say("Exported files go to"))
        named(self._folder, say("Exported files go to"), label)
        box.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(self._browse)
        box.addLayout(row)
        box.addSpacing(6)
        box.addWidget(section_title(say("Address book files")))
        for version in self._vcards.values():
            box.addWidget(version)
        box.addSpacing(6)
        box.addWidget(section_title(say("Texts to others")))
        fields: tuple[tuple[str, QWidget], ...]
        fields = (
            (say("Your name, as you sign"), self.own_name),
            (say("Language"), self.language),
            (say("Days until a request without a reply comes up again"), self.answer_days),
        )
        for text, field in fields:
            label = plain_label(text)
            named(field, text, label)
            box.addWidget(label)
            box.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if field is self.answer_days else _WIDE)
        self._lay_out_circles(box)
        box.addStretch(1)

    def _lay_out_circles(self, box: QVBoxLayout) -> None:
        box.addSpacing(6)
        box.addWidget(section_title(say("Stay in touch")))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for circle, field in self.cadences.items():
            label = plain_label(circle_words(circle))
            named(field, circle_words(circle), label)
            form.addRow(label, field)
        box.addLayout(form)
        box.addWidget(muted_label(say("A person's own rhythm goes before that of their circle."), wrap=True))

    def _connect(self) -> None:
        self._browse.clicked.connect(self._choose_folder)

    def show_preferences(self, preferences: Preferences) -> None:
        self._private.setChecked(preferences.private_events)
        self._choices[preferences.export_shape].setChecked(True)
        self._vcards[preferences.vcard_version].setChecked(True)
        self._folder.setText(preferences.export_folder)
        self.follow_ups.setCurrentIndex(self.follow_ups.findData(preferences.follow_ups_in_calendar))
        self.own_name.setText(preferences.own_name)
        self.answer_days.setValue(preferences.answer_days)
        days = {each.circle: each.days for each in preferences.circle_cadences}
        for circle, field in self.cadences.items():
            field.show_cadence(days.get(circle))
        self.language.setCurrentIndex(max(0, self.language.findData(preferences.language)))

    def draft(self) -> Preferences:
        """The settings as the form shows them."""
        return replace(
            self._workbench.preferences,
            private_events=self._private.isChecked(),
            export_shape=next(shape for shape, choice in self._choices.items() if choice.isChecked()),
            vcard_version=next(name for name, version in self._vcards.items() if version.isChecked()),
            export_folder=self._folder.text().strip(),
            follow_ups_in_calendar=FollowUpsInCalendar(self.follow_ups.currentData()),
            own_name=" ".join(self.own_name.text().split()),
            language=str(self.language.currentData()),
            answer_days=self.answer_days.value(),
            circle_cadences=tuple(
                CircleCadence(circle, days)
                for circle, field in self.cadences.items()
                if (days := field.cadence()) is not None
            ),
        )

    def is_changed(self) -> bool:
        return self.draft() != self._workbench.preferences

    def save_draft(self) -> None:
        with self.telling_faults():
            change_preferences(self._workbench, self.draft())
            self.accept()

    def _choose_folder(self) -> None:
        begin = self._folder.text() or str(export_folder().parent)
        chosen = QFileDialog.getExistingDirectory(
            self,
            say("Folder for exported files"),
            begin if Path(begin).is_dir() else "",
            options=QFileDialog.Option.ShowDirsOnly,
        )
        if chosen:
            self._folder.setText(chosen)
            self._folder.setFocus(Qt.FocusReason.OtherFocusReason)
