"""What is published lets nobody work out a count of 1 to 4; an independent solver tries."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure import Atom, find_hidden, is_small
from tests.analysis.solver import Published

BOUNDS = (0.0, 2.5, 10.0, 20.0, 30.0)
TREE = {"A": "", "A.1": "A", "A.2": "A", "A.3": "A"}


def place(node: str, yes: int, size: int) -> Atom:
    """A desa as the public page tells of it: its class, or too few measured for one."""
    if size < 30:
        return Atom(node, yes, size - yes, least=1, most=29)
    share = 100 * yes / size
    index = max(n for n, bound in enumerate(BOUNDS) if share >= bound)
    high = BOUNDS[index + 1] if index + 1 < len(BOUNDS) else float("inf")
    return Atom(node, yes, size - yes, low_pct=BOUNDS[index], high_pct=high, least=30)


def recover(atoms: list[Atom], tree: dict[str, str]) -> list[tuple[object, str, int]]:
    return Published(atoms, tree, find_hidden(atoms, tree)).find_recovered()


def test_large_counts_of_several_desa_hide_nothing() -> None:
    atoms = [place(node, 20, 100) for node in ("A.1", "A.1", "A.2", "A.2", "A.3", "A.3")]
    assert find_hidden(atoms, TREE) == frozenset()


def test_a_small_count_hides_its_region_and_one_more_that_would_give_it_away() -> None:
    atoms = [place("A.1", 2, 40), place("A.1", 1, 40)]
    atoms += [place("A.2", 20, 90), place("A.2", 20, 90)]
    atoms += [place("A.3", 30, 200), place("A.3", 30, 200)]
    assert find_hidden(atoms, TREE) == {"A.1", "A.2"}
    unprotected = Published(atoms, TREE, frozenset({"A.1"}))
    assert ("A.1", "yes", 3) in unprotected.find_recovered()
    assert recover(atoms, TREE) == []


def test_the_few_who_are_not_stunted_are_protected_as_well() -> None:
    atoms = [place("A.1", 18, 20), place("A.1", 19, 20)]
    atoms += [place("A.2", 20, 90)] * 2 + [place("A.3", 30, 200)] * 2
    assert "A.1" in find_hidden(atoms, TREE)
    assert recover(atoms, TREE) == []


def test_a_kecamatan_with_one_measured_desa_would_tell_the_desas_counts() -> None:
    atoms = [place("A.1", 20, 100)] + [place("A.2", 20, 90)] * 2 + [place("A.3", 30, 200)] * 2
    assert find_hidden(atoms, TREE) == {"A.1", "A.2"}


def test_two_desa_whose_classes_fix_their_counts_hide_the_sum() -> None:
    # Of 60 measured in two desa with at least 30 each, 3 stunted "sedang" and none "sangat rendah".
    tree = {"A.1": ""}
    atoms = [place("A.1", 0, 30), place("A.1", 5, 30)]
    assert Published(atoms, tree, frozenset()).bound([1], "yes") == (5, 5)
    small = [place("A.1", 3, 30), place("A.1", 3, 30)]
    assert Published(small, tree, frozenset()).find_recovered()
    assert find_hidden(small, tree) == {"A.1"}


def test_what_is_hidden_below_is_hidden_above_where_it_would_follow() -> None:
    tree = {"P": "", "P.1": "P", "P.2": "P", "P.1.1": "P.1", "P.2.1": "P.2", "P.2.2": "P.2"}
    atoms = [place("P.1.1", 2, 50), place("P.1.1", 1, 50)]
    atoms += [place("P.2.1", 20, 90)] * 2 + [place("P.2.2", 30, 200)] * 2
    hidden = find_hidden(atoms, tree)
    assert {"P.1", "P.1.1"} <= hidden
    assert hidden & {"P.2", "P.2.1", "P.2.2", "P"}
    assert recover(atoms, tree) == []


def test_units_that_report_for_a_whole_kecamatan_are_shown_alone() -> None:
    atoms = [Atom("A.1", 20, 80, is_alone_secret=False)] + [place("A.2", 20, 90)] * 2
    assert find_hidden(atoms, TREE) == frozenset()


def test_zero_is_no_small_count() -> None:
    assert [is_small(count) for count in (0, 1, 4, 5)] == [False, True, True, False]


@st.composite
def tables(draw: st.DrawFn) -> list[Atom]:
    sizes = st.integers(1, 90)
    atoms = []
    for node in ("A.1", "A.2", "A.3"):
        for _ in range(draw(st.integers(1, 4))):
            size = draw(sizes)
            share = draw(st.sampled_from((0, 2, 5, 15, 25, 60, 97)))
            atoms.append(place(node, min(size, round(size * share / 100)), size))
    return atoms


@settings(max_examples=6, deadline=None, derandomize=True)
@given(tables())
def test_a_solver_finds_no_small_count_in_random_tables(atoms: list[Atom]) -> None:
    assert recover(atoms, TREE) == []
