"""The report, cut wherever something begins or ends."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.attribution import Attribution
from onrecord.model.ledger import Flag, Ledger, Provenance
from onrecord.model.span import Span
from onrecord.render.marked import ASIDES, ROLES, Mark, mark
from render.context import inquiry
from render.ledgers import ferry, foreign, ledger, quiet, report, transcript

LETTERS = report(("headline", "abcdef"), ("paragraph", "ghijklmnop"), ("paragraph", "qrstuvwxyz"))
SIZE = len(LETTERS.text)

spans = st.tuples(st.integers(0, SIZE - 1), st.integers(1, 12)).map(lambda at: Span(at[0], min(at[0] + at[1], SIZE)))
roles = st.lists(spans, min_size=1, max_size=3).map(lambda found: tuple(sorted(found)))
attributions = st.builds(
    Attribution, st.just("a"), st.just("direct"), roles, roles, roles, st.just(0.5), st.just("check")
)
flags = st.builds(Flag, st.just("unclosed_quotation"), st.just(""), roles)
ledgers = st.builds(
    lambda found, raised: Ledger(LETTERS, tuple(found), tuple(raised), Provenance("", "")),
    st.lists(attributions, max_size=5),
    st.lists(flags, max_size=2),
)


@given(ledgers)
def test_every_character_has_exactly_the_marks_whose_spans_hold_it(made: Ledger) -> None:
    """Whatever the spans do, nested, overlapping or outside all blocks, each character knows what covers it."""
    for block in mark(made):
        assert "".join(segment.text for segment in block.segments) == block.span.of(LETTERS.text)
        for segment in block.segments:
            for at in range(segment.span.start, segment.span.end):
                held = {
                    Mark(n, role)
                    for n, a in enumerate(made.attributions)
                    for role, spans in zip(ROLES, (a.source, a.cue, a.content), strict=True)
                    if any(span.start <= at < span.end for span in spans)
                }
                assert set(segment.marks) == held
                raised = {n for n, f in enumerate(made.flags) if any(s.start <= at < s.end for s in f.spans)}
                assert set(segment.flags) == raised


@given(ledgers)
def test_neighbouring_segments_stand_side_by_side(made: Ledger) -> None:
    """Segments tile their block: none is empty, none is missing, none is there twice."""
    for block in mark(made):
        at = block.span.start
        for segment in block.segments:
            assert segment.span.start == at
            at = segment.span.end
        assert at == block.span.end


def test_the_innermost_statement_comes_first() -> None:
    """Of nested statements the one with the shorter content leads, so that pointing finds it first."""
    inner = next(
        segment
        for block in mark(ferry())
        for segment in block.segments
        if segment.text == "that the lane was clear on 2 March"
    )
    told, said = (ferry().attributions[n].content[0] for n in inner.statements)
    assert said.covers(told)
    assert inner.roles == ("content",)


def test_asides_are_no_part_of_the_statement() -> None:
    """To whom, how, when, why not named, and what is kept at a distance: beside the roles, and with no say in them."""
    found = {
        (mark.statement + 1, mark.role, segment.text)
        for block in mark(inquiry())
        for segment in block.segments
        for mark in segment.asides
    }
    assert found >= {
        (2, "addressee", "the harbour board"),
        (2, "channel", "in a letter"),
        (2, "time", "on 3 March"),
        (7, "distanced", "so-called"),
        (8, "reason", "who was not authorised to speak publicly"),
    }
    for block in mark(inquiry()):
        for segment in block.segments:
            assert {m.role for m in segment.marks} <= set(ROLES)
            assert {m.role for m in segment.asides} <= set(ASIDES)
            if segment.text == "in a letter":
                assert not segment.marks and not segment.statements


def test_a_dateline_and_a_speakers_label_run_on() -> None:
    """What stands in one line with its paragraph says so; the paragraph after it does not."""
    assert [b.runs_on for b in mark(ferry()) if b.kind == "dateline"] == [True]
    assert [b.runs_on for b in mark(transcript())] == [False, True, False, True, False]


def test_paragraphs_are_numbered_and_nothing_else_is() -> None:
    """The numbers are those of ``Report.paragraph_number``."""
    for block in mark(ferry()):
        expected = ferry().report.paragraph_number(block.span.start) if block.kind == "paragraph" else 0
        assert block.number == expected


def test_a_flag_on_the_whole_report_marks_nothing() -> None:
    """That a language is not analysed is no property of some of the words, nor that there is but one voice."""
    assert all(not segment.flags for block in mark(foreign()) for segment in block.segments)
    raised = {n for block in mark(inquiry()) for segment in block.segments for n in segment.flags}
    assert [inquiry().flags[n].kind for n in sorted(raised)] == ["two_dates", "unanswered_accusation", "own_voice"]


def test_a_report_without_statements_is_one_segment_a_block() -> None:
    """Nothing is cut where nothing begins."""
    assert [len(block.segments) for block in mark(quiet())] == [1, 1]


def test_a_content_over_two_paragraphs_is_marked_in_both() -> None:
    """Blocks cut a span; each part knows the statement."""
    of = report(("paragraph", "“One."), ("paragraph", "“Two,” she said."))
    made = ledger(of, ("direct", "she", "said", ["“One.\n\n“Two,”"], 0.9))
    assert [block.segments[0].statements for block in mark(made)] == [(0,), (0,)]
