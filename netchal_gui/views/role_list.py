"""The roles one would love at one's own company, and who holds them: Enter adds one."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from netchal_gui.commands.desired_roles import add_desired_role, delete_desired_role, desired_roles
from netchal_gui.commands.ideas import name_holder
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.desired_role import DesiredRole
from netchal_gui.domain.edit import Edit
from netchal_gui.views.choose_dialog import ChooseDialog
from netchal_gui.views.dialog import Dialog
from netchal_gui.views.finder import DETAIL, FoundDelegate
from netchal_gui.views.form_parts import (
    button,
    heading,
    muted_label,
    named,
    plain_label,
    plain_tooltip,
    problem_label,
)
from netchal_gui.views.painting import one_line
from netchal_gui.views.people_suggestions import PeopleSuggestions
from netchal_gui.views.suggestion_list import Suggestion
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


class RoleList(Dialog):
    """``person_wanted(id)`` for who holds the role that is chosen. Follows every edit."""

    person_wanted = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Roles I would love"))
        self._workbench = workbench
        self._roles: list[DesiredRole] = []
        self._build()
        self._lay_out()
        self._connect()
        self._read()
        self.title.setFocus()

    def _build(self) -> None:
        self.title, self.organisation = QLineEdit(), QLineEdit()
        self.title.setPlaceholderText(say("Head of training"))
        self.add = button(say("Add"))
        self.roles = QListWidget()
        self.roles.setAccessibleName(say("Roles"))
        self.roles.setItemDelegate(FoundDelegate(self.roles))
        self.roles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = muted_label(say("No role yet. Which one would you love to have?"), wrap=True)
        self.fault = problem_label()
        self.holder = button(say("Who holds it…"))
        self.person = button(say("Show person"))
        self.delete = button(say("Delete"))
        self.close_button = button(say("Close"))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(8)
        box.addWidget(heading(say("Roles I would love"), 1.2))
        told = say(
            "Roles at your own company, or where you would like to be. Whoever holds one becomes an idea."
        )
        box.addWidget(muted_label(told, wrap=True))
        row = QHBoxLayout()
        for text, field in ((say("Role"), self.title), (say("Organisation"), self.organisation)):
            column = QVBoxLayout()
            label = plain_label(text)
            named(field, text, label)
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(row)
        for part, share in ((self.fault, 0), (self.empty, 0), (self.roles, 1)):
            box.addWidget(part, share)
        buttons = QHBoxLayout()
        for each in (self.holder, self.person, self.delete):
            buttons.addWidget(each)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        box.addLayout(buttons)
        self.resize(620, 440)

    def _connect(self) -> None:
        self.add.setDefault(True)
        self.add.clicked.connect(self._add)
        self.roles.currentRowChanged.connect(self._show_offers)
        self.roles.itemActivated.connect(self._ask_holder)
        self.holder.clicked.connect(self._ask_holder)
        self.person.clicked.connect(self._show_person)
        self.delete.clicked.connect(self._delete)
        QShortcut(QKeySequence("Del"), self.roles, self._delete, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._workbench.undo)
        self.close_button.clicked.connect(self.accept)
        self._end_listening = self._workbench.listen(self._edited)
        self.finished.connect(self._leave)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(each is self.add)

    def _read(self) -> None:
        """The same role stays chosen, else the one in its line."""
        before, line = self._current(), self.roles.currentRow()
        self._roles = desired_roles(self._workbench.store)
        ids = [role.contact_id for role in self._roles if role.contact_id]
        names = {each.id: each.name for each in self._workbench.store.get_many(Contact, ids)}
        self.roles.clear()
        for role in self._roles:
            self.roles.addItem(_item(role, names))
        same = [n for n, role in enumerate(self._roles) if before and role.id == before.id]
        self.roles.setCurrentRow(same[0] if same else min(max(line, 0), len(self._roles) - 1))
        self.empty.setVisible(not self._roles)
        self._show_offers()

    def _current(self) -> DesiredRole | None:
        line = self.roles.currentRow()
        return self._roles[line] if 0 <= line < len(self._roles) else None

    def _show_offers(self) -> None:
        role = self._current()
        for each in (self.holder, self.delete):
            each.setEnabled(role is not None)
        self.person.setEnabled(role is not None and role.contact_id is not None)

    def _add(self) -> None:
        draft = DesiredRole(
            id=self._workbench.new_id(),
            title=self.title.text(),
            created=self._workbench.now(),
            organisation=self.organisation.text(),
        )
        try:
            add_desired_role(self._workbench, draft)
        except Refused as refusal:
            self._tell(str(refusal))
            return
        self._tell("")
        self.roles.setCurrentRow(len(self._roles) - 1)
        self.title.setText("")
        self.title.setFocus()

    def _tell(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _ask_holder(self) -> None:
        role = self._current()
        if role is not None:
            title = say("Who holds “{role}”?", role=role.title)
            find = PeopleSuggestions(self._workbench.store)
            ChooseDialog(title, find, partial(self._name, role), self).open()

    def _name(self, role: DesiredRole, person: Suggestion) -> None:
        name_holder(self._workbench, role, person.id or person.name)

    def _show_person(self) -> None:
        role = self._current()
        if role is not None and role.contact_id is not None:
            contact: UUID = role.contact_id
            self.accept()
            self.person_wanted.emit(contact)

    def _delete(self) -> None:
        role = self._current()
        if role is not None:
            delete_desired_role(self._workbench, role)

    def _edited(self, edit: Edit) -> None:
        self._read()

    def _leave(self) -> None:
        self._end_listening()


def _item(role: DesiredRole, names: dict[UUID, str]) -> QListWidgetItem:
    where = " · ".join(filter(None, (role.title, role.organisation)))
    holder = names.get(role.contact_id) if role.contact_id else None
    held = say("{name} holds it", name=holder) if holder else say("nobody named yet")
    item = QListWidgetItem(one_line(where))
    item.setData(DETAIL, one_line(held))
    text = f"{where}, {held}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, one_line(text))
    item.setToolTip(plain_tooltip(text))
    return item
