"""The sentences of an import: verdicts, reasons, what was left out, what an update brings."""

from collections import Counter
from collections.abc import Iterable, Mapping

from netchal_gui.commands.import_plan import Decision, Verdict
from netchal_gui.domain.matching import FieldChange, FieldChangeKind, Likeness
from netchal_gui.exchange.incoming import Caution, RefusalKind, WarningKind
from netchal_gui.words import say, say_many


def verdict_word(verdict: Verdict) -> str:
    return {
        Verdict.NEW: say("new"),
        Verdict.SAME: say("same"),
        Verdict.UPDATED: say("updated"),
        Verdict.DOUBTFUL: say("doubtful"),
        Verdict.REFUSED: say("refused"),
    }[verdict]


def decision_word(decision: Decision, target_name: str) -> str:
    return {
        Decision.UNDECIDED: say("not decided: left out"),
        Decision.NEW: say("take as a new person"),
        Decision.MERGE: say("this is {name}", name=target_name),
        Decision.LEAVE_OUT: say("leave out"),
    }[decision]


def refusal(kind: RefusalKind) -> str:
    """Why an item is not taken, and what to do where something can be done."""
    return {
        RefusalKind.EMPTY_FILE: say("the file is empty"),
        RefusalKind.UNKNOWN_FORMAT: say("not an address book file: there is no card in it"),
        RefusalKind.UNREADABLE_FILE: say("the file cannot be read"),
        RefusalKind.CUT_OFF: say("the file ends in the middle of this card: export it again"),
        RefusalKind.BEGIN_MISSING: say("the beginning of this card is missing"),
        RefusalKind.TOO_LARGE: say("this card is larger than 20 MB"),
        RefusalKind.NOTHING_TO_KEEP: say("no name, no e-mail, no phone: nothing to keep"),
        RefusalKind.GROUP: say("a group of people, not a person"),
        RefusalKind.GIVEN_UP: say("too many broken cards in a row: the rest of the file was not read"),
    }[kind]


def caution(found: Caution) -> str:
    """What was left out of a person who is taken, or looked odd."""
    sentence = {
        WarningKind.NOT_UNDERSTOOD: say("not understood and left out: {about}", about=found.about),
        WarningKind.LINE_TOO_LONG: say("too long and left out: {about}", about=found.about),
        WarningKind.TOO_MANY_LINES: say("more lines than a card can have; the rest was left out"),
        WarningKind.PHOTO_TOO_LARGE: say("the photo is larger than 2 MB and was left out"),
        WarningKind.PHOTO_UNREADABLE: say("the photo cannot be read and was left out"),
        WarningKind.EMAIL_DOUBTFUL: say("does not look like an e-mail address: {about}", about=found.about),
        WarningKind.BIRTHDAY_UNREADABLE: say("not a day, kept as it is: {about}", about=found.about),
        WarningKind.END_MISSING: say("the end of this card is missing"),
    }[found.kind]
    return say("line {line}: {what}", line=found.line, what=" ".join(sentence.split()))


def doubt(likeness: Likeness, name: str) -> str:
    """Why an item may be a person we have."""
    if likeness is Likeness.SAME_EMAIL:
        return say("may be {name}: same e-mail, other name", name=name)
    if likeness is Likeness.SAME_PHONE:
        return say("may be {name}: same phone, other name", name=name)
    return say("may be {name}: same name, no other match", name=name)


def brought(values: Mapping[str, int]) -> str:
    """What a new person comes with: "2 e-mails, 1 phone, photo"."""
    return ", ".join(_counted(name, count) for name, count in values.items())


def _counted(name: str, n: int) -> str:
    match name:  # only the sentence that is wanted is made: this runs for every card
        case "emails":
            return say_many("{n} e-mail", "{n} e-mails", n)
        case "phones":
            return say_many("{n} phone", "{n} phones", n)
        case "links":
            return say_many("{n} link", "{n} links", n)
        case "addresses":
            return say_many("{n} address", "{n} addresses", n)
        case "tags":
            return say_many("{n} tag", "{n} tags", n)
        case "fields":
            return say_many("{n} own field", "{n} own fields", n)
    return field_word(name)


def updates(changes: Iterable[FieldChange]) -> str:
    """What an update brings: "phone added, role changed from Designer"."""
    listed = list(changes)
    added = Counter(one.field for one in listed if one.kind is FieldChangeKind.ADDED)
    sentences = [_added(name, count) for name, count in added.items()]
    sentences += [_changed(one) for one in listed if one.kind is FieldChangeKind.CHANGED]
    return ", ".join(sentences)


def _added(name: str, n: int) -> str:
    many = {
        "emails": say_many("e-mail added", "{n} e-mails added", n),
        "phones": say_many("phone added", "{n} phones added", n),
        "links": say_many("link added", "{n} links added", n),
        "addresses": say_many("address added", "{n} addresses added", n),
        "tags": say_many("tag added", "{n} tags added", n),
        "fields": say_many("own field added", "{n} own fields added", n),
    }
    return many.get(name) or say("{field} added", field=field_word(name))


def _changed(change: FieldChange) -> str:
    short = change.field in ("name", "organisation", "unit", "role", "nickname") and "\n" not in change.before
    if short:
        return say("{field} changed from {before}", field=field_word(change.field), before=change.before)
    return say("{field} changed", field=field_word(change.field))


def field_word(name: str) -> str:
    """The word for a field in the middle of a sentence."""
    return {
        "name": say("name"),
        "name_parts": say("parts of the name"),
        "nickname": say("nickname"),
        "organisation": say("organisation"),
        "unit": say("department"),
        "role": say("role"),
        "birthday": say("birthday"),
        "photo": say("photo"),
        "note": say("note"),
        "circle": say("circle"),
        "far_away": say("far away"),
        "source": say("how you met"),
        "source_detail": say("detail of how you met"),
        "cadence": say("rhythm"),
        "extra": say("further details"),
    }[name]
