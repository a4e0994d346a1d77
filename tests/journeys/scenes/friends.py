"""Messages to people and to the partner, and the challenge file: given on, opened, together."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from netchal_gui.commands.challenges import change_challenge
from netchal_gui.domain.challenge import Challenge
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.friend_progress import FriendProgress
from netchal_gui.domain.periods import months_later
from netchal_gui.domain.touch import Touch
from netchal_gui.domain.walltime import from_utc
from netchal_gui.exchange.challenge_file import progress_of, written
from netchal_gui.views.challenge_export import ChallengeExport
from netchal_gui.views.draft_dialog import DraftDialog
from netchal_gui.words import say
from scenes.stage import CHALLENGE, CONTACTS, Stage, found


def write_to_somebody(stage: Stage) -> None:
    stage.window.show_tab(CONTACTS)
    person = stage.contacts.current_contact()
    assert person is not None
    stage.challenge.actions_of_it.write(person.id.bytes)
    stage.shot("write", close=False)
    dialog = found(stage.challenge, DraftDialog)
    dialog.text.setPlainText(f"{dialog.text.toPlainText()}\nPS")
    dialog.reject()
    stage.shot("write-unsaved")


def partner(stage: Stage) -> None:
    """Two months without a report."""
    stage.window.show_tab(CHALLENGE)
    sent = sorted(stage.workbench.store.every(Touch), key=_moment)
    late = [each for each in sent if each.challenge_id and not each.inbound][-2:]
    stage.workbench.apply(Edit(say("Example"), tuple(Change(each, None) for each in late)))
    bar = stage.challenge.side.pane.verticalScrollBar()
    stage.settle()
    bar.setValue(bar.maximum())
    stage.shot("partner-overdue")
    stage.challenge.with_partner.report.trigger()
    stage.shot("partner-report")
    stage.challenge.with_partner.answer.trigger()
    stage.shot("partner-answer")


def challenge_file(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    stage.challenge.files.export.trigger()
    found(stage.challenge, ChallengeExport).numbers.click()
    stage.shot("challenge-export")
    challenge = _current(stage)
    today = from_utc(stage.workbench.now(), stage.workbench.zone).day
    file = stage.home / "Mia.netchal"
    file.write_bytes(written(challenge, progress_of(challenge, "Mia Keller", (8, 7, 8, 6), today)))
    stage.window.open_files([file])
    stage.shot("challenge-file-numbers")
    file.write_bytes(written(challenge))
    stage.window.open_files([file])
    stage.shot("challenge-file")
    file.write_text("{}")
    stage.window.open_files([file])
    stage.shot("challenge-file-broken")


def together(stage: Stage) -> None:
    stage.window.show_tab(CHALLENGE)
    challenge = _current(stage)
    stage.challenge.files.show_together()
    stage.shot("together-nobody")
    today = from_utc(stage.workbench.now(), stage.workbench.zone).day
    mia = FriendProgress(
        id=uuid4(),
        name="Mia Keller",
        challenge=challenge.name,
        created=stage.workbench.now(),
        start=challenge.start,
        period=challenge.period,
        periods=challenge.periods,
        goal=challenge.goal,
        met=(8, 7, 8, 6, 8, 8, 5, 8, 8, 7, 3),
        as_of=today - timedelta(days=2),
    )
    tom = replace(
        mia,
        id=uuid4(),
        name="Tom-Alexander Freiherr von Hohenstein",
        start=months_later(challenge.start, 6),
        met=(8, 8, 6, 7),
        challenge="30 people in 30 days",
    )
    stage.workbench.apply(Edit(say("Example"), (Change(None, mia), Change(None, tom))))
    bar = stage.challenge.side.pane.verticalScrollBar()
    stage.settle()
    bar.setValue(bar.maximum())
    stage.shot("together-side")
    stage.challenge.files.show_together()
    stage.shot("together")


def change_partner(stage: Stage) -> None:
    """Nobody holds one to the plan: nothing is said of a partner."""
    stage.window.show_tab(CHALLENGE)
    stored = _current(stage)
    change_challenge(stage.workbench, stored, replace(stored, partner_id=None))
    stage.shot("challenge-no-partner")


def _current(stage: Stage) -> Challenge:
    return next(stage.workbench.store.every(Challenge))


def _moment(touch: Touch) -> object:
    return touch.at


FIRST = ()
FILLED = (write_to_somebody, partner, challenge_file, together, change_partner)
