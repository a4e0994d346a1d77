"""How hard the hard tests try: a small share in every run, the full counts with ``make soak``."""

import os

FULL = bool(os.environ.get("NETCHAL_SOAK"))


def rounds(full: int, ordinary: int) -> int:
    """The count of the full run, or that of the ordinary one."""
    return full if FULL else ordinary
