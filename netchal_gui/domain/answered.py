"""What was answered in a talk, as lines of "what I learned": one for each answered question."""

from collections.abc import Sequence

from netchal_gui.domain.interview import Question


def with_answers(text: str, before: Sequence[Question], after: Sequence[Question]) -> str:
    """The text with what changed in the answers, and nothing else.

    An answer that stands there as it was is replaced; one that was changed in the text by hand stays, and
    the new one comes below it. New ones stand in the order of the questions.
    """
    former = {question.text: answer_line(question) for question in before}
    lines = text.split("\n") if text else []
    for place, question in enumerate(after):
        old, new = former.get(question.text, ""), answer_line(question)
        if old == new:
            continue
        if old and old in lines:
            where = lines.index(old)
            lines[where : where + 1] = [new] if new else []
        elif new:
            _insert(lines, new, [answer_beginning(each) for each in after[: place + 1]])
    return "\n".join(lines)


def answer_line(question: Question) -> str:
    """ "- **Where did the idea come from?** On a train", in Markdown; "" without an answer."""
    answer = " ".join(question.answer.split())
    return f"{answer_beginning(question)} {answer}" if answer else ""


def answer_beginning(question: Question) -> str:
    return f"- **{question.text}**"


def _insert(lines: list[str], new: str, beginnings: Sequence[str]) -> None:
    """Below the nearest question that stands there, else at the end; the last beginning is its own."""
    for beginning in reversed(beginnings):
        found = [number for number, line in enumerate(lines) if line.startswith(beginning)]
        if found:
            lines.insert(found[-1] + 1, new)
            return
    is_list = bool(lines) and lines[-1].startswith("- ")
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and not is_list:
        lines.append("")
    lines.append(new)
