"""Reports and statements built by hand, for the tests of the parts of ``extract`` that look around a statement."""

from hypothesis import strategies as st

from onrecord.extract.layout import Layout
from onrecord.extract.quoted import kind_of, quotations_of
from onrecord.languages.en.english import ENGLISH
from onrecord.model.attribution import Attribution
from onrecord.model.report import Block, BlockKind, Dateline, Report
from onrecord.model.span import Span


def layout_of(text: str, *, outlet: str = "", credit: str = "", credits: str = "", byline: str = "") -> Layout:
    """The layout of a report whose paragraphs are the lines of ``text``, empty ones left out, and a credit line."""
    kinds: list[tuple[str, BlockKind]] = [(line, "paragraph") for line in text.split("\n") if line]
    if credits:
        kinds.append((credits, "credit"))
    blocks, at = [], 0
    for line, kind in kinds:
        blocks.append(Block(kind, Span(at, at + len(line))))
        at += len(line) + 1
    whole = "\n".join(line for line, _ in kinds)
    dateline = Dateline("Oslo", "", credit, Span(0, 1)) if credit else None
    report = Report("d", "v", whole, tuple(blocks), "", "", outlet=outlet, dateline=dateline, byline=byline)
    return Layout(report, ENGLISH)


def statement(layout: Layout, source: str, cue: str, *content: str) -> Attribution:
    """A statement by its words, each part the first such words from the content, or the part before, on; "" is none.

    ``source`` and ``cue`` are looked for in the line in which the first content stands.
    """
    text = layout.text
    start = text.index(content[0])
    spans, at = [], start
    for part in content:
        at = text.index(part, at)
        spans.append(Span(at, at + len(part)))
        at += len(part)
    low = text.rfind("\n", 0, start) + 1
    high = len(text) if text.find("\n", start) < 0 else text.find("\n", start)

    def near(words: str, to: int) -> tuple[Span, ...]:
        if not words:
            return ()
        found = [
            i for i in range(low, high) if text.startswith(words, i) and not any(s.start <= i < s.end for s in spans)
        ]
        best = min(found, key=lambda i: (abs(i - to), i))
        return (Span(best, best + len(words)),)

    cues = near(cue, start)
    return Attribution(
        id=f"{start}-{cue}",
        kind=kind_of(text, spans, quotations_of(layout.report)),
        source=near(source, cues[0].start if cues else start),
        cue=cues,
        content=tuple(spans),
        confidence=1.0,
        tier="sure",
    )


def any_statements(data: st.DataObject, layout: Layout) -> tuple[Attribution, ...]:
    """Statements anywhere in the report, each of three single characters."""
    spots = st.integers(0, len(layout.text) - 1)
    spans = [(Span(n, n + 1),) for n in data.draw(st.lists(spots, min_size=3, max_size=9))]
    return tuple(
        Attribution(str(n), "direct", spans[n], spans[n + 1], spans[n + 2], 1.0, "sure") for n in range(len(spans) - 2)
    )
