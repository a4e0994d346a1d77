"""Text of the program's own among the facts of a template."""


class Raw(str):
    """A fact of the program's own that is written as it is: a style sheet, a line of a page's head."""

    __slots__ = ()
