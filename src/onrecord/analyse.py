"""Report to ledger: the order in which the parts of ``extract`` run.

A pure function of the report, the model and the code: no network, no clock, nothing remembered from one
report to the next.
"""

from importlib.metadata import version
from pathlib import Path

from onrecord.encoder.bundle import SHIPPED, load
from onrecord.encoder.runtime import Runtime
from onrecord.errors import UnknownLanguage
from onrecord.extract.acts import acts
from onrecord.extract.addressees import addressees
from onrecord.extract.attributions import attributions
from onrecord.extract.carriers import carriers
from onrecord.extract.channels import channels
from onrecord.extract.distance import distance
from onrecord.extract.flags import flags, not_analysed
from onrecord.extract.layout import Layout
from onrecord.extract.times import times
from onrecord.languages.en.english import ENGLISH
from onrecord.model.ledger import Ledger, Provenance
from onrecord.model.report import Report

#: Too little text to tell its language is read as the bundle's: a headline is worth reading.
UNDETERMINED = "und"


class Analyser:
    """A loaded model, ready for any number of reports."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    @classmethod
    def load(cls, bundle: Path = SHIPPED) -> "Analyser":
        """An analyser with the bundle in this folder.

        Raises:
            BundleError: the bundle is missing or damaged.
        """
        return cls(Runtime(load(bundle)))

    def analyse(self, report: Report, *, strict: bool = False) -> Ledger:
        """The ledger of ``report``. One in another language comes back flagged and without statements.

        Raises:
            UnknownLanguage: the same, with ``strict``.
        """
        bundle = self._runtime.bundle
        if report.language not in (bundle.language, UNDETERMINED):
            if strict:
                raise UnknownLanguage(f"the language ({report.language}) is not analysed", name=report.url)
            return Ledger(report, (), (not_analysed(report),), Provenance(code=version("onrecord"), model=""))
        found = attributions(report, self._runtime)
        layout = Layout(report, ENGLISH)
        for part in (acts, addressees, channels, carriers, times, distance):
            found = part(layout, found)
        return Ledger(report, found, flags(report), Provenance(code=version("onrecord"), model=bundle.digest))
