"""Datelines, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Span
from onrecord.readers.dateline import find_dateline
from onrecord.readers.dates import iso_date

PUBLISHED = "2023-03-14T08:00:00+00:00"


def read(text, published=PUBLISHED):
    return find_dateline(text, Span(0, len(text)), published)


@pytest.mark.parametrize(
    ("text", "place", "date", "credit"),
    [
        ("Washington, June 8 (RHC)-- In a", "Washington", "2022-06-08", "RHC"),
        ("MOSCOW (AP) — The", "MOSCOW", "", "AP"),
        ("KYIV, Ukraine, Feb 24 (Reuters) - Fire", "KYIV, Ukraine", "2023-02-24", "Reuters"),
        ("LONDON — Four", "LONDON", "", ""),
        ("(CNN) — A man", "", "", "CNN"),
        ("(CNN)A man", "", "", "CNN"),
        ("Washington (CNN) The mayor", "Washington", "", "CNN"),
        ("BEIJING, Sept. 3 (Xinhua) -- Two", "BEIJING", "2022-09-03", "Xinhua"),
        ("GENEVA/NEW YORK, 12 March 2023 (ANN) – The", "GENEVA/NEW YORK", "2023-03-12", "ANN"),
        ("OSTREL, Lorenia, March 12 (Northline) — Lorenia", "OSTREL, Lorenia", "2023-03-12", "Northline"),
        ("SPRINGFIELD, Ill., March 3, 2023 /PRNewswire/ -- Acme", "SPRINGFIELD, Ill.", "2023-03-03", "PRNewswire"),
        ("WASHINGTON, D.C. – June 8, 2022 – The", "WASHINGTON, D.C.", "2022-06-08", ""),
        ("ST. PETERSBURG, Russia (AP) — Police", "ST. PETERSBURG, Russia", "", "AP"),
        ("UNITED NATIONS — The", "UNITED NATIONS", "", ""),
        ("Nairobi — Farmers", "Nairobi", "", ""),
        ("NEW DELHI: The government", "NEW DELHI", "", ""),
        ("ISLAMABAD (APP): The minister", "ISLAMABAD", "", "APP"),
        ("KARACHI, June 8: The", "KARACHI", "2022-06-08", ""),
        ("June 8 (Reuters) - Shares", "", "2022-06-08", "Reuters"),
        ("GENEVA (8 June 2022) – Experts", "GENEVA", "2022-06-08", ""),
        ("The Hague, 8 June 2022 - The court", "The Hague", "2022-06-08", ""),
        ("PORT-AU-PRINCE, Haiti (AP) — A man", "PORT-AU-PRINCE, Haiti", "", "AP"),
        ("RIO DE JANEIRO (AFP) - Police", "RIO DE JANEIRO", "", "AFP"),
        ("TOKYO, Monday (Kyodo) -- Japan", "TOKYO", "2023-03-13", "Kyodo"),
        ("N'DJAMENA, Chad — Traders", "N'DJAMENA, Chad", "", ""),
        ("PHILADELPHIA ― Voters", "PHILADELPHIA", "", ""),
        ("CHARLESTON, S.C.\u00a0— Voters", "CHARLESTON, S.C.", "", ""),
        ("Paris, 3rd May 2021 (AFP) – France", "Paris", "2021-05-03", "AFP"),
    ],
)
def test_the_usual_shapes_are_read(text, place, date, credit):
    found = read(text)
    assert (found.place, found.date, found.credit) == (place, date, credit)
    assert not found.span.of(text).endswith(" ")


@pytest.mark.parametrize(
    "text",
    [
        "Paris is burning - and nobody cares",
        "Paris - a city of light - is burning",
        "London Bridge - The fall",
        "NOTE: this is one",
        "BREAKING — The mayor",
        "EXCLUSIVE - The mayor",
        "WARNING — Graphic images",
        "Updated June 8 — The mayor",
        "Born June 8, 1950 - The mayor",
        "May 3 — The day",
        "Wednesday, June 8 - The court",
        "On Monday, June 8 - The day",
        "In London, June 8 - The day",
        "Sunday — The day",
        "He arrived on June 8 (the day of the vote) - The day",
        "Ilka Brandeis — who left",
        "Ilka Brandeis - The author",
        "President Ilka Brandeis — The woman",
        "Brandeis — The woman",
        "Jane Doe (41) — The baker",
        "Sen. John Doe (D-Vt.) - The senator",
        "World Health Organization (WHO) - Director",
        "The World Health Organization (WHO) — The agency",
        "Labour (LAB) - The party",
        "NATO — The alliance",
        "US — The",
        "I — The",
        "“I was there” — Paris",
        "Mary Jones (Reuters) said hello - The",
        "Q: Why",
        "- London",
        "",
        "(",
        "(AP",
        "()",
    ],
)
def test_running_text_is_no_dateline(text):
    assert not text or read(text) is None


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2022-06-09", "2022-06-08"),
        ("2022-06-07", "2022-06-08"),
        ("2022-06-06", "2021-06-08"),
        ("2023-01-01", "2022-06-08"),
        ("", "--06-08"),
        ("soon", "--06-08"),
    ],
)
def test_the_year_comes_from_the_publication_date(published, date):
    """It is the latest one that does not put the dateline more than a day after the publication."""
    assert read("Washington, June 8 (RHC)-- In a", published).date == date


def test_a_new_year_s_report_carries_last_year_s_date():
    assert read("LONDON, Dec. 31 (Reuters) - Shops", "2023-01-01").date == "2022-12-31"
    assert read("SYDNEY, Jan. 1 (Reuters) - Shops", "2022-12-31").date == "2023-01-01"


def test_the_leap_day_falls_into_a_leap_year():
    assert read("BRUSSELS, Feb. 29 (Reuters) - Shops", "2023-03-01").date == "2020-02-29"


def test_a_day_that_no_calendar_has_is_no_date():
    assert read("LONDON, June 31 - The") is None


@given(st.text(max_size=200))
def test_any_text_has_a_dateline_inside_itself_or_none(text):
    found = read(text) if text else None
    assert found is None or 0 <= found.span.start < found.span.end <= len(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-06-08", "2022-06-08"),
        ("20220608", "2022-06-08"),
        ("2022-06-08T10:00:00Z", "2022-06-08T10:00:00+00:00"),
        ("2022-06-08 10:00", "2022-06-08T10:00:00"),
        ("2022-06-08 10:00:00 UTC", "2022-06-08T10:00:00+00:00"),
        ("2022/6/8", "2022-06-08"),
        ("Wed, 08 Jun 2022 10:00:00 +0200", "2022-06-08T10:00:00+02:00"),
        ("June 8, 2022", "2022-06-08"),
        ("Wednesday 8 June 2022, 10.40 BST", "2022-06-08"),
        ("3/4/2023", ""),
        ("June 8", ""),
        ("yesterday afternoon", ""),
        ("2022-13-45", ""),
        ("", ""),
        ("1654675200", ""),
    ],
)
def test_dates_are_read_where_that_needs_no_guess(value, expected):
    assert iso_date(value) == expected


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_dates(value):
    assert isinstance(iso_date(value), str)
