from datetime import UTC, datetime
from uuid import UUID

import pytest

from netchal_gui.domain.contact import Address, Contact, Labelled, PartialDate, looks_like_email, problems
from netchal_gui.domain.person_name import renamed
from netchal_gui.domain.problem import ProblemKind

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def contact(**changes: object) -> Contact:
    return Contact(**{"id": UUID(int=1), "name": "Ada Lovelace", "created": NOW, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Priya Shah", "PS"), ("Prince", "P"), ("Zoë van der Müller", "ZM"), ("", ""), ("(none) Ada", "A")],
)
def test_initials_are_those_of_the_first_and_the_last_word(name: str, initials: str) -> None:
    assert contact(name=name).initials == initials


def test_the_place_is_the_first_city() -> None:
    addresses = (Address(street="Hauptstraße 5"), Address(city="Bremen", country="Germany"))
    assert contact(addresses=addresses).place == "Bremen"


def test_a_birthday_may_have_no_year() -> None:
    assert str(PartialDate(2, 29)) == "--02-29"


@pytest.mark.parametrize("parts", [(13, 1), (2, 30), (4, 31, 2026), (2, 29, 2025)])
def test_a_birthday_is_a_day_that_exists(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        PartialDate(*parts)


def test_a_person_needs_a_name() -> None:
    assert [(p.kind, p.blocks) for p in problems(contact(name=" "))] == [(ProblemKind.NAME_MISSING, True)]


def test_a_doubtful_address_is_said_and_kept() -> None:
    found = list(problems(contact(emails=(Labelled("nobody"),))))
    assert [(p.kind, p.value, p.blocks) for p in found] == [(ProblemKind.EMAIL_DOUBTFUL, "nobody", False)]


@pytest.mark.parametrize("text", ["a@b", "m+tag@sub.example.co.uk", "jürgen@größe.example"])
def test_what_looks_like_an_address(text: str) -> None:
    assert looks_like_email(text)


@pytest.mark.parametrize("text", ["a", "@b", "a@", "a b@c", "a@b\nBcc: x@y", "a@b,c@d", "<a@b>"])
def test_what_does_not(text: str) -> None:
    assert not looks_like_email(text)


def test_the_same_name_again_changes_nothing_however_odd_its_blanks() -> None:
    odd = contact(name="0\r", family="0\r")

    assert renamed(odd, odd.name) == odd
