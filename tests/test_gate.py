"""The gate that keeps measured figures from dropping."""

import pytest
from benchmarks.gate import shortfalls


@pytest.mark.parametrize(
    ("figures", "worse"),
    [
        ({"linked": 0.8, "calibration_error": 0.01}, 0),
        ({"linked": 0.7, "calibration_error": 0.05}, 0),
        ({"linked": 0.69, "calibration_error": 0.01}, 1),
        ({"linked": 0.8, "calibration_error": 0.06}, 1),
        ({}, 2),
    ],
)
def test_a_figure_below_its_floor_or_missing_is_said(figures: dict[str, float], worse: int) -> None:
    """Higher is better, but for the calibration error; what was not measured counts as lost."""
    assert len(shortfalls(figures, {"linked": 0.7, "calibration_error": 0.05})) == worse
