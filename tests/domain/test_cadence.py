"""How late one is by a cadence."""

import pytest

from netchal_gui.domain.cadence import Lateness, lateness


@pytest.mark.parametrize(
    ("over", "cadence", "found"),
    [
        (-1, 30, None),
        (0, 30, Lateness.DUE),
        (7, 30, Lateness.DUE),
        (8, 30, Lateness.OVERDUE),
        (3, 14, Lateness.DUE),
        (4, 14, Lateness.OVERDUE),
        (22, 90, Lateness.DUE),
        (23, 90, Lateness.OVERDUE),
        (0, 1, Lateness.DUE),
        (1, 1, Lateness.OVERDUE),
    ],
)
def test_overdue_is_more_than_a_quarter_of_the_cadence_again(
    over: int, cadence: int, found: Lateness | None
) -> None:
    assert lateness(over, cadence) is found
