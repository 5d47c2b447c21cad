"""Ledgers made by hand, for looking and for tests: invented people, places and outlets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model.attribution import Attribution, Kind
from onrecord.model.ids import attribution_id, digest
from onrecord.model.ledger import Flag, FlagKind, Ledger, Provenance
from onrecord.model.report import Block, BlockKind, Dateline, Report
from onrecord.model.span import Span

Said = tuple[Kind, str, str, Sequence[str], float]


def report(*blocks: tuple[BlockKind, str], **fields: object) -> Report:
    """A report whose text is the blocks, a blank line between each two; a dateline runs on."""
    text, placed = "", []
    for n, (kind, words) in enumerate(blocks):
        if n:
            text += " " if blocks[n - 1][0] in ("dateline", "speaker_label") else "\n\n"
        placed.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    base = Report(
        document_id="test",
        version_id=digest(text),
        text=text,
        blocks=tuple(placed),
        raw_digest="",
        reader="test 1",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def find(text: str, words: str, near: int = 0) -> Span:
    """The first span of ``words`` at or after ``near``; before it, where there is none after."""
    start = text.find(words, near)
    start = text.rindex(words) if start < 0 else start
    return Span(start, start + len(words))


def ledger(of: Report, *said: Said, flags: Mapping[str, tuple[FlagKind, str]] | None = None) -> Ledger:
    """A ledger of ``of``. Contents are looked up first, source and cue (empty for none) close to them."""
    found = []
    for kind, source, cue, contents, confidence in said:
        content = tuple(find(of.text, words) for words in contents)
        line = of.text.rfind("\n", 0, content[0].start) + 1
        sources = (find(of.text, source, line),) if source else ()
        cues = (find(of.text, cue, line),) if cue else ()
        name = attribution_id(of.version_id, sources, cues, content)
        tier = "sure" if confidence >= 0.8 else "check"
        found.append(Attribution(name, kind, sources, cues, content, confidence, tier))
    marks = tuple(Flag(kind, message, (find(of.text, at),)) for at, (kind, message) in (flags or {}).items())
    return Ledger(of, tuple(sorted(found, key=lambda a: a.start)), marks, Provenance("0.1.0", "0" * 64))


def ferry() -> Ledger:
    """A report with every kind of mark: nested, overlapping, discontinuous, over paragraphs, unattributed."""
    place = "MARROW BAY, 14 March (NCP) —"
    of = report(
        ("headline", "Harbour ferry was “never told” of sandbank, pilot says"),
        ("byline", "By Tamsin Okafor-Lindqvist"),
        (
            "caption",
            "The Alder Queen lies aground off Pell Point on Tuesday. Her captain, Joren Hask, called the "
            "rescue “slow but steady”. (Photo: Dag Ivarsen)",
        ),
        ("dateline", place),
        (
            "paragraph",
            "The captain of a ferry that ran aground with 212 people on board was “never told” that a "
            "sandbank had moved into the shipping lane, the pilots’ guild of Marrow Bay said on Wednesday.",
        ),
        (
            "paragraph",
            "“We had asked for new soundings in January, and again in February,” said Ilse Varga, the "
            "guild’s chairwoman. “Nobody wrote back. Nobody even rang.",
        ),
        (
            "paragraph",
            "“A chart is a promise, and this one was broken before anybody left the quay,” she added.",
        ),
        (
            "paragraph",
            "Deputy Harbour Minister Tomasz Oreld denied that any warning had reached his office and accused "
            "the guild of “rewriting the winter”. He said that a survey boat had told the port that the lane "
            "was clear on 2 March.",
        ),
        ("subheading", "‘Slow but steady’"),
        (
            "paragraph",
            "All passengers were taken off by midnight. According to a port official who was not authorised "
            "to speak publicly, two of the four lifeboats could not be lowered. The company would look into it.",
        ),
        (
            "paragraph",
            "Passengers described a long, quiet wait. “You could hear the engine of every little boat before "
            "you saw it, recalled Wendeline Aart, 71, who was on her way to a christening.",
        ),
        (
            "paragraph",
            "The Alder Queen is expected to be refloated on Thursday’s tide, the owner, Brightwater Lines, "
            "said in a statement, and “will sail again when those who inspect her say that she can”.",
        ),
        ("credit", "Additional reporting by Lio Fenwick in Carrow"),
        ("correction", "Correction: an earlier version of this report gave the number of passengers as 221."),
        ("related", "Read more: The sandbank that walks"),
        url="https://northfield-courier.example/news/alder-queen",
        outlet="The Northfield Courier",
        headline="Harbour ferry was “never told” of sandbank, pilot says",
        byline="Tamsin Okafor-Lindqvist",
        published_at="2025-03-14T09:30:00Z",
        language="en",
    )
    of = replace(of, dateline=Dateline("Marrow Bay", "2025-03-14", "NCP", find(of.text, place)))
    return ledger(
        of,
        ("mixed", "pilot", "says", ["Harbour ferry was “never told” of sandbank"], 0.91),
        ("direct", "Her captain, Joren Hask", "called", ["“slow but steady”"], 0.83),
        (
            "mixed",
            "the pilots’ guild of Marrow Bay",
            "said",
            [
                "The captain of a ferry that ran aground with 212 people on board was “never told” that a "
                "sandbank had moved into the shipping lane"
            ],
            0.97,
        ),
        (
            "direct",
            "Ilse Varga, the guild’s chairwoman",
            "said",
            [
                "“We had asked for new soundings in January, and again in February,”",
                "“Nobody wrote back. Nobody even rang.",
            ],
            0.98,
        ),
        (
            "direct",
            "she",
            "added",
            ["“A chart is a promise, and this one was broken before anybody left the quay,”"],
            0.96,
        ),
        (
            "indirect",
            "Deputy Harbour Minister Tomasz Oreld",
            "denied",
            ["that any warning had reached his office"],
            0.9,
        ),
        (
            "mixed",
            "Deputy Harbour Minister Tomasz Oreld",
            "accused",
            ["the guild of “rewriting the winter”"],
            0.86,
        ),
        (
            "indirect",
            "He",
            "said",
            ["that a survey boat had told the port that the lane was clear on 2 March"],
            0.93,
        ),
        ("indirect", "a survey boat", "told", ["that the lane was clear on 2 March"], 0.71),
        (
            "indirect",
            "a port official who was not authorised to speak publicly",
            "According to",
            ["two of the four lifeboats could not be lowered"],
            0.95,
        ),
        ("indirect", "", "would", ["The company would look into it"], 0.41),
        (
            "direct",
            "Wendeline Aart, 71, who was on her way to a christening",
            "recalled",
            ["“You could hear the engine of every little boat before you saw it"],
            0.66,
        ),
        (
            "mixed",
            "the owner, Brightwater Lines",
            "said in a statement",
            [
                "The Alder Queen is expected to be refloated on Thursday’s tide",
                "“will sail again when those who inspect her say that she can”",
            ],
            0.94,
        ),
        ("indirect", "those who inspect her", "say", ["that she can"], 0.35),
        flags={"“You could": ("unclosed_quotation", "a quotation mark never closes")},
    )


def transcript() -> Ledger:
    """A broadcast: speakers' labels, which are sources without a verb."""
    of = report(
        ("headline", "Evening round: the harbour inquiry"),
        ("speaker_label", "HOST:"),
        ("paragraph", "Minister, did the letter reach you?"),
        ("speaker_label", "ORELD:"),
        ("paragraph", "It did not. I have said so, and I will say so to the inquiry."),
        outlet="Radio Carrow",
        headline="Evening round: the harbour inquiry",
        published_at="2025-03-16",
        language="en",
    )
    return ledger(
        of,
        ("direct", "HOST", "", ["Minister, did the letter reach you?"], 0.99),
        ("direct", "ORELD", "", ["It did not. I have said so, and I will say so to the inquiry."], 0.99),
    )


