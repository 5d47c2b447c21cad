"""A module can be read in one sitting."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path for folder in ("src", "training", "benchmarks", "tests") for path in (ROOT / folder).rglob("*.py")
)
LIMIT = 400


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_no_longer_than_the_limit(path: Path) -> None:
    """A module that outgrows the limit is two modules."""
    assert len(path.read_text("utf-8").splitlines()) <= LIMIT
