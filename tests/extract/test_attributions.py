"""Speaker labels, and which of two competing candidates stays; the model itself is tested end to end."""

from onrecord.extract.attributions import Candidate, distinct, labelled
from onrecord.model.report import Block, BlockKind, Report
from onrecord.model.span import Span


def transcript(*rows: tuple[BlockKind, str]) -> Report:
    blocks, text = [], ""
    for kind, words in rows:
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words + "\n"
    return Report("d", "v", text, tuple(blocks), "", "")


def test_a_label_owns_the_paragraphs_up_to_the_next() -> None:
    """Source is the label without its colon, there is no cue, and the content is direct."""
    it = transcript(
        ("headline", "Interview"),
        ("paragraph", "It was recorded on Monday."),
        ("speaker_label", "HOST:"),
        ("paragraph", "Why now?"),
        ("speaker_label", "MINISTER:"),
        ("paragraph", "Because."),
        ("paragraph", "And why not."),
    )
    found = list(labelled(it))
    said = [([s.of(it.text) for s in a.source], [s.of(it.text) for s in a.content]) for a in found]
    assert said == [(["HOST"], ["Why now?"]), (["MINISTER"], ["Because.", "And why not."])]
    assert all(a.kind == "direct" and a.cue == () for a in found)


def test_a_label_with_nothing_after_it_says_nothing() -> None:
    """No content, no attribution."""
    assert list(labelled(transcript(("speaker_label", "HOST:")))) == []


def candidate(cue: tuple[int, int], content: tuple[int, int]) -> Candidate:
    return Candidate((Span(0, 3),), (Span(*cue),), (Span(*content),), [])


def test_two_readings_of_one_cue_leave_the_surer() -> None:
    """Overlapping cues, or the same source and content, are one attribution."""
    rows = [candidate((4, 8), (10, 20)), candidate((6, 9), (10, 30)), candidate((40, 44), (10, 20))]
    assert [row for row, _ in distinct(rows, [0.4, 0.9, 0.3])] == [rows[1], rows[2]]
    assert [row for row, _ in distinct(rows, [0.9, 0.4, 0.3])] == [rows[0]]
