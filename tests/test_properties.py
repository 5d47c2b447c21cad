"""What holds for any input at all: evidence, sameness, and no error but our own."""

import random
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.analyse import Analyser
from onrecord.errors import InputError, OnrecordError
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report
from onrecord.readers.base import Hints
from onrecord.readers.registry import read_bytes

SAMPLES = Path(__file__).parents[1] / "src" / "onrecord" / "samples"
MUTATED = 2_000


@cache
def analyser() -> Analyser:
    return Analyser.load()


def ledgers(raw: bytes, name: str = "x.txt") -> list[Ledger]:
    """The ledgers of all reports in ``raw``; inputs that cannot be read leave none."""
    try:
        found = list(read_bytes(raw, Hints(name=name)))
    except InputError:
        return []
    return [analyser().analyse(item) for item in found if isinstance(item, Report)]


def check(ledger: Ledger) -> None:
    """Every span lies inside the text and slices to words; the record's kind and tier follow from its fields."""
    text = ledger.report.text
    spans = [block.span for block in ledger.report.blocks] + [s for flag in ledger.flags for s in flag.spans]
    spans += [s for a in ledger.attributions for role in (a.source, a.cue, a.content) for s in role]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    for a in ledger.attributions:
        assert a.content and 0 <= a.confidence <= 1
    for row in ledger.to_dict()["attributions"]:
        for role in ("source", "cue", "content"):
            for span in row[role]:
                assert text[span["start"] : span["end"]]
    assert len({a.id for a in ledger.attributions}) == len(ledger.attributions)


SAID = ["she said", '"', "“", "”", "Mr Orlo", "told", "according to", "MINISTER:", "\n\n", "## ", "that", "we go", "'"]


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(SAID), max_size=60).map(" ".join)))
def test_every_span_of_any_text_shows_what_it_says(text: str) -> None:
    """Any text, of any characters or of the very words that reports are made of."""
    for ledger in ledgers(text.encode("utf-8", "surrogatepass")):
        check(ledger)


def test_the_same_input_gives_the_same_ledger_in_any_company() -> None:
    """Alone, again, after other reports and in another order: the same ledger to the last digit."""
    paths = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in (".txt", ".html")]
    once = {path.name: ledgers(path.read_bytes(), path.name) for path in paths}
    for path in reversed(paths):
        assert ledgers(path.read_bytes(), path.name) == once[path.name]
    fresh = Analyser.load()
    for path in paths[:3]:
        (report,) = read_bytes(path.read_bytes(), Hints(name=path.name))
        assert isinstance(report, Report)
        assert [fresh.analyse(report)] == once[path.name]


def mutate(raw: bytes, rng: random.Random) -> bytes:
    """Cut, doubled, overwritten or sprinkled with bytes that break things."""
    data = bytearray(raw)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data) + 1)
        match rng.randrange(5):
            case 0:
                del data[at : at + rng.randint(1, 400)]
            case 1:
                data[at:at] = data[max(0, at - rng.randint(1, 200)) : at]
            case 2:
                data[at : at + 1] = bytes([rng.randrange(256)])
            case 3:
                data[at:at] = rng.choice([b"\x00", b"\xff\xfe", b'"', b"<", b"{", b"\r", b"\xe2\x80", b"&#0;", b"]]>"])
            case _:
                data[at:at] = "“«‘\u202e\ufeff\u0301🙂".encode()[: rng.randint(1, 20)]
    return bytes(data)


def test_mutated_inputs_raise_nothing_but_our_own_errors() -> None:
    """2,000 damaged inputs of every format are read or refused; the analysed ones are sound."""
    rng = random.Random(20221124)
    texts = {path.name: path.read_bytes() for path in sorted(SAMPLES.iterdir()) if path.suffix in (".txt", ".html")}
    texts["table.jsonl"] = b'{"title": "A", "text": "He said that it rained."}\n{"title": "B", "text": "x"}\n' * 3
    texts["table.csv"] = b'title,text,date\nA,"He said ""no"", twice.",2024-05-01\nB,It rained.,May 2\n'
    names = sorted(texts)
    read = 0
    for number in range(MUTATED):
        name = names[number % len(names)]
        raw = mutate(texts[name][: rng.randint(200, 3_000)] or b"x", rng)
        try:
            for item in read_bytes(raw, Hints(name=name)):
                if isinstance(item, Report):
                    read += 1
                    # Reading is cheap and meets all 2,000; every eighth also goes through the model.
                    if number % 8 == 0:
                        check(analyser().analyse(item))
        except OnrecordError:
            continue
    assert read > MUTATED // 2
