"""What an exporter is."""

from collections.abc import Iterable
from typing import Protocol, TextIO

from onrecord.model.ledger import Ledger


class Exporter(Protocol):
    """One output format.

    ``name`` is what the user asks for (``--format name``), ``extension`` the usual ending of such a file,
    without the dot. The same ledgers always give the same characters.
    """

    name: str
    extension: str

    def write(self, ledgers: Iterable[Ledger], out: TextIO) -> None:
        """Write the ledgers to ``out`` as one document, one at a time where the format allows.

        ``out`` is open for text in UTF-8 with ``newline=""``: line ends are the format's own affair.
        """
        ...
