"""Templates: what they can say, what they cannot do, and that no template hangs or reads anything."""

import pytest

from netchal_gui.exchange.template_fault import TemplateFault
from netchal_gui.exchange.template_text import Escape, filled

FACTS = {
    "name": "Ada",
    "empty": "",
    "people": [{"who": "Ada"}, {"who": "Bob"}],
    "words": ["one", "two"],
    "many": ["x" * 100] * 1_000,
    "met": 7,
}


def text(source: str, escape: Escape = Escape.PLAIN, **facts: object) -> str:
    return filled(source, {**FACTS, **facts}, escape)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Dear {{ name }},", "Dear Ada,"),
        ("{% if empty %}a{% else %}b{% endif %}", "b"),
        ("{% for p in people %}{{ p.who }}{% if not loop.last %}, {% endif %}{% endfor %}", "Ada, Bob"),
        ("{{ words | join(' and ') }}, {{ words | length }}", "one and two, 2"),
        ("{{ empty | default('nobody') }}", "nobody"),
        ("{{ met + 1 }} {{ 'so' if met > 6 else 'no' }}", "8 so"),
        ("{% for x in empty %}a{% else %}nothing{% endfor %}", "nothing"),
        ("a\n{% if name %}\nb\n{% endif %}\nc", "a\nb\nc"),
        ("a{% if name %} b{% endif %}\nc", "a b\nc"),
    ],
)
def test_a_template_shows_chooses_and_repeats(source: str, wanted: str) -> None:
    assert text(source) == wanted


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a\nb\n{{ nmae }}", "Line 3: There is no “nmae”. There is: name."),
        ("a\n{% if name %}", "Line 2: This cannot be understood: Unexpected end of template"),
        ("{{ name", "Line 1: This cannot be understood"),
        ("\n{{ name | shout }}", "Line 2: There is no “shout”"),
        ("\n\n{% for p in people %}\n{{ p.whom }}\n{% endfor %}", "Line 4: There is no “whom” here."),
        ("{{ people }}", "Line 1: This is no text"),
        ("\n{% for c in name %}{% endfor %}", "Line 2: Only a list has parts"),
        ("\n{{ name > 5 }}", "Line 2: This does not work"),
    ],
)
def test_a_fault_names_its_line_and_what_is_wrong(source: str, reason: str) -> None:
    with pytest.raises(TemplateFault) as fault:
        text(source)

    assert str(fault.value).startswith(reason)


HOSTILE = [
    "{{ name.__class__.__mro__ }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ name.upper() }}",
    "{{ people[0].pop('who') }}",
    "{{ people.append(1) }}",
    "{{ range(10**9) | length }}",
    "{{ lipsum(1000) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ name | attr('__class__') }}",
    "{{ people | map(attribute='__class__') | join }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% from 'x' import y %}",
    "{% macro f(x) %}{{ f(x + x) }}{% endmacro %}{{ f('a') }}",
    "{% set a = name ~ name %}{% set a = a ~ a %}",
    "{% set a %}{{ name }}{% endset %}",
    "{% with a = name %}{{ a }}{% endwith %}",
    "{% call name() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 99999999 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:>1000000000}' | format(1) }}",
    "{{ name | center(1000000000) }}",
    "{{ many | join(many | join) }}",
    "{% for a in people recursive %}{{ loop(people) }}{% endfor %}",
    "{{ loop.__class__ }}",
    "{% for a in people %}{{ loop._iterator }}{% endfor %}",
    "{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in many %}{% for b in many %}{{ a }}{% endfor %}{% endfor %}",
    "{{ " + "(" * 10_000 + "name" + ")" * 10_000 + " }}",
    "{{ " + "not " * 10_000 + "name }}",
    "{{ " + "-" * 10_000 + "met }}",
    "{% if name %}" * 50 + "{% endif %}" * 50,
    "x" * 100_000,
    "{% debug %}",
    "{% autoescape false %}{{ name }}{% endautoescape %}",
]


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source[:40])
def test_a_template_can_neither_reach_out_nor_hang(source: str) -> None:
    with pytest.raises(TemplateFault):
        text(source)

    assert FACTS["people"] == [{"who": "Ada"}, {"who": "Bob"}]


@pytest.mark.parametrize(
    ("escape", "wanted"),
    [
        (Escape.PLAIN, "<b>*Ada*</b> [x](y) & \u2019"),
        (Escape.MARKDOWN, "\\<b>\\*Ada\\*\\</b> \\[x](y) & \u2019"),
        (Escape.HTML, "&lt;b&gt;*Ada*&lt;/b&gt; [x](y) &amp; \u2019"),
    ],
)
def test_facts_stay_text_where_they_are_written(escape: Escape, wanted: str) -> None:
    assert text("{{ name }}", escape, name="<b>*Ada*</b> [x](y) & \u2019\x00\x1b") == wanted


def test_what_a_fact_says_is_never_a_template() -> None:
    assert text("{{ name }}", name="{{ met }}{% for %}") == "{{ met }}{% for %}"
