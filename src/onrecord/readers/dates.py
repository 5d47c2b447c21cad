"""Dates as reports write them, to ISO 8601."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from onrecord.languages.base import Language
from onrecord.languages.en.english import ENGLISH

_ZONE_NAME = re.compile(r"\s*(?:UTC|GMT|Z)$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?=\D|$)")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in words: ``June 8``, ``8 June 2022``, ``Wednesday``. What it does not say is None."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None

    def iso(self, published_at: str) -> str:
        """ISO 8601, its missing year taken from ``published_at``: the latest year that puts it no more than a
        day
        later (time zones). ``--MM-DD`` without one; empty where only a weekday is said and no date
        published."""
        published = _day_of(published_at)
        if self.month is None or self.day is None:
            if published is None or self.weekday is None:
                return ""
            return (published - timedelta(days=(published.weekday() - self.weekday) % 7)).isoformat()
        if self.year is not None:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        if published is None:
            return f"--{self.month:02}-{self.day:02}"
        # Eight years back reach a 29 February across a century that has none.
        for year in range(min(published.year + 1, date.max.year), max(published.year - 9, 0), -1):
            if _exists(year, self.month, self.day):
                candidate = date(year, self.month, self.day)
                if candidate.toordinal() <= published.toordinal() + 1:
                    return candidate.isoformat()
        return f"--{self.month:02}-{self.day:02}"


def written_date(match: re.Match[str], language: Language = ENGLISH) -> WrittenDate | None:
    """What a match of ``date_pattern`` says; None for nothing, and for a day that no calendar has."""
    said = match.groupdict()
    name = said["month"] or said["month2"]
    month = language.months[name.casefold()] if name else None
    day_text = said["day"] or said["day2"]
    day = int(day_text) if day_text else None
    year = int(said["year"]) if said["year"] else None
    weekday = language.weekdays[said["weekday"].casefold()] if said["weekday"] else None
    if month is None and weekday is None:
        return None
    if month is not None and day is not None and not _exists(year or 2000, month, day):
        return None
    return WrittenDate(year, month, day, weekday)


@cache
def date_pattern(language: Language = ENGLISH) -> str:
    """A regular expression for dates in words, to be compiled without regard to case; ``written_date`` reads
    a
    match, which may be empty."""
    months = "|".join(sorted(language.months, key=len, reverse=True))
    weekdays = "|".join(sorted(language.weekdays, key=len, reverse=True))

    def day(group: str) -> str:
        return rf"(?P<{group}>\d{{1,2}})(?:st|nd|rd|th)?\b"

    return (
        rf"(?=\w)(?:(?P<weekday>{weekdays})\b\.?,?\s*)?"
        rf"(?:(?:(?P<month>{months})\b\.?\s+{day('day')}|{day('day2')}\s+(?:of\s+)?(?P<month2>{months})\b\.?)"
        r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?)?"
    )


def iso_date(value: str, language: Language = ENGLISH) -> str:
    """``value`` as an ISO 8601 date or date-time; empty where it is none that can be read without guessing.

    Read are ISO 8601, year-month-day with slashes or dots, RFC 5322 (feeds) and dates with the month in
    words. Day and month in digits with the year last are not: 3/4/2023 is two dates.
    """
    value = " ".join(value[:100].split())
    if len(value) < 8:
        return ""
    plain = _ZONE_NAME.sub("+00:00", value) if ":" in value else value
    plain = _YEAR_FIRST.sub(lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}", plain)
    for read in (_from_iso, _from_mail, lambda text: _from_words(text, language)):
        found = read(plain)
        if found:
            return found
    return ""


def _from_iso(value: str) -> str:
    try:
        if len(value) == 10:
            return date.fromisoformat(value).isoformat()
        if value.isdigit() and len(value) != 8:
            return ""
        moment = datetime.fromisoformat(value)
    except ValueError:
        return ""
    return moment.date().isoformat() if value.isdigit() else moment.isoformat()


def _from_mail(value: str) -> str:
    try:
        return parsedate_to_datetime(value).isoformat() if ":" in value else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _from_words(value: str, language: Language) -> str:
    for match in re.finditer(date_pattern(language), value, re.IGNORECASE):
        found = written_date(match, language)
        if found is not None and found.year is not None:
            return found.iso("")
    return ""


def _day_of(moment: str) -> date | None:
    try:
        day = date.fromisoformat(moment[:10])
    except ValueError:
        return None
    return day if day.year >= 1000 else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
