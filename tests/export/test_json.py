"""JSON and JSON Lines."""

import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.ledgers import ferry, quiet, report, transcript, wide

from onrecord.export.json import JsonExporter, dumps
from onrecord.export.jsonl import JsonlExporter
from onrecord.model.ledger import Ledger, Provenance


def _written(exporter: JsonExporter | JsonlExporter, *ledgers: Ledger) -> str:
    out = io.StringIO(newline="")
    exporter.write(iter(ledgers), out)
    return out.getvalue()


def _saying(text: str, **fields: object) -> Ledger:
    return Ledger(replace(report(("paragraph", "x"), **fields), text=text), (), (), Provenance("0", ""))


def test_one_ledger_is_one_object() -> None:
    """A single report gives the object itself, not a list of one."""
    assert json.loads(_written(JsonExporter(), ferry())) == json.loads(json.dumps(ferry().to_dict()))


@pytest.mark.parametrize("ledgers", [(), (ferry(), quiet()), (ferry(), quiet(), transcript())])
def test_none_or_several_ledgers_are_an_array(ledgers: tuple[Ledger, ...]) -> None:
    """Any other number of reports is an array, in order."""
    assert json.loads(_written(JsonExporter(), *ledgers)) == [ledger.to_dict() for ledger in ledgers]


def test_json_lines_hold_one_ledger_each() -> None:
    """Each line of JSON Lines is one whole ledger, even if there is only one."""
    assert [json.loads(line) for line in _written(JsonlExporter(), ferry(), wide()).splitlines()] == [
        ferry().to_dict(),
        wide().to_dict(),
    ]
    assert _written(JsonlExporter(), quiet()).count("\n") == 1


def test_other_scripts_stay_readable() -> None:
    """Characters beyond ASCII are written as they are."""
    assert "船は動かなかった" in _written(JsonExporter(), wide())


def test_lone_surrogates_become_replacement_characters_and_move_nothing() -> None:
    """Half a surrogate pair cannot be encoded: U+FFFD takes its place, so that all offsets stay right."""
    written = _written(JsonExporter(), _saying("a\ud83d\ude00b\udcff"))
    assert json.loads(written.encode())["report"]["text"] == "a\ufffd\ufffdb\ufffd"


def test_numbers_that_json_does_not_know_become_null() -> None:
    """NaN and infinities in a user's columns must not make the file unreadable for strict parsers."""
    meta = {"score": float("nan"), "list": [float("inf"), 1.5]}
    written = _written(JsonlExporter(), _saying("a", meta=meta))
    read = json.loads(written, parse_constant=lambda name: pytest.fail(f"{name} in the file"))
    assert read["report"]["meta"] == {"score": None, "list": [None, 1.5]}


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_one_line_of_valid_utf8(text: str) -> None:
    """Whatever a report holds, a ledger is one line for every program, and reads back with the same length."""
    written = _written(JsonlExporter(), _saying(text))
    assert len(written.splitlines()) == 1
    back = json.loads(written.encode("utf-8"))["report"]["text"]
    assert len(back) == len(text)
    assert all(a in (b, "\ufffd") for a, b in zip(back, text, strict=True))


def test_dumps_indents_when_asked() -> None:
    """Indentation is for people; the values are the same."""
    assert dumps({"a": 1}, indent=1) == '{\n "a": 1\n}'
