"""Attributions: who is reported as saying what, found by the model and, in transcripts, by the labels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from onrecord.encoder.bundle import Bundle
from onrecord.encoder.confidence import Flags, features, probability
from onrecord.encoder.decoding import LABELS, Floats, Ints, best, marginals, runs
from onrecord.encoder.neighbourhood import FAR_REACH, Stretches, clipped, paragraphs, within
from onrecord.encoder.quotations import Quotation
from onrecord.encoder.runtime import Runtime
from onrecord.encoder.words import Words
from onrecord.extract.layout import Layout
from onrecord.extract.passages import Passage
from onrecord.extract.quoted import kind_of, widen
from onrecord.model.attribution import Attribution
from onrecord.model.ids import attribution_id
from onrecord.model.report import Report
from onrecord.model.span import Span, trim

#: A speaker label is the outlet's own typography, not a finding; it is wrong only where the label was misread.
LABEL_CONFIDENCE = 0.97

_CONTENT = (LABELS.index("B-content"), LABELS.index("I-content"))
#: A content that comes so near to the edge of what was seen may go on beyond it.
_EDGE = 16
_NOT_CUE = [i for i, label in enumerate(LABELS) if not label.endswith("-cue")]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One decoded attribution: character spans of each role, and what its confidence is computed from."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    features: list[float]


def attributions(layout: Layout, passages: Iterable[Passage], runtime: Runtime) -> tuple[Attribution, ...]:
    """Every attribution in the report, nested ones too, in reading order."""
    bundle, report, quoted = runtime.bundle, layout.report, layout.quotations
    found: list[Attribution] = []
    for passage in passages:
        around = decoded(passage, runtime)
        outer = surest(candidates(report.text, passage, around, bundle), bundle, bundle.keep)
        within_these = nested(report.text, passage, around, bundle, [row for row, _ in outer])
        inner = surest(within_these, bundle, bundle.keep_inner)
        found.extend(_record(report, quoted, row, confidence) for row, confidence in outer + inner)
    found.extend(labelled(report))
    return tuple(sorted({a.id: a for a in found}.values(), key=lambda a: (a.start, a.content, a.id)))


def surest(proposed: Iterable[Candidate], bundle: Bundle, keep: float) -> list[tuple[Candidate, float]]:
    """Those of some candidates that are sure enough to be reported, and how sure."""
    rows = list(proposed)
    sure = probability(bundle.calibration, [row.features for row in rows])
    return [(row, confidence) for row, confidence in distinct(rows, sure) if confidence >= keep]


def candidates(text: str, passage: Passage, around: dict[int, "Decoded"], bundle: Bundle) -> Iterator[Candidate]:
    """What the model proposes in one passage of ``text``, one for each likely anchor, in text order."""
    chances = passage.reading.anchors
    return _proposed(text, passage, around, chances, np.flatnonzero(chances >= bundle.anchor))


def nested(
    text: str, passage: Passage, around: dict[int, "Decoded"], bundle: Bundle, outer: list[Candidate]
) -> Iterator[Candidate]:
    """What the model proposes inside the contents of ``outer``: statements that these report."""
    words, chances = passage.words, passage.reading.inner
    likely = (chances >= bundle.inner) & _inside(words, (s for row in outer for s in row.content))
    anchors = np.flatnonzero(likely & ~_inside(words, (s for row in outer for s in row.cue)))
    for row in _proposed(text, passage, around, chances, anchors):
        # One whose source stands outside says the outer statement once more.
        inside = (*row.content, *row.cue, *row.source)
        if any(all(_within(s, other.content) for s in inside) for other in outer):
            yield row


def _inside(words: Words, spans: Iterable[Span]) -> Flags:
    """Which words (n,) lie wholly within one of the spans."""
    out: Flags = np.zeros(len(words), dtype=np.bool_)
    for s in spans:
        out[np.searchsorted(words.start, s.start) : np.searchsorted(words.end, s.end, side="right")] = True
    return out


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(s.covers(span) for s in spans)


def _proposed(
    text: str, passage: Passage, around: dict[int, "Decoded"], chances: Floats, anchors: Ints
) -> Iterator[Candidate]:
    for anchor in anchors.tolist():
        candidate = _candidate(text, passage.words, around[anchor], float(chances[anchor]))
        if candidate is not None:
            yield candidate


class Decoded(NamedTuple):
    """The decoded neighbourhood of one anchor: ``labels`` (w,) and their probabilities (w, labels) from word ``low``
    on; what comes from word ``high`` on was not looked at."""

    anchor: int
    low: int
    high: int
    labels: Ints
    table: Floats

    def goes_on(self, count: int) -> bool:
        """Whether its content may go on beyond what was seen of a text of ``count`` words."""
        seen = np.isin(self.labels[: self.high - self.low], _CONTENT)
        return bool((self.low > 0 and seen[:_EDGE].any()) or (self.high < count and seen[-_EDGE:].any()))


def decoded(passage: Passage, runtime: Runtime) -> dict[int, Decoded]:
    """The neighbourhood of every likely anchor of a passage, of outermost statements and of nested ones, by anchor."""
    words, bundle = passage.words, runtime.bundle
    likely = (passage.reading.anchors >= bundle.anchor) | (passage.reading.inner >= bundle.inner)
    anchors = np.flatnonzero(likely)
    found = {one.anchor: one for one in _decoded(passage, runtime, anchors, paragraphs(anchors, words.paragraph))}
    # What a content fills to the edge of what the head saw is looked at again, from further away.
    cut = np.array([anchor for anchor, one in found.items() if one.goes_on(len(words))], dtype=np.int64)
    far = clipped(within(cut, FAR_REACH), len(words))
    return found | {one.anchor: one for one in _decoded(passage, runtime, cut, far)}


def _decoded(passage: Passage, runtime: Runtime, anchors: Ints, where: Stretches) -> Iterator[Decoded]:
    if not len(anchors):
        return
    emissions = runtime.roles(passage.reading, passage.words, anchors, where)
    # The anchor itself is part of the cue.
    emissions[np.arange(len(anchors))[:, None], (anchors - where.low)[:, None], _NOT_CUE] -= 1e3
    labels = best(emissions, runtime.bundle.transitions)
    tables = marginals(emissions, runtime.bundle.transitions)
    rows = zip(anchors.tolist(), where.low.tolist(), where.high.tolist(), labels, tables, strict=True)
    yield from (Decoded(*row) for row in rows)


def _candidate(text: str, words: Words, near: Decoded, chance: float) -> Candidate | None:
    anchor, first = near.anchor, near.low

    def spans(role: str) -> list[tuple[int, int]]:
        return [(a + first, b + first) for a, b in runs(near.labels, role)]

    content = spans("content")
    if not content:
        return None
    # A cue is one run of words and a source one phrase: of several, the anchor's own and the nearest.
    cue = [run for run in spans("cue") if run[0] <= anchor < run[1]]
    source = sorted(spans("source"), key=lambda run: min(abs(run[0] - anchor), abs(run[1] - 1 - anchor)))[:1]
    return Candidate(
        _characters(words, source),
        _characters(words, cue),
        tuple(widen(text, span) for span in _characters(words, content)),
        features(chance, near.labels, near.table),
    )


def _characters(words: Words, ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(int(words.start[a]), int(words.end[b - 1])) for a, b in ranges)


def distinct(rows: list[Candidate], confidences: list[float]) -> Iterator[tuple[Candidate, float]]:
    """Of candidates that tell the same attribution, the surest: two whose cues share a word, or that give the
    same source the same content."""
    kept: list[Candidate] = []
    order = sorted(range(len(rows)), key=lambda i: (-confidences[i], i))
    for i in order:
        if not any(_same(rows[i], other) for other in kept):
            kept.append(rows[i])
            yield rows[i], confidences[i]


def _same(one: Candidate, other: Candidate) -> bool:
    if any(a.overlaps(b) for a in one.cue for b in other.cue):
        return True
    return one.content == other.content and one.source == other.source


#: Until it is known who speaks, nothing is sure.
def _record(report: Report, quoted: list[Quotation], row: Candidate, confidence: float) -> Attribution:
    return Attribution(
        id=attribution_id(report.version_id, row.source, row.cue, row.content),
        kind=kind_of(report.text, row.content, quoted),
        source=row.source,
        cue=row.cue,
        content=row.content,
        confidence=round(confidence, 4),
        tier="check",
    )


def labelled(report: Report) -> Iterator[Attribution]:
    """The turns of a transcript: each speaker label with the paragraphs up to the next label."""
    label: Span | None = None
    content: list[Span] = []
    for kind, span in (*((block.kind, block.span) for block in report.blocks), ("speaker_label", None)):
        if kind == "paragraph" and label is not None and span is not None:
            content.append(span)
        elif kind in ("speaker_label", "headline", "subheading"):
            if label is not None and content:
                yield _turn(report, label, tuple(content))
            label, content = span if kind == "speaker_label" else None, []


def _turn(report: Report, label: Span, content: tuple[Span, ...]) -> Attribution:
    name = report.text[label.start : label.end].rstrip().removesuffix(":")
    source = (trim(report.text, label.start, label.start + len(name)) or label,)
    return Attribution(
        id=attribution_id(report.version_id, source, (), content),
        kind="direct",
        source=source,
        cue=(),
        content=content,
        confidence=LABEL_CONFIDENCE,
        tier="check",
    )
