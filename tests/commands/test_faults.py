"""Whose fault an error is: the world's have a sentence, ours have none."""

import errno
import os

import pytest

from netchal_gui.commands.faults import explain
from netchal_gui.commands.progress import Cancelled
from netchal_gui.commands.refusal import Refused
from netchal_gui.storage.faults import DamagedFile


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full. Free some space and try again."),
        (errno.EDQUOT, "The disk is full. Free some space and try again."),
        (errno.EACCES, "Netchal may not use a.vcf. Choose another place, or change its permissions."),
        (errno.EROFS, "Netchal may not use a.vcf. Choose another place, or change its permissions."),
        (errno.ENOENT, "a.vcf is not there."),
        (errno.EISDIR, "a.vcf is a folder. Name a file."),
        (errno.EEXIST, "a.vcf is in the way. Choose another name."),
        (errno.EIO, "a.vcf could not be used: Input/output error"),
    ],
)
def test_an_error_of_the_file_system_says_what_to_do(number: int, sentence: str) -> None:
    assert explain(OSError(number, os.strerror(number), "a.vcf")) == sentence


@pytest.mark.parametrize("error", [Refused("No."), DamagedFile("No.")])
def test_what_has_a_sentence_is_told_by_it(error: Exception) -> None:
    assert explain(error) == "No."


def test_what_was_stopped_changed_nothing() -> None:
    assert explain(Cancelled()) == "Stopped. Nothing was changed."


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), RuntimeError("x")])
def test_our_own_errors_have_no_sentence(error: Exception) -> None:
    assert explain(error) is None
