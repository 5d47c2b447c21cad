"""Nesting: which statement reports which."""

from dataclasses import replace

from onrecord.model.attribution import Attribution
from onrecord.model.span import SpanIndex

Statements = tuple[Attribution, ...]


def nesting(statements: Statements) -> Statements:
    """``statements`` with their parents: for each the smallest statement whose content holds its cue, or, where it has
    no cue, all of it. A parent's content is longer than its child's, so that no two report each other."""
    contents = SpanIndex((content, b) for b in statements for content in b.content)
    return tuple(replace(a, parent=_parent(a, contents)) for a in statements)


def _parent(a: Attribution, contents: SpanIndex[Attribution]) -> str:
    inner, length = a.cue or (*a.source, *a.content), _length(a)
    around = {b.id: b for _, b in contents.overlapping(inner[0])}
    holding = [
        (_length(b), b.start, b.id)
        for b in around.values()
        if _length(b) > length and all(any(c.covers(s) for c in b.content) for s in inner)
    ]
    return min(holding)[2] if holding else ""


def _length(a: Attribution) -> int:
    return sum(s.end - s.start for s in a.content)
