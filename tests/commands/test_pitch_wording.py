"""How long a pitch takes to say, and where it was used, in words."""

from dataclasses import replace

from netchal_gui.commands.pitch_wording import language_of, length, pace, used
from netchal_gui.commands.pitches import add_pitch, blank_pitch
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.commands.preparing import use_pitch
from netchal_gui.workbench import Workbench
from tests.commands.calendar_files import planned


def test_words_become_seconds_by_the_pace_of_the_language() -> None:
    text = " ".join(["word"] * 75)

    assert length(text, 30, "en") == "75 words · 30 of 30 seconds"
    assert length(text, 30, "de") == "75 words · 6 seconds more than 30"


def test_the_pace_names_its_source() -> None:
    assert "150 words a minute" in pace("en")
    assert "National Center for Voice and Speech" in pace("en")


def test_a_pitch_is_said_in_the_usual_language_unless_it_has_its_own(workbench: Workbench) -> None:
    pitch = blank_pitch(workbench)
    change_preferences(workbench, replace(workbench.preferences, language="de"))

    assert language_of(workbench, pitch) == "de"
    assert language_of(workbench, replace(pitch, language="en")) == "en"


def test_it_is_told_at_which_talk_it_was_used_last(workbench: Workbench) -> None:
    pitch = add_pitch(workbench, replace(blank_pitch(workbench), title="Short", text="I build bridges."))
    assert used(workbench, pitch) == ""
    for name, day in (("Ada Lovelace", "2026-11-24"), ("Mary Somerville", "2026-11-25")):
        use_pitch(workbench, planned(workbench, name, f"{day}T12:00").id, pitch.id)

    assert used(workbench, pitch) == "Used at 2 talks, last with Mary Somerville"
