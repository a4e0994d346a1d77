"""Cards that may be somebody we have: why, and what the person may decide."""

import pytest

from netchal_gui.commands import import_people
from netchal_gui.commands.import_people import Decision, Verdict
from netchal_gui.domain.contact import Labelled
from tests.commands.people_files import MIRA, add, card, everyone, verdicts


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("FN:Jon Lind", "EMAIL:lind@x.org"), "may be Jonas Lind: same e-mail, other name"),
        (("FN:J. Lind", "TEL:0301234567"), "may be Jonas Lind: same phone, other name"),
        (("FN:Jonas Lind", "EMAIL:else@x.org"), "may be Jonas Lind: same name, no other match"),
    ],
)
def test_a_doubtful_card_says_why_and_is_left_out(workbench, write, lines, reason):
    jonas = add(workbench, "Jonas Lind", emails=(Labelled("lind@x.org"),), phones=(Labelled("030 1234567"),))
    with import_people.prepare(workbench, [write(card(*lines))]) as plan:
        (row,) = plan.rows(0, 1)
        assert (row.verdict, row.reason, row.target) == (Verdict.DOUBTFUL, reason, jonas.id)
        import_people.apply(workbench, plan)
    assert everyone(workbench) == [jonas]


def test_a_doubtful_card_can_be_a_new_person(workbench, write):
    add(workbench, "Jonas Lind", emails=(Labelled("lind@x.org"),))
    with import_people.prepare(workbench, [write(card("FN:Jon Lind", "EMAIL:lind@x.org"))]) as plan:
        plan.decide(0, Decision.NEW)
        assert plan.people == 1
        import_people.apply(workbench, plan)
    assert sorted(person.name for person in everyone(workbench)) == ["Jon Lind", "Jonas Lind"]


def test_a_doubtful_card_can_be_merged_and_is_the_same_next_time(workbench, write):
    add(workbench, "Jonas Lind", emails=(Labelled("lind@x.org"),))
    path = write(card("FN:Jon Lind", "EMAIL:lind@x.org", "TEL:0301234567"))
    with import_people.prepare(workbench, [path]) as plan:
        plan.decide(0, Decision.MERGE)
        import_people.apply(workbench, plan)
    (jonas,) = everyone(workbench)
    assert (jonas.name, jonas.phones) == ("Jonas Lind", (Labelled("0301234567"),))
    with import_people.prepare(workbench, [path]) as plan:
        assert verdicts(plan) == [Verdict.SAME]


def test_only_doubtful_cards_can_be_decided(workbench, write):
    with import_people.prepare(workbench, [write(card(*MIRA))]) as plan, pytest.raises(ValueError):
        plan.decide(0, Decision.LEAVE_OUT)
