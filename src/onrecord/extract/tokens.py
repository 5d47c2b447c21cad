"""Words and marks: what the rules that read a sentence word by word go by."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\w(?:[\w.’'&-]*\w)?|\S")


class Token(NamedTuple):
    """A word, or a mark. ``low`` is the word folded."""

    start: int
    end: int
    word: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it looks like a part of a name."""
        return self.word[0].isupper() or self.word[0].isdigit()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch of ``text``."""
    return [Token(m.start(), m.end(), m[0], m[0].lower()) for m in _TOKEN.finditer(text, start, end)]