def quiet() -> Ledger:
    """A report in which nobody says anything."""
    return ledger(
        report(
            ("headline", "Tide tables for April"),
            ("paragraph", "High water at Pell Point is at six."),
            headline="Tide tables for April",
            language="en",
        )
    )


def foreign() -> Ledger:
    """A report in a language that is not analysed."""
    words = "Le bac du port s’est échoué mardi, a déclaré la capitainerie."
    return ledger(
        report(
            ("headline", "Le bac échoué"),
            ("paragraph", words),
            headline="Le bac échoué",
            outlet="Le Phare de Carrow",
            language="fr",
        ),
        flags={words: ("language_not_analysed", "French is not analysed")},
    )


def wide() -> Ledger:
    """Wide and combining characters in every column."""
    of = report(
        (
            "paragraph",
            "“船は動かなかった”と海野渚はるか船長は語った。 Ze\u0301non Ao\u0301 told us that "
            "e\u0301te\u0301 was late.",
        ),
        headline="船は動かなかった",
        outlet="港湾新報",
        language="ja",
    )
    return ledger(
        of,
        ("direct", "海野渚はるか船長", "語った", ["“船は動かなかった”"], 0.9),
        ("indirect", "Ze\u0301non Ao\u0301", "told", ["that e\u0301te\u0301 was late"], 0.6),
    )
