"""Every sentence that a person reads goes through words, in a way that the catalogue tools can follow."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "netchal_gui"
CODE = sorted(PACKAGE.rglob("*.py"))
SENTENCES = {"say": 1, "say_many": 2}  # how many of the first arguments are sentences
SHOWS_TEXT = {
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"),
    *("setText", "setToolTip", "setStatusTip", "setPlaceholderText", "setWindowTitle", "setTitle"),
    *("setAccessibleName", "setAccessibleDescription", "setLabelText", "setInformativeText"),
    *("addTab", "addMenu", "addAction", "addButton", "setTabText", "showMessage"),
}


def called(call: ast.Call) -> str:
    """The last name of what is called: "say" for words.say(…)."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call of the file with its place."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", node


def said() -> Iterator[tuple[str, ast.Call, list[ast.expr]]]:
    """Each call of say or say_many with its place and its sentences."""
    for path in CODE:
        for place, call in calls(path):
            if called(call) in SENTENCES:
                yield place, call, call.args[: SENTENCES[called(call)]]


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_sentences_are_literals_that_the_catalogue_tools_find() -> None:
    counted = [(place, sentences, SENTENCES[called(call)]) for place, call, sentences in said()]

    assert counted
    assert not [
        place
        for place, sentences, wanted in counted
        if len(sentences) != wanted or not all(map(is_literal, sentences))
    ]


def test_every_place_in_a_sentence_gets_its_value() -> None:
    wrong = []
    for place, call, sentences in said():
        given = {keyword.arg for keyword in call.keywords} | ({"n"} if called(call) == "say_many" else set())
        for sentence in filter(is_literal, sentences):
            assert isinstance(sentence, ast.Constant)
            wanted = {
                field for _, field, _, _ in string.Formatter().parse(sentence.value) if field is not None
            }
            if None not in given and not wanted <= given:
                wrong.append(f"{place}: {sentence.value}")

    assert not wrong


class AtImport(ast.NodeVisitor):
    """Finds sentences said while a module is imported: outside functions, or in defaults and decorators."""

    def __init__(self) -> None:
        self.lines: list[int] = []

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        defaults = [default for default in node.args.kw_defaults if default is not None]
        for part in [*node.decorator_list, *node.args.defaults, *defaults]:
            self.visit(part)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Its body runs later."""

    def visit_Call(self, node: ast.Call) -> None:
        if called(node) in SENTENCES:
            self.lines.append(node.lineno)
        self.generic_visit(node)


@pytest.mark.parametrize("code", ["A = say('x')", "def f(a=say('x')): ...", "class A:\n  b = words.say('x')"])
def test_the_search_below_finds_what_is_said_on_import(code: str) -> None:
    search = AtImport()
    search.visit(ast.parse(code))

    assert search.lines


def test_nothing_is_said_before_the_language_is_chosen() -> None:
    early = []
    for path in CODE:
        search = AtImport()
        search.visit(ast.parse(path.read_text("utf-8")))
        early += [f"{path.relative_to(ROOT).as_posix()}:{line}" for line in search.lines]

    assert not early


def test_no_widget_shows_a_sentence_that_did_not_come_from_words() -> None:
    rooms = [path for path in CODE if path.parent.name in ("views", "item_models") or path.name == "app.py"]
    bare = [
        f"{place}: {argument.value}"
        for path in rooms
        for place, call in calls(path)
        if called(call) in SHOWS_TEXT
        for argument in call.args
        if isinstance(argument, ast.Constant) and any(map(str.isalpha, str(argument.value or "")))
        if isinstance(argument.value, str) and argument.value != "Netchal"
    ]

    assert not bare
