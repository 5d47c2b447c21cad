"""Nesting: which statement reports which."""

from dataclasses import replace

from onrecord.model.attribution import Attribution
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]


def nesting(statements: Statements) -> Statements:
    """``statements`` with their parents: for each the smallest statement whose content holds its cue, or, where it has
    no cue, all of it. A parent's content is longer than its child's, so that no two report each other."""
    # The smallest first: the first that holds a statement is its parent.
    order = sorted(((_length(b), b.start, b.id, b.content) for b in statements), key=lambda row: row[:3])
    return tuple(replace(a, parent=_parent(a, order)) for a in statements)


def _parent(a: Attribution, order: list[tuple[int, int, str, tuple[Span, ...]]]) -> str:
    inner, length = a.cue or (*a.source, *a.content), _length(a)
    first, last = min(s.start for s in inner), max(s.end for s in inner)
    for size, _, id, content in order:
        around = size > length and content[0].start <= first and last <= content[-1].end
        if around and all(any(c.covers(s) for c in content) for s in inner):
            return id
    return ""


def _length(a: Attribution) -> int:
    return sum(s.end - s.start for s in a.content)
