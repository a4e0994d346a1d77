"""What tests of the command line have: a data file of their own, and a way to run one command."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from netchal_gui.cli import entry


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Netchal = Callable[..., Ended]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data" / "netchal.db"


@pytest.fixture
def netchal(data: Path, capsys: pytest.CaptureFixture[str]) -> Netchal:
    """Runs a command on the data file; words that are paths may be given as such."""

    def run(*words: object, on: Path | None = data, proof: Callable[[], str] | None = None) -> Ended:
        named = ["--data", str(on)] if on else []
        try:
            code = entry.main([*named, *map(str, words)], proof)
        except SystemExit as ended:
            code = int(ended.code or 0)
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return run
