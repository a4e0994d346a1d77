"""The one-line log: "met Ada Lovelace #event:ATD phone thanks who-else: Charles Babbage yesterday".

Pure. What a line says, word for word; who is meant by a name is another's business. What it cannot read is
kept in ``unread``. A name in quotation marks is a name whatever it looks like.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from netchal_gui.domain import log_words as words
from netchal_gui.domain.folding import fold
from netchal_gui.domain.interview import Channel, WhoElse
from netchal_gui.domain.log_days import Calendar
from netchal_gui.domain.log_phrases import Kind, Said, phrase_at, until_day
from netchal_gui.domain.log_tokens import Token, sections, tokens
from netchal_gui.domain.log_words import Section
from netchal_gui.domain.talk import NextStep, Thanks

Known = Callable[[str], bool]
"""Whether somebody of this name is in the file; tells a name in small letters from other words."""
LONGEST_NAME = 6
MOST_SMALL = 4
"""Words of a name, and of one in small letters that nobody has yet."""


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name as it was typed; ``promised``: they will introduce us."""

    name: str
    promised: bool = False


@dataclass(slots=True)
class LogLine:
    """What a line says. ``day`` None: no day was said. ``unread`` are the parts that say nothing known."""

    names: list[TypedName] = field(default_factory=list)
    named: list[TypedName] = field(default_factory=list)
    who_else: WhoElse = WhoElse.NOT_ASKED
    day: date | None = None
    at: time | None = None
    minutes: int | None = None
    channel: Channel | None = None
    event: str = ""
    place: str = ""
    tags: list[str] = field(default_factory=list)
    thanks: Thanks = Thanks.FIRST
    learned: str = ""
    note: str = ""
    next_steps: list[NextStep] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_line(text: str, today: date, known: Known = lambda _: False) -> LogLine:
    """What the line says, with ``today`` on the wall."""
    line = LogLine()
    for section, part in sections(text):
        match section:
            case None:
                _People(line, line.names, today, known).read(tokens(part))
            case Section.WHO_ELSE:
                _read_who_else(line, part, today, known)
            case Section.LEARNED:
                line.learned = _joined(line.learned, part)
            case Section.NOTE:
                line.note = _joined(line.note, part)
            case Section.NEXT:
                line.next_steps += next_steps(part, today)
    return line


def _joined(before: str, part: str) -> str:
    return "\n\n".join(filter(None, (before, part.strip())))


def next_steps(part: str, today: date) -> Iterator[NextStep]:
    """Steps are parted by semicolons; each may end with its day: "send the paper by Friday; call"."""
    for text in part.split(";"):
        step, due = until_day(text.strip(), Calendar(today, ahead=True))
        if step:
            yield NextStep(step, due)


def _read_who_else(line: LogLine, part: str, today: date, known: Known) -> None:
    found = tokens(part)
    for answer, said in words.ANSWERS.items():
        folded = {tuple(fold(each).split()) for each in said.all}
        length = next((n for n in (2, 1) if tuple(each.key for each in found[:n]) in folded), 0)
        if length:
            line.who_else, found = answer, found[length:]
    _People(line, line.named, today, known, had_answer=line.who_else is not WhoElse.NOT_ASKED).read(found)
    if line.named:
        line.who_else = WhoElse.NAMED


