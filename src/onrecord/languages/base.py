"""What a language is to onrecord: constants, no code."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language's words.

    Phrases that mark the lines around a report's text are regular expressions, matched without regard to case
    against a whole line from its first character; none may need more than linear time.

    Attributes:
        code: ISO 639-1.
        months, weekdays: names and abbreviations, lower-case and without full stops, to 1..12 and 0
            (Monday)..6.
        function_words: frequent words that other languages lack; by their share the language is known.
        particles: lower-case words that may stand inside the name of a person or place.
        agencies: credits that are known as such even where no dash follows them.
        cities: places that open a report without naming their country.
        not_places: capitalised words that open a paragraph like a place, and are none.
        byline_words, byline_roles: what comes before the writer's name, and after it.
        caption_lines, credit_lines, correction_lines, related_lines, boilerplate_lines, published_lines:
            lines of that kind; ``published_lines`` have a group ``date``.
        caption_endings: the credit that ends a caption, searched for in the line's last words.
        not_speakers: labels with a colon that name no speaker.
        abbreviations: words, in lower case, after whose full stop no sentence ends.
    """

    code: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    function_words: frozenset[str]
    particles: frozenset[str]
    agencies: frozenset[str]
    cities: frozenset[str]
    not_places: frozenset[str]
    byline_words: tuple[str, ...]
    byline_roles: tuple[str, ...]
    caption_lines: tuple[str, ...]
    caption_endings: tuple[str, ...]
    credit_lines: tuple[str, ...]
    correction_lines: tuple[str, ...]
    related_lines: tuple[str, ...]
    boilerplate_lines: tuple[str, ...]
    published_lines: tuple[str, ...]
    not_speakers: frozenset[str]
    abbreviations: frozenset[str]
