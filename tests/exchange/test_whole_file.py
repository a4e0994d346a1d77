"""The document of everything: valid by its schema, the same bytes from the same objects, clear faults."""

import io
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from netchal_gui.domain.contact import Contact, PartialDate
from netchal_gui.domain.interview import Interview, Step, StepKind
from netchal_gui.domain.walltime import WallTime
from netchal_gui.exchange.whole_file import SECTIONS, VERSION, Photo, write
from netchal_gui.exchange.whole_file_reader import Document, WholeFileFault, looks_like_whole_file
from netchal_gui.exchange.whole_file_schema import schema
from netchal_gui.paths import resource
from tests.soak import rounds
from tests.strategies import World, worlds

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ADA = Contact(id=UUID(int=1), name="Ada Lovelace", created=NOW, birthday=PartialDate(12, 10, 1815))
SCHEMA = json.loads(resource("netchal.schema.json").read_text("utf-8"))
slowly = settings(max_examples=rounds(5_000, 40), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def document(items: Iterable[Any]) -> bytes:
    by_kind: dict[type[Any], list[Any]] = defaultdict(list)
    for item in items:
        by_kind[type(item)].append(item)
    file = io.BytesIO()
    write(file, lambda kind: by_kind[kind])
    return file.getvalue()


def of(world: World) -> list[Any]:
    return [*world.items, *(Photo(digest, data) for digest, data in sorted(world.photos.items()))]


def read(text: bytes) -> list[Any]:
    return [found.item for found in Document(io.BytesIO(text)).items()]


def with_ada(**values: Any) -> bytes:
    """A document with one person in whose object these values were written by hand."""
    data = json.loads(document([ADA]))
    data["contacts"][0] |= values
    return json.dumps(data).encode()


@pytest.mark.soak
@slowly
@given(worlds())
def test_reading_gives_the_objects_that_were_written(world: World) -> None:
    text = document(of(world))

    assert sorted(read(text), key=repr) == sorted(of(world), key=repr)
    assert document(read(text)) == text


@pytest.mark.soak
@slowly
@given(worlds())
def test_the_schema_accepts_what_is_written(world: World) -> None:
    jsonschema.validate(json.loads(document(of(world))), SCHEMA)


def test_the_schema_in_the_resources_is_that_of_the_objects() -> None:
    assert json.loads(json.dumps(schema())) == SCHEMA, (
        "run: python -m netchal_gui.exchange.whole_file_schema > the file"
    )


@pytest.mark.parametrize(
    "values",
    [
        {"id": "not an id"},
        {"name": 7},
        {"created": "yesterday"},
        {"relation": "stranger"},
        {"emails": ["ada@example.org"]},
        {"birthday": {"month": 12}},
        {"surprise": True},
    ],
)
def test_the_schema_rejects_a_broken_person(values: dict[str, Any]) -> None:
    kind = jsonschema.Draft202012Validator
    checker = kind(SCHEMA, format_checker=kind.FORMAT_CHECKER)

    assert not checker.is_valid(json.loads(with_ada(**values)))


def test_keys_are_sorted_at_every_level() -> None:
    def sorted_everywhere(value: Any) -> bool:
        if isinstance(value, dict):
            return list(value) == sorted(value) and all(map(sorted_everywhere, value.values()))
        return not isinstance(value, list) or all(map(sorted_everywhere, value))

    assert sorted_everywhere(json.loads(document([ADA])))


def test_a_document_laid_out_anew_by_another_program_is_read_too() -> None:
    text = document([ADA, Photo("00", b"picture")])

    assert read(json.dumps(json.loads(text), indent=4).encode()) == read(text)
    assert read(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n")) == read(text)


def test_a_picture_is_read_by_its_place() -> None:
    opened = Document(io.BytesIO(document([ADA, Photo("00", b"one"), Photo("01", b"two")])))
    places = [found.offset for found in opened.items() if found.section == "photos"]

    assert [opened.picture(place) for place in places] == [b"one", b"two"]


def test_a_later_format_is_refused_with_both_versions() -> None:
    text = document([ADA]).replace(f'"version":{VERSION}'.encode(), b'"version":7')

    with pytest.raises(WholeFileFault, match=rf"format 7.*up to {VERSION}"):
        read(text)


def test_a_broken_object_is_named_by_its_line() -> None:
    lines = document([ADA]).splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines, 1) if b"Ada" in line)
    lines[place - 1] = lines[place - 1].replace(b'"Ada Lovelace"', b'"Ada Lovelace')

    with pytest.raises(WholeFileFault, match=f"Line {place}: "):
        read(b"".join(lines))


