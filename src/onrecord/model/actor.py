"""Who takes part: mentions in the text, and the actors of a report that they stand for."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

Form = Literal["name", "nominal", "pronoun"]
ActorKind = Literal["person", "organisation", "place", "group", "document"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something: a name, a description (nominal) or a pronoun.

    ``actor`` is the id of the actor that they stand for; empty where that could not be told.
    """

    span: Span
    form: Form
    kind: ActorKind
    actor: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that speaks or acts in a report. Only what the report says of it, never what its name
    sounds like.

    Attributes:
        id: identifies the actor within its ledger.
        name: the fullest name that the report gives; empty where it gives none.
        description: the first words that the report uses for an actor without a name; empty otherwise.
        kind: what it is. A government that is meant by its capital or seat is of kind place.
        roles: titles and offices, in the report's words, in text order.
        country: ISO 3166 alpha-3, or IGO, NGO, MNC for what belongs to none; empty where the report does not say.
        sector: PLOVER's sector of an actor, such as GOV, MIL, LEG; empty where none is said.
        source_type: what kind of source it is (official, expert, business ...), by ``ontologies/source_types.yaml``.
    """

    id: str
    name: str
    description: str
    kind: ActorKind
    roles: tuple[str, ...]
    country: str
    sector: str
    source_type: str

    @property
    def label(self) -> str:
        """What to call the actor: its name, or its description."""
        return self.name or self.description
