"""Tell the world: the preview of plan, report and page, and the editor of texts."""

from dataclasses import replace

from netchal_gui.commands.preferences import change_preferences
from netchal_gui.domain.contact import Contact, Privacy
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.views.share_dialog import ShareDialog
from netchal_gui.views.template_editor import TemplateEditor
from scenes.stage import CHALLENGE, Stage, found


def report(stage: Stage) -> None:
    _shared(stage, TemplateKind.REPORT, "share-report")


def plan(stage: Stage) -> None:
    _shared(stage, TemplateKind.PLAN, "share-plan")


def page(stage: Stage) -> None:
    _shared(stage, TemplateKind.PAGE, "share-page")


def menu(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    bar = stage.challenge.bar
    button = bar.share if bar.share.isVisible() else bar.menu
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    stage.shot("share-menu")


def editor(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.sharing.change_text(TemplateKind.ASK)
    stage.shot("texts", close=False)
    found(stage.challenge, TemplateEditor).text.setPlainText("Hello {{ frist_name }},\n\n{{ me }}")
    stage.settle(400)
    stage.shot("texts-problem")


def _shared(stage: Stage, kind: TemplateKind, name: str) -> None:
    stage.window.show_tab(CHALLENGE)
    _something_to_tell(stage)
    stage.challenge.sharing.share(kind)
    stage.settle()
    assert found(stage.challenge, ShareDialog).preview.toPlainText()
    stage.shot(name)


def _something_to_tell(stage: Stage) -> None:
    """One who may be named, one who stays out, and a line that names somebody."""
    workbench = stage.workbench
    change_preferences(workbench, replace(workbench.preferences, own_name="Grace Hopper"))
    entry = next(each for each in workbench.store.every(JournalEntry) if each.people)
    person = workbench.store.get(Contact, entry.people[0])
    if person is None or person.name in entry.learned:
        return
    learned = f"{entry.learned}\n{person.name} asks before answering."
    changes = [Change(entry, replace(entry, learned=learned))]
    if person.privacy is Privacy.ROLE_ONLY:
        changes.append(Change(person, replace(person, privacy=Privacy.FIRST_NAME)))
    workbench.apply(Edit("Example", tuple(changes)))


FIRST = ()
FILLED = (report, plan, page, menu, editor)
