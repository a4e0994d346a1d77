"""What a command answers: lines for a person, data for a program, and the exit code."""

import json
import sys
from dataclasses import dataclass, field

DONE, FAULT = 0, 1


@dataclass(frozen=True, slots=True)
class Answer:
    """``lines`` go to the standard output, or ``data`` as JSON where it was asked for; ``fault`` is one line
    for the standard error, and makes the exit code 1.
    """

    lines: list[str]
    data: object = field(default_factory=dict)
    fault: str = ""

    def give(self, as_json: bool) -> int:
        """Print it and return the exit code. Raises BrokenPipeError where nobody reads any more."""
        if as_json:
            say_out(json.dumps(self.data, ensure_ascii=False, indent=2))
        elif self.lines:
            say_out("\n".join(map(harmless, self.lines)))
        if self.fault:
            complain(self.fault)
        return FAULT if self.fault else DONE


def say_out(text: str) -> None:
    if sys.stdout is not None:
        _tolerant(sys.stdout)
        sys.stdout.write(text + "\n")


def complain(sentence: str) -> None:
    """One line on the standard error, whatever the sentence holds."""
    if sys.stderr is not None:
        _tolerant(sys.stderr)
        sys.stderr.write(harmless(" ".join(sentence.split())) + "\n")


def harmless(text: str) -> str:
    """The text without what could steer a terminal: control characters and changes of direction."""
    return "".join(c if c.isprintable() or c in "\n\t" else "�" for c in text)


def _tolerant(stream: object) -> None:
    """A character that the terminal cannot show is written as its code instead of ending the program."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
