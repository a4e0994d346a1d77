"""Whose fault an error is: the world's have a sentence for the person, ours have none and are reported."""

import errno

from netchal_gui.commands.progress import Cancelled
from netchal_gui.commands.refusal import Refused
from netchal_gui.storage.faults import StoreFault
from netchal_gui.words import say


def explain(error: BaseException) -> str | None:
    """What went wrong and what to do, or None where the program itself is at fault."""
    if isinstance(error, StoreFault | Refused):
        return str(error)
    if isinstance(error, Cancelled):
        return say("Stopped. Nothing was changed.")
    if isinstance(error, OSError):
        return _explain_file(error)
    return None


def _explain_file(error: OSError) -> str:
    where = str(error.filename or "")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("The disk is full. Free some space and try again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return say("Netchal may not use {file}. Choose another place, or change its permissions.", file=where)
    if error.errno == errno.EISDIR:
        return say("{file} is a folder. Name a file.", file=where)
    if error.errno == errno.EEXIST:
        return say("{file} is in the way. Choose another name.", file=where)
    if error.errno == errno.ENOENT:
        return say("{file} is not there.", file=where)
    return say("{file} could not be used: {reason}", file=where, reason=error.strerror or str(error))
