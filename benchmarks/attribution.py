"""Attribution on PolNeAR and on the CofeNet sentences, by the scorers in shared/score.

``python benchmarks/attribution.py SHARED [--bundle FOLDER] [--json FILE]``: reads every dev article with the
bundle as the main job does, writes predictions in the scorers' formats (of nested statements the outermost), runs the
scorers, and adds the expected calibration error. SHARED is the folder with data/ and score/.
"""

import sys
from pathlib import Path

if sys.path[0] == str(Path(__file__).resolve().parent):
    del sys.path[0]  # html.py beside this file would stand before the standard library's

import argparse
import importlib.util
import io
import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from types import ModuleType

import numpy as np

from onrecord.analyse import Analyser
from onrecord.encoder.bundle import SHIPPED
from onrecord.model.attribution import Attribution
from onrecord.model.ledger import Ledger
from onrecord.model.report import Block, Report
from onrecord.model.span import Span
from onrecord.readers.base import Hints
from onrecord.readers.registry import read_bytes

ROLES = ("source", "cue", "content")


def scorer(shared: Path, name: str) -> ModuleType:
    """One of the scorers in shared/score as a module."""
    spec = importlib.util.spec_from_file_location(name, shared / "score" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ledger_of(analyser: Analyser, raw: bytes, name: str) -> Ledger:
    """The ledger of one text, read as a user's text file is."""
    (report,) = read_bytes(raw, Hints(name=name))
    if not isinstance(report, Report):
        raise report
    return analyser.analyse(report)


def article_predictions(analyser: Analyser, folder: Path) -> Iterator[dict[str, object]]:
    """One scorer line an article; offsets are those of the input file."""
    for path in sorted((folder / "text").glob("*.txt")):
        ledger = ledger_of(analyser, path.read_bytes(), path.name)
        at = ledger.report.input_offset
        yield {
            "doc": path.stem,
            "attributions": [
                {
                    **{role: [[at(s.start), at(s.end)] for s in getattr(a, role)] for role in ROLES},
                    "confidence": a.confidence,
                }
                for a in outermost(ledger)
            ],
        }


def outermost(ledger: Ledger) -> list[Attribution]:
    """The statements that no other one reports: PolNeAR annotates only these."""
    return [a for a in ledger.attributions if not a.parent]


def sentence_predictions(analyser: Analyser, gold: Path) -> Iterator[dict[str, object]]:
    """BIO labels of each tokenised sentence, each read as a text of its own.

    Where two attributions compete for a token, cue wins over source over content: a token has one role there.
    """
    for line in gold.read_text("utf-8").splitlines():
        tokens = json.loads(line)["tokens"]
        starts = np.cumsum([0, *(len(t) + 1 for t in tokens)])
        text = " ".join(tokens)
        labels = ["O"] * len(tokens)
        ledger = plain_ledger(analyser, text)
        for role in ("content", "source", "cue"):
            for a in outermost(ledger):
                for span in getattr(a, role):
                    low = int(np.searchsorted(starts, span.start, "right")) - 1
                    high = int(np.searchsorted(starts[:-1], span.end, "left"))
                    for i in range(low, high):
                        labels[i] = ("B-" if i == low else "I-") + role
        for i, label in enumerate(labels):
            if label.startswith("I-") and (i == 0 or labels[i - 1][2:] != label[2:]):
                labels[i] = "B" + label[1:]
        yield {"labels": labels}


def plain_ledger(analyser: Analyser, text: str) -> Ledger:
    """The ledger of one bare sentence: a report of a single paragraph, whatever it looks like."""
    report = Report("", "", text, (Block("paragraph", Span(0, len(text))),), "", "", language="en")
    return analyser.analyse(report)


def calibration_error(module: ModuleType, folder: Path, predictions: list[dict], bins: int = 15) -> float:
    """Expected calibration error (Guo et al. 2017): mean gap of confidence and linked precision over equal-width
    bins, weighted by their size. Linked as the scorer matches."""
    score = module.Score()
    for said in predictions:
        path = folder / "text" / f"{said['doc']}.txt"
        files = sorted((folder / "attributions").glob(re.sub(r"\[", "[[]", said["doc"]) + "*.ann"))
        if files:
            tokens = module.tokenise(module.read_text(path))
            gold, mine = module.to_tokens(module.read_gold(files[0]), tokens), said["attributions"]
            score.add(gold, module.to_tokens(mine, tokens), [a["confidence"] for a in mine])
    pairs = np.array(score.sure, dtype=float)
    which = np.minimum((pairs[:, 0] * bins).astype(int), bins - 1)
    gaps = [abs(pairs[which == b].mean(0) @ [1, -1]) * (which == b).mean() for b in range(bins) if (which == b).any()]
    return float(sum(gaps))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--bundle", type=Path, default=SHIPPED)
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    analyser = Analyser.load(args.bundle)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as work:
        dev = args.shared / "data" / "polnear" / "dev"
        attribution = scorer(args.shared, "score_attribution")
        predictions = list(article_predictions(analyser, dev))
        path = Path(work) / "polnear.jsonl"
        path.write_text("".join(json.dumps(p) + "\n" for p in predictions), "utf-8")
        print("PolNeAR dev")
        report = attribution.main(dev, path)
        figures["calibration_error"] = calibration_error(attribution, dev, predictions)
        print(f"expected calibration error {figures['calibration_error']:.3f}")
        figures |= {"linked": report["linked"], "strict": report["strict"]}
        figures |= {f"token_{role}": report[role]["token"] for role in ROLES}
        for quantile, value in report["sure"].items():
            figures[f"surest_{quantile}"] = value

        gold = args.shared / "data" / "cofenet" / "valid.jsonl"
        spans = scorer(args.shared, "score_spans")
        path = Path(work) / "cofenet.jsonl"
        path.write_text("".join(json.dumps(p) + "\n" for p in sentence_predictions(analyser, gold)), "utf-8")
        print("CofeNet valid")
        shown = io.StringIO()
        with redirect_stdout(shown):
            spans.main(gold, path)
        print(shown.getvalue(), end="")
        for role, value in re.findall(r"^(\w+) .*F1 ([\d.]+)", shown.getvalue(), re.MULTILINE):
            figures[f"cofenet_{role}"] = float(value)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
