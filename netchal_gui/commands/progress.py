"""How long work tells how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, total), both in items; a total of 0 means nobody knows. May raise Cancelled."""


class Cancelled(Exception):
    """The person stopped the work; whoever raises or passes it on leaves nothing half done."""

    def __init__(self) -> None:
        super().__init__("cancelled")


def unwatched(done: int, total: int) -> None:
    """Progress for work that nobody watches."""
