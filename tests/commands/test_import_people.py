"""Importing people: a verdict for each card, one edit, and never a loss of what was typed here."""

from dataclasses import replace

import pytest

from netchal_gui.commands import import_people
from netchal_gui.commands.backup import backups
from netchal_gui.commands.import_people import Verdict
from netchal_gui.commands.progress import Cancelled
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.contact import Labelled, Relation
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.origin import Origin
from tests.commands.people_files import MIRA, add, card, everyone, import_file, verdicts


def test_a_new_person_comes_with_what_the_card_has(workbench, write):
    path = write(card(*MIRA, "TEL;TYPE=CELL:+49 30 123456", "X-SKYPE:mira"))
    with import_people.prepare(workbench, [path]) as plan:
        (row,) = plan.rows(0, 10)
        assert (row.verdict, row.name, row.reason) == (Verdict.NEW, "Mira Rossi", "1 e-mail, 1 phone")
        import_people.apply(workbench, plan)
    (mira,) = everyone(workbench)
    assert (mira.role, mira.phones, mira.created) == (
        "Designer",
        (Labelled("+49 30 123456", "cell"),),
        workbench.now(),
    )
    (origin,) = workbench.store.every(Origin)
    assert (origin.contact_id, origin.foreign_uid, origin.extra) == (mira.id, MIRA[0][4:], ("X-SKYPE:mira",))


def test_preparing_changes_nothing(workbench, write):
    import_people.prepare(workbench, [write(card(*MIRA))]).close()
    assert everyone(workbench) == [] and workbench.undo_label is None


def test_the_answer_about_all_of_them_is_given_once(workbench, write):
    with import_people.prepare(workbench, [write(card(*MIRA), card("FN:Jon"))]) as plan:
        plan.relation = Relation.KNOWN
        import_people.apply(workbench, plan)
    assert {person.relation for person in everyone(workbench)} == {Relation.KNOWN}


@pytest.mark.parametrize(
    "lines", [MIRA, MIRA[1:], ("FN:Only a name",), ("FN:A", "TEL:0301234567"), ("UID:1", "FN:Short uid")]
)
def test_importing_the_same_file_again_adds_nothing(workbench, write, lines):
    path = write(card(*lines))
    import_file(workbench, path)
    before = everyone(workbench)
    with import_people.prepare(workbench, [path]) as plan:
        assert (verdicts(plan), plan.people) == ([Verdict.SAME], 0)
        assert import_people.apply(workbench, plan).added == 0
    assert everyone(workbench) == before


def test_an_import_is_one_step_of_undo(workbench, write):
    import_file(workbench, write(card(*MIRA), card("FN:Jon", "EMAIL:j@x.org")))
    assert workbench.undo_label == "2 people imported from contacts.vcf"
    workbench.undo()
    assert everyone(workbench) == [] and list(workbench.store.every(Origin)) == []
    workbench.redo()
    assert len(everyone(workbench)) == 2


def test_a_large_import_is_undone_as_a_whole(workbench, write):
    import_file(workbench, write(*(card(f"FN:P{i}", f"EMAIL:p{i}@x.org") for i in range(1_200))))
    assert len(everyone(workbench)) == 1_200
    workbench.undo()
    assert everyone(workbench) == []


def test_what_changed_at_the_source_is_told_and_taken(workbench, write):
    import_file(workbench, write(card(*MIRA)))
    changed = card(*MIRA[:2], "TITLE:Product lead", MIRA[3], "TEL:0301234567")
    with import_people.prepare(workbench, [write(changed)]) as plan:
        (row,) = plan.rows(0, 1)
        assert (row.verdict, row.reason) == (Verdict.UPDATED, "phone added, role changed from Designer")
        import_people.apply(workbench, plan)
    (mira,) = everyone(workbench)
    assert (mira.role, mira.phones) == ("Product lead", (Labelled("0301234567"),))


