"""The prepare sheet: one page where it can be, text as it was written, and a PDF file."""

from itertools import pairwise, takewhile
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication

from netchal_gui.commands.prepare_facts import Fact, PersonPart, Sheet
from netchal_gui.domain.interview import Interview, Question
from netchal_gui.domain.pitch import Pitch
from netchal_gui.settings import ThemeChoice
from netchal_gui.views.prepare_paper import fitted, pdf
from netchal_gui.views.prepare_view import PrepareView
from netchal_gui.views.theme import Theme
from netchal_gui.workbench import Workbench

ADA = PersonPart(
    "Ada Lovelace", "Analyst · Engines", (Fact("How we met", "Event"),), "3 Nov", "Maps.", ("Write",)
)


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return qapp.font()


def sheet(questions: int, **values: object) -> Sheet:
    asked = tuple(Question(f"What about {number}?") for number in range(questions))
    made = Sheet("Ada Lovelace", (Fact("When", "Tuesday"),), (ADA,), asked, None)
    return made._replace(**values)  # type: ignore[arg-type]


def lines_of(document: QTextDocument) -> list[str]:
    return document.toPlainText().split("\n")


def lines_below(document: QTextDocument, text: str) -> int:
    """How many empty lines come after this one."""
    rest = lines_of(document)[lines_of(document).index(text) + 1 :]
    return sum(1 for _ in takewhile(lambda line: not line, rest))


def page_of(document: QTextDocument, line: int) -> int:
    block = document.findBlockByNumber(line)
    return int(document.documentLayout().blockBoundingRect(block).top() // document.pageSize().height())


def test_eight_questions_have_space_on_one_page(font: QFont) -> None:
    assert fitted(sheet(8), font).pageCount() == 1


def test_many_questions_take_two_pages(font: QFont) -> None:
    assert fitted(sheet(22), font).pageCount() == 2


def test_few_questions_have_more_space_than_many(font: QFont) -> None:
    few, many = (lines_below(fitted(sheet(count), font), "1.  What about 0?") for count in (3, 12))

    assert few > many > 0


def test_the_rest_of_the_page_is_for_notes(font: QFont) -> None:
    document = fitted(sheet(3), font)

    assert lines_below(document, "Notes") > 3
    assert document.pageCount() == 1


def test_a_question_is_not_parted_from_its_space(font: QFont) -> None:
    document = fitted(sheet(26), font)
    pages = [(page_of(document, place), text) for place, text in enumerate(lines_of(document))]
    breaks = [(before, after) for before, after in pairwise(pages) if before[0] != after[0]]

    assert len(breaks) == 1
    assert all(after[1].endswith("?") for _, after in breaks)


def test_the_last_question_is_who_else_one_should_meet(font: QFont) -> None:
    asked = fitted(sheet(1), font)
    answered = fitted(sheet(1, named="Charles Babbage"), font)

    assert lines_below(asked, "2.  Who else should I meet?") == 3
    assert "2.  Who else should I meet?\nCharles Babbage\n" in answered.toPlainText()


def test_a_name_cannot_turn_the_words_behind_it(font: QFont) -> None:
    text = fitted(sheet(1, title="Ada \u202e\u2067Lovelace"), font).toPlainText()

    assert "Ada Lovelace" in text


def test_all_of_the_sheet_is_on_the_paper(font: QFont, pitch: Pitch) -> None:
    text = fitted(sheet(1, pitch=pitch), font).toPlainText()

    for part in (
        "Ada Lovelace",
        "Analyst",
        "Tuesday",
        "Event",
        "3 Nov",
        "Maps.",
        "Write",
        "1.  What about 0?",
    ):
        assert part in text
    assert pitch.text in text


def test_an_answer_stands_in_the_place_of_the_space(font: QFont) -> None:
    answered = sheet(0)._replace(questions=(Question("Why?", True, "For fun"),))

    assert "1.  Why?\nFor fun\n2." in fitted(answered, font).toPlainText()


def test_tags_and_links_stay_text(font: QFont) -> None:
    hostile = "<img src='file:///etc/passwd'><script>alert(1)</script>"
    document = fitted(sheet(1, title=hostile, people=(ADA._replace(learned=hostile),)), font)

    assert document.toPlainText().count(hostile) == 2
    assert "<img src='file" not in document.toHtml()


def test_the_pdf_names_the_person_and_not_the_machine(font: QFont) -> None:
    made = pdf(sheet(2), font)

    assert made.startswith(b"%PDF-")
    assert b"/root" not in made


def test_a_name_from_right_to_left_and_a_long_one_make_a_page_too(font: QFont) -> None:
    for name in ("محمد الفاتح", "Ada " * 60):
        assert fitted(sheet(6, title=name, people=(ADA._replace(about=name),)), font).pageCount() == 1


def test_it_is_saved_as_pdf(workbench: Workbench, talk: Interview, tmp_path: Path) -> None:
    view = PrepareView(workbench, talk.id)
    told: list[str] = []
    view.message.connect(told.append)

    assert view.save_as(tmp_path / "ada.pdf")
    assert (tmp_path / "ada.pdf").read_bytes().startswith(b"%PDF-")
    assert told == ["Saved as ada.pdf."]


def test_a_folder_that_takes_nothing_is_said_and_the_sheet_stays(
    workbench: Workbench, talk: Interview, tmp_path: Path
) -> None:
    view = PrepareView(workbench, talk.id)
    (tmp_path / "ada.pdf").mkdir()

    assert not view.save_as(tmp_path / "ada.pdf")
    assert view.fault.text()


def test_the_paper_is_white_in_the_dark_too(
    qapp: QApplication, workbench: Workbench, talk: Interview
) -> None:
    theme = Theme(qapp, ThemeChoice.DARK)
    view = PrepareView(workbench, talk.id)
    picture = view.paper.grab().toImage()
    theme.choose(ThemeChoice.LIGHT)

    assert picture.pixelColor(picture.width() // 2, 12).name() == "#ffffff"


def test_the_screen_shows_what_will_be_printed(workbench: Workbench, talk: Interview) -> None:
    view = PrepareView(workbench, talk.id)

    assert "Café Luise" in view.paper.toPlainText()
    assert view.paper.isReadOnly()
