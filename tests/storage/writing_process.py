"""A process that writes until it is killed, and says on its output what was acknowledged.

Started by ``test_kill.py``: the data file, and "save" or "import".
"""

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from uuid import uuid4

from netchal_gui.domain.edit import Change, Edit
from netchal_gui.storage.store import Store
from netchal_gui.workbench import Workbench
from tests.storage.data_files import NOW, people, person


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def save(bench: Workbench) -> None:
    """Add people; rename every second, delete every fourth, undo the deletion of every eighth."""
    for number in count(1):
        one = person(number)
        bench.apply(Edit("Add", (Change(None, one),)))
        tell(f"{number} {one.name}")
        if number % 2 == 0:
            renamed = replace(one, name=f"Renamed {number}")
            bench.apply(Edit("Rename", (Change(one, renamed),)))
            tell(f"{number} {renamed.name}")
            if number % 4 == 0:
                bench.apply(Edit("Delete", (Change(renamed, None),)))
                tell(f"{number} -")
            if number % 8 == 0:
                bench.undo()
                tell(f"{number} {renamed.name}")


def imports(bench: Workbench) -> None:
    """Import 1,200 people at a time and tell each step, so that one is killed in the middle."""
    for number in count():
        bench.apply(people(1 + number * 1_200, 1_200), progress=lambda done, total: tell("step"))
        tell(f"imported {number + 1}")


if __name__ == "__main__":
    workbench = Workbench(Store.open(Path(sys.argv[1])), lambda: NOW, uuid4)
    tell("ready")
    {"save": save, "import": imports}[sys.argv[2]](workbench)