def test_what_was_changed_here_survives_an_update_of_something_else(workbench, write):
    import_file(workbench, write(card(*MIRA)))
    (mira,) = everyone(workbench)
    mine = replace(mira, role="My own word", note="mine")
    workbench.apply(Edit("Change", (Change(mira, mine),)))
    import_file(workbench, write(card(*MIRA, "TEL:0301234567")))
    (after,) = everyone(workbench)
    assert (after.role, after.note, len(after.phones)) == ("My own word", "mine", 1)


def test_what_is_gone_at_the_source_stays_here(workbench, write):
    import_file(workbench, write(card(*MIRA, "NOTE:keep me", "TEL:0301234567")))
    import_file(workbench, write(card(*MIRA[:2], "EMAIL:new@x.org")))
    (mira,) = everyone(workbench)
    assert (mira.note, len(mira.phones), mira.role, len(mira.emails)) == ("keep me", 1, "Designer", 2)


def test_a_renamed_person_is_known_by_the_uid(workbench, write):
    import_file(workbench, write(card(*MIRA)))
    import_file(workbench, write(card(MIRA[0], "FN:Mira Bianchi", "EMAIL:bianchi@x.org")))
    (mira,) = everyone(workbench)
    assert mira.name == "Mira Bianchi"


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Rossi\\, Mira", "EMAIL:MIRA@x.org"),
        ("FN:Dr. Mira Rossi", "N:Rossi;Mira;;Dr.;", "TEL:+49 (30) 123-4567"),
        ("FN:Mira Anna Rossi", "EMAIL:mira@x.org"),
    ],
)
def test_the_same_address_and_name_mean_the_same_person(workbench, write, lines):
    add(workbench, "Mira Rossi", emails=(Labelled("mira@x.org"),), phones=(Labelled("030 1234567"),))
    with import_people.prepare(workbench, [write(card(*lines))]) as plan:
        assert verdicts(plan)[0] in (Verdict.SAME, Verdict.UPDATED)
        import_people.apply(workbench, plan)
    assert len(everyone(workbench)) == 1


def test_the_same_person_twice_in_a_file_is_added_once(workbench, write):
    again = card(*MIRA[1:], "TEL:0301234567")
    with import_people.prepare(workbench, [write(card(*MIRA), again, card(*MIRA))]) as plan:
        assert verdicts(plan) == [Verdict.NEW, Verdict.UPDATED, Verdict.SAME]
        import_people.apply(workbench, plan)
    (mira,) = everyone(workbench)
    assert mira.phones == (Labelled("0301234567"),)


def test_two_people_of_one_name_in_a_file_stay_two(workbench, write):
    cards = (card("FN:Jo Kim", "EMAIL:a@x.org"), card("FN:Jo Kim", "EMAIL:b@x.org"))
    import_file(workbench, write(*cards))
    assert len(everyone(workbench)) == 2


def test_a_short_uid_of_another_address_book_is_no_match(workbench, write):
    import_file(workbench, write(card("UID:1", "FN:Ada King", "EMAIL:ada@x.org")))
    import_file(workbench, write(card("UID:1", "FN:Wei Chen", "EMAIL:wei@x.org")))
    assert len(everyone(workbench)) == 2


def test_broken_cards_do_not_stop_the_others(workbench, write):
    path = write(card("UID:x"), card(*MIRA), "BEGIN:VCARD\r\nFN:Cut")
    with import_people.prepare(workbench, [path]) as plan:
        assert verdicts(plan) == [Verdict.REFUSED, Verdict.NEW, Verdict.REFUSED]
        assert [row.line for row in plan.rows(0, 9)] == [1, 5, 12]
        import_people.apply(workbench, plan)
    assert len(everyone(workbench)) == 1


def test_a_text_file_is_refused_with_a_sentence(workbench, write):
    with import_people.prepare(workbench, [write("Dear all,\n")]) as plan:
        (row,) = plan.rows(0, 1)
    assert row.reason == "not an address book file: there is no card in it"


