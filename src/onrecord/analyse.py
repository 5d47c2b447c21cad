"""Report to ledger: the order in which the parts of ``extract`` run.

A pure function of the report, the model and the code: no network, no clock, nothing remembered from one
report to the next.
"""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from onrecord.encoder.bundle import SHIPPED, load
from onrecord.encoder.runtime import Runtime
from onrecord.errors import UnknownLanguage
from onrecord.extract.actors import Cast
from onrecord.extract.acts import acts
from onrecord.extract.addressees import addressees
from onrecord.extract.anaphora import Anaphora
from onrecord.extract.attributions import attributions
from onrecord.extract.carriers import carriers
from onrecord.extract.channels import channels
from onrecord.extract.clusters import Clusters
from onrecord.extract.distance import distance
from onrecord.extract.flags import flags, not_analysed
from onrecord.extract.foretold import read_twice
from onrecord.extract.layout import Layout
from onrecord.extract.mentions import mentions, names_of
from onrecord.extract.nesting import nesting
from onrecord.extract.passages import passages
from onrecord.extract.sources import sources
from onrecord.extract.speakers import Speakers
from onrecord.extract.times import times
from onrecord.languages.en.english import ENGLISH
from onrecord.model.attribution import Attribution
from onrecord.model.ledger import Ledger, Provenance
from onrecord.model.report import Report
from onrecord.ontologies.coding import Coding, coding

#: Too little text to tell its language is read as the bundle's: a headline is worth reading.
UNDETERMINED = "und"


class Analyser:
    """A loaded model and the lists that actors are coded by, ready for any number of reports."""

    def __init__(self, runtime: Runtime, coding: Coding) -> None:
        self._runtime = runtime
        self._coding = coding

    @classmethod
    def load(cls, bundle: Path = SHIPPED, source_types: Path | None = None) -> "Analyser":
        """An analyser with the bundle in this folder, and with source types from a file of the user's own.

        Raises:
            BundleError: the bundle is missing or damaged.
            UsageError: the file of source types is.
        """
        return cls(Runtime(load(bundle)), coding(source_types))

    def analyse(self, report: Report, *, strict: bool = False) -> Ledger:
        """The ledger of ``report``. One in another language comes back flagged and without statements.

        Raises:
            UnknownLanguage: the same, with ``strict``.
        """
        runtime = self._runtime
        if report.language not in (runtime.bundle.language, UNDETERMINED):
            if strict:
                raise UnknownLanguage(f"the language ({report.language}) is not analysed", name=report.url)
            return Ledger(report, (), (not_analysed(report),), Provenance(code=version("onrecord"), model=""))
        it = resolve(report, runtime, self._coding)
        # When something was said may stand beside the same speaker's statement before it.
        found = times(it.layout, it.statements)
        actors, named = it.cast.actors(), it.cast.mentions()
        provenance = Provenance(code=version("onrecord"), model=runtime.bundle.digest)
        return Ledger(report, found, flags(it.layout, found, actors, named), provenance, actors, named)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A report's statements with their speakers, and what these were resolved by."""

    layout: Layout
    statements: tuple[Attribution, ...]
    clusters: Clusters
    cast: Cast
    speakers: Speakers


def resolve(report: Report, runtime: Runtime, coding: Coding) -> Resolved:
    """The statements of ``report``: all but when they were said."""
    read = tuple(passages(report, runtime))
    layout = Layout(report, ENGLISH)
    found = nesting(sources(layout, attributions(layout, read, runtime)))
    for part in (acts, addressees, channels, carriers, distance):
        found = part(layout, found)
    names = names_of(report.text, read, runtime, ENGLISH.people)
    heard = mentions(report.text, read, names, found, runtime, ENGLISH.people)
    anaphora = Anaphora(layout, heard, found, runtime.bundle.anaphora)
    clusters = read_twice(Clusters(layout, heard, coding.countries), anaphora)
    cast = Cast(clusters, coding)
    speakers = Speakers(layout, clusters, names, cast, runtime.bundle)
    return Resolved(layout, speakers(found), clusters, cast, speakers)
