"""What the command line understands. Only names and types: the commands are imported when they run."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from netchal_gui import paths
from netchal_gui.cli.answer import say_out
from netchal_gui.domain.contact import Relation
from netchal_gui.domain.interview import LONGEST_MINUTES, LONGEST_REMINDER_MINUTES, Channel
from netchal_gui.domain.walltime import zone_info
from netchal_gui.words import say

T = TypeVar("T")


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments by name. Raises SystemExit with 2 for a wrong usage, 0 after --help and --version."""
    found = _parser().parse_args(arguments)
    found.data = getattr(found, "data", None)
    found.demo = getattr(found, "demo", False)
    found.json = getattr(found, "json", False)
    return found


def _parser() -> argparse.ArgumentParser:
    everywhere = _for_every_command()
    parser = _Parser(
        prog=paths.APP,
        description=say("Without a command, the window opens; files that are named are imported there."),
        parents=[everywhere],
    )
    parser.add_argument("--version", action=_Version, nargs=0, help=say("print the version"))
    commands = parser.add_subparsers(dest="command", metavar=say("COMMAND"), required=True)

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[everywhere])

    _import(
        add(
            "import",
            say("bring in people (.vcf), busy times (.ics), a challenge (.netchal) or everything (.json)"),
        )
    )
    _plan(add("plan", say("plan an interview")))
    _block(add("block", say("keep time free for interviews")))
    _log(add("log", say("log a talk in one line: met Ada Lovelace phone thanks who-else: Mary yesterday")))
    _export(add("export", say("write files for other programs")), everywhere)
    _journal(add("journal", say("write into the journal or search it")), everywhere)
    _challenge(add("challenge", say("say where a challenge stands")))
    _report(add("report", say("tell the world: plan or report of a month, page of the challenge")))
    add("check", say("look through the data file for damage"))
    _backup(add("backup", say("make a verified backup of the data file")))
    _restore(add("restore", say("put a backup in the place of the data file, which is set aside")))
    add("self-test", say("prove that this program is complete"))
    return parser


def _for_every_command() -> "_Parser":
    """Options that stand before the command or after it."""
    parser = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument("--data", type=Path, metavar=say("FILE"), help=say("use this data file"))
    parser.add_argument("--demo", action="store_true", help=say("use a filled year in a temporary file"))
    parser.add_argument("--json", action="store_true", help=say("print JSON for programs"))
    return parser


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar=say("FILE"))
    parser.add_argument("--dry-run", action="store_true", help=say("say what would happen, change nothing"))
    _choice(parser, "--relation", Relation, say("whether the new people are known or new to you"))


def _plan(parser: argparse.ArgumentParser) -> None:
    named = say("a person, new or known; where several have the name, add which: “Ada Berg (Halden)”")
    parser.add_argument("names", nargs="+", metavar=say("NAME"), help=named)
    moment = _type(_moment, say("a day and a time like 2026-12-03 12:00"))
    parser.add_argument("--at", type=moment, required=True, metavar='"2026-12-03 12:00"')
    _zone(parser)
    parser.add_argument("--fold", type=int, choices=(0, 1), help=say("1: the second time of a repeated hour"))
    minutes = _type(lambda text: _number(text, 1, LONGEST_MINUTES), say("minutes from 1 to 1440"))
    parser.add_argument("--minutes", type=minutes, default=45, metavar="45")
    _choice(parser, "--channel", Channel, say("where or how you talk"), Channel.COFFEE)
    parser.add_argument("--place", default="", metavar=say("PLACE"))
    parser.add_argument("--link", default="", metavar="URL")
    reminder = _type(lambda text: _number(text, 0, LONGEST_REMINDER_MINUTES), say("minutes from 0 to 40320"))
    parser.add_argument("--reminder", type=reminder, default=60, metavar="60")


