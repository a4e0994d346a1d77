"""``netchal export interviews | contacts | journal | all``."""

import argparse
from datetime import date

from netchal_gui.cli.answer import Answer
from netchal_gui.cli.data import reading, target, writing
from netchal_gui.words import say_many


def export(arguments: argparse.Namespace) -> Answer:
    match arguments.what:
        case "interviews":
            return _interviews(arguments)
        case "contacts":
            return _contacts(arguments)
        case "journal":
            return _journal(arguments)
        case _:
            return _all(arguments)


def _interviews(arguments: argparse.Namespace) -> Answer:
    """Every export is remembered as a calendar copy, so this one writes to the data file."""
    from netchal_gui.commands.calendar_selection import AllPlanned, OneMonth
    from netchal_gui.commands.export_interviews import export as export_interviews

    month: date | None = arguments.month
    wanted = target(arguments)
    with writing(arguments) as workbench:
        result = export_interviews(workbench, OneMonth(month) if month else AllPlanned(), wanted)
    return Answer([line for line in (result.sentence, result.advice) if line], result.as_json())


def _contacts(arguments: argparse.Namespace) -> Answer:
    """One file with all, or a folder with one file each: Outlook takes only the first card of a file."""
    from netchal_gui.commands.export_contacts import export as export_contacts

    wanted = target(arguments)
    with reading(arguments) as workbench:
        version = f"{arguments.vcard}.0" if arguments.vcard else workbench.preferences.vcard_version
        result = export_contacts(
            workbench, wanted, version=version, one_file_each=wanted.suffix.lower() != ".vcf"
        )
    return Answer([result.sentence], result.as_json())


def _journal(arguments: argparse.Namespace) -> Answer:
    from netchal_gui.commands.export_journal import export_journal

    wanted = target(arguments)
    with reading(arguments) as workbench:
        result = export_journal(workbench, wanted)
    return Answer([result.sentence], result.as_json())


def _all(arguments: argparse.Namespace) -> Answer:
    from netchal_gui.commands.export_all import export_all

    wanted = target(arguments)
    with reading(arguments) as workbench:
        objects = export_all(workbench, wanted)
    line = say_many(
        "Wrote everything, {n} object, to {file}",
        "Wrote everything, {n} objects, to {file}",
        objects,
        file=wanted,
    )
    return Answer([line], {"file": str(wanted), "objects": objects})
