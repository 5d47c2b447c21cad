"""Who carried each statement on its way to the reader."""

from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution

Statements = tuple[Attribution, ...]


def carriers(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their carriers."""
    return statements
