"""Expressions of time: which words they are, and which dates."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.dates import Calendar, date_expressions
from onrecord.languages.en.english import ENGLISH
from onrecord.model.span import Span

#: A Thursday.
CALENDAR = Calendar(ENGLISH, date(2023, 5, 11), "published_at")


def found(text: str, calendar: Calendar = CALENDAR, anchor: date | None = None) -> list[tuple[str, str]]:
    """The expressions of ``text`` with their dates."""
    span = Span(0, len(text))
    return [(e.span.of(text), e.when.date) for e in date_expressions(text, span, calendar, anchor)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on Thursday", "2023-05-11"),
        ("on Friday", "2023-05-05"),
        ("last Thursday", "2023-05-04"),
        ("last Friday", "2023-05-05"),
        ("next Thursday", "2023-05-18"),
        ("late on Wednesday night", "2023-05-10"),
        ("in the early hours of Wednesday", "2023-05-10"),
        ("on the evening of May 3", "2023-05-03"),
        ("Friday last week", "2023-05-05"),
        ("Monday this week", "2023-05-08"),
        ("between Tuesday and Thursday", "2023-05-09/2023-05-11"),
        ("from Friday to Monday", "2023-05-05/2023-05-08"),
        ("today", "2023-05-11"),
        ("earlier today", "2023-05-11"),
        ("just now", "2023-05-11"),
        ("at eight o’clock", "2023-05-11"),
        ("a fortnight ago", "2023-04-27"),
        ("as recently as Tuesday", "2023-05-09"),
        ("as early as 2019", "2019"),
        ("last night", "2023-05-10"),
        ("this morning", "2023-05-11"),
        ("yesterday", "2023-05-10"),
        ("the day before yesterday", "2023-05-09"),
        ("tomorrow", "2023-05-12"),
        ("on 3 March", "2023-03-03"),
        ("on the third of March", "2023-03-03"),
        ("on Friday, March 3rd", "2023-03-03"),
        ("on 20 May", "2022-05-20"),
        ("on Feb. 24, 2022", "2022-02-24"),
        ("on 29 February", "2020-02-29"),
        ("on March 3 last year", "2022-03-03"),
        ("on 2021-02-03", "2021-02-03"),
        ("on the 16th", "2023-04-16"),
        ("on the 31st", "2023-03-31"),
        ("in March 2019", "2019-03"),
        ("March 2019", "2019-03"),
        ("in early June", "2022-06"),
        ("in May", "2023-05"),
        ("last May", "2022-05"),
        ("in May last year", "2022-05"),
        ("in 2019", "2019"),
        ("in the summer of 2019", "2019"),
        ("last week", "2023-05-01/2023-05-07"),
        ("earlier this week", "2023-05-08/2023-05-11"),
        ("over the weekend", "2023-05-06/2023-05-07"),
        ("last month", "2023-04"),
        ("earlier this month", "2023-05"),
        ("last year", "2022"),
        ("two days ago", "2023-05-09"),
        ("a couple of weeks ago", "2023-04-27"),
        ("three months ago", "2023-02"),
        ("five years ago", "2018"),
        ("a few minutes ago", "2023-05-11"),
        ("shortly after 8 a.m.", "2023-05-11"),
        ("recently", ""),
        ("at the time", ""),
        ("several weeks ago", ""),
    ],
)
def test_dates(text: str, iso: str) -> None:
    """The whole of the words is one expression, and it stands for this date."""
    assert found(text) == [(text, iso)]


@pytest.mark.parametrize(
    "text",
    ["you may go", "they march on", "the sun sat low", "Black Friday", "the Sunday Times", "2,019 men", "in 2,000",
     "a sold-out show", "31 February", "the 1970s", "Saturday-night", "at 99"],
)  # fmt: skip
def test_words_that_are_no_dates(text: str) -> None:
    """Names, numbers, and words that months and days are written like."""
    assert [iso for _, iso in found(text) if iso] == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("On Monday it broke. Two days later", "2023-05-10"),
        ("On Monday it broke. The next day", "2023-05-09"),
        ("On Monday it broke. The previous day,", "2023-05-07"),
        ("On Monday it broke. That same evening", "2023-05-08"),
        ("On Monday it broke, a day after", "2023-05-07"),
        ("On 3 May 2021 it broke. In June of that year", "2021-06"),
        ("By Monday it breaks. Two days later", ""),
    ],
)
def test_what_looks_back(text: str, last: str) -> None:
    """Is counted from the day that is named before, unless that is planned for some time."""
    assert found(text)[-1][1] == last


def test_an_anchor_from_before() -> None:
    """The day that was named before the stretch, or none."""
    assert found("a day later", anchor=date(2023, 5, 1)) == [("a day later", "2023-05-02")]
    assert found("a day later") == [("a day later", "")]


def test_without_a_calendar() -> None:
    """Only what holds the whole date is one."""
    assert found("on Monday, in 2019, on 3 May and 3 May 2021", Calendar(ENGLISH)) == [
        ("on Monday", ""),
        ("in 2019", "2019"),
        ("on 3 May", ""),
        ("3 May 2021", "2021-05-03"),
    ]


@given(
    st.lists(
        st.sampled_from(["999", "weeks", "later", "ago", "on", "Monday", "3", "May", "2021", "the", "last", "a", ","])
    ),
    st.dates() | st.none(),
)
def test_whatever_stands_there(words: list[str], today: date | None) -> None:
    """Expressions lie in the text, in order, and a date is there if and only if it says by what."""
    text = " ".join(["x", *words])
    end = 0
    for e in date_expressions(text, Span(0, len(text)), Calendar(ENGLISH, today, "published_at" if today else "")):
        assert end <= e.span.start < e.span.end <= len(text)
        assert bool(e.when.date) == bool(e.when.resolved) == (e.when.precision != "none")
        end = e.span.end


@pytest.mark.parametrize("part", ["on the ", "late on ", "Monday ", "in the early ", "1", "a couple of  ", "May 3, "])
def test_long_texts_take_linear_time(part: str) -> None:
    """A page of one beginning after the other."""
    text = part * (200_000 // len(part))
    start = process_time()
    date_expressions(text, Span(0, len(text)), CALENDAR)
    assert process_time() - start < 10
