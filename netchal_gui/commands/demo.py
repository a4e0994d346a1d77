"""The example: a filled year around today, so that every screen shows what it is for.

The same day, zone and language always give the same year. The people and what they say are made up.
"""

import json
from random import Random
from typing import Any

from netchal_gui import words
from netchal_gui.commands.demo_people import Guest, guest
from netchal_gui.commands.demo_year import Year
from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.walltime import from_utc
from netchal_gui.paths import resource
from netchal_gui.workbench import Workbench

LANGUAGES = ("en", "de")
SEED = 96


def fill(workbench: Workbench, language: str = "en") -> None:
    """Fill an empty data file with 96 people and a year of interviews with them; not to be undone.

    ``language``, "en" or "de", is that of the texts. Raises StoreFault.
    """
    random = Random(SEED)
    now = workbench.now()
    language = language if language in LANGUAGES else "en"
    today = from_utc(now, workbench.zone).day
    texts = _read("challenge.json")[language]
    year = Year(random, _guests(random, language), now, workbench.zone, today, texts)
    changes = tuple(Change(None, item) for item in year.items())
    workbench.apply(Edit(words.say("Example made"), changes))
    workbench.forget_history()


def _guests(random: Random, language: str) -> list[Guest]:
    people: list[dict[str, Any]] = _read("people.json")
    texts: list[dict[str, Any]] = _read(f"{language}.json")
    return [
        guest(random, number, person, text)
        for number, (person, text) in enumerate(zip(people, texts, strict=True))
    ]


def _read(name: str) -> Any:
    return json.loads(resource("demo", name).read_text("utf-8"))
