"""Who goes on speaking: whether the phrase for one statement's speaker stands for that of another."""

from collections.abc import Iterator, Sequence

from onrecord.extract.layout import Layout
from onrecord.extract.tokens import Token, tokens
from onrecord.model.attribution import Attribution
from onrecord.model.span import Span


class Turns:
    """Compares the speakers of a report's statements by the words for them."""

    def __init__(self, layout: Layout, statements: Sequence[Attribution]) -> None:
        self._layout = layout
        self._text = layout.text
        self._people = layout.language.people
        self._statements = statements

    def subject(self, number: int) -> tuple[Span, ...]:
        """Whose turn it is: the source, or who is asked where it is not said by whom."""
        statement = self._statements[number]
        return statement.source or tuple(a.span for a in statement.addressees)

    def words(self, number: int) -> set[str]:
        rows = [[t for t in self._row(s) if t.word[0].isalpha()] for s in self.subject(number)]
        phrases = self._layout.language.phrases
        owners = phrases.determiners & phrases.objects  # "her coach" is not who "her" is
        return {t.low for row in rows for at, t in enumerate(row) if at or len(row) == 1 or t.low not in owners}

    def _row(self, span: Span) -> Iterator[Token]:
        yield from tokens(self._text, span.start, span.end)

    def refers(self, subject: Span, words: set[str]) -> bool:
        """Whether a phrase stands for who was called by ``words``: a pronoun, a name or a noun of it."""
        people = self._people
        row = [t for t in self._row(subject) if t.word[0].isalnum()]
        if row and len(row) > 1 and all(t.low in words for t in row):
            return True
        relative = len(row) == 1 and row[0].low in self._layout.language.phrases.relatives
        if not row or relative or row[0].low in self._layout.language.channels.others:
            return False
        if len(row) == 1 and row[0].low in people.pronouns:
            mine, said = people.pronouns[row[0].low], {people.pronouns.get(w, "") for w in words}
            one = said & {"he", "she"}
            return mine in one if one else mine in said or not words <= set(people.pronouns) or mine == "other"
        names = {t.low for t in row if t.capital and t.low not in people.determiners}
        nouns = {t.low.removesuffix("s") for t in row if not t.capital} - people.determiners - people.after_head
        theirs = {w.removesuffix("s") for w in words}
        return bool(names & words) if names else bool(nouns & theirs - people.determiners)

    def described(self, source: Span) -> bool:
        """Whether a source is a description of somebody just named: "the former diplomat"."""
        row = tokens(self._text, source.start, source.end)
        definite = (
            row[0].low in self._people.determiners - self._people.indefinite - self._layout.language.channels.others
        )
        return definite and len(row) > 1 and not any(t.capital for t in row[1:])
