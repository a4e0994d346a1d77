"""How people are shown to the world, and that no text gives away whom privacy protects."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.contact import Privacy
from netchal_gui.domain.discretion import Discretion, Known, shown


def person(
    name: str, privacy: Privacy = Privacy.ROLE_ONLY, described: str = "an engineer", **parts: str
) -> Known:
    given_name, _, family = name.partition(" ")
    names = {"given": given_name, "family": family, "nickname": "", **parts}
    return Known(id=uuid4(), name=name, privacy=privacy, described=described, **names)


def among(*people: Known) -> Discretion:
    return Discretion({each.id: each for each in people})


@pytest.mark.parametrize(
    ("privacy", "form"),
    [
        (Privacy.FULL_NAME, "Ada Lovelace"),
        (Privacy.FIRST_NAME, "Ada"),
        (Privacy.INITIALS, "A. L."),
        (Privacy.ROLE_ONLY, "an engineer"),
        (Privacy.LEAVE_OUT, ""),
    ],
)
def test_each_privacy_has_its_form(privacy: Privacy, form: str) -> None:
    assert shown(person("Ada Lovelace", privacy)) == form


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Lovelace says: begin.", "an engineer says: begin."),
        ("Begin, says Lovelace", "Begin, says an engineer"),
        ("Ada's advice", "an engineer's advice"),
        ("ADA LOVELACE", "an engineer"),
        ("Lovelace, Ada", "an engineer"),
        ("Adamant people stay", "Adamant people stay"),
        ("Nobody is named", "Nobody is named"),
        ("Ad\u00e0 has marks", "an engineer has marks"),
        ("Lovelaces erster Rat", "an engineer erster Rat"),
        ("Adas Rat", "an engineer Rat"),
    ],
)
def test_a_name_in_a_text_is_shown_as_everywhere_else(text: str, told: str) -> None:
    assert among(person("Ada Lovelace")).told(text).text == told


def test_a_full_name_may_stand_and_a_first_name_only_alone() -> None:
    assert among(person("Ada Lovelace", Privacy.FULL_NAME)).told("Ada Lovelace").text == "Ada Lovelace"
    assert among(person("Ada Lovelace", Privacy.FIRST_NAME)).told("Ada, Ada Lovelace").text == "Ada, Ada"


def test_a_line_that_names_somebody_who_stays_out_stays_out() -> None:
    bob = person("Bob Berg", Privacy.LEAVE_OUT)
    told = among(bob, person("Ada Lovelace", Privacy.FULL_NAME)).told("Ada and Bob argued")

    assert (told.is_told, told.named) == (False, (bob.id,))


def test_a_line_about_somebody_who_stays_out_stays_out_without_a_name_too() -> None:
    bob = person("Bob Berg", Privacy.LEAVE_OUT)

    assert not among(bob).told("He argued", [bob.id]).is_told


def test_small_letters_name_only_those_the_text_is_about() -> None:
    will = person("Will May")

    assert among(will).told("what will come in may").text == "what will come in may"
    assert among(will).told("will said so", [will.id]).text == "an engineer said so"


def test_particles_of_a_name_are_no_names() -> None:
    anna = person("Anna von der Aue", given="Anna", family="von der Aue")

    assert among(anna).told("ein Rat von der Chefin", [anna.id]).text == "ein Rat von der Chefin"
    assert among(anna).told("Frau von der Aue riet ab").text == "Frau an engineer riet ab"


def test_a_name_is_found_without_its_umlauts_too() -> None:
    juergen = person("Jürgen Müller")

    assert among(juergen).told("Mueller or Muller").text == "an engineer or an engineer"


def test_of_two_with_one_name_those_the_text_is_about_are_meant_then_who_wants_to_be_told_least() -> None:
    open_one, shy = person("Ada Berg", Privacy.FULL_NAME), person("Ada Thal", described="a singer")

    assert among(open_one, shy).told("Ada agreed", [open_one.id]).text == "Ada agreed"
    assert among(open_one, shy).told("Ada agreed").text == "a singer agreed"


def test_who_was_named_is_said_once() -> None:
    ada = person("Ada Lovelace")

    assert among(ada).told("Ada, Lovelace and Ada").named == (ada.id,)


@given(
    st.text(alphabet="abcdefgäöüß", min_size=3, max_size=8),
    st.text(alphabet="xyz .,:-\n'(", max_size=12),
    st.text(alphabet="xyz .,:-\n'(", max_size=12),
)
def test_no_full_name_gets_through_whatever_stands_around_it(name: str, before: str, after: str) -> None:
    hidden = person(f"{name.capitalize()} Qqberg", described="…")

    told = among(hidden).told(f"{before} {hidden.name} {after}")

    assert "qqberg" not in told.text.lower()


def test_it_copes_with_nobody_and_with_gone_people() -> None:
    assert Discretion({}).told("Ada", [UUID(int=1)]).text == "Ada"
