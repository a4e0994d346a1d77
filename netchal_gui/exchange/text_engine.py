"""Jinja2 as text templates may use it; imported only when a text is made. See ``template_text``."""

import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from netchal_gui.exchange.raw_text import Raw
from netchal_gui.exchange.template_fault import TemplateFault
from netchal_gui.exchange.template_filters import FILTERS, Misused, listed, shown
from netchal_gui.words import number, say

MOST_WORK = 500_000
"""Pieces of loops that are worked out, all rounds together."""
DEEPEST = 8
"""How many ``for`` and ``if`` may lie within each other; Python itself stops at 20."""
_ALLOWED: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.CondExpr),
    *(nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Concat),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub),
)
_TESTS = ("defined", "undefined", "none", "odd", "even")
_OF_LOOP = frozenset({"index", "first", "last", "length"})
_NAME = "<text>"
_TAGS_ALONE = re.compile(r"[ \t]*(?:\{%(?:(?!%\}).)*%\}[ \t]*)+$")
_TAG_AT_END = re.compile(r"(?<![-+])%\}$")


def render(source: str, facts: Mapping[str, object], escape: Callable[[str], str], longest: int) -> str:
    """See :func:`~netchal_gui.exchange.template_text.filled`."""
    try:
        return _Engine(facts, escape, longest).result(source)
    except TemplateSyntaxError as error:
        reason = say("This cannot be understood: {reason}", reason=error.message)
        raise TemplateFault(reason, error.lineno) from error
    except (Misused, UndefinedError) as error:
        raise TemplateFault(str(error), _line(error)) from error
    except SecurityError as error:
        raise TemplateFault(say("A template cannot reach this."), _line(error)) from error
    except (TypeError, ValueError, ArithmeticError) as error:
        raise TemplateFault(say("This does not work: {reason}", reason=error), _line(error)) from error
    except (RecursionError, MemoryError, SyntaxError) as error:
        raise TemplateFault(say("Too much lies within each other in it.")) from error


class _Engine(ImmutableSandboxedEnvironment):
    """The sandbox for one text."""

    def __init__(self, facts: Mapping[str, object], escape: Callable[[str], str], longest: int) -> None:
        super().__init__(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, optimized=False)
        self.globals = {}
        self.filters = {**FILTERS, "counted": self._counted}
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.finalize = self._escaped
        self._facts = facts
        self._escape = escape
        self._longest = longest
        self._work = 0

    def result(self, source: str) -> str:
        tree = self.parse("\n".join(map(_with_its_end, source.splitlines())))
        self._check(tree)
        for loop in list(tree.find_all(nodes.For)):
            weight = nodes.Const(sum(1 for _ in loop.find_all(nodes.Node)))
            loop.iter = nodes.Filter(loop.iter, "counted", [weight], [], None, None, lineno=loop.lineno)
        tree.set_environment(self)
        template = self.template_class.from_code(self, self.compile(tree, filename=_NAME), {})
        return "".join(self._pieces(template.generate(self._facts)))

    def _check(self, tree: nodes.Template) -> None:
        """Raise TemplateFault for whatever a template may not use, in the order of its lines."""
        _measure(tree, 0)
        own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
        known = {*self._facts, *own, "loop"}
        for node in sorted(tree.find_all(nodes.Node), key=_lineno):
            if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive):
                kind = type(node).__name__
                raise TemplateFault(say("A template cannot use this ({kind}).", kind=kind), node.lineno)
            if isinstance(node, nodes.Name):
                _known(node, known)
            if isinstance(node, nodes.Filter):
                _known(node, FILTERS)
            if isinstance(node, nodes.Test):
                _known(node, _TESTS)

    def _pieces(self, pieces: Iterable[str]) -> Iterator[str]:
        length = 0
        for piece in pieces:
            length += len(piece)
            if length > self._longest:
                raise Misused(say("It becomes longer than {n} characters.", n=number(self._longest)))
            yield piece

    def _counted(self, items: Any, weight: int) -> list[Any]:
        """What a loop goes through; all rounds of all loops together have a limit."""
        found = listed(items)
        self._work += len(found) * weight
        if self._work > MOST_WORK:
            raise Misused(say("It repeats too often."))
        return found

    def _escaped(self, value: Any) -> str:
        return str(value) if isinstance(value, Raw) else self._escape(shown(value))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Facts only: a mapping's entry or what a loop knows of itself, never a method."""
        if isinstance(obj, LoopContext) and attribute in _OF_LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, (list, tuple)) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(say("There is no “{name}” here.", name=argument), obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        return False


def _with_its_end(line: str) -> str:
    """A line that ends in a tag keeps its end where there is more in it than tags."""
    if _TAGS_ALONE.match(line):
        return line.rstrip()
    return _TAG_AT_END.sub("+%}", line)


def _lineno(node: nodes.Node) -> int:
    return node.lineno or 0


def _known(node: nodes.Name | nodes.Filter | nodes.Test, known: Iterable[str]) -> None:
    """Raise TemplateFault for a name that is not known, with the likeliest ones that are."""
    if node.name in known:
        return
    names = get_close_matches(node.name, known, 3) or sorted(known)
    reason = say("There is no “{name}”. There is: {known}.", name=node.name, known=", ".join(names))
    raise TemplateFault(reason, node.lineno)


def _measure(node: nodes.Node, depth: int) -> None:
    depth += isinstance(node, (nodes.For, nodes.If))
    if depth > DEEPEST:
        raise TemplateFault(say("Too much lies within each other here."), node.lineno)
    for child in node.iter_child_nodes():
        _measure(child, depth)


def _line(error: BaseException) -> int:
    """The line of the template at which it went wrong; Jinja2 writes it into the traceback."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next((frame.lineno or 0 for frame in frames if frame.filename == _NAME), 0)
