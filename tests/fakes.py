"""Stand-ins for what is slow or not there."""

import re

from onrecord.errors import UnknownLanguage
from onrecord.model.attribution import Attribution
from onrecord.model.ids import attribution_id
from onrecord.model.ledger import Ledger, Provenance
from onrecord.model.report import Report
from onrecord.model.span import Span


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