def test_a_missing_file_is_an_error_with_its_name(workbench, tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        import_people.prepare(workbench, [tmp_path / "nowhere.vcf"])


def cancel_after(calls: int):
    left = iter(range(calls))

    def progress(done: int, total: int) -> None:
        if next(left, None) is None:
            raise Cancelled

    return progress


def test_a_cancelled_preparation_changes_nothing(workbench, write):
    path = write(*(card(f"FN:P{i}", f"EMAIL:p{i}@x.org") for i in range(300)))
    with pytest.raises(Cancelled):
        import_people.prepare(workbench, [path], progress=cancel_after(2))
    assert everyone(workbench) == []


def test_a_cancelled_import_changes_nothing_and_can_be_done_again(workbench, write):
    path = write(card(*MIRA), *(card(f"FN:P{i}", f"EMAIL:p{i}@x.org") for i in range(1_200)))
    with import_people.prepare(workbench, [path]) as plan:

        def stop(done: int, total: int) -> None:
            if total > 2_000 and done > 600:
                raise Cancelled

        with pytest.raises(Cancelled):
            import_people.apply(workbench, plan, stop)
        assert everyone(workbench) == [] and workbench.undo_label is None
        assert import_people.apply(workbench, plan).added == 1_201
    assert len(everyone(workbench)) == 1_201


def test_a_person_changed_meanwhile_stops_the_import(workbench, write):
    mira = add(workbench, "Mira Rossi", emails=(Labelled("mira@x.org"),))
    with import_people.prepare(workbench, [write(card(*MIRA))]) as plan:
        changed = replace(mira, note="meanwhile")
        workbench.apply(Edit("Change", (Change(mira, changed),)))
        with pytest.raises(Refused, match="Nothing was imported"):
            import_people.apply(workbench, plan)
    assert everyone(workbench) == [changed]


def test_a_backup_is_made_before_an_import(workbench, write):
    import_file(workbench, write(card(*MIRA)))
    assert [one.path.name for one in backups(workbench.store.path) if "import" in one.path.name]


def test_only_the_photos_of_imported_people_are_stored(workbench, write):
    add(workbench, "Jonas Lind", emails=(Labelled("lind@x.org"),))
    mira = card(*MIRA, "PHOTO;ENCODING=b:/9j/4AAB")
    doubtful = card("FN:Jon Lind", "EMAIL:lind@x.org", "PHOTO;ENCODING=b:/9j/4AAC")
    import_file(workbench, write(mira, doubtful))
    photo = next(person.photo for person in everyone(workbench) if person.photo)
    assert workbench.store.photo(photo) == b"\xff\xd8\xff\xe0\x00\x01"
    assert workbench.store.rows("SELECT count(*) FROM photo") == [(1,)]


def test_the_report_names_each_card_with_its_place(workbench, write):
    with import_people.prepare(workbench, [write(card(*MIRA, "EMAIL:odd"), card("UID:x"))]) as plan:
        lines = list(import_people.report(plan))
    assert lines[1] == "1 new, 0 same, 0 updated, 0 doubtful, 1 refused"
    assert lines[3] == "new\tMira Rossi\tDesigner\t2 e-mails\tcontacts.vcf, line 1"
    assert lines[4] == "\tline 7: does not look like an e-mail address: odd"


def test_the_counts_can_be_printed_as_json(workbench, write):
    with import_people.prepare(workbench, [write(card(*MIRA))]) as plan:
        told = plan.as_json()
        result = import_people.apply(workbench, plan).as_json()
    assert told["counts"] == {"new": 1, "same": 0, "updated": 0, "doubtful": 0, "refused": 0}
    assert told["items"][0]["name"] == "Mira Rossi"
    assert result["sentence"] == "Added 1 person from contacts.vcf."
