import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netchal_gui.exchange.file_names import safe_name
from tests.soak import rounds

SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*\.ics")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2026-12-03_0930_José Ñandú", "2026-12-03_0930_Jose-Nandu.ics"),
        ("Łukasz Größe, Œuvre & Co.", "Lukasz-Grosse-Oeuvre-Co.ics"),
        ("你好", "unnamed.ics"),
        ("", "unnamed.ics"),
        ("../../etc/passwd", "etc-passwd.ics"),
        ("con", "_con.ics"),
        ("LPT1", "_LPT1.ics"),
        ("Ada\r\nLovelace\x00", "Ada-Lovelace.ics"),
        ("٣", "unnamed.ics"),
    ],
)
def test_a_text_becomes_a_plain_name(text, name):
    assert safe_name(text, ".ics", set()) == name


def test_the_same_text_gets_numbers():
    taken: set[str] = set()
    assert [safe_name("Ada", ".vcf", taken) for _ in range(3)] == ["Ada.vcf", "Ada-2.vcf", "Ada-3.vcf"]


def test_names_that_differ_in_case_only_get_numbers():
    taken: set[str] = set()
    assert [safe_name(text, ".vcf", taken) for text in ("Ada", "ADA")] == ["Ada.vcf", "ADA-2.vcf"]


def test_long_texts_stay_within_a_hundred_characters_and_apart():
    taken: set[str] = set()
    names = [safe_name("x" * 300, ".ics", taken) for _ in range(12)]
    assert len(set(names)) == 12
    assert max(map(len, names)) == 100


@pytest.mark.soak
@settings(max_examples=rounds(5_000, 100), deadline=None)
@given(st.lists(st.text(), max_size=20))
def test_any_texts_give_different_safe_names(texts):
    taken: set[str] = set()
    names = [safe_name(text, ".ics", taken) for text in texts]
    assert all(SAFE.fullmatch(name) and len(name) <= 100 for name in names)
    assert len({name.lower() for name in names}) == len(names)
