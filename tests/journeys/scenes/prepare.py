"""Before and during a talk: preparing, the prepare sheet, the interview sheet, pitches, questions."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netchal_gui.commands.pitches import add_pitch, blank_pitch
from netchal_gui.commands.preparing import prepare, with_questions
from netchal_gui.commands.question_sets import supplied_sets
from netchal_gui.domain.interview import Interview
from netchal_gui.domain.pitch import Pitch
from netchal_gui.views.interview_sheet import InterviewSheet
from netchal_gui.views.pitch_drawer import PitchDrawer
from netchal_gui.views.pitch_form import PitchForm
from netchal_gui.views.prepare_dialog import PrepareDialog
from netchal_gui.views.prepare_view import PrepareView
from netchal_gui.views.question_sets_dialog import QuestionSetsDialog
from netchal_gui.words import spoken
from scenes.calendar import planned
from scenes.stage import CALENDAR, CHALLENGE, Stage, found

PITCHES = {
    "en": (
        ("Short", "somebody at a fair", 15, "I am Ada, I make numbers easy to read for people who decide."),
        (
            "For founders",
            "a founder",
            30,
            "I am Ada. For six years I have turned messy figures into pictures that a whole team can act on. "
            "I am looking for young companies that measure a lot and decide by feeling all the same, and "
            "would like to hear how you do it.",
        ),
    ),
    "de": (
        (
            "Kurz",
            "jemand auf einer Messe",
            15,
            "Ich bin Ada und mache Zahlen für alle lesbar, die entscheiden.",
        ),
        (
            "Für Gründer",
            "eine Gründerin",
            30,
            "Ich bin Ada. Seit sechs Jahren mache ich aus unübersichtlichen Zahlen Bilder, nach denen ein "
            "ganzes Team handeln kann. Ich suche junge Firmen, die viel messen und trotzdem nach Gefühl "
            "entscheiden, und möchte hören, wie das bei dir läuft.",
        ),
    ),
}


def pitches(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.program.window.menus.pitches_wanted.emit()
    stage.shot("pitches-empty", close=False)
    _with_pitches(stage)
    stage.shot("pitches")
    found(stage.window, PitchDrawer).close_drawer()
    PitchForm(stage.workbench, None, stage.window).open()
    form = found(stage.window, PitchForm)
    form.text.setPlainText(PITCHES[spoken()][1][3])
    stage.shot("pitch", close=False)
    form._throw_away()


def preparing(stage: Stage) -> None:
    talk = _with_list(stage)
    stage.window.show_tab(CHALLENGE)
    stage.shot("prepare-to-do")
    stage.window.show_tab(CALENDAR)
    stage.calendar.show_object(Interview, talk.id)
    stage.calendar.open_page()
    stage.shot("interview-card")
    stage.calendar.close_page()
    PrepareDialog(stage.workbench, talk, stage.window).open()
    stage.shot("prepare")
    PrepareView(stage.workbench, talk.id, stage.window).open()
    stage.shot("prepare-sheet")


def questions(stage: Stage) -> None:
    QuestionSetsDialog(stage.workbench, stage.window).open()
    stage.shot("question-sets", close=False)
    dialog = found(stage.window, QuestionSetsDialog)
    dialog.copy.click()
    stage.shot("question-sets-own", close=False)
    dialog._throw_away()


def talk(stage: Stage) -> None:
    interview = _with_list(stage)
    sheet = InterviewSheet(stage.workbench, interview.id, bool, stage.window)
    sheet.open()
    QTest.keyClicks(sheet.rows()[0].answer, "Berlin, Hamburg, Bremen. " * 6)
    QTest.keyClick(sheet.rows()[1].answer, Qt.Key.Key_Space)
    stage.shot("interview-sheet", close=False)
    PitchDrawer(stage.workbench, sheet).toggle()
    stage.shot("interview-sheet-pitches", close=False)
    sheet.own.setText("")
    sheet._scroll.verticalScrollBar().setValue(10_000)
    found(sheet, PitchDrawer).close_drawer()
    stage.shot("interview-sheet-end")


def _with_pitches(stage: Stage) -> None:
    for title, listener, seconds, text in PITCHES[spoken()]:
        blank = blank_pitch(stage.workbench)
        add_pitch(stage.workbench, replace(blank, title=title, listener=listener, seconds=seconds, text=text))


def _with_list(stage: Stage) -> Interview:
    """A talk with the questions for a role, and the first pitch."""
    _with_pitches(stage)
    interview = planned(stage)
    texts = supplied_sets(spoken())[0].questions
    pitch = next(iter(stage.workbench.store.every(Pitch)))
    prepare(stage.workbench, interview.id, with_questions((), texts), pitch.id)
    stored = stage.workbench.store.get(Interview, interview.id)
    assert stored is not None
    return stored


FIRST = ()
FILLED = (pitches, preparing, questions, talk)
