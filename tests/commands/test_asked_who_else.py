"""Who else, counted: of the people one met in a challenge, who was asked, and whom they named."""

from datetime import datetime

from netchal_gui.commands.asked_who_else import asked_who_else, sentence
from netchal_gui.commands.challenge_facts import facts_of
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.who_else import note_who_else
from netchal_gui.domain.asked_who_else import AskedWhoElse
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.interview import Interview, StepKind, WhoElse
from netchal_gui.domain.talk import Named
from netchal_gui.workbench import Workbench
from tests.commands.months import four_by_four
from tests.commands.people_files import everyone


def met(workbench: Workbench, day: int, *names: str) -> Interview:
    planned = plan(workbench, list(names), datetime(2026, 11, day, 12)).interview
    return take_step(workbench, planned, StepKind.MET)


def said(workbench: Workbench, talk: Interview, place: int, answer: WhoElse, *named: str) -> None:
    note_who_else(workbench, talk.id, talk.people[place], answer, [Named(each) for each in named])


def found(workbench: Workbench, year: Challenge) -> AskedWhoElse:
    with workbench.store.reading() as reader:
        return asked_who_else(reader, facts_of(reader, year, "Europe/Berlin"))


def names(workbench: Workbench, asked: AskedWhoElse) -> list[list[str]]:
    known = {each.id.bytes: each.name for each in everyone(workbench)}
    return [sorted(known[who] for who in group) for group in asked]


def test_each_person_stands_with_the_best_answer_of_all_their_talks(workbench: Workbench) -> None:
    year = four_by_four(workbench)
    both = met(workbench, 2, "Ada", "Bob")
    again = met(workbench, 9, "Ada")
    nobody, forgot = met(workbench, 10, "Cyd"), met(workbench, 11, "Dan")
    plan(workbench, ["Eve"], datetime(2026, 11, 27, 12))
    said(workbench, both, 0, WhoElse.NAMED, "Karl", "Mary")
    said(workbench, again, 0, WhoElse.NOBODY)
    said(workbench, nobody, 0, WhoElse.NOBODY)
    said(workbench, forgot, 0, WhoElse.FORGOT)

    asked = found(workbench, year)
    assert names(workbench, asked) == [["Ada"], ["Cyd"], ["Bob", "Dan"], ["Karl", "Mary"]]
    assert sentence(asked) == "Of 4 people you met, you asked 2; they named 2."


def test_somebody_two_people_named_is_one(workbench: Workbench) -> None:
    year = four_by_four(workbench)
    talk = met(workbench, 2, "Ada", "Bob")
    said(workbench, talk, 0, WhoElse.NAMED, "Karl")
    karl = next(each for each in everyone(workbench) if each.name == "Karl")
    note_who_else(workbench, talk.id, talk.people[1], WhoElse.NAMED, [Named(karl.id)])

    assert len(found(workbench, year).people) == 1


def test_a_talk_before_the_challenge_is_not_among_them(workbench: Workbench) -> None:
    planned = plan(workbench, ["Ada"], datetime(2025, 11, 2, 12)).interview
    said(workbench, take_step(workbench, planned, StepKind.MET), 0, WhoElse.NAMED, "Karl")

    assert found(workbench, four_by_four(workbench)) == AskedWhoElse()
