"""Which piece of a report is what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.report import BLOCK_KINDS
from onrecord.model.span import Span
from onrecord.readers.anatomy import Piece, dissect

LEAD = (
    "The river fell by four fifths on Sunday night and the pumps "
    "of a thousand farms ran dry before dawn, officials said."
)
MORE = (
    "Nobody in the two towns below the dam had been warned, the mayor of the larger one told reporters at the bridge."
)


def kinds(*lines, **known):
    text, pieces = joined(lines)
    return [(block.kind, block.span.of(text)) for block in dissect(text, pieces, **known).blocks]


def kind_of(line, **known):
    """The kind that a line gets in the middle of a report."""
    found = kinds("River runs dry", LEAD, MORE, line, LEAD, MORE, **known)
    return next(kind for kind, words in found if words in line)


def joined(lines):
    text, pieces, position = "\n\n".join(lines), [], 0
    for line in lines:
        pieces.append(Piece(Span(position, position + len(line))))
        position += len(line) + 2
    return text, tuple(pieces)


def test_a_report_is_taken_apart():
    found = kinds(
        "River runs dry below the dam",
        "Ilka Brandeis, foreign minister of Lorenia",
        "By Mara Lindqvist-Obi and Jory Havel, Northline",
        "OSTREL, Lorenia, March 12 (Northline) — " + LEAD,
        "Read more: The towns that drink from bottles",
        MORE,
        "(Reporting by Mara Lindqvist-Obi; editing by Petra Ninh)",
        "© 2024 Northline. All rights reserved.",
    )
    assert [kind for kind, _ in found] == [
        "headline", "caption", "byline", "dateline", "paragraph", "related", "paragraph", "credit", "credit",
    ]  # fmt: skip
    assert found[3][1] == "OSTREL, Lorenia, March 12 (Northline) —"
    assert found[4][1] == LEAD


def test_names_outlet_and_date_are_read_from_their_lines():
    text, pieces = joined(
        [
            "River runs dry",
            "By Mara Lindqvist-Obi | Northline",
            "Published: March 12, 2024",
            LEAD,
            "© 2024 Northline. All",
        ]
    )
    anatomy = dissect(text, pieces)
    assert anatomy.byline.of(text) == "Mara Lindqvist-Obi"
    assert anatomy.outlet.of(text) == "Northline"
    assert anatomy.published[0] == "2024-03-12"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By JANE DOE | Associated Press", "JANE DOE"),
        ("By Jane Doe, John van der Roe and Ana O’Brien", "Jane Doe, John van der Roe and Ana O’Brien"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("By Jane Doe, courts reporter", "Jane Doe"),
        ("By Jane Doe in Ostrel", "Jane Doe in Ostrel"),
        ("Jane Doe, Political Correspondent", "Jane Doe"),
        ("By The Associated Press", "The Associated Press"),
        ("By Jane Doe • March 12, 2024 at 3:04 pm", "Jane Doe"),
    ],
)
def test_bylines_name_their_writers(line, names):
    text, pieces = joined(["River runs dry below", line, LEAD, MORE])
    anatomy = dissect(text, pieces)
    assert anatomy.blocks[1].kind == "byline"
    assert anatomy.byline.of(text) in (names, names.removesuffix(" in Ostrel"))


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the town had fled",
        "By and large it was over",
        "By Jane Doe's account it was over.",
        "By noon, officials said, the river had gone",
        "By Christmas Eve",
        "Stand By Your Man",
    ],
)
def test_running_text_is_no_byline(line):
    assert all(kind != "byline" for kind, _ in kinds("River runs dry", line, LEAD))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Subscribe to our newsletter", "boilerplate"),
        ("Sign up for our daily briefing and never miss a story", "boilerplate"),
        ("Follow us on Twitter", "boilerplate"),
        ("Follow Mara Lindqvist on Twitter @maralin", "boilerplate"),
        ("Share this article", "boilerplate"),
        ("Share", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Facebook Twitter WhatsApp Email", "boilerplate"),
        ("Story continues below advertisement", "boilerplate"),
        ("This material may not be published, broadcast, rewritten or redistributed.", "boilerplate"),
        ("ENDS", "boilerplate"),
        ("5 min read", "boilerplate"),
        ("Read more: The towns that drink from bottles", "related"),
        ("READ ALSO: The towns that drink from bottles", "related"),
        ("Related stories", "related"),
        ("More from Northline", "related"),
        ("WATCH | The dam from above", "related"),
        ("Source: Northline", "credit"),
        ("With files from Northline", "credit"),
        ("(Additional reporting by Jory Havel)", "credit"),
        ("Jory Havel contributed to this report.", "credit"),
        ("© Northline 2024", "credit"),
        ("Correction: An earlier version of this report named the wrong dam.", "correction"),
        ("Correction (March 13): The dam has five gates, not six.", "correction"),
        ("This article was amended on 13 March to name the dam.", "correction"),
        ("An earlier version of this story misstated the number of gates.", "correction"),
        ("Editor's note: This story has been updated to name the dam.", "correction"),
        ("Photo: Jory Havel/Northline", "caption"),
        ("The dam seen from Brod on Tuesday. (Jory Havel/Northline via AP)", "caption"),
        ("FILE - The dam in 1974", "caption"),
        ("What the engineers say", "subheading"),
        ("10:45 a.m.", "subheading"),
        ("14:05 GMT", "subheading"),
    ],
)
def test_lines_that_say_what_they_are(line, kind):
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Follow us, the officer shouted, and they ran.",
        "“Follow us on Twitter,” the minister told the crowd, “and you will see who is right.”",
        "“Subscribe to our newsletter,” she joked.",
        "Sign up for war, the posters said, and thousands did.",
        "Share prices fell by a tenth after the announcement.",
        "Read more about it in the report, the minister told parliament on Tuesday.",
        "Related to the dispute is an older one over fishing rights.",
        "Watch out for the gates, he warned.",
        "Source after source confirmed the account on Tuesday.",
        "Correction facilities across the country are full, the union said.",
        "Copyrighted works were copied for years, the court heard.",
        "Email records show that the minister knew.",
        "Twitter said on Tuesday that it would not comment.",
        "Photographs of the dam were shown in court.",
        "Support our troops, the placards said, and go home.",
        "Get our people out, the mayor demanded.",
        "In pictures taken that night the gates are shut.",
        "This story has been told before, said the mayor.",
        "Editor’s note: what follows is an interview in full.",
        "Download speeds have doubled, the operator said.",
        "Ends justify means, he said.",
        "Most read it as a threat.",
        "Via a spokesman, the company declined to comment.",
        "Published reports say the gates were shut on 3 March 2024 and stayed shut until the commission met.",
    ],
)
def test_running_text_is_never_lost(line):
    assert kind_of(line) in ("paragraph", "subheading")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["River runs dry", LEAD], "headline"),
        (["Is the river gone for good?", LEAD], "headline"),
        (["Poll: Voters Abandon River Party For The Dam.", LEAD], "headline"),
        ([LEAD, MORE], "paragraph"),
        (["LONDON — Short.", LEAD], "dateline"),
        ([LEAD], "paragraph"),
        (["River"], "paragraph"),
    ],
)
def test_the_first_line_is_a_headline_if_it_looks_like_one(lines, expected):
    assert kinds(*lines)[0][0] == expected


def test_a_known_headline_is_found_and_no_other_is_guessed():
    assert kinds("RIVER RUNS DRY", LEAD, headline="River runs dry")[0][0] == "headline"
    assert kinds("It is over now.", LEAD, headline="River runs dry")[0][0] == "paragraph"


def test_kinds_known_from_markup_are_kept():
    text, pieces = joined(["Share", LEAD, MORE])
    marked = [Piece(pieces[0].span, "paragraph"), *pieces[1:]]
    assert dissect(text, marked).blocks[0].kind == "paragraph"


def test_a_dateline_is_split_off_a_piece_that_markup_calls_a_paragraph():
    text, (piece,) = joined(["MOSCOW (AP) — " + LEAD])
    blocks = dissect(text, [Piece(piece.span, "paragraph")]).blocks
    assert [block.kind for block in blocks] == ["dateline", "paragraph"]


def test_a_standfirst_before_the_dateline_is_a_subheading():
    found = kinds("River runs dry", "The towns below the dam were not warned.", "MOSCOW (AP) — " + LEAD)
    assert [kind for kind, _ in found] == ["headline", "subheading", "dateline", "paragraph"]


def test_speaker_labels_are_split_off_without_their_colon():
    found = kinds("MINISTER: We did not know.", "HOST: Why not?", "MINISTER (angrily): Nobody told us.")
    assert [words for kind, words in found if kind == "speaker_label"] == ["MINISTER", "HOST", "MINISTER"]
    assert [words for kind, words in found if kind == "paragraph"][-1] == "Nobody told us."


def test_a_host_is_introduced_once_with_the_role():
    found = kinds(
        "JANE DOE, HOST: Good evening.", "ILKA BRANDEIS: Good evening.", "DOE: So?", "BRANDEIS: So.", "DOE: Well."
    )
    assert [words for kind, words in found if kind == "speaker_label"] == [
        "JANE DOE, HOST", "ILKA BRANDEIS", "DOE", "BRANDEIS", "DOE",
    ]  # fmt: skip


def test_questions_and_answers_are_turns():
    found = kinds("Q: Why?", "A: Because.", "Q: Really?", "A: Really.")
    assert [words for kind, words in found if kind == "speaker_label"] == ["Q", "A", "Q", "A"]


@pytest.mark.parametrize(
    "lines",
    [
        ["WASHINGTON: The president left.", LEAD, MORE],
        ["NOTE: This is one.", "NOTE: This is another.", "NOTE: And a third."],
        ["WHAT: A march.", "WHEN: Monday.", "WHERE: The dam.", LEAD],
        ["CLAIM: It rained.", "FACT: It did not.", "CLAIM: It snowed.", "FACT: It did not."],
        ["Brandeis: no comment.", LEAD, MORE, LEAD, MORE],
        ["The minister was clear: no.", "The minister was clear: no.", "The minister was clear: no."],
        ["He said: no.", "She said: yes.", "He said: no."],
    ],
)
def test_a_colon_alone_makes_no_transcript(lines):
    assert all(kind != "speaker_label" for kind, _ in kinds(*lines))


PIECES = st.lists(
    st.tuples(
        st.sampled_from([
            "", " ", "River runs dry", LEAD, "By Jane Doe", "MOSCOW (AP) — Fire.", "MINISTER: No.", "HOST: Why?",
            "© 2024 X", "Share", "10:45", "(", "-", "LONDON —", "A:", "Photo: X", "\u0130" * 30, "By By", "é" * 500,
        ]) | st.text(max_size=40),
        st.sampled_from([None, None, None, *BLOCK_KINDS]),
    ),
    max_size=12,
)  # fmt: skip


@given(
    PIECES,
    st.sampled_from(["", "River runs dry", "("]),
    st.sampled_from(["", "2024-03-12", "9999-12-31", "0001-01-01"]),
)
def test_blocks_are_in_order_apart_and_inside_the_text(lines, headline, published):
    text, pieces = "\n\n".join(line for line, _ in lines), []
    position = 0
    for line, kind in lines:
        if line:
            pieces.append(Piece(Span(position, position + len(line)), kind))
        position += len(line) + 2
    blocks = dissect(text, pieces, headline=headline, published_at=published).blocks
    reached = 0
    for block in blocks:
        assert reached <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        reached = block.span.end


@given(PIECES)
def test_no_word_is_lost_between_blocks(lines):
    """What lies between the blocks is white space, a label's colon or its aside."""
    text, pieces = joined([line for line, _ in lines if line])
    blocks = dissect(text, [Piece(p.span) for p in pieces]).blocks
    kept = sum(len("".join(block.span.of(text).split())) for block in blocks)
    labels = sum(block.kind == "speaker_label" for block in blocks)
    assert len("".join(text.split())) - kept <= 60 * labels
