"""What speaks for a statement, as numbers."""

import math

from extract.reports import statement

from onrecord.extract.certainty import GROUNDS, grounds

TEXT = "Ilse Varga said the port would close."


def named(form: str = "name", chance: float = 1.0, unresolved: str = "", **fields: object) -> dict[str, float]:
    a = statement(TEXT, "Ilse Varga", "said", "the port would close", **fields)
    return dict(zip(GROUNDS, grounds(a, 1, unresolved, form, chance), strict=True))  # type: ignore[arg-type]


def test_grounds() -> None:
    """Log odds of the confidence, and of the chance that the speaker is right, which is never taken for certain."""
    found = named(confidence=0.5)
    assert found["confidence"] == 0.0
    assert found["name"] == 1
    assert found["pronoun"] == found["nested"] == found["several"] == 0
    assert math.isclose(found["chance"], math.log(99))
    assert named(form="pronoun", chance=0.5)["chance"] == 0.0
    assert named(parent="a1")["nested"] == 1
    assert named(unresolved="unclear")["absent"] == 1


def test_nothing_is_infinite() -> None:
    """Confidences of none and one are taken as one in a hundred."""
    assert math.isclose(named(confidence=0.0)["confidence"], -named(confidence=1.0)["confidence"])
