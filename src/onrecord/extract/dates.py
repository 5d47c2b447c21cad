"""Expressions of time in a stretch of text, and the dates that they stand for."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onrecord.languages.base import Language
from onrecord.model.attribution import Precision, When
from onrecord.model.report import Report
from onrecord.model.span import Span, trim
from onrecord.readers.dates import WrittenDate

#: Abbreviated weekdays are words of their own ("sat", "sun"): alone they are no date.
_SHORT = 3
_WEEK = 7
#: The word before, where only blanks stand between.
_BEFORE = re.compile(r"[\w-]+(?=\s{1,3}$)")
#: A name that ends there.
_NAME = re.compile(r"(?<![.!?:] )\b[A-Z][\w-]* $")
#: The whole date, worked out from a day, and not to be worked out.
_STATED = "stated"
_Found = tuple[str, Precision, str]
_UNKNOWN: _Found = ("", "none", "")


@dataclass(frozen=True, slots=True)
class Calendar:
    """From which day a report looks: ``today`` by ``source`` ("published_at" or "dateline"), or None."""

    language: Language
    today: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that say when, and by which rule of the language they were found."""

    when: When
    rule: str

    @property
    def span(self) -> Span:
        """The words."""
        return self.when.span


def calendar_of(report: Report, language: Language) -> Calendar:
    """The day of publication, else that of the dateline."""
    filed = report.dateline.date if report.dateline else ""
    for value, source in ((report.published_at, "published_at"), (filed, "dateline")):
        today = _day(value[:10])
        # So that no step from this day leaves the calendar.
        if today is not None and date.min.year + 10 < today.year < date.max.year - 10:
            return Calendar(language, today, source)
    return Calendar(language)


def date_expressions(text: str, span: Span, calendar: Calendar, anchor: date | None = None) -> list[DateExpression]:
    """The expressions of time in ``span`` of ``text``, in order; they do not overlap.

    Words that look back to another date ("two days later") are worked out from the day named before them; ``anchor``
    is the one that was named before ``span``.
    """
    out: list[DateExpression] = []
    for rule, match in _matches(text, span, calendar.language):
        found = _READ[rule](match.groupdict(), calendar, anchor)
        words = trim(text, *match.span())
        if found is None or words is None:
            continue
        out.append(DateExpression(When(found[0], found[1], words, found[2]), rule))
        if found[1] == "day" and rule not in ("clock", "then") and not planned(text, words, calendar.language):
            anchor = date.fromisoformat(found[0])
    return out


def planned(text: str, span: Span, language: Language) -> bool:
    """Whether the word before an expression makes it the time of something planned, or a stretch of time."""
    before = _BEFORE.search(text[max(span.start - 20, 0) : span.start])
    return before is not None and before.group().casefold() in language.times.not_after


def _matches(text: str, span: Span, language: Language) -> Iterator[tuple[str, re.Match[str]]]:
    """Matches that do not overlap: of two, the one that begins first or is longer."""
    held = {name for name, named in _names(language) if named.search(text, span.start, span.end)}
    found = [
        (match.start(), -match.end(), number, rule, match)
        for number, (rule, pattern, names) in enumerate(_patterns(language))
        if names <= held
        for match in pattern.finditer(text, span.start, span.end)
        if _named(text, match, language)
    ]
    end = span.start
    for start, _, _, rule, match in sorted(found, key=lambda row: row[:3]):
        if start >= end:
            yield rule, match
            end = match.end()


def _named(text: str, match: re.Match[str], language: Language) -> bool:
    """Whether the names of months and weekdays are written as such ("may", "march"), and are no part of others."""
    said = match.groupdict()
    if (
        said.get("word")
        and match["word"][0].isupper()
        and _NAME.search(text, max(match.start() - 30, 0), match.start())
    ):
        return False
    for group in ("month", "weekday", "weekday2"):
        if said.get(group) and not said[group][0].isupper():
            return False
    if not said.get("weekday"):
        return True
    before = _BEFORE.search(text[max(match.start("weekday") - 20, 0) : match.start("weekday")])
    after = re.match(r"\s([\w-]+)", text[match.end("weekday") : match.end("weekday") + 20])
    words = language.times
    return not (
        (before and before.group().casefold() in words.not_names)
        or (after and after[1][0].isupper() and after[1].casefold() in words.not_before_names)
    )


