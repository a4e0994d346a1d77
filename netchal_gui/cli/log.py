"""``netchal log``: a talk in one line."""

import argparse

from netchal_gui.cli.answer import Answer
from netchal_gui.cli.data import reading, writing
from netchal_gui.commands.log_line import Reading, log_line, read
from netchal_gui.commands.log_talk import TalkEdit
from netchal_gui.commands.refusal import Refused
from netchal_gui.words import say


def log(arguments: argparse.Namespace) -> Answer:
    """Log what the words say, or with ``--dry-run`` only say what that would make."""
    text = " ".join(arguments.text)
    if arguments.dry_run:
        with reading(arguments) as workbench:
            found = read(workbench, text)
        if found.made is None:
            raise Refused(found.refusal or say("Name at least one person."))
        return _answer(found, found.made, say("Would make:"))
    with writing(arguments) as workbench:
        found = log_line(workbench, text)
    assert found.made is not None
    return _answer(found, found.made, say("Made:"))


def _answer(found: Reading, made: TalkEdit, title: str) -> Answer:
    lines = [title, *(f"  {part}" for part in found.makes), *found.notices]
    return Answer(lines, _data(found, made))


def _data(found: Reading, made: TalkEdit) -> dict[str, object]:
    new = {person.id for person in made.new}
    start = made.interview.start
    met = set(made.interview.people)
    return {
        "interview": str(made.interview.id),
        "planned": made.planned,
        "start": start.local.isoformat(timespec="minutes") if start else None,
        "channel": made.interview.channel.value,
        "people": [
            {"id": str(person.id), "name": person.name, "new": person.id in new} for person in made.people
        ],
        "new": [{"id": str(each.id), "name": each.name} for each in made.new if each.id not in met],
        "makes": list(found.makes),
        "notices": list(found.notices),
    }
