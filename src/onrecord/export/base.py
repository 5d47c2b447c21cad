"""What an exporter is."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, TextIO, runtime_checkable

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


@runtime_checkable
class FolderExporter(Exporter, Protocol):
    """A format of several files a report."""

    def write_folder(self, ledgers: Iterable[Ledger], folder: Path) -> None:
        """Write the files of each ledger into ``folder``, which is made if need be.

        Raises:
            OSError: a file cannot be written.
        """
        ...
