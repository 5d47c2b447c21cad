"""Where quotations open and close."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.quotations import CLOSERS, quotations


def found(text: str) -> list[tuple[str, bool]]:
    return [(text[q.start : q.end], q.closed) for q in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "No." Then "Yes."', [('"No."', True), ('"Yes."', True)]),
        ("“One,” he said. “Two.”", [("“One,”", True), ("“Two.”", True)]),
        ("« Oui », dit-elle", [("« Oui »", True)]),
        ("„Nein“, sagte sie", [("„Nein“", True)]),
        ("The ‘so-called’ deal", [("‘so-called’", True)]),
        ("He called it 'a farce' twice", [("'a farce'", True)]),
        ("“He told me ‘go’ and left”", [("“He told me ‘go’ and left”", True)]),
        ('Staff were told to "wait for orders.', [('"wait for orders.', False)]),
        ("“It goes on", [("“It goes on", False)]),
        ("The ministers' cars and the '90s and 'tis", []),
        ("It wasn’t theirs, the voters’ choice", []),
        ('a 6" pipe', []),
        ("", []),
    ],
)
def test_marks_are_paired_as_newspapers_set_them(text: str, expected: list[tuple[str, bool]]) -> None:
    """Straight and curly, double and single, nested and unclosed; apostrophes open nothing."""
    assert found(text) == expected


@given(st.text(alphabet="ab .,'\"“”‘’«»\n", max_size=80))
def test_quotations_lie_inside_their_paragraph_in_order(text: str) -> None:
    """Any jumble of marks gives disjoint ranges that begin with an opening mark."""
    at = 0
    for q in quotations(text, 0, len(text)):
        assert at <= q.start < q.end <= len(text)
        assert text[q.start] in CLOSERS
        assert not q.closed or text[q.end - 1] in CLOSERS[q.mark]
        at = q.end


def test_marks_that_nothing_closes_take_linear_time() -> None:
    """Twenty thousand openings of which none closes: looked for once, not once each."""
    begin = time.perf_counter()
    assert list(quotations("'s all " * 20_000, 0, 140_000)) == []
    assert time.perf_counter() - begin < 5
