"""Imports files in a process of its own and prints what that cost, as JSON.

Arguments: a new data file, then the files. For each: the exit code, the seconds of CPU; then the most memory
that the process ever had, in MB.
"""

import contextlib
import io
import json
import resource
import sys
import time
from pathlib import Path

from netchal_gui.cli import entry
from netchal_gui.exchange.challenge_file import ChallengeFileFault, read_challenge


def take(data: str, name: str) -> tuple[int, str]:
    """The exit code, and what was said."""
    if name.endswith(".netchal"):
        try:
            read_challenge(Path(name).read_bytes())
        except ChallengeFileFault as fault:
            return 1, str(fault)
        return 0, ""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = entry.main(["--data", data, "import", name])
    return code, said.getvalue()


def most_memory() -> int:
    """Of this program alone: the kernel's count for a process begins with what its parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1_024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024


def main() -> None:
    data, *names = sys.argv[1:]
    taken = []
    for name in names:
        before = time.process_time()
        code, said = take(data, name)
        taken.append({"code": code, "said": said[-500:], "seconds": time.process_time() - before})
    json.dump({"taken": taken, "megabytes": most_memory()}, sys.stdout)


if __name__ == "__main__":
    main()
