"""Bars and notes in the margin."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.ledger import Ledger
from onrecord.render.margin import LANES, bars, notes, passages
from onrecord.render.marked import mark
from render.ledgers import ferry, ledger, report, transcript


def test_a_dateline_shares_its_passage() -> None:
    """What runs on in one line is one passage; its main block is the paragraph."""
    kinds = [[block.kind for block in passage.blocks] for passage in passages(mark(ferry()))]
    assert ["dateline", "paragraph"] in kinds
    assert [passage.main.kind for passage in passages(mark(transcript()))] == ["headline", "paragraph", "paragraph"]


def test_every_statement_has_one_numbered_bar() -> None:
    """A content over two paragraphs has a bar in both and its number only in the first."""
    of = report(("paragraph", "“One."), ("paragraph", "“Two,” she said."))
    made = ledger(of, ("direct", "she", "said", ["“One.\n\n“Two,”"], 0.9))
    first, second = bars(made, passages(mark(made)))
    assert [(bar.first, bar.top, bar.height) for bar in (*first, *second)] == [(True, 0, 100), (False, 0, 100)]


def test_bars_that_share_a_line_stand_side_by_side() -> None:
    """Statement 9 lies inside statement 8."""
    lanes = {bar.statement: bar.lane for margin in bars(ferry(), passages(mark(ferry()))) for bar in margin}
    assert lanes[7] != lanes[8]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 120)), max_size=8))
def test_bars_stay_beside_their_passage(contents: list[tuple[int, int]]) -> None:
    """However statements lie, no bar leaves its passage, and none is left out."""
    text = "abcde " * 70
    of = report(("paragraph", text))
    made = ledger(of, *(("direct", "", "", [text[:1]], 0.5) for _ in contents))
    moved = tuple(
        replace(a, content=(replace(a.content[0], start=at, end=at + size),))
        for a, (at, size) in zip(made.attributions, contents, strict=True)
    )
    made = Ledger(of, moved, (), made.provenance)
    [margin] = bars(made, passages(mark(made)))
    assert [bar.statement for bar in margin] == list(range(len(contents)))
    for bar in margin:
        assert bar.top >= 0
        assert bar.height > 0
        assert bar.top + bar.height <= 100.02
        assert 0 <= bar.lane < LANES


def test_a_flag_is_noted_where_its_first_span_begins() -> None:
    """One note a flag, in the passage that raises it."""
    listed = passages(mark(ferry()))
    raised = [passage.main.number for passage, margin in zip(listed, notes(ferry(), listed), strict=True) if margin]
    assert raised == [6]
