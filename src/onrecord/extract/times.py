"""When each statement was made, where the report says so."""

from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution

Statements = tuple[Attribution, ...]


def times(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their times."""
    return statements