@cache
def _names(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Expressions for the names of months and weekdays as they are written: most paragraphs hold none, and are not
    searched for what needs one."""
    named = {"month": language.months, "weekday": language.weekdays}
    written = {
        kind: "|".join(f"{re.escape(n[0].upper())}(?i:{re.escape(n[1:])})" for n in names)
        for kind, names in named.items()
    }
    return tuple((kind, re.compile(rf"(?<!\w)(?:{names})")) for kind, names in written.items())


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Rules with their expressions, and which names each cannot do without."""
    words = language.times

    def any_of(names: Mapping[str, int] | Mapping[str, str]) -> str:
        return "|".join(sorted(map(re.escape, names), key=len, reverse=True))

    long_names = {name: number for name, number in language.weekdays.items() if len(name) > _SHORT}
    fill = {
        "{anyday}": f"(?P<weekday>{any_of(language.weekdays)})",
        "{weekday}": f"(?P<weekday>{any_of(long_names)})",
        "{weekday2}": f"(?P<weekday2>{any_of(long_names)})",
        "{month}": f"(?P<month>{any_of(language.months)})",
        "{days}": any_of(words.days),
        "{number}": any_of(words.numbers),
        "{ordinal}": any_of(words.ordinals),
        "{unit}": any_of(words.units),
    }
    needs = {"month": ("{month}",), "weekday": ("{weekday}", "{weekday2}")}  # {anyday} may be left out
    out = []
    for rule, form in words.forms:
        needed = frozenset(name for name, marks in needs.items() if any(mark in form for mark in marks))
        for name, pattern in fill.items():
            form = form.replace(name, pattern)
        form = re.sub(r"(?:\\ | )(?!\?)", r"\\s{1,3}", form)
        out.append((rule, re.compile(rf"(?<![\w’'.-])(?:{form})(?!-?\w)", re.IGNORECASE), needed))
    return tuple(out)


Groups = Mapping[str, str | None]


def _iso(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    day = _day(said["iso"] or "")
    return (day.isoformat(), "day", _STATED) if day else None


def _written(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    year = _year_of(said, calendar, anchor)
    month, day = _month_number(said, calendar), _number(said["day"], calendar.language.times.ordinals)
    if _day(f"{year or 2000:04}-{month:02}-{day:02}") is None:
        return None
    found = WrittenDate(year, month, day, None).iso(calendar.today.isoformat() if calendar.today else "")
    resolved = _STATED if said["year"] else calendar.source
    return (found, "day", resolved) if len(found) == 10 and _day(found) and found[0] != "-" else _UNKNOWN


def _nth(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    number = _number(said["day"], calendar.language.times.ordinals)
    if not 1 <= number <= 31:
        return None
    if calendar.today is None:
        return _UNKNOWN
    # No two months in a row are shorter than 31 days but July and August, which are not: 62 days reach any.
    days = (calendar.today - timedelta(days=back) for back in range(62))
    return next(((day.isoformat(), "day", calendar.source) for day in days if day.day == number), _UNKNOWN)


def _weekday(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    words, today = calendar.language.times, calendar.today
    if today is None:
        return _UNKNOWN
    wanted = calendar.language.weekdays[(said["weekday"] or "").casefold()]
    way = words.ways.get(_folded(said["which"]), 0)
    if said["week"]:
        day = _monday(today) + timedelta(days=wanted + _WEEK * words.ways[_folded(said["week"])])
    elif way > 0:
        day = today + timedelta(days=(wanted - today.weekday() - 1) % _WEEK + 1)
    else:
        # "Last Thursday", on a Thursday, is a week ago.
        day = _last(wanted, today if way == 0 else today - timedelta(days=1))
    return day.isoformat(), "day", calendar.source


def _weekdays(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    if calendar.today is None:
        return _UNKNOWN
    numbers = [calendar.language.weekdays[(said[group] or "").casefold()] for group in ("weekday", "weekday2")]
    end = _last(numbers[1], calendar.today)
    return f"{_last(numbers[0], end)}/{end}", "range", calendar.source


def _month(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    words, today = calendar.language.times, calendar.today
    number = _month_number(said, calendar)
    year = _year_of(said, calendar, anchor)
    if year is not None:
        return f"{year:04}-{number:02}", "month", (not said.get("year") and calendar.source) or _STATED
    if today is None:
        return _UNKNOWN
    which = words.ways.get(_folded(said.get("which")), 0)
    behind = today.month < number or (which < 0 and today.month == number)
    year = today.year + (which > 0 and today.month >= number) - (which <= 0 and behind)
    return f"{year:04}-{number:02}", "month", calendar.source


def _year(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    return said["year"] or "", "year", _STATED


def _named_day(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    if calendar.today is None:
        return _UNKNOWN
    shift = calendar.language.times.days[_folded(said["word"])]
    return (calendar.today + timedelta(days=shift)).isoformat(), "day", calendar.source


def _unit(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    if calendar.today is None:
        return _UNKNOWN
    words = calendar.language.times
    unit, way = words.units[_folded(said["unit"])], words.ways[_folded(said["which"])]
    if unit == "week" and way == 0:
        # What was said this week was said by now.
        return f"{_monday(calendar.today)}/{calendar.today}", "range", calendar.source
    return *_period(calendar.today, unit, way), calendar.source


def _weekend(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    if calendar.today is None:
        return _UNKNOWN
    over = calendar.today.weekday() == _WEEK - 1
    return *_period(calendar.today, "weekend", 0 if over else -1), calendar.source


def _ago(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    return _moved(said, calendar, calendar.today, -1)


def _moments(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    return (calendar.today.isoformat(), "day", calendar.source) if calendar.today else _UNKNOWN


def _shift(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    return _moved(said, calendar, anchor, calendar.language.times.ways[_folded(said["way"])])


def _after(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    """ "On Thursday, a day after X": X was on the day before."""
    return _moved(said, calendar, anchor, -calendar.language.times.ways[_folded(said["way"])])


def _then(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    return (anchor.isoformat(), "day", calendar.source or _STATED) if anchor else _UNKNOWN


def _vague(said: Groups, calendar: Calendar, anchor: date | None) -> _Found | None:
    return _UNKNOWN


_READ: Mapping[str, Callable[[Groups, Calendar, date | None], _Found | None]] = {
    "iso": _iso,
    "date": _written,
    "nth": _nth,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "month": _month,
    "year": _year,
    "day": _named_day,
    "unit": _unit,
    "weekend": _weekend,
    "ago": _ago,
    "moments": _moments,
    "clock": _moments,
    "shift": _shift,
    "after": _after,
    "then": _then,
    "vague": _vague,
}


def _moved(said: Groups, calendar: Calendar, start: date | None, way: int) -> _Found:
    """``start``, moved by a number of units; not known where that leaves the calendar."""
    # No expression counts more than 999 years.
    if start is None or not date.min.year + 1000 < start.year < date.max.year - 1000:
        return _UNKNOWN
    words = calendar.language.times
    unit = words.units[_folded(said["unit"])]
    count = way * _number(said.get("number") or "1", words.numbers)
    resolved = calendar.source or _STATED
    if unit == "hour":
        return start.isoformat(), "day", resolved
    if unit in ("day", "week") and ("number" in said or unit == "day"):
        return (start + timedelta(days=count * (_WEEK if unit == "week" else 1))).isoformat(), "day", resolved
    return *_period(start, unit, count), resolved


def _period(day: date, unit: str, count: int) -> tuple[str, Precision]:
    """The week, weekend, month or year that lies ``count`` of them from that of ``day``."""
    if unit == "year":
        return f"{day.year + count:04}", "year"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}", "month"
    first = _monday(day) + timedelta(days=_WEEK * count)
    if unit == "weekend":
        return f"{first + timedelta(days=5)}/{first + timedelta(days=6)}", "range"
    return f"{first}/{first + timedelta(days=6)}", "range"


def _year_of(said: Groups, calendar: Calendar, anchor: date | None) -> int | None:
    """The year that an expression gives; None where it gives none, or one that is not known."""
    if said.get("year"):
        return int(said["year"] or 0)
    other = calendar.language.times.ways.get(_folded(said.get("years")))
    if other is None:
        return None
    start = anchor if _folded(said.get("years")) == "that" else calendar.today
    return start.year + other if start else None


def _month_number(said: Groups, calendar: Calendar) -> int:
    return calendar.language.months[(said["month"] or "").casefold()]


def _number(said: str | None, names: Mapping[str, int]) -> int:
    """A number in digits or words."""
    value = _folded(said)
    return int(value) if value.isdecimal() else names[value]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _last(weekday: int, day: date) -> date:
    """The last such weekday up to and with ``day``."""
    return day - timedelta(days=(day.weekday() - weekday) % _WEEK)


def _folded(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
