"""How each statement went out: broadcast, letter, news conference and so on."""

from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution

Statements = tuple[Attribution, ...]


def channels(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their channels."""
    return statements
