"""What speaks for a statement's content and speaker being right together. A logistic regression, fitted to annotated
reports that the model never saw (training.certainty), makes a probability of it, and that *sure* or *check*."""

import math

from onrecord.model.attribution import Attribution, Unresolved

GROUNDS = (
    "confidence",
    "nested",
    "direct",
    "mixed",
    "name",
    "description",
    "pronoun",
    "unnamed",
    "absent",
    "several",
    "chance",
    "words",
)
_FLOOR = 0.01


def grounds(a: Attribution, speakers: int, unresolved: Unresolved, form: str, chance: float) -> list[float]:
    """What speaks for a statement, in the order of GROUNDS: ``form`` of the mention that its source is about, and the
    ``chance`` that this was put where it belongs."""
    return [
        _log_odds(a.confidence),
        bool(a.parent),
        a.kind == "direct",
        a.kind == "mixed",
        form == "name",
        form == "nominal",
        form == "pronoun",
        unresolved == "unnamed",
        unresolved in ("absent", "unclear"),
        speakers > 1,
        _log_odds(chance),
        math.log(1 + sum(s.end - s.start for s in a.source)),
    ]


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _FLOOR), 1 - _FLOOR)
    return math.log(chance / (1 - chance))