def _block(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("day", type=_type(date.fromisoformat, say("a day like 2026-12-01")))
    clock = _type(_clock, say("a time like 12:00"))
    parser.add_argument("--from", type=clock, dest="begins", metavar="12:00")
    parser.add_argument("--to", type=clock, dest="ends", metavar="13:30")
    _zone(parser)


def _log(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="+", metavar=say("TEXT"))
    parser.add_argument("--dry-run", action="store_true", help=say("say what would happen, change nothing"))


def _export(parser: argparse.ArgumentParser, everywhere: "_Parser") -> None:
    kinds = parser.add_subparsers(dest="what", metavar=say("WHAT"), required=True)

    def add(name: str, text: str, output: str) -> argparse.ArgumentParser:
        found = kinds.add_parser(name, help=text, description=text, parents=[everywhere])
        found.add_argument("-o", "--output", type=Path, required=True, metavar=output)
        return found

    file_or_folder = say("FILE|FOLDER")
    interviews = add("interviews", say("interviews and blocks as .ics for the calendar"), file_or_folder)
    which = interviews.add_mutually_exclusive_group()
    month = _type(_month, say("a month like 2026-12"))
    which.add_argument("--month", type=month, metavar="2026-12", help=say("what begins in this month"))
    which.add_argument("--all", action="store_true", help=say("all that is planned (the default)"))
    contacts = add("contacts", say("people as .vcf for address books"), file_or_folder)
    contacts.add_argument("--vcard", choices=("3", "4"), help=say("the version of vCard"))
    add("journal", say("the journal as Markdown"), file_or_folder)
    add("all", say("everything as one JSON document"), say("FILE"))


def _journal(parser: argparse.ArgumentParser, everywhere: "_Parser") -> None:
    kinds = parser.add_subparsers(dest="what", metavar=say("WHAT"), required=True)
    add = kinds.add_parser("add", help=say("add an entry of today"), parents=[everywhere])
    add.add_argument("text", nargs="+", metavar=say("TEXT"))
    search = kinds.add_parser("search", help=say("find entries"), parents=[everywhere])
    search.add_argument("words", nargs="+", metavar=say("WORDS"))


def _challenge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", default="", metavar=say("NAME"), help=say("another one than the current"))


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("plan", "month", "page"))
    month = _type(_month, say("a month like 2026-12"))
    parser.add_argument("--month", type=month, metavar="2026-12", help=say("another month than this one"))
    parser.add_argument("--format", choices=("md", "html", "txt"), help=say("of plan and month"))
    output = say("FILE|FOLDER")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=output)


def _backup(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("-o", "--output", type=Path, metavar=say("FILE"), help=say("put it there"))
    which.add_argument("--list", action="store_true", help=say("list the backups there are"))


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar=say("FILE"))


def _zone(parser: argparse.ArgumentParser) -> None:
    zone = _type(_known_zone, say("a time zone like Europe/Berlin"))
    parser.add_argument("--zone", type=zone, default="", metavar="Europe/Berlin")


def _choice(
    parser: argparse.ArgumentParser,
    name: str,
    kind: "type[Relation] | type[Channel]",
    text: str,
    default: Relation | Channel | None = None,
) -> None:
    parser.add_argument(name, choices=[one.value for one in kind], default=default, help=text)


def _type(convert: Callable[[str], T], wanted: str) -> Callable[[str], T]:
    """A converter whose error says what was wanted."""

    def converted(text: str) -> T:
        try:
            return convert(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(
                say("“{text}” is not {wanted}", text=text, wanted=wanted)
            ) from error

    return converted


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None or len(text) < len("2026-12-03 12:00"):
        raise ValueError(text)
    return moment


def _clock(text: str) -> time:
    clock = time.fromisoformat(text)
    if clock.tzinfo is not None:
        raise ValueError(text)
    return clock


def _month(text: str) -> date:
    return datetime.strptime(text, "%Y-%m").date()


def _number(text: str, least: int, most: int) -> int:
    number = int(text)
    if not least <= number <= most:
        raise ValueError(text)
    return number


def _known_zone(text: str) -> str:
    """An IANA zone, or nothing for the computer's: argparse checks the default too."""
    if text and zone_info(text) is None:
        raise ValueError(text)
    return text


class _Version(argparse.Action):
    """Asks the installation for its version only when somebody wants to know."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version(paths.APP)
        except PackageNotFoundError:
            number = "?"
        say_out(f"Netchal {number}")
        parser.exit()


class _Parser(argparse.ArgumentParser):
    """Says when nobody reads its help any more; argparse alone would hide that."""

    def print_help(self, file: object = None) -> None:
        say_out(self.format_help().rstrip())
