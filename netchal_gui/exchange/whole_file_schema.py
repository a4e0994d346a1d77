"""The JSON Schema of the document of everything, made from the domain's types for ``resources``."""

import json
import sys
from typing import Any

from netchal_gui.exchange.whole_file import PROGRAM, SECTIONS, VERSION, About

FORMATS = {
    r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00:00)$": (
        "at",
        "changed",
        "created",
        "end",
        "exported",
        "imported",
        "start",
    ),
    r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?$": ("local",),
    r"^\d{4}-\d\d-\d\d$": ("day", "due"),
}
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
    for pattern, names in FORMATS.items():
        for name in names:
            text = definition["properties"].get(name, {})
            for part in text.get("anyOf", [text]):
                if part.get("type") == "string":
                    part["pattern"] = pattern


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
