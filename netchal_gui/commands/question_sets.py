"""Sets of questions: the supplied ones and one's own; adding, changing and deleting is one edit each."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from netchal_gui.commands.deletion import deletion
from netchal_gui.commands.refusal import refuse
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.question_set import Purpose, QuestionSet, problems
from netchal_gui.paths import resource
from netchal_gui.storage.reader import Reader
from netchal_gui.words import LANGUAGES, say
from netchal_gui.workbench import Workbench

SUPPLIED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def supplied_sets(language: str) -> tuple[QuestionSet, ...]:
    """The sets that come with the program, in English for a language they are not written in.

    They are not in the data file; their ids are the same everywhere.
    """
    known = language if language in LANGUAGES else "en"
    sets = json.loads(resource("question_sets", f"{known}.json").read_text("utf-8"))
    return tuple(
        QuestionSet(
            id=uuid5(NAMESPACE_URL, f"netchal:question-set:{known}:{each['purpose']}"),
            title=each["title"],
            questions=tuple(each["questions"]),
            created=SUPPLIED_AT,
            purpose=Purpose(each["purpose"]),
            language=known,
        )
        for each in sets
    )


def own_sets(reader: Reader) -> list[QuestionSet]:
    """One's own sets by title. Raises StoreFault."""
    return reader.where(QuestionSet, "1 ORDER BY title COLLATE NOCASE, number")


def own_copy(workbench: Workbench, found: QuestionSet) -> QuestionSet:
    """A set that is not stored yet, with the same questions, to be changed and added."""
    return replace(found, id=workbench.new_id(), created=workbench.now())


def blank_set(workbench: Workbench) -> QuestionSet:
    """One that is not stored yet, without questions."""
    return QuestionSet(id=workbench.new_id(), title="", questions=(), created=workbench.now())


def save_sets(workbench: Workbench, drafts: Sequence[QuestionSet], dropped: Sequence[QuestionSet]) -> bool:
    """Store those that are new or changed and delete the dropped ones, as one edit; False where nothing was.

    Raises Refused, StoreFault, Conflict.
    """
    stored = {each.id: each for each in own_sets(workbench.store)}
    pairs = ((stored.get(draft.id), _tidied(draft)) for draft in drafts)
    changes = [Change(before, after) for before, after in pairs if before != after]
    changes += deletion(workbench.store, [each for each in dropped if each.id in stored])
    workbench.apply(Edit(say("Questions kept ready changed"), tuple(changes)))
    return bool(changes)


def add_set(workbench: Workbench, draft: QuestionSet) -> QuestionSet:
    """Store a new set. Raises Refused, StoreFault."""
    found = _tidied(draft)
    workbench.apply(Edit(say("Questions “{title}” added", title=found.title), (Change(None, found),)))
    return found


def change_set(workbench: Workbench, before: QuestionSet, draft: QuestionSet) -> bool:
    """Save what was changed; False where nothing was. Raises Refused, StoreFault, Conflict."""
    after = _tidied(draft)
    if after == before:
        return False
    workbench.apply(Edit(say("Questions “{title}” changed", title=before.title), (Change(before, after),)))
    return True


def delete_set(workbench: Workbench, found: QuestionSet) -> None:
    """Delete one's own set. Raises StoreFault, Conflict."""
    label = say("Questions “{title}” deleted", title=found.title)
    workbench.apply(Edit(label, deletion(workbench.store, [found])))


def _tidied(draft: QuestionSet) -> QuestionSet:
    lines = (" ".join(question.split()) for question in draft.questions)
    found = replace(draft, title=" ".join(draft.title.split()), questions=tuple(filter(None, lines)))
    refuse(problems(found))
    return found
