"""The sourcing profile for people: a few lines for the terminal, tables for the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.profile import NONE_GIVEN, Profile, Row
from onrecord.render.spoken import percent

#: Rows of a table before the rest becomes one.
_ROWS = 12
#: Characters of a label in a line.
_LABEL = 32


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a profile, its rows with the most words first."""

    title: str
    rows: tuple[Row, ...]


def lines(profile: Profile) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The profile in lines of a name and parts, the most telling first; none where nothing is said or thought."""
    if not (profile.said.statements or profile.thought.statements):
        return ()
    share = profile.said.words / profile.words if profile.words else 0.0
    words = [f"{percent(share)} attributed ({profile.said.words} of {profile.words})"]
    if profile.thought.statements:
        words.append(f"{profile.thought.words} more thought, not said")
    named = [row for row in profile.naming if row.words]
    return tuple(
        (name, parts)
        for name, parts in (
            ("words", tuple(words)),
            ("speakers", _parts(row for row in profile.speakers if row.words)),
            ("naming", _parts(named) if any(row.key != "none" for row in named) else ()),
        )
        if parts
    )


def _parts(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(f"{_short(row.label)} {percent(row.share)}" for row in rows)


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip(" ,;") + "…"


def tables(profile: Profile) -> tuple[Table, ...]:
    """The tables that have something to say, not those in which nothing is given; none where nobody says anything.

    In the first, shares are of all words, in the others of what is said.
    """
    if not (profile.said.statements or profile.thought.statements):
        return ()
    named = (
        ("All words", _whole(profile)),
        ("Speakers", profile.speakers),
        ("How they are named", tuple(row for row in profile.naming if row.statements)),
        ("Types of source", profile.source_types),
        ("Countries", profile.countries),
        ("Channels", profile.channels),
    )
    return tuple(
        Table(title, _shortened(rows)) for title, rows in named if any(row.label != NONE_GIVEN for row in rows)
    )


def _whole(profile: Profile) -> tuple[Row, ...]:
    rows = (
        ("said", profile.said.statements, profile.said.words),
        ("thought", profile.thought.statements, profile.thought.words),
        ("the report’s own", 0, profile.unattributed),
    )
    words = profile.words or 1
    return tuple(Row("", label, n, count, count / words) for label, n, count in rows if n or count)


def _shortened(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    if len(rows) <= _ROWS + 1:
        return rows
    rest = rows[_ROWS:]
    statements, words = sum(row.statements for row in rest), sum(row.words for row in rest)
    share = sum(row.share for row in rest)
    return (*rows[:_ROWS], Row("", f"{len(rest)} others", statements, words, share))
