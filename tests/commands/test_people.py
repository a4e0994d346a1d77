"""Adding, changing, tagging and deleting people."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from netchal_gui.commands import people
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Address, Contact, Labelled, OwnField
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.follow_up import FollowUp
from netchal_gui.domain.interview import Interview, Participant
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.origin import Origin
from netchal_gui.domain.person_name import renamed
from netchal_gui.storage.check import damages
from netchal_gui.storage.contact_queries import Listing, numbers
from netchal_gui.workbench import Workbench


def person(bench: Workbench, name: str, **fields: Any) -> Contact:
    return put(bench, Contact(id=uuid4(), name=name, created=bench.now(), **fields))


def put(bench: Workbench, item: Any) -> Any:
    bench.apply(Edit("Add", (Change(None, item),)))
    return item


def stored(bench: Workbench, item: Any) -> Any:
    return bench.store.get(type(item), item.id)


def test_a_person_needs_only_a_name(workbench: Workbench) -> None:
    added = people.add_person(workbench, people.blank_contact(workbench, "  Priya   Shah "))

    assert stored(workbench, added).name == "Priya Shah"


def test_without_a_name_nobody_is_added(workbench: Workbench) -> None:
    with pytest.raises(Refused):
        people.add_person(workbench, people.blank_contact(workbench, "  "))

    assert len(numbers(workbench.store, Listing())) == 0


def test_empty_lines_of_a_form_are_not_stored(workbench: Workbench) -> None:
    draft = replace(
        people.blank_contact(workbench, "Ada"),
        emails=(Labelled(" ada@x.example "), Labelled("")),
        addresses=(Address(label="home"),),
        fields=(OwnField("", ""),),
        tags=(" chess ", "", "chess"),
    )
    added = stored(workbench, people.add_person(workbench, draft))

    assert (added.emails, added.addresses) == ((Labelled("ada@x.example"),), ())
    assert (added.fields, added.tags) == ((), ("chess",))


def test_a_photo_is_stored_with_the_person(workbench: Workbench) -> None:
    draft = replace(people.blank_contact(workbench, "Ada"), photo="ab" * 32)
    people.add_person(workbench, draft, b"picture")

    assert workbench.store.photo("ab" * 32) == b"picture"


def test_saving_what_is_unchanged_makes_no_edit(workbench: Workbench) -> None:
    ada = person(workbench, "Ada")
    before = workbench.undo_label

    assert not people.change_person(workbench, ada, replace(ada))
    assert workbench.undo_label == before


def test_a_changed_person_comes_back_by_undo(workbench: Workbench) -> None:
    ada = person(workbench, "Ada")
    people.change_person(workbench, ada, replace(ada, role="Analyst"))
    workbench.undo()

    assert stored(workbench, ada) == ada


def test_a_new_family_name_reaches_the_parts_of_the_name(workbench: Workbench) -> None:
    ada = person(workbench, "Dr Ada Byron", prefix="Dr", given="Ada", family="Byron")

    assert renamed(ada, "Dr Ada King Lovelace").family == "Lovelace"
    assert renamed(ada, "Dr Ada King Lovelace").given == "Ada King"
    assert renamed(ada, "Dr Ada Lovelace").prefix == "Dr"


def test_parts_in_another_order_stay_when_the_name_changes(workbench: Workbench) -> None:
    person_a = person(workbench, "Nguyễn Văn A", given="A", family="Nguyễn Văn")

    assert renamed(person_a, "Nguyễn Văn B").given == "A"


def test_deleting_takes_a_person_out_of_everything_and_undo_brings_all_back(workbench: Workbench) -> None:
    ada, bob = person(workbench, "Ada"), person(workbench, "Bob")
    now = workbench.now()
    alone = Interview(id=uuid4(), participants=(Participant(ada.id),), created=now)
    both = Interview(id=uuid4(), participants=(Participant(ada.id), Participant(bob.id)), created=now)
    entry = JournalEntry(
        id=uuid4(), day=now.date(), created=now, changed=now, people=(ada.id, bob.id), interview_id=alone.id
    )
    own = FollowUp(id=uuid4(), text="Thank", created=now, contact_id=ada.id)
    line = FollowUp(id=uuid4(), text="Send", created=now, contact_id=ada.id, entry_id=entry.id)
    origin = Origin(id=uuid4(), contact_id=ada.id, source="vcard", foreign_uid="1", seen="", imported=now)
    everything = [put(workbench, item) for item in (alone, both, entry, own, line, origin)]
    people.delete_people(workbench, [ada.id])

    assert [stored(workbench, item) for item in (ada, alone, own, origin)] == [None] * 4
    assert stored(workbench, both).people == (bob.id,)
    assert (stored(workbench, entry).people, stored(workbench, entry).interview_id) == ((bob.id,), None)
    assert stored(workbench, line).contact_id is None
    assert list(damages(workbench.store)) == []
    workbench.undo()
    assert [stored(workbench, item) for item in (ada, *everything)] == [ada, *everything]


def test_two_people_of_one_interview_can_go_together(workbench: Workbench) -> None:
    ada, bob = person(workbench, "Ada"), person(workbench, "Bob")
    talk = put(
        workbench,
        Interview(
            id=uuid4(), participants=(Participant(ada.id), Participant(bob.id)), created=workbench.now()
        ),
    )

    assert people.delete_people(workbench, [ada.id, bob.id]) == 2
    assert stored(workbench, talk) is None


def test_a_tag_is_given_once_and_taken_away(workbench: Workbench) -> None:
    ada, bob = person(workbench, "Ada", tags=("chess",)), person(workbench, "Bob")

    assert people.tag_people(workbench, [ada.id, bob.id], " chess ") == 1
    assert stored(workbench, ada).tags == ("chess",)
    assert people.untag_people(workbench, [ada.id, bob.id], "chess") == 2
    assert stored(workbench, bob).tags == ()


@pytest.mark.parametrize("typed", ["jürgen m", "jurgen", "juergen mul", "müller jürgen"])
def test_a_person_with_the_typed_name_is_a_likely_duplicate(workbench: Workbench, typed: str) -> None:
    person(workbench, "Jürgen Müller")

    assert [row.name for row in people.likely_duplicates(workbench, typed)] == ["Jürgen Müller"]


@pytest.mark.parametrize("typed", ["ju", "", "jurgen x", "halden"])
def test_others_are_no_likely_duplicates(workbench: Workbench, typed: str) -> None:
    person(workbench, "Jürgen Müller", organisation="Halden")

    assert people.likely_duplicates(workbench, typed) == []


def test_the_same_mail_is_a_likely_duplicate_whatever_the_name(workbench: Workbench) -> None:
    person(workbench, "Jürgen", emails=(Labelled("J@x.example"),))

    assert [row.name for row in people.likely_duplicates(workbench, "J", ["j@X.example"])] == ["Jürgen"]


def test_a_ticked_follow_up_is_done_and_keeps_when(workbench: Workbench) -> None:
    ada = person(workbench, "Ada")
    thanks = put(workbench, FollowUp(id=uuid4(), text="Thank", created=workbench.now(), contact_id=ada.id))
    done = people.tick(workbench, thanks, True)

    assert stored(workbench, thanks).done
    assert done.history[-1].at - workbench.now() == timedelta(0)
