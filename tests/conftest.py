"""What all tests share."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import api
from onrecord.analyse import Analyser
from onrecord.errors import UnknownLanguage
from onrecord.model.attribution import Attribution
from onrecord.model.ids import attribution_id
from onrecord.model.ledger import Ledger, Provenance
from onrecord.model.report import Report
from onrecord.model.span import Span


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and seeds beside the checkout; it stays out of the project."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("there is no ../shared beside the checkout")
    return folder


class FakeAnalyser:
    """Finds what stands as ``“words,” Name said``, without a model; every second one is to check."""

    _SAID = re.compile(r"(“[^”]*”) (\w+) (said)")

    def analyse(self, report: Report, *, strict: bool = False) -> Ledger:
        if strict and report.language not in ("en", "und"):
            raise UnknownLanguage(f"the language ({report.language}) is not analysed")
        found = tuple(
            self._attribution(report, match, number) for number, match in enumerate(self._SAID.finditer(report.text))
        )
        return Ledger(report, found, (), Provenance(code="0", model="fake"))

    def _attribution(self, report: Report, match: re.Match[str], number: int) -> Attribution:
        content, source, cue = ((Span(*match.span(group)),) for group in (1, 2, 3))
        return Attribution(
            attribution_id(report.version_id, source, cue, content),
            "direct",
            source,
            cue,
            content,
            0.6 if number % 2 else 0.9,
            "check" if number % 2 else "sure",
        )


@pytest.fixture
def fake_analyser(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAnalyser]:
    """The analyser that everything in this process uses meanwhile, so that no model is needed."""
    fake = FakeAnalyser()
    monkeypatch.setattr(Analyser, "load", lambda: fake)
    api.default_analyser.cache_clear()
    yield fake
    api.default_analyser.cache_clear()
