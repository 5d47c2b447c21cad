"""Tables of reports: JSON and CSV."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import EmptyInput, InputError, MalformedInput
from onrecord.model.report import Report
from onrecord.readers.base import Hints
from onrecord.readers.table import CsvReader, JsonReader

TEXT = "MOSCOW (AP) — The minister said no.\n\nThe mayor said yes, and nobody else said anything at all that day."
ROW = {
    "url": "https://example.org/1",
    "title": "River runs dry",
    "date": "2024-03-12",
    "outlet": "Northline",
    "text": TEXT,
    "desk": "foreign",
}


def read_json(value, **hints):
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(JsonReader().read(raw, Hints(**hints)))


def read_csv(rows, delimiter=",", **hints):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return list(CsvReader().read(out.getvalue().encode(), Hints(**hints)))


def check(report):
    assert (report.url, report.headline, report.published_at, report.outlet) == (
        "https://example.org/1", "River runs dry", "2024-03-12", "Northline",
    )  # fmt: skip
    assert report.document_id == "https://example.org/1"
    assert report.text == TEXT
    assert [block.kind for block in report.blocks] == ["dateline", "paragraph", "paragraph"]
    assert report.origins["headline"] == "column:title"
    assert report.meta["desk"] == "foreign"
    assert "text" not in report.meta


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps(ROW).encode(),
        json.dumps([ROW]).encode(),
        json.dumps(ROW, indent=2).encode(),
        b"\xef\xbb\xbf" + json.dumps(ROW).encode() + b"\r\n\r\n",
        json.dumps(ROW).encode("utf-16"),
    ],
    ids=["line", "array", "object", "mark", "utf-16"],
)
def test_one_report_in_every_kind_of_json(raw):
    (report,) = read_json(raw)
    check(report)


def test_a_report_a_line():
    assert [r.headline for r in read_json(b"\n".join(json.dumps({**ROW, "title": t}).encode() for t in "abc"))] == [
        *"abc"
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimited_tables(delimiter):
    (report,) = read_csv([list(ROW), list(ROW.values())], delimiter)
    check(report)


def test_a_table_keeps_the_lines_of_its_cells_and_reads_their_breaks():
    raw = 'title,text\r\n"a","One said no.\r\n\r\nOne said ""yes""."\r\n'.encode("utf-8-sig")
    (report,) = CsvReader().read(raw, Hints())
    assert report.text == 'One said no.\n\nOne said "yes".'


@pytest.mark.parametrize(
    "names",
    [
        ("link", "headline", "published_at", "source_name", "body"),
        ("URL", "Headline", "Publication Date", "Publisher", "Article"),
        ("webUrl", "webTitle", "datePublished", "publication", "fullText"),
    ],
)
def test_columns_go_by_many_names(names):
    (report,) = read_json(dict(zip(names, ROW.values(), strict=False)))
    assert (report.url, report.published_at, report.outlet, report.text) == (
        ROW["url"], ROW["date"], ROW["outlet"], TEXT,
    )  # fmt: skip


def test_the_better_name_wins():
    (report,) = read_json({"content": "Short and wrong.", "text": TEXT, "source": "x", "publisher": "Northline"})
    assert (report.text, report.outlet) == (TEXT, "Northline")


def test_the_user_s_mapping_outranks_the_names():
    (report,) = read_json({"text": "Not this.", "Artikel": TEXT}, columns={"text": "Artikel"})
    assert report.text == TEXT
    assert report.meta == {"text": "Not this."}


def test_nested_names_and_lists():
    (report,) = read_json(
        {"source": {"id": 1, "name": "Northline"}, "authors": ["A. Roe", "B. Doe"], "text": ["One.", "Two."]}
    )
    assert (report.outlet, report.byline, report.text) == ("Northline", "A. Roe, B. Doe", "One.\n\nTwo.")


def test_a_date_that_cannot_be_read_stays_in_meta():
    (report,) = read_json({**ROW, "date": "3/4/2023"})
    assert (report.published_at, report.meta["date"]) == ("", "3/4/2023")


def test_the_row_s_date_gives_the_dateline_its_year():
    (report,) = read_json({**ROW, "text": "MOSCOW, March 11 (AP) — The minister said no."})
    assert report.dateline.date == "2024-03-11"


def test_rows_without_an_address_do_not_share_the_file_s():
    first, second = read_json([{"text": "One said no."}, {"text": "One said yes."}], url="https://example.org/all.json")
    assert first.document_id != second.document_id
    assert first.url == ""


def test_a_bad_line_is_reported_in_its_place_and_the_rest_is_read():
    good = json.dumps(ROW).encode()
    lines = [
        good,
        b'{"text": ',
        b"[1]",
        b'{"text": 5, "x"}',
        b'{"title": "no text"}',
        b'{"text": "  "}',
        b'{"text": {}}',
        good,
    ]
    items = read_json(b"\n".join(lines), name="reports.jsonl")
    assert [type(item) for item in items] == [
        Report, MalformedInput, MalformedInput, MalformedInput, MalformedInput, EmptyInput, MalformedInput, Report,
    ]  # fmt: skip
    assert str(items[5]) == "reports.jsonl: line 6, column text: there is no text"
    assert "line 2" in items[1].where


def test_a_bad_row_of_a_table_is_reported_with_row_and_line():
    items = read_csv([["title", "text"], ["a", "One\nsaid no."], ["b", ""], ["c", "d", "e"], ["f", "One said yes."]])
    assert [type(item) for item in items] == [Report, EmptyInput, MalformedInput, Report]
    assert items[1].where == "row 2 (line 4), column text"
    assert items[2].where == "row 3 (line 5)"


def test_a_table_without_a_text_says_what_columns_it_has():
    with pytest.raises(MalformedInput, match=r"hold the text; there are: a, b"):
        read_csv([["a", "b"], ["1", "2"]])


def test_a_missing_column_of_the_mapping_is_named():
    with pytest.raises(MalformedInput, match="no column Artikel"):
        read_csv([["a", "text"], ["1", "2"]], columns={"text": "Artikel"})


def test_huge_cells_are_read():
    (report,) = read_csv([["title", "text"], ["a", "She said no. " * 20_000]])
    assert len(report.text) > 200_000


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 100_000,
        b'{"text":' * 50_000,
        b'{"text": "a", "n": ' + b"9" * 5_000 + b"}",
        b"[1, 2]",
        b'"text"',
        b"nothing",
        b'{"text": "a"',
        b'[{"text": "a"},',
    ],
)
def test_broken_or_hostile_json_is_an_error(raw):
    items = read_json(raw)
    assert items
    assert all(isinstance(item, InputError) for item in items)


def test_numbers_that_json_does_not_have_are_nothing():
    (report,) = read_json(b'{"text": "She said no.", "a": NaN, "b": -Infinity, "c": 1e999}')
    assert dict(report.meta) == {"a": None, "b": None, "c": None}


def test_half_characters_are_replaced():
    (report,) = read_json(b'{"text": "She said \\ud800 no.", "\\udfff": ["\\ud83d\\ude00", "\\udc00"]}')
    assert report.text == "She said \ufffd no."
    assert report.meta == {"\ufffd": ["\U0001f600", "\ufffd"]}


def test_sniffing_knows_tables_by_their_header():
    assert CsvReader().sniff(b"url,title,text\n")
    assert CsvReader().sniff("\ufeffHeadline;Body\n".encode())
    assert not CsvReader().sniff(b"The title of this text, url and all, is long.\n")
    assert JsonReader().sniff(b' [\n {"a"')
    assert not JsonReader().sniff(b"[Laughter] Thank you")
    assert not JsonReader().sniff(b"{sic} the minister said")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "title", "url", "date", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(JSON, st.binary(max_size=5), st.integers(0, 200))
def test_any_json_however_damaged_is_read_or_reported(value, noise, place):
    raw = json.dumps(value).encode()
    try:
        items = read_json(raw[:place] + noise + raw[place:])
    except MalformedInput:  # damaged beyond text
        items = []
    assert all(isinstance(item, Report | InputError) for item in items + read_json(raw))


@given(st.text(alphabet='abtext,"\n\r;\t\0é', max_size=80))
def test_any_table_is_read_or_reported(body):
    try:
        items = list(CsvReader().read(("title,text\n" + body).encode(), Hints()))
    except MalformedInput:
        return
    assert all(isinstance(item, Report | InputError) for item in items)


def test_a_row_nested_beyond_reason_is_refused_and_the_rest_is_read():
    """What could be read but not written out again is an error of its row alone."""
    deep = json.dumps(ROW)[:-1] + ', "extra": ' + "[" * 900 + "]" * 900 + "}"
    first, second = read_json(f"{deep}\n{json.dumps(ROW)}\n".encode())
    assert isinstance(first, MalformedInput) and "nested too deeply" in str(first)
    check(second)


@pytest.mark.parametrize(
    ("reader", "raw"), [(JsonReader(), b"[]"), (CsvReader(), b"title,text\n"), (CsvReader(), b"\x1c")]
)
def test_a_table_without_rows_is_said_to_be_empty(reader, raw):
    """Nothing read in silence would look like nothing found."""
    (error,) = reader.read(raw, Hints())
    assert isinstance(error, EmptyInput)
