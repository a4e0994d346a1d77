"""``-o -``: the file goes to the standard output, and what the command says of it to the standard error."""

import argparse
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from netchal_gui.cli.answer import Answer
from netchal_gui.commands.refusal import Refused
from netchal_gui.words import say

STANDARD_OUTPUT = Path("-")
_NAMES = {
    "interviews": "interviews.ics",
    "contacts": "contacts.vcf",
    "journal": "journal.md",
    "all": "netchal.json",
    "plan": "plan",
    "month": "report",
}


def wanted(arguments: argparse.Namespace) -> bool:
    return getattr(arguments, "output", None) == STANDARD_OUTPUT


def poured(arguments: argparse.Namespace, run: Callable[[argparse.Namespace], Answer]) -> Answer:
    """Run the command on a temporary file and give its bytes out. Raises Refused for a whole folder."""
    what = getattr(arguments, "what", "")
    if what == "page":
        raise Refused(say("The page is a folder with several files. Name one behind -o."))
    with TemporaryDirectory(prefix="netchal-") as folder:
        file = Path(folder) / _NAMES.get(what, "netchal.db")
        arguments.output = file
        answer = run(arguments)
        sys.stdout.buffer.write(file.read_bytes())
    return replace(answer, lines=[line.replace(str(file), str(STANDARD_OUTPUT)) for line in answer.lines])


def give_beside(answer: Answer, as_json: bool) -> int:
    """Print the answer where it does not get between the file's lines; returns the exit code."""
    with redirect_stdout(sys.stderr):
        return answer.give(as_json)
