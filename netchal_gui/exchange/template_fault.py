"""What is said where a text template cannot be filled in."""

from netchal_gui.words import say


class TemplateFault(Exception):
    """A template cannot be filled in: the text says why. ``line`` counts from 1, 0 where there is none."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(say("Line {line}: {reason}", line=line, reason=reason) if line else reason)
        self.line = line
