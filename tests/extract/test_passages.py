"""What of a report the model reads."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.passages import PART, parts
from onrecord.model.report import Block, Report
from onrecord.model.span import Span


def report(text: str, blocks: list[Block]) -> Report:
    return Report("d", "v", text, tuple(blocks), "", "")


def test_furniture_is_left_out() -> None:
    """Headline and paragraphs are read; dateline, credit and boilerplate are not."""
    kinds = ("headline", "dateline", "paragraph", "credit", "boilerplate")
    blocks = [Block(kind, Span(i * 10, i * 10 + 9)) for i, kind in enumerate(kinds)]
    assert list(parts(report("x" * 60, blocks))) == [[(0, 9), (20, 29)]]


@given(st.lists(st.integers(1, PART * 3), max_size=8))
def test_parts_cover_every_paragraph_and_stay_small(lengths: list[int]) -> None:
    """Nothing is lost, nothing is read twice, and no part outgrows its bound."""
    blocks, at = [], 0
    for length in lengths:
        blocks.append(Block("paragraph", Span(at, at + length)))
        at += length
    found = list(parts(report("x" * at, blocks)))
    flat = [pair for part in found for pair in part]
    assert sum(b - a for a, b in flat) == at and flat == sorted(flat)
    assert all(sum(b - a for a, b in part) <= PART for part in found)
