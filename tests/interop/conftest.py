"""Real calendar and address book programs judge exported files: ``pytest tests/interop -m interop``.

The accepting scripts and their README lie in ../shared/interop. Where they are there, nothing here is
skipped. The run ends with "interop: N files, M clients".
"""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[3] / "shared" / "interop"
ENVIRONMENT = dict(os.environ)
"""As it was before the tests got a home of their own: the programs are installed in the real one."""

Accept = Callable[..., None]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Only who asks for these tests gets them: they take minutes and may install programs."""
    if "interop" in config.option.markexpr:
        return
    unasked = [item for item in items if item.get_closest_marker("interop")]
    config.hook.pytest_deselected(items=unasked)
    items[:] = [item for item in items if item not in unasked]


@pytest.fixture
def accept(record_property: Callable[[str, object], None]) -> Accept:
    """Runs an accepting script on files and fails with what the programs saw otherwise."""
    if not SCRIPTS.is_dir():
        pytest.skip("../shared/interop is not there")

    def run(script: str, *arguments: str | Path) -> None:
        command = [str(SCRIPTS / script), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=600)
        for argument in arguments:
            if str(argument).endswith((".ics", ".vcf")):
                record_property("interop file", str(argument))
        for client in re.findall(r"^([\w.-]+): (?:agrees|differs|known limit)", done.stdout, re.MULTILINE):
            record_property("interop client", client)
        assert done.returncode == 0, f"{script}:\n{done.stdout}{done.stderr}"

    return run


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if "interop" not in config.option.markexpr:
        return
    reports = [r for kind in ("passed", "failed") for r in terminalreporter.stats.get(kind, [])]
    told = {entry for report in reports for entry in getattr(report, "user_properties", [])}
    files, clients = (
        {value for name, value in told if name == f"interop {kind}"} for kind in ("file", "client")
    )
    line = f"interop: {len(files)} files, {len(clients)} clients"
    terminalreporter.write_line(line if files else "interop: not run")
