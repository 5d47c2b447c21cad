"""Viterbi and marginals against enumeration, and runs of labels."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder.decoding import LABELS, best, bounded, marginals, runs, transition_mask


def chain(seed: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    allowed, _ = transition_mask()
    transitions = np.where(allowed, rng.normal(size=(len(LABELS),) * 2), -1e4).astype(np.float32)
    return rng.normal(size=(1, width, len(LABELS))).astype(np.float32), transitions


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_decoding_agrees_with_enumerating_all_sequences(seed: int) -> None:
    """The best path and the marginals are those of brute force over all legal label sequences."""
    emissions, transitions = chain(seed, 4)
    _, first = transition_mask()
    scores = {}
    for path in product(range(len(LABELS)), repeat=4):
        score = sum(float(emissions[0, t, label]) for t, label in enumerate(path))
        score += sum(float(transitions[a, b]) for a, b in pairwise(path))
        if first[path[0]] and score > -1000:
            scores[path] = score
    top = max(scores, key=scores.get)
    assert tuple(best(emissions, transitions)[0]) == top
    total = np.zeros((4, len(LABELS)))
    for path, score in scores.items():
        for t, label in enumerate(path):
            total[t, label] += np.exp(score)
    np.testing.assert_allclose(marginals(emissions, transitions)[0], total / total.sum(1, keepdims=True), atol=1e-4)


def test_no_i_label_without_its_beginning() -> None:
    """However strong the emissions, an I- follows only its own B- or I-."""
    emissions, transitions = chain(3, 30)
    emissions[:, :, 2::2] += 5
    labels = best(emissions, transitions)[0]
    for before, after in zip([0, *labels], labels, strict=False):
        assert after % 2 or after == 0 or before in (after - 1, after)


def test_masked_places_are_outside() -> None:
    """What lies beyond the text is O whatever the head says there."""
    emissions, transitions = chain(5, 6)
    mask = np.array([[0, 0, 1, 1, 1, 0]], dtype=np.float32)
    labels = best(bounded(emissions * 50, mask), transitions)[0]
    assert labels[[0, 1, 5]].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [([0, 5, 6, 6, 0, 5], [(1, 4), (5, 6)]), ([5, 5], [(0, 1), (1, 2)]), ([0, 0], []), ([1, 2], [])],
)
def test_runs_of_a_role(labels: list[int], expected: list[tuple[int, int]]) -> None:
    """A B- begins a run, an I- goes on with it."""
    assert runs(np.array(labels), "content") == expected


def test_nothing_to_decode_is_no_error() -> None:
    """No anchors: empty answers of the right shape."""
    empty = np.zeros((0, 5, len(LABELS)), dtype=np.float32)
    assert best(empty, np.zeros((7, 7), dtype=np.float32)).shape == (0, 5)
    assert marginals(empty, np.zeros((7, 7), dtype=np.float32)).shape == empty.shape
