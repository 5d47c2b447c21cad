"""Who says what: the record of one statement."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

Kind = Literal["direct", "indirect", "mixed"]
Tier = Literal["sure", "check"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement: the words that name its source, the words that report the saying, and what was said.

    Terms as in PARC and PolNeAR (Pareti 2012; Newell, Margolin and Ruths, LREC 2018): *source*, *cue*,
    *content*. Each role is a tuple of spans in text order; a role may be discontinuous. ``source`` is empty
    where the report names none, ``cue`` where there is none (a speaker label in a transcript); ``content``
    never is.

    ``confidence`` is the calibrated probability that source and content are right; ``tier`` shows it as two.
    """

    id: str
    kind: Kind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    tier: Tier

    @property
    def start(self) -> int:
        """Where the statement first touches the text; statements are listed in this order."""
        return min(span.start for spans in (self.source, self.cue, self.content) for span in spans)
