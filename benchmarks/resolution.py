"""How many sources are resolved on PolNeAR dev, and a sample of them to be judged by people.

``python benchmarks/resolution.py SHARED [--sample N --out FILE]``: shares of statements with a source whose
speaker is resolved, left open with candidates, or unresolved (and why). ``--sample`` writes N resolved ones, drawn with
a fixed seed, as JSON lines: document, offsets of source and content, the speaker's name and roles; never the text.
Whoever judges sees the article and answers who speaks.
"""

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

if sys.path[0] == str(Path(__file__).resolve().parent):
    del sys.path[0]  # html.py beside this file would stand before the standard library's

from onrecord.analyse import Analyser
from onrecord.encoder.bundle import SHIPPED
from onrecord.model.report import Report
from onrecord.readers.base import Hints
from onrecord.readers.registry import read_bytes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--bundle", type=Path, default=SHIPPED)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    analyser = Analyser.load(args.bundle)
    answers: Counter[str] = Counter()
    resolved = []
    for path in sorted((args.shared / "data" / "polnear" / "dev" / "text").glob("*.txt")):
        (report,) = read_bytes(path.read_bytes(), Hints(name=path.name))
        if not isinstance(report, Report):
            raise report
        ledger = analyser.analyse(report)
        for a in ledger.attributions:
            if not a.source:
                continue
            answers["resolved" if a.speakers else "open, with candidates" if a.candidates else a.unresolved] += 1
            if a.speakers:
                at = report.input_offset
                row = {
                    "doc": path.stem,
                    "source": [[at(s.start), at(s.end)] for s in a.source],
                    "content": [[at(s.start), at(s.end)] for s in a.content],
                    "speakers": [ledger.actor(s).label for s in a.speakers],
                    "roles": [list(ledger.actor(s).roles[:3]) for s in a.speakers],
                }
                resolved.append(row)
    total = answers.total()
    print(f"{total} statements with a source")
    for answer, count in answers.most_common():
        print(f"{answer:22} {count / total:.3f}")
    if args.sample and args.out:
        chosen = random.Random(1).sample(resolved, min(args.sample, len(resolved)))
        args.out.write_text("".join(json.dumps(row) + "\n" for row in chosen), "utf-8")
    if args.json:
        args.json.write_text(json.dumps({"resolved": answers["resolved"] / total}, indent=1) + "\n")


if __name__ == "__main__":
    main()
