"""What stands beside what in two lists."""

from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.compare.order import aligned, beside, kept_in_order, out_of_order

LISTS = st.lists(st.sampled_from(["một", "hai", "ba", "bốn năm", "bốn sáu", "bảy"]), max_size=12)


@given(places=st.permutations(range(9)))
def test_a_longest_run_that_grows_is_kept(places: list[int]) -> None:
    kept = sorted(kept_in_order(places))
    values = [places[index] for index in kept]
    assert values == sorted(values)
    longest = [1] * len(places)
    for i, one in enumerate(places):
        longest[i] = 1 + max((longest[j] for j in range(i) if places[j] < one), default=0)
    assert len(kept) == max(longest)


@given(place=st.integers(0, 7), other=st.integers(0, 7))
def test_of_two_that_were_swapped_both_moved_and_none_between(place: int, other: int) -> None:
    """Of two side by side one moved; behind one that came, the one that stands elsewhere now."""
    places = [*range(8)]
    places[place], places[other] = other, place
    moved = out_of_order(["a"] * 8, places, [*range(8)])
    assert moved == {place, other} if abs(place - other) > 1 else len(moved) == abs(place - other)
    assert out_of_order("aa", [1, 0], [1, 2]) == {1}


@given(old=LISTS, new=LISTS)
def test_aligned_texts_are_equal_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)
    assert all(old[one] == new[other] for one, other in pairs)
    assert pairs == sorted(set(pairs))
    assert [other for _one, other in pairs] == sorted({other for _one, other in pairs})


@given(old=LISTS, new=LISTS)
def test_every_text_stands_beside_one_or_none(old: list[str], new: list[str]) -> None:
    pairs = [*beside(old, new)]
    assert sorted(one for one, _other in pairs if one is not None) == [*range(len(old))]
    assert [other for _one, other in pairs if other is not None] == [*range(len(new))]
    if old == new:
        assert pairs == [(place, place) for place in range(len(old))]
