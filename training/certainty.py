"""Weights of what speaks for a statement's being right (onrecord.extract.certainty), fitted to reports of our own that
the model was not trained on, and the probability from which it is *sure*."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.analyse import resolve
from onrecord.encoder.bundle import Calibration
from onrecord.encoder.confidence import probability
from onrecord.encoder.runtime import Runtime
from onrecord.model.ledger import Ledger, Provenance
from onrecord.ontologies.coding import coding
from training.desk import gold_side, jaccard, ledger_side, matched, report_of, same_actors
from training.logistic import fit

#: Content and speaker together, of those shown as *sure*.
PRECISION = 0.96
FOLDS = 7
#: Statements over which a precision is worth anything.
FEWEST = 150


@dataclass(frozen=True, slots=True)
class Judged:
    """One report's statements: their grounds (n, GROUNDS), and which have content and speaker right (n,)."""

    grounds: np.ndarray
    right: np.ndarray


def judged(path: Path, runtime: Runtime) -> Judged:
    """The statements found in a report, against its annotation; right as in benchmarks/desk/score.py."""
    it = resolve(report_of(path), runtime, coding())
    ledger = Ledger(
        it.layout.report, it.statements, (), Provenance(code="", model=""), it.cast.actors(), it.cast.mentions()
    )
    gold, said = gold_side(path), ledger_side(ledger)
    who = same_actors(said, gold)
    right = {
        s.id
        for g, s in matched(gold, said)
        if jaccard(g.content, s.content) >= 0.5 and frozenset(who.get(x, "?") for x in s.speakers) == g.speakers
    }
    rows = np.array([it.speakers.grounds[a.id] for a in it.statements])
    return Judged(rows, np.array([a.id in right for a in it.statements]))


def certainty(reports: list[Judged]) -> dict[str, object]:
    """The manifest's ``certainty`` and ``sure``. What is sure is chosen on chances that come from the other reports."""
    chances = np.zeros(0)
    for fold in range(FOLDS):
        weights = _fitted([r for n, r in enumerate(reports) if n % FOLDS != fold])
        for r in reports[fold::FOLDS]:
            chances = np.append(chances, probability(weights, r.grounds.tolist()))
    right = np.concatenate([r.right for fold in range(FOLDS) for r in reports[fold::FOLDS]])
    order = np.argsort(-chances, kind="stable")
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    # The first few say little: one wrong among them would leave nothing sure.
    precision[: FEWEST - 1] = 0.0
    enough = np.flatnonzero(precision >= min(PRECISION, precision.max()))
    last = int(enough[-1])
    sure = float(chances[order[last]])
    print(
        f"sure from {sure:.3f}: {precision[last]:.3f} right, {(last + 1) / len(order):.0%} of {len(order)} statements"
    )
    found = _fitted(reports)
    return {
        "certainty": {"weights": [round(float(w), 5) for w in found.weights], "bias": round(found.bias, 5)},
        "sure": round(sure, 4),
    }


def _fitted(reports: list[Judged]) -> Calibration:
    right = np.concatenate([r.right for r in reports]).astype(float)
    return Calibration(*fit(np.concatenate([r.grounds for r in reports]), right))
