"""Note what is answered while one talks: in the interview, and in its entry in the journal, in one edit."""

from collections.abc import Hashable
from dataclasses import replace
from uuid import UUID

from netchal_gui.commands.journal import entry_about, today
from netchal_gui.commands.log_talk import talk_edit
from netchal_gui.commands.refusal import Refused
from netchal_gui.domain.answered import with_answers
from netchal_gui.domain.contact import Contact
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.interview import Interview, Question
from netchal_gui.domain.journal import JournalEntry
from netchal_gui.domain.talk import Met, Talk
from netchal_gui.storage.journal_queries import entry_of_interview
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def answer(
    workbench: Workbench, interview_id: UUID, wanted: Question, *, merge: Hashable | None = None
) -> Interview:
    """Save tick and answer of the question with this text; the answer is a line of the entry from then on.

    The entry is made with the first answer. Raises Refused where interview or question are gone, StoreFault.
    """
    before = stored_interview(workbench, interview_id)
    if all(question.text != wanted.text for question in before.questions):
        raise Refused(say("This question is no longer there."))
    questions = tuple(wanted if each.text == wanted.text else each for each in before.questions)
    if questions == before.questions:
        return before
    after = replace(before, questions=questions)
    changes = (Change(before, after), *_entry_changes(workbench, before, after))
    workbench.apply(Edit(say("Answer to “{question}” noted", question=wanted.text), changes), merge=merge)
    return after


def finish_talk(workbench: Workbench, interview_id: UUID) -> JournalEntry:
    """Note that the talk took place, with the thank-you it makes due; its entry is made where there is none.

    What was noted of the talk stays. One that was planned for a later day took place today. Raises Refused,
    StoreFault, Conflict.
    """
    interview = stored_interview(workbench, interview_id)
    start = interview.start
    day = start.day if start is not None and start.utc <= workbench.now() else today(workbench)
    people = tuple(Met(each) for each in interview.people)
    made = talk_edit(workbench, Talk(people=people, day=day, interview_id=interview_id))
    entry = entry_of_interview(workbench.store, interview_id)
    page = entry or entry_about(workbench, made.interview, made.people)
    if start is not None and page.day == start.day != day:
        page = replace(page, day=day)
    own = () if page == entry else (Change(entry, page),)
    workbench.apply(Edit(made.edit.label, (*made.edit.changes, *own)))
    return page


def stored_interview(workbench: Workbench, interview_id: UUID) -> Interview:
    """The interview as it is in the data file. Raises Refused."""
    interview = workbench.store.get(Interview, interview_id)
    if interview is None:
        raise Refused(say("This interview is no longer there."))
    return interview


def _entry_changes(workbench: Workbench, before: Interview, after: Interview) -> tuple[Change, ...]:
    entry = entry_of_interview(workbench.store, after.id)
    written = with_answers(entry.learned if entry else "", before.questions, after.questions)
    if written == (entry.learned if entry else ""):
        return ()
    page = entry or entry_about(workbench, after, workbench.store.get_many(Contact, after.people))
    return (Change(entry, replace(page, learned=written, changed=workbench.now())),)
