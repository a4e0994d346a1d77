"""``netchal report plan | month | page``: the texts for the world, as the window makes them."""

import argparse
from datetime import date
from pathlib import Path

from netchal_gui.cli.answer import Answer
from netchal_gui.cli.data import reading, target
from netchal_gui.commands.share import Shared, share, write_shared
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.domain.walltime import from_utc
from netchal_gui.exchange.report_formats import Format
from netchal_gui.words import say


def report(arguments: argparse.Namespace) -> Answer:
    wanted = target(arguments)
    if arguments.what == "page":
        return _page(arguments, wanted)
    kind = TemplateKind.PLAN if arguments.what == "plan" else TemplateKind.REPORT
    with reading(arguments) as workbench:
        month: date = arguments.month or from_utc(workbench.now(), workbench.zone).day
        made = share(workbench, kind, month, _format(arguments.format, wanted))
    path = write_shared(made, wanted)
    return Answer([say("Wrote {file}", file=path), *made.warnings], _data(made, path))


def _page(arguments: argparse.Namespace, folder: Path) -> Answer:
    from netchal_gui.commands.share_page import page, write_page

    with reading(arguments) as workbench:
        result = write_page(page(workbench), folder)
    missing = [say("The file of a recording is missing: {name}", name=name) for name in result.missing]
    return Answer([result.sentence, *missing], result.as_json())


def _format(asked: str | None, wanted: Path) -> Format:
    """As asked, else as the file is called, else Markdown."""
    ending = wanted.suffix.lower().removeprefix(".")
    return Format(asked or (ending if ending in list(Format) else Format.MARKDOWN))


def _data(made: Shared, path: Path) -> dict[str, object]:
    """The facts that the text was made from, none of a person but what the text may show."""
    return {
        "file": str(path),
        "kind": made.kind.value,
        "first": made.days.first.isoformat(),
        "last": made.days.last.isoformat(),
        "facts": made.told.facts,
        "warnings": made.warnings,
    }
