"""Profiles as JSON."""

import io
import json

import pytest
from render.context import inquiry
from render.ledgers import ferry, quiet

from onrecord.export.registry import exporter
from onrecord.model.ledger import Ledger
from onrecord.model.profile import profile


def _written(*ledgers: Ledger) -> str:
    out = io.StringIO(newline="")
    exporter("profile").write(iter(ledgers), out)
    return out.getvalue()


def test_one_report_is_its_profile_and_what_it_is_of() -> None:
    """A profile by itself would not tell whose it is."""
    made = json.loads(_written(inquiry()))
    assert {key: made.pop(key) for key in ("document_id", "version_id", "outlet", "published_at", "headline")} == {
        "document_id": "test",
        "version_id": inquiry().report.version_id,
        "outlet": "The Northfield Courier",
        "published_at": "2025-03-17T07:00:00Z",
        "headline": "Harbour board was warned twice, pilots say",
    }
    assert made == profile(inquiry()).to_dict()


@pytest.mark.parametrize("ledgers", [(), (ferry(), quiet()), (ferry(), quiet(), inquiry())])
def test_none_or_several_are_an_array(ledgers: tuple[Ledger, ...]) -> None:
    """In the order of the reports."""
    assert [made["headline"] for made in json.loads(_written(*ledgers))] == [x.report.headline for x in ledgers]
