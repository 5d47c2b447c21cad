"""Nesting: which statement reports which."""

from dataclasses import replace

from onrecord.model.attribution import Attribution

Statements = tuple[Attribution, ...]


def nesting(statements: Statements) -> Statements:
    """``statements`` with their parents: for each the smallest statement whose content holds its cue, or, where it has
    no cue, all of it."""
    return tuple(replace(a, parent=_parent(a, statements)) for a in statements)


def _parent(a: Attribution, statements: Statements) -> str:
    inner = a.cue or (*a.source, *a.content)
    holding = [
        (sum(s.end - s.start for s in b.content), b.start, b.id)
        for b in statements
        if b.id != a.id and b.content != a.content and all(any(c.covers(s) for c in b.content) for s in inner)
    ]
    return min(holding)[2] if holding else ""
