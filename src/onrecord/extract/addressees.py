"""To whom each statement was addressed."""

from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution

Statements = tuple[Attribution, ...]


def addressees(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their addressees."""
    return statements
