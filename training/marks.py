"""Reads hand annotations: plain text with ``{s1 the envoy} {q1 said} {c1 that ...}`` marks.

See README.md in this folder for the format and the annotation guide.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROLES = {"s": "source", "q": "cue", "c": "content"}
MARK = re.compile(r"\{([sqc])(\d+(?:,\d+)*) |([{}])")

#: ``{"id": 1, "source": [[start, end], ...], "cue": [...], "content": [...]}``, offsets into ``Gold.text``.
Annotation = dict[str, int | list[list[int]]]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated text: the text without its marks, and its attributions in order of their numbers."""

    text: str
    attributions: list[Annotation]


def parse(marked: str) -> Gold:
    """Strip the marks and turn them into half-open code-point offsets.

    Raises:
        ValueError: a brace that is no mark, a mark that is not closed, or one round nothing.
    """
    plain: list[str] = []
    length = position = 0
    opened: list[tuple[str, list[int], int]] = []
    found: dict[int, Annotation] = {}
    for mark in MARK.finditer(marked):
        between = marked[position : mark.start()]
        plain.append(between)
        length += len(between)
        position = mark.end()
        if mark[1]:
            opened.append((ROLES[mark[1]], [int(n) for n in mark[2].split(",")], length))
            continue
        if mark[3] == "{" or not opened:
            raise ValueError(f"stray brace: {marked[max(0, mark.start() - 40) : mark.end() + 20]!r}")
        role, numbers, start = opened.pop()
        if start == length:
            raise ValueError(f"empty {role}: {marked[max(0, mark.start() - 40) : mark.end()]!r}")
        for number in numbers:
            annotation = found.setdefault(number, {"id": number, "source": [], "cue": [], "content": []})
            spans = annotation[role]
            assert isinstance(spans, list)
            spans.append([start, length])
            spans.sort()
    if opened:
        raise ValueError(f"{opened[-1][0]} of {opened[-1][1]} is not closed")
    plain.append(marked[position:])
    return Gold("".join(plain), [found[number] for number in sorted(found)])


def load(path: Path) -> Gold:
    """The annotation in ``path``; what ``parse`` raises names the file."""
    try:
        return parse(path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
