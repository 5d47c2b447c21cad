"""Brat standoff."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.context import inquiry
from render.ledgers import ferry, ledger, quiet, report, transcript

from onrecord.errors import UsageError
from onrecord.export.brat import BratExporter
from onrecord.model.ledger import Ledger

SAFE = re.compile(r"[a-z0-9][a-z0-9_-]*\.(txt|ann)")


def _annotations(made: Ledger) -> list[list[str]]:
    out = io.StringIO(newline="")
    BratExporter().write([made], out)
    return [line.split("\t", 2) for line in out.getvalue().split("\n") if line]


def _spans(made: Ledger) -> dict[str, tuple[str, list[tuple[int, int]], str]]:
    found = {}
    for name, where, *words in _annotations(made):
        if name.startswith("T"):
            role, _, offsets = where.partition(" ")
            pairs = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
            found[name] = (role, pairs, words[0])
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("made", [ferry(), transcript(), quiet(), inquiry()])
def test_spans_slice_to_their_words(made: Ledger) -> None:
    """Each text-bound annotation quotes exactly what its offsets cover, pieces joined by a blank."""
    for _role, pairs, words in _spans(made).values():
        assert " ".join(made.report.text[start:end] for start, end in pairs) == words


def test_an_attribution_is_an_event_on_its_cue() -> None:
    """The layout is that of PolNeAR: the event's anchor repeats the cue, then come the three roles."""
    said = ledger(
        report(("paragraph", "“Rain,” Ana said, “soon.”")), ("direct", "Ana", "said", ["“Rain,”", "“soon.”"], 0.9)
    )
    assert _annotations(said) == [
        ["T1", "Source 8 11", "Ana"],
        ["T2", "Cue 12 16", "said"],
        ["T3", "Content 0 7;18 25", "“Rain,” “soon.”"],
        ["T4", "Attribution 12 16", "said"],
        ["E1", "Attribution:T4 Source:T1 Cue:T2 Content:T3"],
        ["#1", "AnnotatorNotes E1", "direct; sure; confidence 0.90"],
    ]


def test_addressees_channels_and_times_are_further_arguments() -> None:
    """They follow the roles that PolNeAR has; the second of a kind has a number."""
    spans = _spans(inquiry())
    events = [where.split() for name, where, *_ in _annotations(inquiry()) if name.startswith("E")]
    named = [(role, spans[n][0], spans[n][2]) for role, n in (a.split(":") for a in events[1][4:])]
    assert named == [
        ("Addressee", "Addressee", "the harbour board"),
        ("Channel", "Channel", "in a letter"),
        ("Time", "Time", "on 3 March"),
    ]
    wrote = inquiry().attributions[1]
    twice = replace(inquiry(), attributions=(replace(wrote, channels=wrote.channels * 2),))
    [event] = [where for name, where, *_ in _annotations(twice) if name.startswith("E")]
    assert re.findall(r" (Channel\d*):", event) == ["Channel", "Channel2"]


def test_an_attribution_without_a_cue_stands_on_its_source() -> None:
    """A transcript's statement has no cue: its event is anchored at the speaker's label, and names no cue."""
    spans = _spans(transcript())
    events = [where for name, where, *_ in _annotations(transcript()) if name.startswith("E")]
    assert all("Cue:" not in event for event in events)
    assert [spans[re.match(r"Attribution:(T\d+)", event)[1]][2] for event in events] == ["HOST", "ORELD"]  # type: ignore[index]


def test_a_span_over_two_lines_is_discontinuous() -> None:
    """Brat takes no line break inside a span: each line is a piece of its own."""
    said = ledger(report(("paragraph", "“One\n\n “two”")), ("direct", "", "", ["“One\n\n “two”"], 0.9))
    assert _annotations(said)[0] == ["T1", "Content 0 4;7 12", "“One “two”"]


def test_one_document_holds_one_report() -> None:
    """Offsets of two reports in one file would mean two texts."""
    with pytest.raises(UsageError, match="-o FOLDER"):
        BratExporter().write([ferry(), quiet()], io.StringIO())


def test_a_folder_holds_a_pair_of_files_a_report(tmp_path: Path) -> None:
    """The text beside the annotations is the report's own, line ends untouched, so that offsets hold."""
    made = replace(ferry(), report=replace(ferry().report, text=ferry().report.text + "\r\nlast\u2028line"))
    BratExporter().write_folder([made, transcript()], tmp_path / "out")
    texts = [path.read_bytes().decode() for path in sorted((tmp_path / "out").glob("*.txt"))]
    assert sorted(texts) == sorted([made.report.text, transcript().report.text])
    assert {path.stem for path in (tmp_path / "out").glob("*.ann")} == {
        path.stem for path in (tmp_path / "out").glob("*.txt")
    }


def test_names_are_unique(tmp_path: Path) -> None:
    """The same report twice is two pairs of files: nothing is overwritten."""
    BratExporter().write_folder([ferry(), ferry(), ferry()], tmp_path)
    assert len(list(tmp_path.iterdir())) == 6


@given(st.text(), st.text(), st.text())
def test_names_are_safe_whatever_a_report_calls_itself(outlet: str, date: str, headline: str) -> None:
    """No headline leads out of the folder, hides a file, or makes a name that some system refuses."""
    from tempfile import TemporaryDirectory

    made = replace(quiet(), report=replace(quiet().report, outlet=outlet, published_at=date, headline=headline))
    with TemporaryDirectory() as folder:
        BratExporter().write_folder([made], Path(folder))
        names = [path.name for path in Path(folder).iterdir()]
    assert len(names) == 2
    assert all(SAFE.fullmatch(name) and len(name) < 120 for name in names)


@pytest.mark.parametrize("headline", ["../../etc/passwd", "CON", "a/b\\c:d*?", ".hidden", "新聞", "-rf"])
def test_names_of_awkward_headlines_are_safe(tmp_path: Path, headline: str) -> None:
    """The usual suspects, one by one."""
    BratExporter().write_folder([replace(quiet(), report=replace(quiet().report, headline=headline))], tmp_path)
    assert all(SAFE.fullmatch(path.name) for path in tmp_path.iterdir())
