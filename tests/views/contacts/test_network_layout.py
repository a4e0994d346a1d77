"""Where everybody stands in the graph: nobody on somebody else, no two wedges over each other."""

from itertools import combinations
from math import dist, pi

from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.contact import Relation
from netchal_gui.domain.network import Link, Network, Somebody, network
from netchal_gui.views.network_layout import WEDGE, layout


@st.composite
def networks(draw: st.DrawFn) -> Network:
    count = draw(st.integers(1, 40))
    people = [
        Somebody(bytes([number + 1]), str(number), Relation.NEW, False, False) for number in range(count)
    ]
    ends = st.integers(1, count)
    links = draw(st.lists(st.tuples(ends, ends), max_size=60))
    return network(people, [Link(bytes([by]), bytes([to])) for by, to in links])


@given(networks())
def test_everybody_has_a_place_with_room_for_a_line_of_text(found: Network) -> None:
    places = layout(found).places

    assert set(places) == set(found.yields)
    for (_, one), (_, other) in combinations(places.items(), 2):
        assert dist((one.x, one.y), (other.x, other.y)) >= WEDGE * 0.9


@given(networks())
def test_the_wedges_of_those_below_a_person_lie_within_their_own(found: Network) -> None:
    places = layout(found).places

    for key, children in found.children.items():
        inside = sum(places[child].share for child in children)
        assert abs(inside - places[key].share) < 1e-9
        for child in children:
            widest = (places[key].share - places[child].share) * pi
            assert abs(places[child].angle - places[key].angle) <= widest + 1e-9 or key == found.root


@given(networks())
def test_each_generation_has_a_ring_of_its_own(found: Network) -> None:
    made = layout(found)

    for key, generation in found.walk():
        place = made.places[key]
        assert abs(dist((0, 0), (place.x, place.y)) - made.radii[generation]) < 1e-6
