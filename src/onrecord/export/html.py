"""HTML: one self-contained page, the reports beside their ledgers."""

from collections.abc import Iterable
from typing import TextIO

from onrecord.model.ledger import Ledger
from onrecord.render.page import page_parts


class HtmlExporter:
    """A page to read, point at, print and pass on."""

    name = "html"
    extension = "html"

    def write(self, ledgers: Iterable[Ledger], out: TextIO) -> None:
        """Write the page. Its contents list comes first, so all ledgers are gathered before anything is written."""
        out.writelines(page_parts(list(ledgers)))
