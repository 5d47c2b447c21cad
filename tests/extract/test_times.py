"""When a statement was made: beside the cue, at the head, inherited; and never from what is said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.layout import Layout
from onrecord.extract.times import times
from onrecord.languages.en.english import ENGLISH
from onrecord.model.attribution import Attribution
from onrecord.model.report import Block, Dateline, Report
from onrecord.model.span import Span

#: A Thursday.
PUBLISHED = "2023-05-11"

_MARK = re.compile(r"([<\[{])(\d?)|[>\]}]")
_ROLE = {"<": "source", "[": "cue", "{": "content"}


def marked(*paragraphs: str, published_at: str = PUBLISHED, dateline: Dateline | None = None) -> list[Attribution]:
    """The statements of a report that is written with its marks, with their times.

    ``<source> [cue] {content}``; a digit after the opening mark says to which statement the words belong (1 if none).
    Statements come back in the order of these digits.
    """
    text, roles, open_ = "", {}, []
    blocks = []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        start, at = len(text), 0
        for match in _MARK.finditer(paragraph):
            text += paragraph[at : match.start()]
            at = match.end()
            if match[1]:
                open_.append((_ROLE[match[1]], match[2] or "1", len(text)))
            else:
                role, number, begin = open_.pop()
                roles.setdefault(number, {}).setdefault(role, []).append(Span(begin, len(text)))
        text += paragraph[at:]
        blocks.append(Block("paragraph", Span(start, len(text))))
    report = Report("d", "v", text, tuple(blocks), "", "", language="en", published_at=published_at, dateline=dateline)
    statements = tuple(
        Attribution(
            number,
            "direct" if text[min(parts["content"]).start] in '“"' else "indirect",
            *(tuple(sorted(parts.get(role, []))) for role in ("source", "cue", "content")),
            0.9,
            "sure",
        )
        for number, parts in sorted(roles.items())
    )
    return list(times(Layout(report, ENGLISH), statements))


def dates(*paragraphs: str, published_at: str = PUBLISHED) -> list[str | None]:
    """The statements' dates: None without a time, empty for one that is no date."""
    return [a.said_at.date if a.said_at else None for a in marked(*paragraphs, published_at=published_at)]


