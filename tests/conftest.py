"""What all tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import FakeAnalyser
from hypothesis import settings

from onrecord import api
from onrecord.analyse import Analyser

# Times vary with the machine's load; what may take how long is tested by name.
settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and seeds beside the checkout; it stays out of the project."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("there is no ../shared beside the checkout")
    return folder


@pytest.fixture
def fake_analyser(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAnalyser]:
    """The analyser that everything in this process uses meanwhile, so that no model is needed."""
    fake = FakeAnalyser()
    monkeypatch.setattr(Analyser, "load", lambda **_: fake)
    api.default_analyser.cache_clear()
    yield fake
    api.default_analyser.cache_clear()
