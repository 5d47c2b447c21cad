"""Bytes to characters."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import MalformedInput
from onrecord.readers.base import Hints
from onrecord.readers.decoding import decode, head_as_utf8
from onrecord.readers.text import TextReader

TEXT = "Überraschung in Östrel: “Nein”, sagte Žofie – und ging."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(encoding):
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.skipped) == (TEXT, 1)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_recognised_without_its_mark(encoding):
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_utf_8_outranks_a_declared_charset_that_any_bytes_fit():
    assert decode(TEXT.encode(), "iso-8859-1").text == TEXT


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "gb18030", "shift_jis", "iso-2022-jp", "big5"])
def test_a_declared_charset_is_believed_where_the_bytes_fit_it(encoding):
    text = "Министр ушёл" if encoding in ("windows-1251", "koi8-r") else "大臣"
    assert decode(text.encode(encoding), encoding).text == text


@pytest.mark.parametrize("declared", ["", "nonsense", "rot13", "hex", "utf-7", "idna", "\0", "\udc80", "x" * 5000])
def test_a_charset_that_pages_cannot_declare_is_ignored(declared):
    assert decode(TEXT.encode(), declared).text == TEXT


def test_western_bytes_are_read_as_windows_1252_with_its_quotation_marks():
    text = "“I won’t go,” said Zoë Krähenbühl, who has lived in the town for thirty years – and stayed."
    assert decode(text.encode("cp1252")).text == text


def test_cyrillic_bytes_without_a_charset_are_guessed():
    text = "Министр заявил во вторник, что уйдёт в отставку, если парламент не поддержит его план. " * 5
    assert decode(text.encode("cp1251")).text == text


def test_a_few_broken_characters_do_not_cost_the_rest_of_a_utf_8_text():
    raw = (TEXT * 3).encode() + "–".encode()[:2]
    assert decode(raw).text == TEXT * 3 + "\ufffd"


def test_stray_nuls_are_kept_as_characters():
    assert decode(b"The mayor\x00 said so, and nobody in the hall disagreed.").text[9] == "\x00"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
    ],
)
def test_binary_files_are_refused_by_name(raw, what):
    with pytest.raises(MalformedInput, match=what):
        decode(raw)


@given(st.text(alphabet=st.sampled_from("ab \r\n\ufeff“é\U0001f600"), max_size=60), st.booleans())
def test_every_offset_leads_back_to_the_decoded_input(body, marked):
    """The character at an offset of the text stands at ``input_offset`` in the input, line breaks at their first."""
    raw = (codecs.BOM_UTF8 if marked else b"") + ("She said no." + body).encode()
    whole = raw.decode("utf-8")
    for report in TextReader().read(raw, Hints()):
        for offset, character in enumerate(report.text):
            there = whole[report.input_offset(offset)]
            assert there == character or (there == "\r" and character == "\n")
        assert report.input_offset(len(report.text)) == len(whole)
        assert "\r\n" not in report.text or "\r\r\n" in whole


def test_the_head_for_sniffing_is_utf_8_whatever_the_file():
    assert head_as_utf8("<html>".encode("utf-16")) == b"<html>"


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "utf-16", "cp1252", "iso-2022-jp", "gb18030"]))
def test_any_bytes_are_decoded_or_refused(raw, declared):
    with contextlib.suppress(MalformedInput):
        assert isinstance(decode(raw, declared).text, str)
