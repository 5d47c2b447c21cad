"""Which reader reads what, and that nothing but onrecord's own errors comes out of it."""

import json
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import EmptyInput, InputError, MalformedInput, MissingInput, UsageError
from onrecord.model.report import Report
from onrecord.readers import registry
from onrecord.readers.base import Hints
from onrecord.readers.registry import choose, read_bytes, read_path

PLAIN = b"MOSCOW (AP) - The minister said no, and the mayor of the town said that he had heard nothing of it."
PAGE = b"<!doctype html><html><body><article><h1>River runs dry</h1><p>" + PLAIN * 3 + b"</p></article></body></html>"
LINES = json.dumps({"text": PLAIN.decode()}).encode() + b"\n"
TABLE = b"url,title,text\nhttps://example.org/1,River,She said no.\n"


@pytest.mark.parametrize(
    ("raw", "name", "content_type", "reader"),
    [
        (PLAIN, "a.txt", "", "text"),
        (PLAIN, "a", "", "text"),
        (PLAIN, "a.html", "", "text"),
        (PLAIN, "https://example.org/a", "text/html; charset=utf-8", "text"),
        (PAGE, "a.html", "", "html"),
        (PAGE, "a.txt", "", "html"),
        (PAGE, "a", "", "html"),
        (PAGE.decode().encode("utf-16"), "a", "", "html"),
        (b"Hello <b>world</b>", "a.html", "", "html"),
        (LINES, "a.jsonl", "", "json"),
        (LINES, "a.txt", "", "json"),
        (b"nonsense", "a.jsonl", "", "json"),
        (b"nonsense", "https://example.org/a.jsonl?x=1", "", "json"),
        (TABLE, "a.csv", "", "csv"),
        (TABLE, "a.txt", "", "csv"),
        (TABLE, "a", "text/plain", "csv"),
        (b"Kopf;Artikel\na;b\n", "a.csv", "", "csv"),
        (b"Kopf;Artikel\na;b\n", "a", "text/csv", "csv"),
        (PLAIN, "a.unknown", "application/octet-stream", "text"),
    ],
)
def test_content_decides_then_what_is_claimed(raw, name, content_type, reader):
    assert choose(raw, Hints(name=name, content_type=content_type)).name == reader


@pytest.mark.parametrize("raw", [PLAIN, PAGE, LINES, TABLE])
def test_every_format_leads_to_a_report(raw):
    (report,) = read_bytes(raw)
    assert isinstance(report, Report)
    assert "said no" in report.text


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"", EmptyInput),
        (b" \n", EmptyInput),
        (b"%PDF-1.4 ...", MalformedInput),
        (b"<html><body></body></html>", EmptyInput),
    ],
)
def test_what_cannot_be_read_is_yielded_with_the_input_s_name(raw, kind):
    (error,) = read_bytes(raw, Hints(name="a.txt"))
    assert type(error) is kind
    assert str(error).startswith("a.txt: ")


def test_files_are_read_by_path(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(PLAIN)
    (report,) = read_path(path)
    assert report.text == PLAIN.decode()


@pytest.mark.parametrize(
    ("name", "why"), [("missing.txt", "no such file"), (".", "folder"), ("a\0b", "name of a file")]
)
def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, name, why):
    (error,) = read_path(str(tmp_path / name))
    assert isinstance(error, MissingInput)
    assert why in error.problem


class Shouting:
    """A reader as a plugin would bring it."""

    name, version, extensions, content_types = "shouting", "1", (".shout",), ("text/x-shout",)

    def sniff(self, head):
        return head.startswith(b"SHOUT")

    def read(self, raw, hints):
        raise MalformedInput("too loud")
        yield


def test_an_installed_reader_enters_by_the_same_door(monkeypatch):
    entry = EntryPoint("shouting", f"{__name__}:Shouting", "onrecord.readers")
    monkeypatch.setattr(registry, "entry_points", lambda group: (entry,))
    registry.readers.cache_clear()
    try:
        (error,) = read_bytes(b"SHOUT!", Hints(name="x"))
        assert str(error) == "x: too loud"
        assert choose(b"quiet", Hints(name="a.shout")).name == "shouting"
        assert choose(b"quiet", Hints(content_type="text/x-shout")).name == "shouting"
        assert choose(PLAIN, Hints()).name == "text"
    finally:
        registry.readers.cache_clear()


def test_a_reader_that_does_not_load_is_named(monkeypatch):
    entry = EntryPoint("broken", "no_such_module:Reader", "onrecord.readers")
    monkeypatch.setattr(registry, "entry_points", lambda group: (entry,))
    registry.readers.cache_clear()
    try:
        with pytest.raises(UsageError, match="broken"):
            registry.readers()
    finally:
        registry.readers.cache_clear()


def test_plain_text_is_read_without_loading_what_pages_need():
    code = (
        "import sys; from onrecord.readers.registry import read_bytes;"
        f"list(read_bytes({PLAIN * 3!r})); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"trafilatura", "lxml", "httpx", "py3langid", "numpy", "charset_normalizer"}


@given(st.binary(max_size=400), st.sampled_from(["", "a.txt", "a.html", "a.jsonl", "a.csv"]))
def test_any_bytes_lead_to_reports_or_onrecord_s_errors(raw, name):
    items = list(read_bytes(raw, Hints(name=name)))
    assert items
    assert all(isinstance(item, Report | InputError) for item in items)


@settings(max_examples=300)
@given(
    st.sampled_from([PLAIN, PAGE, LINES, TABLE]),
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 6), st.binary(max_size=6)), max_size=6),
)
def test_mutated_documents_lead_to_reports_or_onrecord_s_errors(raw, changes):
    for place, cut, put in changes:
        raw = raw[:place] + put + raw[place + cut :]
    for item in read_bytes(raw):
        assert isinstance(item, Report | InputError)
        if isinstance(item, Report):
            reached = 0
            for block in item.blocks:
                assert reached <= block.span.start < block.span.end <= len(item.text)
                reached = block.span.end
