"""The JSON Schema of the document of everything, made from the domain's types for ``resources``."""

import json
import sys
from typing import Any

from netchal_gui.exchange.whole_file import PROGRAM, SECTIONS, VERSION, About

MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00:00)$"
WALL_TIME = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?$"
DAY = r"^\d{4}-\d\d-\d\d$"
MOMENTS = ("at", "changed", "created", "end", "exported", "imported", "start")
"""Moments in UTC, wall times, days: what text must look like where its type says only that it is text."""


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) that every exported document fulfils."""
    import msgspec

    kinds = list(SECTIONS.values())
    found, definitions = msgspec.json.schema_components([About, *kinds], ref_template="#/$defs/{name}")
    references: dict[type[Any], Any] = dict(zip([About, *kinds], found, strict=True))
    for definition in definitions.values():
        if definition.get("type") == "object":
            _be_strict(definition)
    definitions["About"]["properties"]["version"] = {"const": VERSION}
    definitions["About"]["properties"]["program"] = {"const": PROGRAM}
    lists = {name: {"type": "array", "items": references[kind]} for name, kind in SECTIONS.items()}
    properties = {"about": references[About], **lists}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Everything that a Netchal data file holds",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _be_strict(definition: dict[str, Any]) -> None:
    """All fields are written, none beside them, and times look like times."""
    definition["required"] = list(definition["properties"])
    definition["additionalProperties"] = False
    for name, text in definition["properties"].items():
        for part in text.get("anyOf", [text]):
            if pattern := _pattern(name, part):
                part["pattern"] = pattern


def _pattern(name: str, part: dict[str, Any]) -> str | None:
    """msgspec marks days by their format, but not moments."""
    if part.get("format") == "date":
        return DAY
    if part.get("type") != "string":
        return None
    return MOMENT if name in MOMENTS else WALL_TIME if name == "local" else None


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
