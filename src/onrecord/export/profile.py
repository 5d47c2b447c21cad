"""Sourcing profiles as JSON: how many of each report's words are somebody's, and whose."""

from collections.abc import Iterable
from typing import TextIO

from onrecord.export.json import write_values
from onrecord.model.ledger import Ledger
from onrecord.model.profile import profile


class ProfileExporter:
    """One report is one object, with what it was read from; none or several are an array of objects."""

    name = "profile"
    extension = "json"

    def write(self, ledgers: Iterable[Ledger], out: TextIO) -> None:
        """Write the profile of each ledger, holding no more than two at a time."""
        write_values(({**_report(ledger), **profile(ledger).to_dict()} for ledger in ledgers), out)


def _report(ledger: Ledger) -> dict[str, str]:
    names = ("document_id", "version_id", "outlet", "published_at", "headline")
    return {name: getattr(ledger.report, name) for name in names}
