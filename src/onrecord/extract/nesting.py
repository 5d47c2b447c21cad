"""Nesting: which statement reports which."""

from dataclasses import replace

from onrecord.model.attribution import Attribution

Statements = tuple[Attribution, ...]


def nesting(statements: Statements) -> Statements:
    """``statements`` with their parents: for each the smallest statement whose content holds its cue, or, where it has
    no cue, all of it. A parent's content is longer than its child's, so that no two report each other."""
    return tuple(replace(a, parent=_parent(a, statements)) for a in statements)


def _parent(a: Attribution, statements: Statements) -> str:
    inner = a.cue or (*a.source, *a.content)
    holding = [
        (_length(b), b.start, b.id)
        for b in statements
        if _length(b) > _length(a) and all(any(c.covers(s) for c in b.content) for s in inner)
    ]
    return min(holding)[2] if holding else ""


def _length(a: Attribution) -> int:
    return sum(s.end - s.start for s in a.content)
