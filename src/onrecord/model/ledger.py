"""The ledger: a report and everything that was found in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from onrecord.errors import UsageError
from onrecord.model.actor import Actor, Mention
from onrecord.model.attribution import Attribution
from onrecord.model.report import Report
from onrecord.model.span import Span, quote
from onrecord.model.values import plain

if TYPE_CHECKING:
    import pandas

#: Raised whenever a reader of ``to_dict()`` would have to change.
SCHEMA_VERSION = "2"

FlagKind = Literal[
    "unclosed_quotation",
    "language_not_analysed",
    "two_dates",
    "one_voice",
    "unanswered_accusation",
    "own_voice",
]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that a careful reader would want to be told, with the characters that show it."""

    kind: FlagKind
    message: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a ledger: enough to make it again.

    ``model`` is the digest of the bundle (empty where the report was not analysed), ``code`` the version of
    onrecord.
    """

    code: str
    model: str
    schema: str = SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Ledger:
    """A report with the actors in it, its statements in reading order, and its flags."""

    report: Report
    attributions: tuple[Attribution, ...]
    flags: tuple[Flag, ...]
    provenance: Provenance
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def actor(self, id: str) -> Actor:
        """The actor with this id.

        Raises:
            KeyError: there is none.
        """
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)

    def to_dict(self) -> dict[str, Any]:
        """The whole ledger as plain JSON values; ``onrecord schema`` prints its JSON Schema."""
        made: dict[str, Any] = plain(self)
        return made

    def rows(self) -> list[dict[str, str | int | float]]:
        """One flat row a statement: the words of each role, their offsets, the report they stand in, who speaks to
        whom, how and when. Where there are several of something, they are joined by "; "."""
        report = self.report
        labels = {actor.id: actor.label for actor in self.actors}
        return [
            {
                "document_id": report.document_id,
                "outlet": report.outlet,
                "published_at": report.published_at,
                "headline": report.headline,
                "id": a.id,
                "paragraph": report.paragraph_number(a.start),
                "kind": a.kind,
                "source": quote(report.text, a.source),
                "cue": quote(report.text, a.cue),
                "content": quote(report.text, a.content),
                "confidence": a.confidence,
                "tier": a.tier,
                "source_spans": _offsets(a.source),
                "cue_spans": _offsets(a.cue),
                "content_spans": _offsets(a.content),
                "speakers": "; ".join(a.speakers),
                "speaker_names": "; ".join(labels.get(id, id) for id in a.speakers),
                "unresolved": a.unresolved,
                "naming": a.naming,
                "act": a.act,
                "addressees": "; ".join(labels.get(to.actor) or quote(report.text, (to.span,)) for to in a.addressees),
                "channels": "; ".join(f"{by.kind}:{quote(report.text, (by.span,))}" for by in a.channels),
                "via": "; ".join(carrier.name for carrier in a.via),
                "said_at": a.said_at.date if a.said_at else "",
                "parent": a.parent,
                "distanced": "; ".join(quote(report.text, (span,)) for span in a.distanced),
            }
            for a in self.attributions
        ]

    def to_frame(self) -> "pandas.DataFrame":
        """``rows()`` as a data frame.

        Raises:
            UsageError: pandas is not installed (``pip install onrecord[pandas]``).
        """
        try:
            import pandas
        except ImportError:
            raise UsageError("to_frame() needs pandas: pip install 'onrecord[pandas]'") from None
        return pandas.DataFrame(self.rows(), columns=list(ROW_COLUMNS))


#: The columns of ``Ledger.rows()``, in order; also those of the CSV export.
ROW_COLUMNS = (
    "document_id",
    "outlet",
    "published_at",
    "headline",
    "id",
    "paragraph",
    "kind",
    "source",
    "cue",
    "content",
    "confidence",
    "tier",
    "source_spans",
    "cue_spans",
    "content_spans",
    "speakers",
    "speaker_names",
    "unresolved",
    "naming",
    "act",
    "addressees",
    "channels",
    "via",
    "said_at",
    "parent",
    "distanced",
)


def _offsets(spans: tuple[Span, ...]) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in spans)
