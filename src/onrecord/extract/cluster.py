"""Mentions of one thing."""

from dataclasses import dataclass, field

from onrecord.model.actor import ActorKind
from onrecord.model.span import Span


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions (by number, in order) of one thing; ``described``: what is said of it besides its name; ``gender``
    "he" or "she", where a title or description says it. ``number``: the how-manieth it was."""

    number: int
    kind: ActorKind
    members: list[int] = field(default_factory=list)
    keys: list[tuple[str, ...]] = field(default_factory=list)
    described: list[Span] = field(default_factory=list)
    gender: str = ""
    code: str = ""

    @property
    def first(self) -> int:
        """The number of its first mention."""
        return self.members[0]

    @property
    def named(self) -> bool:
        """Whether the report gives it a name."""
        return bool(self.keys)
