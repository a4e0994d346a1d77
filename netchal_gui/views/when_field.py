"""When an interview begins: day, time, length and, where wanted, the time zone, with what is odd about it."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from netchal_gui.domain.interview import LONGEST_MINUTES
from netchal_gui.domain.problem import Problem, ProblemKind
from netchal_gui.domain.walltime import WallTime, from_utc, wall_time, zone_info
from netchal_gui.views.form_parts import (
    link_button,
    muted_label,
    named,
    plain_label,
    problem_label,
)
from netchal_gui.views.month_choice import MonthChoice
from netchal_gui.words import clock, problem, say, weekday_day

STEP_MINUTES = 15
ROOM = 6


class WhenField(QWidget):
    """A wall time and a length. The zone shows itself only when it is not the system's, or asked for.

    ``changed`` after each change by the user. ``viewer_zone`` is the system's IANA zone.
    """

    changed = Signal()

    def __init__(self, viewer_zone: str) -> None:
        super().__init__()
        self._viewer_zone = viewer_zone
        self._loading = False
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.day = day_edit()
        self.time = ClockField()
        self.minutes = QSpinBox()
        self.minutes.setRange(1, LONGEST_MINUTES)
        self.minutes.setSingleStep(STEP_MINUTES)
        self.minutes.setSuffix(say(" min"))
        self.zone = QLineEdit()
        self.zone.setPlaceholderText(self._viewer_zone)
        self._ask_zone = link_button(say("Time zone…"))
        self._zone_label = plain_label(say("Time zone"))
        self._until = muted_label()
        self._notice = muted_label(wrap=True)
        self._problem = problem_label()
        self._choice = QWidget()
        self._folds = QButtonGroup(self)
        self._first, self._second = QRadioButton(), QRadioButton()
        for each in (self.day, self.time, self.minutes):
            each.setMinimumHeight(field_height(each))
        for spinning in (self.time, self.minutes):
            leave_room(spinning)
        named(self.day, say("Day"))
        named(self.time, say("Start"))
        named(self.minutes, say("Length"))
        named(self.zone, say("Time zone"), self._zone_label)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.day, self.time, self.minutes):
            line.addWidget(widget)
        line.addWidget(self._until)
        line.addStretch(1)
        line.addWidget(self._ask_zone)
        radios = QHBoxLayout(self._choice)
        radios.setContentsMargins(0, 0, 0, 0)
        for fold, radio in enumerate((self._first, self._second)):
            self._folds.addButton(radio, fold)
            radios.addWidget(radio)
        radios.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.addLayout(line, 0, 0, 1, 2)
        grid.addWidget(self._zone_label, 1, 0)
        grid.addWidget(self.zone, 1, 1)
        for row, below in enumerate((self._notice, self._choice, self._problem), start=2):
            grid.addWidget(below, row, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.day.dateChanged.connect(self._edited)
        self.time.timeChanged.connect(self._edited)
        self.minutes.valueChanged.connect(self._edited)
        self.zone.textEdited.connect(self._edited)
        self._folds.idToggled.connect(self._edited)
        self._ask_zone.clicked.connect(self._show_zone)

    def show_when(self, start: WallTime, minutes: int) -> None:
        """Load a start and a length; sends no signal."""
        self._loading = True
        self.day.setDate(QDate(start.day.year, start.day.month, start.day.day))
        self.time.setTime(QTime(start.local.hour, start.local.minute))
        self.minutes.setValue(minutes)
        self.zone.setText(start.zone)
        self._folds.button(start.fold).setChecked(True)
        self._loading = False
        self._set_zone_shown(start.zone != self._viewer_zone)
        self._tell()

    @property
    def local(self) -> datetime:
        """What the day and the time show, naive."""
        shown_time = self.time.time()
        return datetime.combine(shown_day(self.day), time(shown_time.hour(), shown_time.minute()))

    @property
    def zone_name(self) -> str:
        """The zone as typed; the system's where the field was left empty."""
        return self.zone.text().strip() or self._viewer_zone

    @property
    def start(self) -> WallTime:
        """The start as it would be saved: one that exists, the repeated hour as chosen."""
        return wall_time(self.local, self.zone_name, max(0, self._folds.checkedId()))[0]

    @property
    def length(self) -> int:
        return self.minutes.value()

    def show_problem(self, text: str) -> None:
        """What keeps the time from being saved, "" for nothing; the zone is shown if it is at fault."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _edited(self) -> None:
        if self._loading:
            return
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Say beside the field what is odd about the time."""
        start, found = wall_time(self.local, self.zone_name)
        repeated = found is not None and found.kind is ProblemKind.TIME_REPEATED
        unknown = found is not None and found.kind is ProblemKind.ZONE_UNKNOWN
        self.show_problem(problem(found) if found is not None and unknown else "")
        self._choice.setVisible(repeated)
        if repeated:
            self._name_the_choices()
        self._until.setText("" if unknown else self._until_text())
        notice = self._notice_text(start, found)
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice) and not unknown)

    def _notice_text(self, start: WallTime, found: Problem | None) -> str:
        parts = []
        if found is not None and found.kind is ProblemKind.TIME_SKIPPED:
            parts.append(f"{problem(found)} {say('It begins at {time}.', time=clock(start.local))}")
        elif found is not None and found.kind is ProblemKind.TIME_REPEATED:
            parts.append(say("{time} comes twice on that day. Which one?", time=found.value))
        if zone_info(self.zone_name) is not None and self.zone_name != self._viewer_zone:
            here = from_utc(self.start.utc, self._viewer_zone).local
            when = {"day": weekday_day(here.date()), "time": clock(here), "zone": self._viewer_zone}
            parts.append(say("In {zone} that is {day}, {time}.", **when))
        return " ".join(parts)

    def _until_text(self) -> str:
        return say("until {time}", time=clock(self.start.end(self.length).local))

    def _name_the_choices(self) -> None:
        info = zone_info(self.zone_name)
        for fold, radio in enumerate((self._first, self._second)):
            moment = self.local.replace(tzinfo=info, fold=fold)
            offset = moment.utcoffset() or timedelta()
            text = say("the first") if fold == 0 else say("the second")
            radio.setText(say("{which} (UTC{offset})", which=text, offset=_signed(offset)))
            radio.setAccessibleName(radio.text())

    def _show_zone(self) -> None:
        self._set_zone_shown(True)
        self.zone.setFocus(Qt.FocusReason.TabFocusReason)
        self.zone.selectAll()

    def _set_zone_shown(self, shown: bool) -> None:
        self.zone.setVisible(shown)
        self._zone_label.setVisible(shown)
        self._ask_zone.setVisible(not shown)
        if shown and self.zone.completer() is None:
            self.zone.setCompleter(_zone_completer(self.zone))
            self.zone.completer().activated.connect(self._edited)


