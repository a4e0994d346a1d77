"""What the window says: what just happened, what comes next, what went wrong."""

from PySide6.QtCore import Qt

from netchal_gui.domain.edit import Change, Edit


def test_an_edit_reaches_every_tab_and_the_status_bar(make, rename):
    made = make()
    rename()

    assert all("Person added" in tab.seen for tab in made.tabs.values())
    assert made.status() == "Person added."


def test_the_status_bar_says_when_something_is_not_saved_yet(make):
    made = make()
    labels = [label for label in made.window.statusBar().children() if hasattr(label, "text")]
    made.tabs["journal"].unsaved.emit(True)
    assert "Saving…" in [label.text() for label in labels]

    made.tabs["journal"].unsaved.emit(False)
    assert "All changes saved" in [label.text() for label in labels]


def test_typing_that_is_being_saved_leaves_no_message(make, rename):
    made = make()
    made.tabs["journal"].unsaved.emit(True)
    rename()

    assert made.status() == ""


def test_the_status_bar_says_how_a_deletion_comes_back(make, workbench, rename):
    made = make()
    contact = rename()
    workbench.apply(Edit("Ada Lovelace deleted", (Change(contact, None),)))

    assert made.status() == "Ada Lovelace deleted. Ctrl+Z undoes this."


def test_the_status_bar_says_what_comes_next(make):
    made = make()

    assert any(getattr(c, "text", str)() == "Next: Ada" for c in made.window.statusBar().children())


def test_a_fault_of_a_job_is_shown_as_plain_text(make, qtbot):
    from PySide6.QtWidgets import QMessageBox

    made = make()
    made.jobs.fault.emit("<b>full</b>")
    box = made.window.findChild(QMessageBox)

    assert box.textFormat() == Qt.TextFormat.PlainText
    box.close()
