"""Address book files as tests type them, and what an import made of them."""

from pathlib import Path

from netchal_gui.commands import import_people
from netchal_gui.commands.import_people import ImportPlan, ImportResult, Verdict
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.workbench import Workbench

MIRA = ("UID:mira-0001-2345-6789-abcdef", "FN:Mira Rossi", "TITLE:Designer", "EMAIL:mira@x.org")


def card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def import_file(workbench: Workbench, path: Path) -> ImportResult:
    with import_people.prepare(workbench, [path]) as plan:
        return import_people.apply(workbench, plan)


def verdicts(plan: ImportPlan) -> list[Verdict]:
    return [row.verdict for row in plan.rows(0, 100)]


def everyone(workbench: Workbench) -> list[Contact]:
    return list(workbench.store.every(Contact))


def add(workbench: Workbench, name: str, **values: object) -> Contact:
    contact = Contact(id=workbench.new_id(), name=name, created=workbench.now(), **values)
    workbench.apply(Edit("Add", (Change(None, contact),)))
    return contact
