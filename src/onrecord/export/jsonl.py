"""JSON Lines: one ledger a line, each ``Ledger.to_dict()``."""

from collections.abc import Iterable
from typing import TextIO

from onrecord.export.json import dumps
from onrecord.model.ledger import Ledger


class JsonlExporter:
    """One object a line, whether there is one ledger or a million."""

    name = "jsonl"
    extension = "jsonl"

    def write(self, ledgers: Iterable[Ledger], out: TextIO) -> None:
        """Write each ledger as soon as it is there."""
        for ledger in ledgers:
            out.write(dumps(ledger.to_dict()) + "\n")
            out.flush()
