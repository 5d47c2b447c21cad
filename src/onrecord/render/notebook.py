"""A ledger in a notebook: a table without scripts, whose styles touch nothing around it."""

import sys

from onrecord.model.ledger import Ledger
from onrecord.render.cards import NOBODY, cards, counts, facts, nested, nothing_found
from onrecord.render.templates import template


def fragment(ledger: Ledger) -> str:
    """HTML for one ledger, to stand in any page: what Jupyter shows for it."""
    listed = cards(ledger)
    return template("notebook.html").render(
        ledger=ledger,
        cards=nested(listed),
        counts=counts(listed),
        facts=facts(ledger.report),
        nothing_found=nothing_found(ledger),
        NOBODY=NOBODY,
    )


def register() -> None:
    """Make IPython show a ledger as its ``fragment``; does nothing where IPython does not run."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        shell.display_formatter.formatters["text/html"].for_type(Ledger, fragment)
