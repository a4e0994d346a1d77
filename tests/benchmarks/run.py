"""Print the table of speed and memory as ratios to a floor: run.py [starting|reading|writing|…]."""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks import dragging, reading, responsiveness, starting, writing
from tests.benchmarks.big_file import made
from tests.benchmarks.measure import Row

BUILD = Path("build/bench")
COUNTS = (10_000, 100_000)


def parts() -> Mapping[str, Callable[[], Iterator[Row]]]:
    """The parts of the table by name; the data files are made at the first run, which takes a minute."""
    files = {count: made(BUILD / f"{count}-of-all.db", count) for count in COUNTS}
    return {
        "starting": partial(starting.rows, files),
        "reading": partial(reading.rows, files[COUNTS[-1]]),
        "writing": writing.rows,
        "responsiveness": responsiveness.rows,
        "dragging": dragging.rows,
    }


def main() -> int:
    """Exit status 1 where a row is above its bar."""
    found = parts()
    above = 0
    print(f"{'work':<52}{'ours':>9}{'floor':>9}    {'ratio':>7}   bar")
    for name in sys.argv[1:] or found:
        for row in found[name]():
            print(row, flush=True)
            above += not row.within
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
