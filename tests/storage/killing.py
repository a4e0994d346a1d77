"""Start work in a process of its own and kill it with SIGKILL at a moment that chance chooses."""

from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

Work = Callable[[Path, Callable[[str], None]], None]
"""Works on a data file and tells on the way what is done. A function of a module, found again by its name."""

_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"


def told_until_killed(work: Work, path: Path, random: Random, most: int, within: float = 0.01) -> list[str]:
    """What the work told before it was killed: up to ``most`` things, then up to ``within`` seconds more.

    The end of the work is a kill as well; what it told is then complete.
    """
    context = get_context(_METHOD)
    if _METHOD == "forkserver":
        context.set_forkserver_preload([__name__, work.__module__])
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, path, sending))
    process.start()
    sending.close()
    try:
        return _listen(receiving, random.randint(1, most), random.uniform(0, within), process.kill)
    finally:
        process.kill()
        process.join()
        receiving.close()


def _run(work: Work, path: Path, sending: Connection) -> None:
    work(path, sending.send)


def _listen(receiving: Connection, count: int, seconds: float, kill: Callable[[], None]) -> list[str]:
    told: list[str] = []
    try:
        while len(told) < count:
            told.append(receiving.recv())
        receiving.poll(seconds)
        kill()
        while True:  # what was told before the kill lies in the pipe
            told.append(receiving.recv())
    except EOFError:
        return told