class _Day(QDateEdit):
    """Tab leaves it; the arrows go through its parts."""

    def focusNextPrevChild(self, following: bool) -> bool:
        return QWidget.focusNextPrevChild(self, following)


class ClockField(QTimeEdit):
    """Tab leaves it; the arrows go from hours to minutes."""

    def __init__(self, clock: QTime | None = None) -> None:
        super().__init__(clock or QTime())
        self.setDisplayFormat("HH:mm")

    def focusNextPrevChild(self, following: bool) -> bool:
        return QWidget.focusNextPrevChild(self, following)


def day_edit() -> QDateEdit:
    """A field for a day, as wide as any day is long, with a calendar to choose from."""
    made = _Day()
    made.setCalendarPopup(True)
    made.setCalendarWidget(MonthChoice())
    made.setDisplayFormat("ddd d MMM yyyy")
    longest = max((made.locale().standaloneDayName(n, _SHORT) for n in range(1, 8)), key=len)
    text = f"{longest} 28 {made.locale().standaloneMonthName(9, _SHORT)} 2000"
    made.setMinimumWidth(made.fontMetrics().horizontalAdvance(text) + 50)
    return made


def shown_day(field: QDateEdit) -> date:
    """The day in such a field."""
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())


_SHORT = QLocale.FormatType.ShortFormat


def leave_room(field: QWidget) -> None:
    """Room before the text, which the style sheet cannot give a field with arrows."""
    inside = field.findChild(QLineEdit)
    if isinstance(inside, QLineEdit):
        inside.setTextMargins(ROOM, 0, 0, 0)


def field_height(field: QWidget) -> int:
    """As high as a line of text with the room around it that our own fields have."""
    return field.fontMetrics().height() + 12


def _zone_completer(parent: QWidget) -> QCompleter:
    """All zones of this computer; made when it is first needed, as it reads a folder of files."""
    from zoneinfo import available_timezones

    completer = QCompleter(sorted(available_timezones()), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def _signed(offset: timedelta) -> str:
    """ "+2", "+5:30"."""
    minutes = offset // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{hours}:{rest:02}" if rest else f"{sign}{hours}"
