"""CSV, and what keeps a spreadsheet program from running a report's words."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.context import inquiry
from render.ledgers import ferry, ledger, quiet, report, wide

from onrecord.export.csv import CsvExporter
from onrecord.model.ledger import ROW_COLUMNS, Ledger


def _written(*ledgers: Ledger) -> str:
    out = io.StringIO(newline="")
    CsvExporter().write(iter(ledgers), out)
    return out.getvalue()


def _rows(*ledgers: Ledger) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_written(*ledgers), newline="")))


def test_rows_are_those_of_the_ledgers() -> None:
    """One row a statement, in the order of the ledgers, every cell as ``rows()`` gives it."""
    expected = [{key: str(value) for key, value in row.items()} for one in (ferry(), wide()) for row in one.rows()]
    assert _rows(ferry(), quiet(), wide()) == expected


def test_a_row_says_who_speaks_to_whom_how_and_when() -> None:
    """Several of a kind are joined; actors are named, and their ids are there to join tables by."""
    rows = _rows(inquiry())
    assert {name: rows[3][name] for name in ROW_COLUMNS[15:]} == {
        "speakers": "A2",
        "speaker_names": "Tomasz Oreld",
        "unresolved": "",
        "naming": "named",
        "act": "deny",
        "addressees": "",
        "channels": "broadcast:on Radio Carrow",
        "via": "Radio Carrow; NCP; The Northfield Courier",
        "said_at": "2025-03-16",
        "parent": "",
        "distanced": "",
    }
    assert (rows[11]["speakers"], rows[11]["speaker_names"]) == ("A1; A2", "Ilse Varga; Tomasz Oreld")
    assert (rows[1]["addressees"], rows[2]["addressees"]) == ("the harbour board", "reporters")
    assert rows[5]["parent"] == rows[4]["id"]
    assert rows[6]["distanced"] == "so-called; “winter report”"
    assert (rows[9]["unresolved"], rows[9]["act"]) == ("unclear", "think")


def test_the_header_is_there_without_a_statement() -> None:
    """An empty table still says what its columns are; lines end in CRLF."""
    assert _written(quiet()) == ",".join(ROW_COLUMNS) + "\r\n"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_could_be_a_formula_gets_an_apostrophe(sign: str) -> None:
    """A headline that begins like a formula is shown as text."""
    [row, *_] = _rows(replace(ferry(), report=replace(ferry().report, headline=f"{sign}HYPERLINK(1)")))
    assert row["headline"] == f"'{sign}HYPERLINK(1)"


def test_content_that_could_be_a_formula_gets_an_apostrophe_and_keeps_its_offsets() -> None:
    """The guard is in the quoted words only: the offsets still mean the report's text."""
    said = ledger(report(("paragraph", "=1+1, Ana said")), ("direct", "Ana", "said", ["=1+1"], 0.9))
    [row] = _rows(said)
    assert (row["content"], row["content_spans"], row["confidence"]) == ("'=1+1", "0-4", "0.9")


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_no_text_cell_begins_like_a_formula(words: str) -> None:
    """For any headline at all, every cell is safe and the file can be encoded."""
    made = replace(ferry(), report=replace(ferry().report, headline=words))
    _written(made).encode("utf-8")
    for row in _rows(made):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
