"""Where quotations open and close.

Marks are paired paragraph by paragraph, because that is how newspapers set them: a quotation that runs over
several paragraphs opens anew on each and closes only on the last.
"""

from collections.abc import Iterator
from dataclasses import dataclass

#: Opening mark -> the marks that may close it.
CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "‹": "›", "「": "」"}
_ALWAYS_OPEN = frozenset("“„«‹「")
_SINGLE = frozenset("‘'")
#: Straight or curly apostrophes that begin a word and open nothing: 'tis, '90s, 'em.
_ELIDED = ("tis", "twas", "em ", "cause", "til", "n ")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outermost quotation: offsets of its opening mark and of the character after its closing mark.

    Where the mark never closes, ``closed`` is false and ``end`` is the end of the paragraph.
    """

    start: int
    end: int
    closed: bool
    mark: str


def quotations(text: str, start: int, end: int) -> Iterator[Quotation]:
    """The outermost quotations of the paragraph ``text[start:end]``, in order; offsets are into ``text``."""
    at = start
    never: set[str] = set()  # marks that nothing closes from here on: looking again each time would take for ever
    while at < end:
        if text[at] in CLOSERS and text[at] not in never and _opens(text, at, start, end):
            close = _closing(text, at, start, end)
            if close is None and text[at] in _SINGLE:
                never.add(text[at])
                at += 1  # an apostrophe after all
                continue
            stop = end if close is None else close + 1
            yield Quotation(at, stop, close is not None, text[at])
            at = stop
        else:
            at += 1


def _opens(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark in _ALWAYS_OPEN:
        return True
    if after.isspace() or before.isalnum():
        return False
    if mark in _SINGLE:
        return after.isalpha() and not text.startswith(_ELIDED, at + 1)
    return mark == '"'


def _closing(text: str, opened: int, start: int, end: int) -> int | None:
    closers = CLOSERS[text[opened]]
    for at in range(opened + 1, end):
        if text[at] in closers:
            after = text[at + 1] if at + 1 < end else " "
            if text[opened] in _SINGLE and (after.isalnum() or text[at - 1].isspace()):
                continue  # an apostrophe inside the quotation
            if text[opened] == '"' and text[at - 1].isspace() and after.isalnum():
                return None  # a second opening: the first never closed
            return at
    return None
