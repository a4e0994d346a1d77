"""The command line: finds the command, runs it, prints its answer. Exit 0 done, 1 a fault, 2 wrong usage."""

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial

from netchal_gui.cli import standard_output
from netchal_gui.cli.answer import FAULT, Answer, complain
from netchal_gui.cli.parser import parsed

ProveWindow = Callable[[], str]


def main(words: Sequence[str], prove_window: ProveWindow | None = None) -> int:
    """Run one command and return its exit code. Raises SystemExit for --help and wrong usage.

    ``prove_window`` opens and paints a window for the self-test; the command line itself has no Qt.
    """
    arguments = parsed(words)
    os.umask(0o077)  # what this process writes is for its owner only
    run = partial(_run, prove_window=prove_window)
    pours = standard_output.wanted(arguments)
    try:
        answer = standard_output.poured(arguments, run) if pours else run(arguments)
    except Exception as error:
        from netchal_gui.commands.faults import explain

        sentence = explain(error)
        if sentence is None or isinstance(error, BrokenPipeError):
            raise
        complain(sentence)
        return FAULT
    return standard_output.give_beside(answer, arguments.json) if pours else answer.give(arguments.json)


def _run(arguments: argparse.Namespace, prove_window: ProveWindow | None) -> Answer:
    """Each command's module is imported here, so that none pays for the others."""
    match arguments.command:
        case "import":
            from netchal_gui.cli.importing import import_files as run
        case "plan":
            from netchal_gui.cli.planning import plan as run
        case "block":
            from netchal_gui.cli.planning import block as run
        case "log":
            from netchal_gui.cli.log import log as run
        case "export":
            from netchal_gui.cli.exporting import export as run
        case "journal":
            from netchal_gui.cli.journal import journal as run
        case "challenge":
            from netchal_gui.cli.challenge import challenge as run
        case "report":
            from netchal_gui.cli.reporting import report as run
        case "self-test":
            from netchal_gui.cli.keeping import self_test

            return self_test(prove_window)
        case _:
            run = _keep
    return run(arguments)


def _keep(arguments: argparse.Namespace) -> Answer:
    """The commands for the data file itself."""
    from netchal_gui.cli import keeping

    if arguments.command == "check":
        return keeping.check(arguments)
    return keeping.back_up(arguments) if arguments.command == "backup" else keeping.restore(arguments)