CASES = [
    ("<Ana Brel> [said] on Monday that {the bridge had closed on Friday}.", "2023-05-08"),
    ("<Ana Brel> [said] Monday that {the bridge had closed}.", "2023-05-08"),
    ("<Ana Brel> on Monday [denied] {that the bridge had closed}.", "2023-05-08"),
    ("<Ana Brel>, the mayor, on Monday [denied] {the report}.", "2023-05-08"),
    ("On Monday, <Ana Brel> [said] {the bridge had closed}.", "2023-05-08"),
    ("On Monday <the ministry> [said] {the bridge had closed}.", "2023-05-08"),
    ("{“It has closed,”} <she> [told] reporters in Porto on Monday.", "2023-05-08"),
    ("{“It has closed,”} [said] <Ana Brel> on Monday. {“It is gone.”}", "2023-05-08"),
    ("{“It has closed,”} [said] <Ana Brel, the mayor of Porto>, on Monday.", "2023-05-08"),
    ("Speaking to journalists in Porto on Tuesday, <Brel> [said] {it had closed}.", "2023-05-09"),
    ("In a statement issued late on Wednesday, <the company> [said] {it had closed}.", "2023-05-10"),
    ("In an interview with Radio Alva on Wednesday, <Brel> [said] {it had closed}.", "2023-05-10"),
    ("{The bridge closed on Friday}, <Brel> [said] on Monday.", "2023-05-08"),
    ("{The bridge closed on Friday}, <Brel> [said].", None),
    ("<Brel> [said] {the bridge had closed on Friday}.", None),
    ("<Brel>, who resigned on Monday, [said] {it had closed}.", None),
    ("<Brel> [told] Ivo Tann, who resigned on Monday, {that it had closed}.", None),
    ("After the court ruled on Monday, <Brel> [said] {it had closed}.", None),
    ("After a meeting on Monday, <Brel> [said] {it had closed}.", "2023-05-08"),
    ("<Brel> [criticised] {Monday's ruling}.", None),
    ("<Brel> [told] Monday's news conference {that it had closed}.", "2023-05-08"),
    ("<Brel> [said] in a Monday interview that {it had closed}.", "2023-05-08"),
    ("The strike began on Monday and <Brel> [said] {it would go on}.", None),
    ("<Brel> visited the camp on Monday and [said] {it was full}.", "2023-05-08"),
    ("<The delegates> walked out on Monday, [accusing] {the army of shelling}.", "2023-05-08"),
    ("<Some 200 people> marched on Monday [to demand] {his release}.", "2023-05-08"),
    ("Shares fell on Monday after <the regulator> [ordered] {a halt}.", None),
    ("The row began last month, when <the company> [announced] {the cuts}.", "2023-04"),
    ("Police cleared the gates on Monday, hours after <a court> [ordered] {the men back to work}.", None),
    ("Norway expelled the envoy on Tuesday, a day after <Oslo> [accused] {him of spying}.", "2023-05-08"),
    ("<A report published on Tuesday> [says] {the bridge is safe}.", "2023-05-09"),
    ("<The report, dated 2 May,> [says] {the bridge is safe}.", "2023-05-02"),
    ("In a letter dated May 2, <Brel> [warned] {that it would close}.", "2023-05-02"),
    ("[According to] <a statement released on Tuesday>, {it is safe}.", "2023-05-09"),
    ("<Brel> [will tell] parliament on Monday {that it is safe}.", None),
    ("<The minister>, whom she telephoned on Tuesday, [told] her {that it was safe}.", "2023-05-09"),
    ("It [was announced] on Tuesday {that it was safe}.", "2023-05-09"),
    ("<Brel> [said] shortly after 8 a.m. on Tuesday {that it was safe}.", "2023-05-09"),
    ("<Brel> has since Tuesday [said] {that it is safe}.", None),
    ("On Tuesday, a day after <Brel> [said] {it was safe}, the bridge closed.", "2023-05-08"),
    ("On Monday, after she had seen the cracks, <Brel> [said] {it was unsafe}.", "2023-05-08"),
    ("But on Monday <Brel> [said] {it was unsafe}.", "2023-05-08"),
    ("<Brel> [said] {it was unsafe} on Monday.", "2023-05-08"),
    ("<Brel> [said] {it was unsafe} while visiting Porto on Monday.", "2023-05-08"),
    ("<Brel>, asked about it on Monday, [said] {it was unsafe}.", "2023-05-08"),
    ("Asked on Monday whether it was safe, <Brel> [said] {it was not}.", "2023-05-08"),
    ("{It is unsafe}, <Brel> [said] in a message posted on X late Wednesday.", "2023-05-10"),
    ("<Brel> [promised] three weeks ago {to resign}.", "2023-04-20"),
    ("Five years ago <Brel> [promised] {to resign}.", "2018"),
    ("<Brel> [announced] in March {she would resign}.", "2023-03"),
    ("Earlier this month, <Brel> [said] {she would resign}.", "2023-05"),
    ("<Brel> [said] earlier this week {she would resign}.", "2023-05-08/2023-05-11"),
    ("<Brel> [said] over the weekend that {she would resign}.", "2023-05-06/2023-05-07"),
    ("<Brel> [said] last week that {she would resign}.", "2023-05-01/2023-05-07"),
    ("In 2019 <a court> [ordered] {him to pay}.", "2019"),
    ("<Brel> [said] recently that {she would resign}.", ""),
    ("<Brel> had [earlier said] {she would resign}.", ""),
    ("Earlier, <Brel> [had said] {she would resign}.", ""),
    ("<Brel> [quoted] an earlier report {as proof}.", None),
    ("<Brel> [denied] at the time {that she had}.", ""),
    ("<Brel> [has] repeatedly [denied] {it}.", None),
    ("On Monday, in a debate in which Tann attacked her, <Brel> [said] {it was not}.", "2023-05-08"),
    ("<Brel>, in Porto on Monday for talks, [said] {it was not}.", "2023-05-08"),
    ("The judge fined her on Monday; <Brel> [said] {she would appeal}.", None),
    ("Some 200 people marched on Monday [to demand] {his release}.", "2023-05-08"),
    ("<Brel> [once told] me {that it was safe}.", ""),
    ("<She> [told] me when we met in March {that it was safe}.", "2023-03"),
    ("<TASS> [quoted] her on Monday {as saying it was safe}.", "2023-05-08"),
    ("<Brel> [promised] on the third of May {to resign}.", "2023-05-03"),
    ("<Brel> [said] this Thursday {she would resign}.", "2023-05-11"),
    ("<Brel> [said] {she would resign}, ahead of Friday's vote.", None),
    ("In <the Sunday Times>, [according to] which {she would resign}.", None),
    ("<Brel> [said] next Thursday {would be her last day}.", None),
    ("Brel wept on Monday as <she> [said] {it was unsafe}.", "2023-05-08"),
    ("As recently as Tuesday <Brel> [said] {it was safe}.", "2023-05-09"),
    ("<Brel> [told] {Tann last month which bridge was safe}.", "2023-04"),
    ("<Brel> [said] {Tann had told her}, in a note dated May 2, {that it was safe}.", None),
    ("<Brel> [said] {she had called him}, on Monday, to say so.", None),
    ("<Brel> [refused] {to give way last week}.", "2023-05-01/2023-05-07"),
    ("<Brel> [promised] {to give way on Monday}.", None),
    ("<Brel> [criticised] {the rules that were made last week}.", None),
    ("<Brel> [told] Alva Today {it was safe}.", None),
    ("<A report of 2 May 2023> [says] {the bridge is safe}.", "2023-05-02"),
    ("The row began with a letter of 2 May to the council in which <Brel> [said] {it was safe}.", "2023-05-02"),
    ("<Brel> [said] {it was safe}; on Tuesday it closed.", None),
    ("The bridge was old; on Tuesday <she> [said] {it was safe}.", "2023-05-09"),
    ("On a wet morning in March Brel cut a ribbon and [told] {workers that it was safe}.", "2023-03"),
    ("She telephoned Tann on Monday and [told] him {that it was safe}.", "2023-05-08"),
    ("She resigned on Monday and [says] {that it is safe}.", None),
    ("<She> retires on Friday, at 66, and [has agreed] {to talk}.", None),
    ("Brel was met on Monday by a guard who left, and by a man <who> [said] {it was safe}.", None),
    ("Brel was met on Monday by a man <who> [said] {it was safe}.", "2023-05-08"),
    ("{“It is safe,”} [said] <the mayor in Porto on Monday>.", "2023-05-08"),
    ("[According to] <Monday's edition of the Alva Times>, {it is safe}.", "2023-05-08"),
    ("<Brel> [says] {so} in a column in Monday's Alva Times.", "2023-05-08"),
    ("<Brel> [said] {she telephoned him on Monday to ask}.", None),
    ("<Brel> [declined] {to say what she had seen on Monday}.", None),
    ("<The rules> [require] {it to close this year}.", None),
    ("<Brel> [told] him before dawn on Monday {that it was safe}.", "2023-05-08"),
    ("<Brel>, who knew nothing until Tann called in 2016, [denied] {it}.", None),
    ("<Brel> [said] afterwards {that it was safe}.", ""),
    ("<Brel> [repeated an offer], first made in 2016, {to mediate}.", None),
]


