"""What an actor's own words say of its country, sector and type of source."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.actor import ActorKind
from onrecord.ontologies.countries import Countries, countries
from onrecord.ontologies.wordlists import SECTORS, SOURCE_TYPES, WordClasses, word_classes

#: Words between a person's office and a country that is not the person's own: "ambassador *to* Moscow".
_ELSEWHERE = (" to ", " in ", " for relations with ")


@dataclass(frozen=True, slots=True)
class Coding:
    """The lists that actors are coded by."""

    countries: Countries
    sectors: WordClasses
    source_types: WordClasses

    def country_name(self, code: str, names: list[str]) -> str:
        """The name of a country that the report gives it, or its common one; empty for what is no country."""
        if not code or not self.countries.is_country(code):
            return ""
        said = [n for n in names if self.countries.kind_of(n) == "name"]
        return said[0] if said else self.countries.name_of(code)

    def country(self, phrases: Iterable[str]) -> str:
        """The country that descriptions give somebody: the first that they name as their own."""
        for phrase in phrases:
            for match in self.countries.find(phrase):
                if not any(word in f" {phrase[: match.start]}" for word in _ELSEWHERE):
                    return match.code
        return ""

    def sector(self, words: list[str], kind: ActorKind, code: str) -> str:
        """PLOVER's sector; a country meant as an actor is its government."""
        return self.sectors.of(words) or ("GOV" if self._government(kind, code) else "")

    def source_type(self, words: list[str], kind: ActorKind, code: str) -> str:
        """The type of source; a document is one whatever its words."""
        if kind == "document":
            return "document"
        return self.source_types.of(words) or ("official" if self._government(kind, code) else "")

    def _government(self, kind: ActorKind, code: str) -> bool:
        return kind == "place" and self.countries.is_country(code)

    def known(self, word: str) -> bool:
        """Whether a word is one of an office or calling."""
        return bool(self.source_types.of((word,)) or self.sectors.of((word,)))


def coding(source_types: Path | None = None) -> Coding:
    """The shipped lists; with ``source_types`` the user's own types of source.

    Raises:
        UsageError: the user's file cannot be read as such a list.
    """
    return Coding(countries(), word_classes(SECTORS), word_classes(source_types or SOURCE_TYPES))
