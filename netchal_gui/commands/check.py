"""Check the data file: everything that is wrong with it, as sentences."""

from netchal_gui.commands.progress import Progress, unwatched
from netchal_gui.storage.check import Damage, damages
from netchal_gui.workbench import Workbench


def check(workbench: Workbench, progress: Progress = unwatched) -> list[Damage]:
    """What is damaged, nothing where the file is whole. Reads the file from end to end, in one snapshot.

    Raises StoreFault where it cannot even be read, or what ``progress`` raises.
    """
    with workbench.store.reading() as reader:
        return list(damages(reader, progress))
