"""Facts of nobody, with which a template is tried out before it is saved and while one writes it."""

from netchal_gui import words
from netchal_gui.commands.month_facts import lane_title
from netchal_gui.domain.challenge import Lane
from netchal_gui.domain.message_template import TemplateKind, fact_names
from netchal_gui.exchange.raw_text import Raw
from netchal_gui.exchange.report_formats import GENERATOR, NOTHING_FOREIGN, style
from netchal_gui.words import say


def sample_facts(kind: TemplateKind, language: str, me: str = "") -> dict[str, object]:
    """A value for every fact that a template of this kind may name, in the language of the text."""
    with words.speaking(language):
        every = {**_person(), **_month(), **_page(language), "me": me or "Grace Hopper"}
    return {name: every[name] for name in fact_names(kind)}


def _person() -> dict[str, object]:
    return {
        "name": "Ada Lovelace",
        "first_name": "Ada",
        "role": say("engineer"),
        "organisation": "Analytical Engines",
        "familiar": False,
        "about_me": say("I am looking for a new direction and meet eight people a month."),
        "introduced_by": "Mary Somerville",
        "event": say("the spring meeting"),
        "times": [say("Thursday at noon"), say("Friday at nine")],
        "asked_on": "3 November" if words.spoken() == "en" else "3. November",
        "met_on": "12 November" if words.spoken() == "en" else "12. November",
        "last_met": words.months()[4],
        "learned": say("Ask one question and listen."),
        "promised": [say("Send the article.")],
        "outcome": say("I have a new job."),
    }


def _month() -> dict[str, object]:
    new = {"who": say("engineer"), "how_met": say("introduced by others"), "n": 2}
    known = {"who": say("a friend"), "how_met": "", "n": 1}
    lanes = ((Lane.KNOWN, 3, known), (Lane.NEW, 4, new))
    return {
        "challenge": say("4×4 Challenge"),
        "about": say("Four people I know and four new ones, every month for a year."),
        "month": f"{words.months()[10]} 2026",
        "met": 79,
        "goal": 96,
        "asked": 88,
        "replied": 85,
        "introduced": 20,
        "forecast": say("On pace for {n} of {goal}.", n=89, goal=96),
        "lanes": [
            {
                "title": lane_title(lane),
                "met": met,
                "quota": 4,
                "made_up": 0,
                "people": [person],
                "chosen": [person],
            }
            for lane, met, person in lanes
        ],
        "others": [say("a colleague")],
        "events": [{"name": say("the spring meeting"), "n": 2, "people": [say("somebody new")]}],
        "learned": [say("Ask one question and listen.")],
        "open": [say("An answer from: {people}", people=say("a colleague"))],
        "next": [
            say(
                "{channel} in {month}: {people}",
                channel=say("Lunch"),
                month=words.months()[11],
                people=say("engineer"),
            )
        ],
    }


def _page(language: str) -> dict[str, object]:
    about = {"title": say("Interview with {who}", who=say("engineer")), "who": say("engineer")}
    return {
        "periods": [{"title": f"{words.months()[10]} 2026", "met": 7, "quota": 8}],
        "interviews": [
            {**about, "when": f"{words.months()[10]} 2026", "link": link, "file": file, "kind": kind}
            for link, file, kind in (
                ("https://example.org/talk", "", ""),
                ("", "recordings/talk.mp3", "audio"),
                ("", "recordings/talk.mp4", "video"),
                ("", "recordings/talk.pdf", "file"),
            )
        ],
        "start_own": "challenge.netchal",
        "updated": f"{words.months()[10]} 2026",
        "language": language,
        "style": Raw(style()),
        "policy": Raw(NOTHING_FOREIGN),
        "generator": Raw(GENERATOR),
    }
