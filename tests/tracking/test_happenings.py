"""What a log's retractions leave standing."""

from collections.abc import Sequence
from itertools import product

from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.progress_log import Entry
from tests.tracking.logs import entry


def retractions(targets: Sequence[str]) -> list[Entry]:
    return [entry("retracted", "06-01", id=f"r{at}", entry=target) for at, target in enumerate(targets)]


def test_two_retractions_of_one_entry_are_as_good_as_one() -> None:
    done = entry("done", "05-01", "window", id="d")
    twice = [done, *retractions(["d", "d"])]
    assert happenings(twice).by_task == {}
    assert happenings([*twice, entry("retracted", "06-02", id="x", entry="r0")]).by_task == {}
    both = [entry("retracted", "06-02", id=f"x{at}", entry=f"r{at}") for at in range(2)]
    assert happenings([*twice, *both]).by_task == {"window": (done,)}


def test_a_retraction_of_itself_takes_nothing_back() -> None:
    assert happenings(retractions(["r0"])).retracted == frozenset()


def settled(about: dict[str, str]) -> tuple[set[str], set[str]]:
    """Return the retractions that count, those of which every retraction is known not to, and those known not to."""
    counts: set[str] = set()
    void: set[str] = set()
    while True:
        by = {one: {other for other, target in about.items() if target == one} for one in about}
        more = {one for one in about if by[one] <= void} - counts
        fewer = {one for one in about if by[one] & counts} - void
        if not more and not fewer:
            return counts, void
        counts |= more
        void |= fewer


def test_any_four_retractions_of_each_other_settle_as_the_definition_says() -> None:
    for targets in product(["d", "r0", "r1", "r2", "r3"], repeat=4):
        about = {f"r{at}": target for at, target in enumerate(targets)}
        found = happenings(retractions(targets))
        counts, void = settled(about)
        assert found.retracted == {about[one] for one in counts}, targets
        assert found.in_circle == about.keys() - counts - void, targets
        assert all(round_again(one, about) for one in found.in_circle), targets


def round_again(one: str, about: dict[str, str]) -> bool:
    """Tell whether a retraction is about itself, by way of others."""
    target = one
    for _step in about:
        target = about.get(target, "")
        if target == one:
            return True
    return False
