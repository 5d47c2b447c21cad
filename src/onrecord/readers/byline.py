"""Bylines: ``By Jane Doe and John Roe, Staff Writers``."""

import re
from functools import cache

from onrecord.languages.base import Language
from onrecord.model.span import Span

_LONGEST = 140
_SEPARATOR = re.compile(r"\s*[|•·/\n]\s*|\s+[-–—]+\s+|\s*,\s*|\s*;\s*|\s+@\w+")
_JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*['’.]*")
_LOOSE_PART = re.compile(r"@\w+|[\w.+-]+@[\w.-]+|.{0,40}\d.{0,40}")


def names(line: str, language: Language, offset: int) -> Span | None:
    """Where the writers' names stand in ``line`` (which begins at ``offset``) if the whole line is a byline.

    A line without "By" is one only if a role follows the name ("Jane Doe, Staff Writer").
    """
    if len(line) > _LONGEST or line.count(",") > 6:
        return None
    cue = _cue(language).match(line)
    start = cue.end() if cue else 0
    parts = _parts(line, start)
    count = 0
    while count < len(parts) and _all_names(parts[count][0], language, alone=count == 0):
        count += 1
    rest = [part for part, _, _ in parts[count:]]
    if count == 0 or not all(_fits(part, n, language) for n, part in enumerate(rest)):
        return None
    if not cue and not (count == 1 and rest and _roles(language).fullmatch(rest[0])):
        return None
    return Span(offset + start, offset + parts[count - 1][2])


def _parts(line: str, start: int) -> list[tuple[str, int, int]]:
    parts = []
    for separator in _SEPARATOR.finditer(line, start):
        parts.append((line[start : separator.start()], start, separator.start()))
        start = separator.end() if not separator[0].strip().startswith("@") else separator.start() + 1
    parts.append((line[start:].rstrip(), start, len(line.rstrip())))
    return [part for part in parts if part[0]]


def _all_names(part: str, language: Language, *, alone: bool) -> bool:
    """Whether a part names writers; an agency is one only where no person is named before it."""
    if part.casefold() in language.agencies:
        return alone
    if _roles(language).fullmatch(part):
        return False
    return all(_is_name(name.split(), language) for name in _JOINT.split(part))


def _is_name(words: list[str], language: Language) -> bool:
    return (
        2 <= len(words) <= 5
        and all(_WORD.fullmatch(word) for word in words)
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(word[0].isupper() or word.casefold() in language.particles for word in words)
        and not any(word.casefold() in language.months or word.casefold() in language.weekdays for word in words)
        and words[0].casefold() not in language.not_places
    )


def _fits(part: str, position: int, language: Language) -> bool:
    """Whether what follows the names is a role, an outlet, a date, a handle."""
    if _roles(language).fullmatch(part) or _LOOSE_PART.fullmatch(part):
        return True
    words = part.split()
    return position < 3 and len(words) <= 6 and all(w[0].isupper() or w in language.particles for w in words)


@cache
def _cue(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(language.byline_words)})\s*:?\s+", re.IGNORECASE)


@cache
def _roles(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(language.byline_roles), re.IGNORECASE)
