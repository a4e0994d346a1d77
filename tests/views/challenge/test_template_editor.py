"""The editor of texts: drafts of several kinds, how they read, what is wrong with them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netchal_gui.commands.message_templates import save_template
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.views.template_editor import TemplateEditor
from netchal_gui.workbench import Workbench


@pytest.fixture
def editor(qtbot: QtBot, workbench: Workbench) -> Iterator[TemplateEditor]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = TemplateEditor(workbench, TemplateKind.ASK, "en", parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    yield made
    made.done(0)


def test_the_editor_shows_the_text_in_use_and_how_it_reads(editor: TemplateEditor) -> None:
    assert editor.subject.text() == "May I ask you about your work?"
    assert "{{ first_name }}" in editor.text.toPlainText()
    assert "Dear Ada Lovelace," in editor.preview.toPlainText()
    assert not editor.is_changed()
    assert not editor.reset.isEnabled()


def test_the_preview_follows_and_a_slip_is_named(editor: TemplateEditor, qtbot: QtBot) -> None:
    editor.text.setPlainText("Dear {{ name }}")
    qtbot.waitUntil(lambda: editor.preview.toPlainText().endswith("\n\nDear Ada Lovelace\n"))

    editor.text.setPlainText("Dear\n{{ nmae }}")
    qtbot.waitUntil(editor.problem.isVisible)
    assert editor.problem.text() == "Line 2: There is no “nmae”. There is: name, me."


def test_a_faulty_text_is_not_saved(editor: TemplateEditor, workbench: Workbench) -> None:
    editor.text.setPlainText("{% if %}")
    editor.save_draft()

    assert editor.isVisible()
    assert workbench.undo_label is None


def test_texts_of_several_kinds_are_saved_as_one_step(editor: TemplateEditor, workbench: Workbench) -> None:
    editor.text.setPlainText("My own")
    editor.kind.setCurrentIndex(editor.kind.findData(TemplateKind.THANK.value))
    editor.kind.activated.emit(editor.kind.currentIndex())
    editor.text.setPlainText("My thanks")
    assert editor.is_changed()

    editor.save_draft()

    assert not editor.isVisible()
    assert workbench.undo_label == "Text changed"
    workbench.undo()
    assert workbench.undo_label is None


def test_a_draft_is_kept_while_one_looks_at_another_text(editor: TemplateEditor) -> None:
    editor.text.setPlainText("My own")
    for kind in (TemplateKind.THANK, TemplateKind.ASK):
        editor.kind.setCurrentIndex(editor.kind.findData(kind.value))
        editor.kind.activated.emit(editor.kind.currentIndex())

    assert editor.text.toPlainText() == "My own"


def test_back_to_the_supplied_text(qtbot: QtBot, workbench: Workbench) -> None:
    save_template(workbench, TemplateKind.ASK, "en", "", "My own")
    parent = QWidget()
    qtbot.addWidget(parent)
    editor = TemplateEditor(workbench, TemplateKind.ASK, "en", parent)
    assert editor.text.toPlainText() == "My own"

    editor.reset.click()

    assert "{{ first_name }}" in editor.text.toPlainText()
    assert not editor.reset.isEnabled()
    editor.done(0)
