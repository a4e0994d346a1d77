"""The side of the home tab: the year, whether asking works, where new people came from, the forecast."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from netchal_gui import words
from netchal_gui.commands.asked_who_else import sentence as who_else_sentence
from netchal_gui.commands.challenge_places import PeriodStanding
from netchal_gui.commands.challenge_wording import forecast_sentences, period_title
from netchal_gui.commands.home_wording import partner, period_label
from netchal_gui.commands.new_people import sentence
from netchal_gui.commands.standing import CameFrom, Standing
from netchal_gui.commands.together import TogetherRow
from netchal_gui.domain.asked_who_else import AskedWhoElse
from netchal_gui.domain.contact_kinds import Source
from netchal_gui.domain.kept import Kept
from netchal_gui.views.elided_button import ElidedButton
from netchal_gui.views.flow_layout import FlowLayout
from netchal_gui.views.form_parts import (
    box_of,
    button,
    frame,
    muted_label,
    plain_label,
    scroll_area,
    section_title,
)
from netchal_gui.views.friend_rows import FriendRows
from netchal_gui.views.number_bars import Bar, NumberBars
from netchal_gui.views.theme import scaled
from netchal_gui.views.year_grid import Column, Marks, YearGrid
from netchal_gui.words import say, say_many


class ChallengeSide(QFrame):
    """``people_wanted(label, ids)``: those behind a number; ``uncounted_wanted``: talks that fill no place.

    ``period_chosen(number)`` from the year; ``period_people_wanted(number)``: who was met in that period.
    ``report_wanted`` and ``answer_wanted`` for the partner; ``together_wanted`` to see more of the friends.
    """

    people_wanted = Signal(str, object)
    uncounted_wanted = Signal()
    period_chosen = Signal(int)
    period_people_wanted = Signal(int)
    person_wanted = Signal(object)
    pipeline_wanted = Signal()
    yields_wanted = Signal()
    report_wanted = Signal()
    answer_wanted = Signal()
    together_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "panel")
        self._partner_id = b""
        self._found: Standing | None = None
        self._build()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.met.clicked.connect(self._show_met)
        self.uncounted.clicked.connect(self.uncounted_wanted)
        self.scheduled.clicked.connect(self._show_scheduled)
        self.invited.clicked.connect(self._show_invited)
        self.year.period_chosen.connect(self.period_chosen)
        self.year.period_opened.connect(self.period_people_wanted)
        self.asking.chosen.connect(self.people_wanted)
        self.pipeline.clicked.connect(self.pipeline_wanted)
        self.yields.clicked.connect(self.yields_wanted)
        for bars in (self.who_else, self.sources, self.again):
            bars.chosen.connect(self.people_wanted)
        self.partner_name.clicked.connect(self._show_partner)
        self.report.clicked.connect(self.report_wanted)
        self.answer.clicked.connect(self.answer_wanted)
        self.together.opened.connect(self.together_wanted)

    def _build(self) -> None:
        self.met = ElidedButton("", "name")
        self.met.setFont(scaled(self.met.font(), 2.3, bold=True))
        self.goal = muted_label()
        self.year = YearGrid()
        self.asking = NumberBars("accent")
        self.pipeline = ElidedButton(say("Pipeline…"), "plain-link")
        self.yields = ElidedButton(say("What came of each source…"), "plain-link")
        self.sources = NumberBars("new")
        self.sources_title = section_title(say("Where new people came from"))
        self.again_title = section_title(say("New people you met again"))
        self.again = NumberBars("new")
        self.again_told = muted_label(wrap=True, small=True)
        self.who_else_title = section_title(say("Who else should I meet?"))
        self.who_else = NumberBars("accent")
        self.who_else_told = muted_label(wrap=True, small=True)
        self._again = (self.again_title, self.again, self.again_told)
        self._who_else = (self.who_else_title, self.who_else, self.who_else_told)
        for widget in (*self._again, *self._who_else):
            widget.hide()
        self.uncounted = ElidedButton("", "plain-link")
        self.forecast = plain_label(wrap=True)
        self.scheduled = ElidedButton("", "plain-link")
        self.invited = ElidedButton("", "plain-link")
        self._awaited = QWidget()
        self.partner_title = section_title(say("Accountability partner"))
        self.partner_name = ElidedButton("", "name")
        self.partner_state = muted_label()
        self.report = button(say("Report…"))
        self.answer = button(say("They answered…"))
        self._partner = QWidget()
        self.together_title = section_title(say("Together"))
        self.together = FriendRows()

    def _lay_out(self) -> None:
        figure = QHBoxLayout()
        figure.setSpacing(8)
        figure.addWidget(self.met)
        figure.addWidget(self.goal, 1)
        notice = frame("notice")
        box_of(notice).addWidget(self.forecast)
        flow = FlowLayout(self._awaited, spacing=12)
        for link in (self.scheduled, self.invited):
            flow.addWidget(link)
        box_of(notice).addWidget(self._awaited)
        column = QVBoxLayout(self._partner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.partner_state.setContentsMargins(2, 0, 0, 6)
        buttons = QHBoxLayout()
        for each in (self.report, self.answer):
            buttons.addWidget(each)
        buttons.addStretch(1)
        for part in (self.partner_name, self.partner_state):
            column.addWidget(part)
        column.addLayout(buttons)
        inside = frame("panel", margins=(18, 16, 18, 16), spacing=6)
        box = box_of(inside)
        box.addWidget(section_title(say("Your year")))
        box.addLayout(figure)
        asking = section_title(say("Does asking work?"))
        for widget in (self.year, self.uncounted, asking, self.asking, self.pipeline):
            box.addWidget(widget)
        sources = (self.sources_title, self.sources, self.yields)
        partner = (self.partner_title, self._partner)
        told = (*self._who_else, *self._again)
        for below in (*sources, notice, *partner, *told, self.together_title, self.together):
            box.addWidget(below)
        box.addStretch(1)
        last = (self.again_title, self.who_else_title, self.partner_title)
        titles = (*last, notice, self.sources_title, asking)
        for before in (self.together_title, *titles):
            box.insertSpacing(box.indexOf(before), 10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.pane = scroll_area(inside)
        whole.addWidget(self.pane)

    def show_standing(self, found: Standing, period: int) -> None:
        """Show the numbers, the column of one period marked."""
        self._found = found
        self.met.show_text(words.number(found.met))
        self.met.setAccessibleName(say("{n} met", n=words.number(found.met)))
        self.goal.setText(say("of {goal} interviews", goal=words.number(found.goal)))
        self.year.show_columns([_column(found, each) for each in found.periods], period)
        self.asking.show_bars(
            [
                Bar(say("Asked"), found.funnel.asked),
                Bar(say("Replied"), found.funnel.replied),
                Bar(say("Met"), found.funnel.met),
                Bar(say("Introduced"), found.funnel.introduced),
            ]
        )
        self.sources.show_bars([Bar(_source(each), each.people) for each in found.sources])
        for widget in (self.sources_title, self.sources, self.yields):
            widget.setVisible(bool(found.sources))
        self._show_uncounted(found)
        self.forecast.setText(" ".join(forecast_sentences(found)))
        scheduled, invited = len(found.awaited.scheduled), len(found.awaited.invited)
        self.scheduled.show_text(say_many("{n} scheduled", "{n} scheduled", scheduled))
        self.invited.show_text(say_many("{n} invitation", "{n} invitations", invited))
        self.scheduled.setVisible(bool(scheduled))
        self.invited.setVisible(bool(invited))
        self._awaited.setVisible(bool(scheduled or invited))
        self._show_partner_of(found)

    def _show_partner_of(self, found: Standing) -> None:
        for widget in (self.partner_title, self._partner):
            widget.setVisible(found.partner is not None)
        if found.partner is not None:
            self._partner_id = found.partner.person.id
            self.partner_name.show_text(found.partner.person.name)
            self.partner_state.setText(partner(found.partner, found.today))

    def show_what_came_of_it(self, kept: Kept, asked: AskedWhoElse) -> None:
        """Which of the new people one met again, and who was asked whom else to meet."""
        self._show_kept(kept)
        self.who_else.show_bars(
            [
                Bar(say("Named somebody"), asked.named),
                Bar(say("Named nobody"), asked.nobody),
                Bar(say("Not asked"), asked.not_asked),
            ]
        )
        self.who_else_told.setText(who_else_sentence(asked))
        for widget in self._who_else:
            widget.setVisible(any(asked))

    def _show_kept(self, found: Kept) -> None:
        rest = frozenset((*found.again, *found.open))
        lost = tuple(who for who in found.new if who not in rest)
        self.again.show_bars(
            [
                Bar(say("Met again"), found.again),
                Bar(say("Still time"), found.open),
                Bar(say("Not met again"), lost),
            ]
        )
        self.again_told.setText(sentence(found))
        for widget in self._again:
            widget.setVisible(bool(found.new))

    def show_together(self, rows: Sequence[TogetherRow]) -> None:
        """Friends' numbers beside one's own; nothing where there are none."""
        self.together.show_rows(rows)
        for widget in (self.together_title, self.together):
            widget.setVisible(len(rows) > 1)

    def _show_uncounted(self, found: Standing) -> None:
        """How many talks fill no place, or count only because one said so."""
        out, extra, by_hand = len(found.uncounted), len(found.extra), found.by_hand
        told = [say_many("{n} talk does not count", "{n} talks do not count", out)] if out else []
        told += [say_many("{n} beyond the places", "{n} beyond the places", extra)] if extra else []
        told += [say_many("{n} counted by hand", "{n} counted by hand", by_hand)] if by_hand else []
        self.uncounted.show_text(" · ".join(told))
        self.uncounted.setVisible(bool(told))

    def _show_met(self) -> None:
        if self._found is not None:
            self.people_wanted.emit(say("Met"), self._found.funnel.met)

    def _show_scheduled(self) -> None:
        if self._found is not None:
            self.people_wanted.emit(say("Scheduled"), self._found.awaited.scheduled)

    def _show_invited(self) -> None:
        if self._found is not None:
            self.people_wanted.emit(say("Open invitations"), self._found.awaited.invited)

    def _show_partner(self) -> None:
        self.person_wanted.emit(self._partner_id)


def _source(each: CameFrom) -> str:
    return words.source(Source(each.source)) if each.source else say("Not noted")


def _column(found: Standing, period: PeriodStanding) -> Column:
    title = period_title(found.challenge, period, found.today)
    return Column(
        period_label(found.challenge, period),
        tuple(
            Marks("known" if each.lane == "known" else "new", each.quota, each.met) for each in period.lanes
        ),
        say("{period}: {met} of {quota} met", period=title, met=period.met, quota=period.quota),
    )
