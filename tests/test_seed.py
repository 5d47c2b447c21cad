"""The report that started the project, read where it lies; its text stays out of the project."""

from pathlib import Path

import onrecord
from onrecord.encoder.words import WORD
from onrecord.model.span import Span
from onrecord.readers.base import Hints

#: Its attributions as a careful reader counts them, as offsets into the file: the words that name the source, the
#: whole phrase that they stand in, and the parts of the content.
SEED_OFFSETS = [
    ((5, 18), (5, 18), [(24, 80)]),
    ((197, 230), (197, 230), [(236, 357)]),
    ((404, 419), (404, 419), [(425, 636)]),
    ((762, 764), (762, 764), [(639, 761), (771, 913)]),
    ((915, 922), (915, 922), [(938, 1008)]),
    ((1010, 1030), (1010, 1030), [(1036, 1116)]),
    ((1284, 1286), (1284, 1286), [(1119, 1283)]),
    ((1297, 1299), (1297, 1299), [(1310, 1415)]),
    ((1442, 1449), (1442, 1449), [(1464, 1612)]),
    ((1706, 1708), (1706, 1708), [(1614, 1705)]),
    ((1716, 1723), (1716, 1723), [(1740, 1810)]),
    ((2476, 2508), (2476, 2508), [(2514, 2606)]),
    ((2841, 2847), (2841, 2847), [(2870, 2936)]),
    ((3002, 3015), (2973, 3015), [(3037, 3093)]),
    ((3002, 3015), (2973, 3015), [(3112, 3184)]),
    ((3230, 3238), (3230, 3238), [(3244, 3312)]),
]


#: The cues of two that a reader may or may not count: an announcement reported by its object alone, and a statement
#: inside another's content.
OPEN_CUES = [Span(2212, 2221), Span(2542, 2548)]


def test_the_seed_report(shared: Path) -> None:
    """Anatomy right; its statements found with their sources, and few that are none."""
    (path,) = sorted((shared / "seeds").glob("*.txt"))
    ledger = onrecord.read(path)
    report = ledger.report
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.date, report.dateline.credit) == ("Washington", "--06-08", "RHC")
    assert report.outlet == "Radio Habana Cuba"
    assert report.headline.startswith("Russian envoy")
    assert [block.span.of(report.text)[:15] for block in report.blocks_of("caption")] == ["Anatoly Antonov"]
    found = sum(
        any(
            names(a.source, name, phrase) and overlap(report.text, a.content, content) >= 0.5
            for a in ledger.attributions
        )
        for name, phrase, content in seed_gold()
    )
    assert found >= 15
    counted = [a for a in ledger.attributions if not a.parent and not any(cue in OPEN_CUES for cue in a.cue)]
    assert len(counted) - found <= 3
    assert any(flag.kind == "unclosed_quotation" for flag in ledger.flags)


def test_who_through_whom_and_when(shared: Path) -> None:
    """All that the ambassador says is on one actor, with his office; channels, dates and distance are found."""
    (path,) = sorted((shared / "seeds").glob("*.txt"))
    ledger = onrecord.read(path, hints=Hints(published_at="2022-06-08"))
    text = ledger.report.text
    (envoy,) = [actor for actor in ledger.actors if actor.name == "Anatoly Antonov"]
    assert (envoy.country, envoy.sector, envoy.kind) == ("RUS", "GOV", "person")
    assert any("ambassador" in role for role in envoy.roles)
    # The first eleven of the seed's statements are his.
    his = seed_gold()[:11]
    for a in ledger.attributions:
        if not a.parent and any(names(a.source, *roles) and overlap(text, a.content, c) >= 0.5 for *roles, c in his):
            assert a.speakers == (envoy.id,), " ".join(span.of(text) for span in a.source)
    channels = {(c.kind, c.name) for a in ledger.attributions for c in a.channels}
    assert "broadcast" in {kind for kind, _ in channels}
    assert ("agency", "TASS") in channels
    assert "letter" in {kind for kind, _ in channels}
    wednesday = {a.said_at.date for a in ledger.attributions if a.said_at and "Wednesday" in a.said_at.span.of(text)}
    assert wednesday == {"2022-06-08"}
    (two,) = [flag for flag in ledger.flags if flag.kind == "two_dates"]
    assert [span.of(text).split()[-1] for span in two.spans] == ["Wednesday", "Monday"]
    distanced = {span.of(text).strip('"') for a in ledger.attributions for span in a.distanced}
    assert {"special military operation", "de-Nazify"} <= distanced


def overlap(text: str, mine: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """Token Jaccard of two sets of spans."""
    one, two = ({m.span() for s in spans for m in WORD.finditer(text, s.start, s.end)} for spans in (mine, other))
    return len(one & two) / len(one | two) if one | two else 1.0


def names(source: tuple[Span, ...], name: Span, phrase: Span) -> bool:
    """Whether the source holds the name and nothing beyond its phrase."""
    return any(span.covers(name) for span in source) and all(phrase.covers(span) for span in source)


def seed_gold() -> list[tuple[Span, Span, tuple[Span, ...]]]:
    """``SEED_OFFSETS`` as spans."""
    return [
        (Span(*name), Span(*phrase), tuple(Span(a, b) for a, b in content)) for name, phrase, content in SEED_OFFSETS
    ]
