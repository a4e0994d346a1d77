"""Who led to whom: one tree of everybody, and what each person's introductions gave."""

from collections import deque

from hypothesis import given
from hypothesis import strategies as st

from netchal_gui.domain.contact import Relation
from netchal_gui.domain.network import ME, Key, Link, Network, Somebody, Yield, network


def somebody(name: str, *, asked: bool = False, met: bool = False) -> Somebody:
    return Somebody(name.encode(), name, Relation.NEW, asked, met)


def drawn(people: str, links: str, root: str = "") -> Network:
    """People are letters: small ones were asked, digits met too; links "AB BC" in the order of time."""
    crowd = [somebody(each, asked=not each.isupper(), met=each.isdigit()) for each in people]
    return network(crowd, [Link(by.encode(), to.encode()) for by, to in links.split()], root.encode())


def under(found: Network, key: str = "") -> str:
    return b"".join(found.children.get(key.encode(), ())).decode()


def gave(found: Network, key: str) -> Yield:
    return found.yields[key.encode()]


def test_whom_nobody_introduced_come_right_after_me() -> None:
    found = drawn("ABCD", "AB")

    assert (under(found), under(found, "A")) == ("ACD", "B")


def test_a_person_introduced_twice_stands_under_the_first_and_says_so() -> None:
    found = drawn("ABC", "AC BC")

    assert (under(found, "A"), under(found, "B")) == ("C", "")
    assert found.also == {b"C": [b"B"]}


def test_a_second_introduction_by_the_same_person_adds_nothing() -> None:
    found = drawn("AB", "AB AB")

    assert (found.also, gave(found, "A").named) == ({}, 1)


def test_two_who_introduced_each_other_hang_from_the_first_to_do_so() -> None:
    found = drawn("AB", "BA AB")

    assert (under(found), under(found, "B")) == ("B", "A")
    assert found.also == {b"B": [b"A"]}


def test_from_a_person_only_those_they_led_to_are_there() -> None:
    found = drawn("ABCDE", "AB BC DE", root="A")

    assert [(key.decode(), generation) for key, generation in found.walk()] == [("A", 0), ("B", 1), ("C", 2)]


def test_from_a_person_who_led_to_somebody_second_these_are_theirs_and_the_first_is_named() -> None:
    found = drawn("ABC", "AC BC", root="B")

    assert under(found, "B") == "C"
    assert found.also == {b"C": [b"A"]}
    assert found.people[b"A"].name == "A"


def test_a_circle_that_leads_back_to_the_root_ends_there() -> None:
    found = drawn("ABC", "AB BC CA", root="B")

    assert [key.decode() for key, _ in found.walk()] == ["B", "C", "A"]


def test_whom_a_circle_would_cut_off_is_reached_by_the_shortest_way() -> None:
    """B first led to A and A to B; only later did R lead to A: nobody is lost from R's tree."""
    found = drawn("RAB", "BA AB RA", root="R")

    assert (under(found, "R"), under(found, "A")) == ("A", "B")


def test_the_yield_counts_people_named_asked_and_met_and_those_after_them() -> None:
    """A named b (asked), C and 1 (met); b led to D and 1 to E, D on to F."""
    found = drawn("AbC1DEF", "Ab AC A1 bD 1E DF")

    assert gave(found, "A") == Yield(named=3, asked=2, met=1, second=2, deepest=3)
    assert gave(found, "b") == Yield(named=1, asked=0, met=0, second=1, deepest=2)
    assert gave(found, "F") == Yield()


def test_a_second_introduction_counts_for_whoever_made_it() -> None:
    found = drawn("AB1", "A1 B1")

    assert (gave(found, "A"), gave(found, "B")) == (Yield(1, 1, 1, 0, 1), Yield(1, 1, 1, 0, 1))


def test_nobody_is_their_own_second_generation() -> None:
    assert gave(drawn("AB", "AB BA"), "A") == Yield(named=1, deepest=1)


def test_my_yield_is_of_those_whom_i_found_myself() -> None:
    assert gave(drawn("A1cD", "A1 cD"), "") == Yield(named=2, asked=1, met=0, second=2, deepest=2)


PEOPLE = "ABcde12345"
LINKS = st.lists(
    st.tuples(*[st.sampled_from(PEOPLE)] * 2).filter(lambda pair: pair[0] != pair[1]), max_size=24
)


def distances(links: list[Link], start: Key) -> dict[Key, int]:
    away = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for by, to in links:
            if by == here and to not in away:
                away[to] = away[here] + 1
                waiting.append(to)
    return away


@given(LINKS)
def test_everybody_stands_in_the_tree_once_whatever_the_links(pairs: list[tuple[str, str]]) -> None:
    found = drawn(PEOPLE, " ".join(map("".join, pairs)))

    walked = [key for key, _ in found.walk()]
    assert sorted(walked) == sorted([ME, *(each.encode() for each in PEOPLE)])


@given(LINKS, st.sampled_from(PEOPLE))
def test_from_a_person_there_are_all_whom_links_reach_and_no_others(
    pairs: list[tuple[str, str]], root: str
) -> None:
    links = [Link(by.encode(), to.encode()) for by, to in pairs]
    found = drawn(PEOPLE, " ".join(map("".join, pairs)), root)

    assert sorted(key for key, _ in found.walk()) == sorted(distances(links, root.encode()))


@given(LINKS)
def test_every_link_is_a_line_of_the_tree_or_told_beside_it(pairs: list[tuple[str, str]]) -> None:
    found = drawn(PEOPLE, " ".join(map("".join, pairs)))

    told = {(by, to) for to, by in found.parent.items() if by != ME}
    told |= {(by, to) for to, others in found.also.items() for by in others}
    assert told == {(by.encode(), to.encode()) for by, to in pairs}


@given(LINKS)
def test_yields_are_those_of_brute_force(pairs: list[tuple[str, str]]) -> None:
    links = [Link(by.encode(), to.encode()) for by, to in pairs]
    found = drawn(PEOPLE, " ".join(map("".join, pairs)))

    for each in PEOPLE:
        away = distances(links, each.encode())
        named = [key.decode() for key, steps in away.items() if steps == 1]
        expected = Yield(
            len(named),
            sum(not name.isupper() for name in named),
            sum(name.isdigit() for name in named),
            sum(steps == 2 for steps in away.values()),
            max(away.values()),
        )
        assert gave(found, each) == expected
