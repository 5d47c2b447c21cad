"""Dates and shares as people say them."""

import pytest

from onrecord.render.spoken import percent, spoken_date, spoken_when


@pytest.mark.parametrize(
    ("iso", "spoken"),
    [
        ("2025-03-14", "14 March 2025"),
        ("2025-03-04T09:30:00Z", "4 March 2025"),
        ("--02-29", "29 February"),
        ("2025-02-29", "2025-02-29"),
        ("0000-01-01", "0000-01-01"),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_dates_are_spoken(iso: str, spoken: str) -> None:
    """A date that is none is shown as it came."""
    assert spoken_date(iso) == spoken


@pytest.mark.parametrize(
    ("iso", "spoken"),
    [
        ("2025-03-14", "14 March 2025"),
        ("2025-03", "March 2025"),
        ("2025-13", "2025-13"),
        ("2025", "2025"),
        ("2025-03-14/2025-04-01", "14 March 2025 to 1 April 2025"),
        ("2025-03/2025-04", "March 2025 to April 2025"),
        ("", ""),
    ],
)
def test_months_and_ranges_are_spoken(iso: str, spoken: str) -> None:
    """As precise as they are, and no more."""
    assert spoken_when(iso) == spoken


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "0%"), (0.001, "<1%"), (0.005, "0%"), (0.006, "1%"), (0.334, "33%"), (1, "100%")]
)
def test_shares_are_per_cent(share: float, shown: str) -> None:
    """A little is not shown as nothing."""
    assert percent(share) == shown
