"""What the training of rules and heads takes from the desk set's tools, which are no package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks" / "desk"))
from check import SECTORS, read
from score import annotations, gold_side, jaccard, ledger_side, matched, normal, report_of, same_actors

__all__ = [
    "SECTORS",
    "annotations",
    "gold_side",
    "jaccard",
    "ledger_side",
    "matched",
    "normal",
    "read",
    "report_of",
    "same_actors",
]
