"""CSV: one statement a row, in the columns of ``Ledger.rows()``.

Spreadsheet programs run a cell as a formula when it begins with ``=``, ``+``, ``-`` or ``@`` (some after a
tab or a line end, some for the full-width signs too), and a report's words are anybody's. Such cells get an
apostrophe in front, as OWASP advises; no other cell is touched, offsets never.
"""

import csv
from collections.abc import Iterable
from typing import TextIO

from onrecord.export.plain import encodable
from onrecord.model.ledger import ROW_COLUMNS, Ledger

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class CsvExporter:
    """A header and one row a statement, as RFC 4180 has it: commas, CRLF, quotation marks doubled."""

    name = "csv"
    extension = "csv"

    def write(self, ledgers: Iterable[Ledger], out: TextIO) -> None:
        """Write the header, then the rows of each ledger as soon as it is there."""
        table = csv.DictWriter(out, ROW_COLUMNS)
        table.writeheader()
        for ledger in ledgers:
            table.writerows({key: _cell(value) for key, value in row.items()} for row in ledger.rows())
            out.flush()


def _cell(value: str | int | float) -> str | int | float:
    if not isinstance(value, str):
        return value
    return encodable(f"'{value}" if value.startswith(_FORMULA) else value)
