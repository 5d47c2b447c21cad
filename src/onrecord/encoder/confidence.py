"""How sure the model is of one attribution, as features that a calibration turns into a probability."""

import numpy as np
import numpy.typing as npt

from onrecord.encoder.bundle import Calibration
from onrecord.encoder.decoding import LABELS, Floats, Ints

FEATURES = (
    "anchor",
    "source",
    "content",
    "weakest_source",
    "weakest_content",
    "edges",
    "no_source",
    "length",
)
_FLOOR = 1e-4

Flags = npt.NDArray[np.bool_]


def features(anchor: float, labels: Ints, probability: Floats) -> list[float]:
    """Features of one decoded neighbourhood.

    ``anchor`` is the probability of the anchor, ``labels`` (w,) the decoded sequence, ``probability`` (w, labels)
    the marginals. In order: log odds of the anchor; for source and content the expected overlap (soft Jaccard) of
    what was decoded with what is there; the least certain word of each; the certainty of the content's first and
    last word; whether there is no source; log length of the content.
    """
    source, content = _role(probability, "source"), _role(probability, "content")
    in_source, in_content = _among(labels, "source"), _among(labels, "content")
    chosen = probability[np.arange(len(labels)), labels]
    places = np.flatnonzero(in_content)
    edges = np.log(max(min(chosen[places[0]], chosen[places[-1]]), _FLOOR))
    return [
        float(np.log(max(anchor, _FLOOR) / max(1 - anchor, _FLOOR))),
        # Without a source the question is whether there is none: the chance that no word has the role.
        _overlap(source, in_source) if in_source.any() else float(np.prod(1 - source)),
        _overlap(content, in_content),
        float(np.log(max(source[in_source].min(initial=1.0), _FLOOR))),
        float(np.log(max(content[in_content].min(), _FLOOR))),
        float(edges),
        float(not in_source.any()),
        float(np.log(len(places))),
    ]


def probability(calibration: Calibration, rows: list[list[float]]) -> list[float]:
    """The calibrated probability of being right, for each row of features."""
    score = np.array(rows, dtype=np.float64).reshape(-1, len(calibration.weights)) @ calibration.weights
    score += calibration.bias
    return [float(p) for p in 1 / (1 + np.exp(-score))]


def _role(table: Floats, role: str) -> Floats:
    begin = LABELS.index(f"B-{role}")
    out: Floats = np.clip(table[:, begin] + table[:, begin + 1], 0, 1).astype(np.float32)
    return out


def _among(labels: Ints, role: str) -> Flags:
    begin = LABELS.index(f"B-{role}")
    out: Flags = (labels == begin) | (labels == begin + 1)
    return out


def _overlap(role: Floats, chosen: Flags) -> float:
    inside = float(role[chosen].sum())
    return inside / (int(chosen.sum()) + float(role[~chosen].sum()))
