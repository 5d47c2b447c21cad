"""Event ontologies as data: types with their quad class, definition and modes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from onrecord.ontologies.wordlists import HERE, read_mapping, wrong

PLOVER = HERE / "plover.yaml"
QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")
#: What a report says of an event: whether it has happened, is going on, is decided on, asked for, only thought of, or
#: long past (DESIGN.md, "The data model").
STATUSES = ("done", "ongoing", "planned", "demanded", "hypothetical", "historical")


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event: what it is, its quad class, and the modes in which it comes."""

    name: str
    quad: str
    definition: str
    modes: tuple[str, ...]


@dataclass(frozen=True)
class Ontology:
    """The types of events by name, in the order of the file."""

    types: Mapping[str, EventType]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the types."""
        return tuple(self.types)

    @cached_property
    def modes(self) -> tuple[tuple[str, str], ...]:
        """Every (type, mode)."""
        return tuple((t.name, mode) for t in self.types.values() for mode in t.modes)


@cache
def ontology(path: Path = PLOVER) -> Ontology:
    """The ontology in the YAML file at ``path``.

    Raises:
        UsageError: the file cannot be read, or an entry is no type with a known quad class, definition and modes.
    """
    return Ontology({name: _type(name, entry, path) for name, entry in read_mapping(path).items()})


def _type(name: str, entry: object, path: Path) -> EventType:
    if not isinstance(entry, dict):
        raise wrong(path, f"{name} is no mapping of quad, definition and modes")
    quad, definition, modes = (entry.get(key) for key in ("quad", "definition", "modes"))
    if quad not in QUADS or not isinstance(definition, str) or not isinstance(modes, list):
        raise wrong(path, f"{name} needs a quad of {', '.join(QUADS)}, a definition, and a list of modes")
    return EventType(name, quad, definition, tuple(map(str, modes)))
