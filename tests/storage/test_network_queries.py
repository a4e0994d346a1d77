"""The light rows behind who led to whom."""

from netchal_gui.commands.introductions import introduce
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Participant, StepKind, stepped
from netchal_gui.domain.network import Link
from netchal_gui.storage.network_queries import introduction_links, people_of_network
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add


def talk(workbench: Workbench, person: Contact, *steps: StepKind) -> None:
    now = workbench.now()
    interview = Interview(id=workbench.new_id(), participants=(Participant(person.id),), created=now)
    for step in steps:
        interview = stepped(interview, step, now)
    workbench.apply(Edit("Talk", (Change(None, interview),)))


def test_links_come_in_the_order_of_time_each_pair_once(workbench: Workbench) -> None:
    ada, bob, cid = (add(workbench, name) for name in ("Ada", "Bob", "Cid"))
    today = workbench.now().date()
    introduce(workbench, [ada.id], [cid.id], day=today)
    introduce(workbench, [bob.id], [cid.id], day=today.replace(day=1))
    introduce(workbench, [ada.id], [cid.id], day=today)

    links = introduction_links(workbench.store)

    assert links == [Link(bob.id.bytes, cid.id.bytes), Link(ada.id.bytes, cid.id.bytes)]


def test_people_without_talk_and_introduction_stay_out_unless_asked_for(workbench: Workbench) -> None:
    ada, bob, cid, dan = (add(workbench, name) for name in ("Ada", "Bob", "Cid", "Dan"))
    introduce(workbench, [ada.id], [bob.id])
    talk(workbench, cid)

    assert [each.name for each in people_of_network(workbench.store, b"")] == ["Ada", "Bob", "Cid"]
    assert dan.name in [each.name for each in people_of_network(workbench.store, dan.id.bytes)]


def test_asked_and_met_are_of_any_interview(workbench: Workbench) -> None:
    ada, bob = add(workbench, "Ada"), add(workbench, "Bob")
    talk(workbench, ada, StepKind.ASKED, StepKind.DECLINED)
    talk(workbench, ada, StepKind.MET)
    talk(workbench, bob)

    found = {each.name: (each.asked, each.met) for each in people_of_network(workbench.store, b"")}

    assert found == {"Ada": (True, True), "Bob": (False, False)}
