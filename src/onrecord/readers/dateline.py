"""Datelines: ``KYIV, Ukraine, Feb 24 (Reuters) -`` and its many cousins, at the start of a paragraph.

A dateline is a place, a date and a credit, each of which may be missing, before a dash. The more of it there
is, the more freely it may be written: capitals and a dash are enough for a place alone, a place in mixed case
must be a city that is known to open reports, or have a date or an agency behind it.
"""

import re
from functools import cache

from onrecord.languages.base import Language
from onrecord.languages.en.english import ENGLISH
from onrecord.model.report import Dateline
from onrecord.model.span import Span
from onrecord.readers.dates import WrittenDate, date_pattern, written_date

#: No dateline seen was longer than 100 characters.
_REACH = 160
_ENDINGS = 5

_DASH = re.compile(r"\s*(?:-{2,3}|[—–―−])\s*|(?:(?<=[)/])|\s)\s*-(?:\s+|(?<=[)/]-))")
_COLON = re.compile(r"\s?:\s+")
_BARE = re.compile(r"(?<=[)/])\s*(?=[\"“‘'A-Z0-9])")
_CREDIT = re.compile(r"(?:\((?P<round>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,40})/)$")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*['’.]*")
_PARTS = re.compile(r"\s*[,/;]\s*|\s+(?:and|&)\s+")
_LOOSE = " \t\n\r,;–—―-"


def find_dateline(text: str, span: Span, published_at: str = "", language: Language = ENGLISH) -> Dateline | None:
    """The dateline that opens the paragraph ``span`` of ``text``, its span up to and with the dash; or
    None."""
    head = text[span.start : min(span.end, span.start + _REACH)]
    if not (head[:1].isupper() or head[:1].isdigit() or head[:1] in "(/["):
        return None
    whole = len(head) == span.end - span.start
    for ending, kind in sorted(_endings(head, whole), key=lambda found: -found[0].end()):
        parsed = _parse(head[: ending.start()], language)
        rest = text[span.start + ending.end() : span.start + ending.end() + 1]
        if parsed is not None and _believable(parsed, kind, rest, language):
            place, when, credit = parsed
            end = span.start + len(head[: ending.end()].rstrip())
            date = when.iso(published_at) if when else ""
            return Dateline(place, date, credit, Span(span.start, end))
    return None


def _endings(head: str, whole: bool) -> list[tuple[re.Match[str], str]]:
    """Where the dateline may end, and by what sign. The longest that holds is taken: WASHINGTON – June 8 –
    ..."""
    found = [(match, "dash") for match, _ in zip(_DASH.finditer(head), range(_ENDINGS), strict=False)]
    for pattern, kind in ((_COLON, "colon"), (_BARE, "bare")):
        match = pattern.search(head)
        if match:
            found.append((match, kind))
    end = re.compile(r"\s*\Z").search(head)
    if whole and end:
        found.append((end, "end"))
    return found


def _parse(left: str, language: Language) -> tuple[str, WrittenDate | None, str] | None:
    """Place, date and credit of what stands before the ending; None where something else is there too."""
    when: WrittenDate | None = None
    credit = ""
    left = left.strip("[").rstrip(_LOOSE + "]")
    for _ in range(3):
        bracket = _CREDIT.search(left)
        inside = (bracket["round"] or bracket["slashed"]).strip() if bracket else ""
        dated = _date_at_end(inside if bracket else left, language)
        if dated is not None and when is None and not (bracket and dated[0]):
            when = dated[1]
            left = left[: bracket.start()] if bracket else left[: dated[0]]
        elif bracket and not credit and _is_credit(inside, language):
            credit = inside
            left = left[: bracket.start()]
        else:
            break
        left = left.rstrip(_LOOSE)
    place = " ".join(left.split())
    return (place, when, credit) if not place or _is_place(place, language) else None


def _believable(parsed: tuple[str, WrittenDate | None, str], ending: str, rest: str, language: Language) -> bool:
    """Whether there is enough of a dateline for the way in which it is written."""
    place, when, credit = parsed
    agency = credit.casefold() in language.agencies
    dated = when is not None and when.day is not None
    if rest.islower() and not agency:
        return False
    if ending == "end":
        return bool(place) and dated
    if ending == "bare":
        return agency
    if not place:
        return agency or bool(credit and (dated or (credit.isupper() and len(credit) <= 6)))
    if "".join(word[0] for word in _WORD.findall(place) if word[0].isupper()) == credit:
        return False  # World Health Organization (WHO) -
    first = _PARTS.split(place)[0]
    shouted = _shouted(first, language)
    known = first.casefold() in language.cities
    if ending == "colon":
        return agency or (shouted and (known or dated))
    return known or agency or dated or shouted


def _is_place(place: str, language: Language) -> bool:
    parts = _PARTS.split(place)
    if len(parts) > 4 or len(place) > 80:
        return False
    if parts[0].casefold() in language.cities:
        parts = parts[1:]
    for part in parts:
        words = part.split(" ")
        if len(words) > 5 or not all(_WORD.fullmatch(word) for word in words):
            return False
        if not words[0][0].isupper() or words[0].casefold() in language.not_places:
            return False
        if any(word.casefold() in language.weekdays for word in words):
            return False
        if any(not word[0].isupper() and word.casefold() not in language.particles for word in words[1:]):
            return False
    return True


def _shouted(part: str, language: Language) -> bool:
    """Whether a place is set in capitals (two letters are too few to tell it from an abbreviation)."""
    words = [word for word in part.split() if word.casefold() not in language.particles]
    return sum(map(len, words)) > 2 and all(word.isupper() for word in words)


def _is_credit(inside: str, language: Language) -> bool:
    """An agency's name: Reuters, TANJUG, Prensa Latina; not (D-Vt.), (41) or (the ruling party)."""
    words = inside.split()
    if inside.casefold() in language.agencies:
        return True
    return (
        len(words) <= 4
        and words[0].casefold() not in language.not_places
        and all(word[0].isupper() and _WORD.fullmatch(word) for word in words)
        and not re.match(r"[DRI]-", inside)
    )


@cache
def _dates_at_end(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=^)|(?<=[\s,/(–—-])){date_pattern(language)}$", re.IGNORECASE)


def _date_at_end(left: str, language: Language) -> tuple[int, WrittenDate] | None:
    """The date that ends ``left`` and where it begins."""
    match = _dates_at_end(language).search(left)
    said = written_date(match, language) if match else None
    return (match.start(), said) if match and said else None
