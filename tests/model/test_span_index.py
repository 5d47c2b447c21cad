"""Spans found by place."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Span, SpanIndex

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda row: Span(row[0], row[0] + row[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_what_overlaps_is_found_and_nothing_else(spans: list[Span], where: Span) -> None:
    """The same as looking at each of them, the last to begin first."""
    found = list(SpanIndex((span, n) for n, span in enumerate(spans)).overlapping(where))
    assert sorted(n for _, n in found) == [n for n, span in enumerate(spans) if span.overlaps(where)]
    assert [span.start for span, _ in found] == sorted((span.start for span, _ in found), reverse=True)