def test_a_broken_object_in_another_layout_is_named_by_its_line() -> None:
    text = json.dumps(json.loads(document([ADA])), indent=1)
    place = text[: text.index("Ada Lovelace")].count("\n") + 1

    with pytest.raises(WholeFileFault, match=f"Line {place}: "):
        read(text.replace('"Ada Lovelace"', '"Ada\nLovelace"').encode())


def test_a_wrong_value_in_another_layout_is_named_by_its_list_and_number() -> None:
    with pytest.raises(WholeFileFault, match=r"contacts, object 1: .*name"):
        read(json.dumps(json.loads(with_ada(name=7)), indent=1).encode())


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_document_that_was_cut_off_is_refused(share: float) -> None:
    text = document([ADA, Photo("00", b"picture")])

    with pytest.raises(WholeFileFault):
        read(text[: int(len(text) * share)])


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        (b"\n],\n", b"\n]\n"),
        (b"}\n],", b"},\n],"),
        (b'"contacts": [', b'"people": ['),
        (b"\n}\n", b"\n}\n{}\n"),
        (b'"program":"Netchal"', b'"program":"Other"'),
    ],
)
def test_what_is_not_the_document_is_refused(found: bytes, instead: bytes) -> None:
    text = document([ADA])
    assert found in text

    with pytest.raises(WholeFileFault):
        read(text.replace(found, instead, 1))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"about": null}',
        b"[" * 100_000,
        b'{"about": ' + b"[" * 100_000,
        b"\xff\xfe{",
        b'{"contacts": 7}',
    ],
)
def test_other_files_are_refused(text: bytes) -> None:
    with pytest.raises(WholeFileFault):
        read(text)


@pytest.mark.parametrize(
    "values",
    [
        {"created": "2026-11-23T09:00:00"},
        {"created": "2026-11-23T09:00:00+02:00"},
        {"birthday": {"month": 2, "day": 30, "year": None}},
        {"cadence": 10**30},
        {"id": 1},
        {"name": "\ud800"},
    ],
)
def test_values_that_cannot_be_kept_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(WholeFileFault):
        read(with_ada(**values))


@pytest.mark.parametrize(
    "start",
    [
        WallTime(datetime(9999, 12, 31, 23, 59), "UTC"),
        WallTime(datetime(2026, 1, 1), "UTC", fold=3),
        WallTime(datetime(2026, 1, 1, tzinfo=UTC), "UTC"),
    ],
)
def test_times_that_cannot_be_kept_are_refused(start: WallTime) -> None:
    talk = Interview(id=UUID(int=2), participants=(), created=NOW, start=start, minutes=1440)

    with pytest.raises(WholeFileFault):
        read(document([talk]))


def test_a_step_without_a_zone_is_refused() -> None:
    step = Step(StepKind.MET, datetime(2026, 1, 1))
    talk = Interview(id=UUID(int=2), participants=(), created=NOW, steps=(step,))

    with pytest.raises(WholeFileFault, match="UTC"):
        read(document([talk]))


def test_the_document_is_known_by_its_beginning() -> None:
    assert looks_like_whole_file(document([])[:200])
    assert not looks_like_whole_file(b"BEGIN:VCARD\r\n")
    assert not looks_like_whole_file(b'{"contacts": []}')


def test_every_list_stands_in_the_document_though_it_is_empty() -> None:
    assert list(json.loads(document([]))) == ["about", *SECTIONS]