class _People:
    """Reads names and everything else that may stand among them.

    A name stands where one is due: at the beginning, and after "and" or a comma. What follows a name
    without that, and has no meaning of its own, is kept as text.
    """

    def __init__(
        self, line: LogLine, names: list[TypedName], today: date, known: Known, *, had_answer: bool = False
    ) -> None:
        self._line, self._names, self._known = line, names, known
        self._calendar = Calendar(today)
        self._due = not had_answer
        self._unread: list[str] = []
        self._joint = ""
        self._has_met = False

    def read(self, found: Sequence[Token]) -> None:
        place = 0
        while place < len(found):
            place += self._one(found, place)
        self._keep_unread()
        if self._has_met and not self._names:
            self._name_what_was_met()

    def _name_what_was_met(self) -> None:
        """ "met grace hopper": where nobody else is named, it is a name in small letters."""
        first = self._line.unread[0] if self._line.unread else ""
        if first and len(first.split()) <= MOST_SMALL and all(c.isalpha() or c in " '-." for c in first):
            self._line.unread.pop(0)
            self._names.append(TypedName(first))

    def _one(self, found: Sequence[Token], place: int) -> int:
        """Reads one thing; returns how many tokens it took."""
        token = found[place]
        if token.is_joint:
            self._join(token)
            return 1
        said = None if token.quoted else phrase_at(found, place, self._calendar)
        if said is not None and not self._is_said_already(said):
            self._keep_unread()
            self._take(said)
            return said.length
        length = self._name_length(found, place) if self._due else 0
        if length:
            name = " ".join(each.text for each in found[place : place + length])
            self._names.append(TypedName(name))
            self._due, self._joint = False, ""
            return length
        self._put_by(token)
        return 1

    def _join(self, token: Token) -> None:
        """After "and" a name is due; where words that say nothing go on, it belongs to them."""
        if self._unread:
            self._unread.append(token.text)
        elif token.text not in ".;":
            self._joint = token.text
        self._due = token.text not in ".;"

    def _put_by(self, token: Token) -> None:
        if self._joint not in ("", ","):
            self._unread.append(self._joint)
        self._joint = ""
        self._unread.append(token.text)
        self._due = False

    def _keep_unread(self) -> None:
        text = " ".join(self._unread).replace(" ,", ",").replace(" .", ".").strip(" ,.;")
        if text:
            self._line.unread.append(text)
        self._unread = []

    def _is_said_already(self, said: Said) -> bool:
        """A second day or channel is text: the first one holds."""
        line = self._line
        before = {
            Kind.DAY: line.day,
            Kind.TIME: line.at,
            Kind.MINUTES: line.minutes,
            Kind.CHANNEL: line.channel,
            Kind.PLACE: line.place or None,
            Kind.EVENT: line.event or None,
            Kind.THANKS: None if line.thanks is Thanks.FIRST else line.thanks,
        }
        if said.kind is Kind.MET:
            return bool(self._names) or self._names is not self._line.names
        return before.get(said.kind) is not None or (said.kind is Kind.PROMISED and not self._names)

    def _take(self, said: Said) -> None:
        """Note it. A name may follow where there is none yet: "phone Ada"."""
        if said.kind is Kind.PROMISED:
            self._names[-1] = TypedName(self._names[-1].name, promised=True)
        elif said.kind is Kind.TAG:
            self._line.tags.append(str(said.value))
        elif said.kind in (Kind.MET, Kind.MET_AT_END):
            self._has_met = True
        else:
            setattr(self._line, said.kind.value, said.value)
        self._due = self._due or not self._names

    def _name_length(self, found: Sequence[Token], place: int) -> int:
        """How many tokens from here are a name: one that is known, in quotation marks, or in capitals."""
        if found[place].quoted:
            return 1
        most = 0
        while place + most < len(found) and most < LONGEST_NAME and self._may_be_name(found, place + most):
            most += 1
        for length in range(most, 0, -1):
            if self._known(" ".join(each.text for each in found[place : place + length])):
                return length
        return _capital_length(found[place : place + most])

    def _may_be_name(self, found: Sequence[Token], place: int) -> bool:
        token = found[place]
        if token.is_joint or token.quoted or not any(c.isalpha() for c in token.text):
            return False
        return token.text[0] not in "#@(" and phrase_at(found, place, self._calendar) is None


def _capital_length(found: Sequence[Token]) -> int:
    """How many tokens are a name by its capitals, or by letters that have none; particles stand inside."""
    length = 0
    for number, token in enumerate(found, 1):
        if _is_capital(token.text):
            length = number
        elif token.key not in words.PARTICLES:
            break
    return length


def _is_capital(text: str) -> bool:
    """Whether the word has a capital or a letter of a script without capitals."""
    letters = [c for c in text if c.isalpha()]
    return any(c.isupper() or c.lower() == c.upper() for c in letters)