@pytest.mark.parametrize(("text", "date"), CASES)
def test_the_clause_of_the_cue_says_when(text: str, date: str | None) -> None:
    """Beside the cue, at the head, behind what is said; not in the content, and not in another verb's clause."""
    assert dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<1Brel> [1rejected] {1the plan} on Monday and [2said] {2it was dead}.", ["2023-05-08"] * 2),
        ("<1Brel> [1said] on Monday {1it was dead} and <2Tann> [2denied] {2it}.", ["2023-05-08", None]),
        ("<1Brel> [1denied] {1it} and <2Tann> [2said] on Monday {2it was dead}.", [None, "2023-05-08"]),
        (
            "On Monday <1the ministry> [1said] {1it was safe}, but on Tuesday <2it> [2said] {2it was not}.",
            ["2023-05-08", "2023-05-09"],
        ),
        (
            "<1Brel> [1said] {1<2Tann> [2had told] her on Monday {2that it was safe}}.",
            [None, "2023-05-08"],
        ),
        (
            "<1Brel> [1said] on Tuesday {1that <2Tann> [2had told] her in March {2that it was safe}}.",
            ["2023-05-09", "2023-03"],
        ),
        ("<1Brel> [1quoted] {1<2Tann> as [2saying] on Monday {2that it was safe}}.", [None, "2023-05-08"]),
        ("At a meeting on Monday, <1Brel> [1said], {1<2Tann> [2had promised] {2to pay}}.", [None, "2023-05-08"]),
        (
            "At a rally on Monday, at which <1Brel> [1said] {1it was safe}, <2Tann> [2spoke] {2well}.",
            ["2023-05-08", None],
        ),
        ("[1Asked] {1whether it was safe}, <2Brel> [2said] on Monday {2that it was not}.", ["2023-05-08"] * 2),
        ("{1“<2Tann> [2promised] yesterday {2to pay},”} <1Brel> [1said] on Monday.", ["2023-05-08", "2023-05-07"]),
        ("<1Brel> [1said] on Monday {1“<2Tann> [2promised] yesterday {2to pay}.”}", ["2023-05-08", "2023-05-07"]),
    ],
)
def test_of_two_statements_each_has_its_own(text: str, expected: list[str | None]) -> None:
    """Side by side, one inside the other, or a question and its answer."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # The same speaker goes on, in the next sentence and the next paragraph.
        (
            ["<1Ana Brel> [1told] Radio Alva on Monday {1it was safe}. <2She> [2added] {2that it was new}."],
            ["2023-05-08"] * 2,
        ),
        (
            ["<1Ana Brel> [1told] Radio Alva on Monday {1it was safe}.", "{2“It is new,”} <2Brel> [2said]."],
            ["2023-05-08"] * 2,
        ),
        # Somebody else speaks; what is held in general; what is left unsaid; a sentence lies between.
        (["<1Ana Brel> [1said] on Monday {1it was safe}. <2Ivo Tann> [2denied] {2that}."], ["2023-05-08", None]),
        (["<1Ana Brel> [1said] on Monday {1it was safe}. <2She> [2says] {2it is new}."], ["2023-05-08", None]),
        (["<1Ana Brel> [1said] on Monday {1it was safe}. <2She> [2has called] {2it new}."], ["2023-05-08", None]),
        (
            ["<1Ana Brel> [1said] on Monday {1it was safe}. The bridge is old. <2She> [2said] {2it was new}."],
            ["2023-05-08", None],
        ),
        # In the next paragraph, last week may be another occasion.
        (
            ["<1Ana Brel> [1said] last week {1it was safe}. <2She> [2added] {2it was new}."],
            ["2023-05-01/2023-05-07"] * 2,
        ),
        (
            ["<1Ana Brel> [1said] last week {1it was safe}.", "<2She> [2added] {2it was new}."],
            ["2023-05-01/2023-05-07", None],
        ),
        (["<1Ana Brel> [1said] {1it was safe} in May and <2she> [2added] {2it was new}."], ["2023-05", "2023-05"]),
        # A clause about another time.
        (
            ["<1Ana Brel> [1said] on Monday {1it was safe}, hours after <2she> [2said] {2it was not}."],
            ["2023-05-08", None],
        ),
        # One subject, two verbs.
        (["<1<2Ana Brel>> on Monday [1rejected] {1the plan} and [2called] {2it dead}."], ["2023-05-08"] * 2),
        (["<1Ana Brel> [1said] on Monday {1it was safe}, [2adding] {2that it was new}."], ["2023-05-08"] * 2),
        (["<1Ana Brel> [1said] on Monday {1it was safe}, it [2was reported] {2in Porto}."], ["2023-05-08", None]),
        # The same occasion, by its name.
        (
            [
                "<1Ana Brel> [1told] Radio Alva on Monday {1it was safe}.",
                "[2Asked] on the same programme {2whether it was new}, <3she> [3said] {3yes}.",
            ],
            ["2023-05-08"] * 3,
        ),
        (
            ["<1Ana Brel> [1wrote] on Monday {1it was safe}. In it, <2Ivo Tann> [2adds] {2that it is new}."],
            ["2023-05-08"] * 2,
        ),
        # Another speaks in between.
        (
            ["<1Ana Brel> [1said] on Monday {1it was safe}. When <2Tann> [2asked] {2if so}, <3she> [3said] {3yes}."],
            ["2023-05-08", None, "2023-05-08"],
        ),
        # What somebody does before they speak.
        (["In the chamber, on Sunday, Ana Brel was mild. <1She> [1told] workers {1it was safe}."], ["2023-05-07"]),
        (["Ana Brel visited the bridge on Sunday. <1She> [1told] workers {1it was safe}."], ["2023-05-07"]),
        (["The bridge closed on Sunday. <1She> [1told] workers {1it was safe}."], [None]),
        # A date that looks back to another.
        (
            ["<1Ana Brel> [1said] on Monday {1it was safe}. Two days later, <2Ivo Tann> [2denied] {2it}."],
            ["2023-05-08", "2023-05-10"],
        ),
        (
            ["<1Ana Brel> [1said] on Monday {1it was safe}.", "The previous day <2Ivo Tann> [2had denied] {2it}."],
            ["2023-05-08", "2023-05-07"],
        ),
    ],
)
def test_a_speaker_who_goes_on(paragraphs: list[str], expected: list[str | None]) -> None:
    """The time of the sentence before holds where the same speaker plainly goes on, and only there."""
    assert dates(*paragraphs) == expected


def test_without_a_publication_date_the_dateline_tells() -> None:
    """And without either a weekday is no date, while a full date is one."""
    text = "<1Brel> [1said] on Monday {1it was safe}. On 3 May 2021 <2Tann> [2denied] {2it}."
    first, second = marked(text, published_at="", dateline=Dateline("PORTO", "2023-05-11", "", Span(0, 5)))
    assert first.said_at and (first.said_at.date, first.said_at.resolved) == ("2023-05-08", "dateline")
    assert second.said_at and (second.said_at.date, second.said_at.resolved) == ("2021-05-03", "stated")
    first, second = marked(text, published_at="")
    assert first.said_at and (first.said_at.date, first.said_at.precision, first.said_at.resolved) == ("", "none", "")
    assert second.said_at and second.said_at.date == "2021-05-03"


def test_the_words_that_say_when_are_kept() -> None:
    """The span is the expression, with its preposition."""
    (a,) = marked("In a letter, <Brel> [said] late on Wednesday evening that {it was safe}.")
    assert a.said_at and a.said_at.precision == "day"
    assert a.said_at.span == Span(
        len("In a letter, Brel said "), len("In a letter, Brel said late on Wednesday evening")
    )


@given(
    st.text("ab .,“”’\n", max_size=20),
    st.lists(
        st.sampled_from(["on Monday", "two days later", "May 3", "who ", " said ", ", ", ". ", "“", "999 years ago"])
    ),
    st.data(),
)
def test_whatever_the_text_the_spans_lie_in_it(start: str, parts: list[str], data: st.DataObject) -> None:
    """Any text and any statements: a time is a stretch of the report with a date or none."""
    text = start + " ".join(parts) + "x"
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(
        lambda pair: Span(min(pair[0], pair[1] - 1), max(pair[0] + 1, pair[1]))
    )
    role = st.lists(spans, max_size=2).map(lambda found: tuple(sorted(found)))
    statements = tuple(
        Attribution(str(n), "indirect", data.draw(role), data.draw(role), (data.draw(spans),), 0.9, "sure")
        for n in range(data.draw(st.integers(0, 3)))
    )
    report = Report("d", "v", text, (Block("paragraph", Span(0, len(text))),), "", "", published_at=PUBLISHED)
    for a in times(Layout(report, ENGLISH), statements):
        if a.said_at is not None:
            assert a.said_at.span.end <= len(text)
            assert bool(a.said_at.date) == bool(a.said_at.resolved) == (a.said_at.precision != "none")


def test_told_in_between() -> None:
    """A time between those who are told and what they are told is that of telling it, whoever took it for content."""
    assert dates("<Falk> [told] {the council in March that the dam was safe}.") == ["2023-03"]
    assert dates("<Falk> [urged] {them on Monday to leave}.") == ["2023-05-08"]
    assert dates("<Falk> [said] {that on Monday they asked to leave}.") == [None]
    assert dates("<A study that both wrote in 2017> [found] {that it was safe}.") == ["2017"]
    assert dates("<Falk> [had asked] as early as March {for help}.") == ["2023-03"]
