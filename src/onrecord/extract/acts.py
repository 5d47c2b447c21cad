"""What is done in saying it: state, ask, order, promise, threaten, accuse, deny, decline, think."""

from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution

Statements = tuple[Attribution, ...]


def acts(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their acts."""
    return statements
