"""What is done in saying it: state, ask, order, promise, threaten, accuse, deny, decline, think.

The cue's words decide, and where they say no more than that something was said, the content's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.extract.layout import Layout
from onrecord.languages.telling import ActRule, ActWords
from onrecord.model.attribution import Act, Attribution
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]

#: Stands before a content that is the speaker's own words from the first, where "he" and "she" are others.
DIRECT = "“"
#: What is done shows in a content's first words.
_REACH = 400
#: Quotation marks are left out, apostrophes are made straight.
_MARKS = str.maketrans({"’": "'", "‘": "'", **dict.fromkeys('“”„"«»‹›「」')})
_SINGLE_MARKS = re.compile(r"(?<![\w])'(?=\w)(?!(?:m|s|d|re|ve|ll)\b)|(?<=[^\w\s])'|(?<=\w)'(?= |$)")
_OPENING_MARKS = "“„\"«‹‘「'"
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"(?:[^.!?…]{0,400}[.!?…]+(?=\s)){2}")
#: A verb's negation stands at most so many words before it ("did not, he said, ever promise" is not seen).
_NEGATED_WITHIN = 2
#: Acts that have not been done where their verb is negated; who does "not believe" or "not deny" does something still.
_UNDONE = frozenset({"ask", "order", "promise", "threaten", "accuse"})


class _Said(NamedTuple):
    """A statement's words as the rules read them."""

    source: str
    cue: str
    content: str
    near: str


#: Which part of it the cue is.
_CUE = _Said._fields.index("cue")


class _Rule(NamedTuple):
    """A rule whose expressions are compiled: which part of what was said each must be found in."""

    act: Act
    fits: tuple[tuple[int, re.Pattern[str]], ...]
    unless: re.Pattern[str] | None


def acts(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their acts."""
    return tuple(replace(statement, act=_act(layout, statement)) for statement in statements)


def _act(layout: Layout, statement: Attribution) -> Act:
    said = _said(layout, statement)
    phrases, spoken, contents = _fitting(layout.language.acts, said.cue)
    found = _ruled(phrases, said) if said.cue else None
    if found is None:
        found = spoken
        if found == "state":
            found = _ruled(contents, _opening(said) if statement.kind == "direct" else said) or found
    if found == "state" and _question(layout.text, statement):
        return "ask"
    return found


def lexical(cue: str, words: ActWords) -> Act | None:
    """The act that the cue's words stand for: the first that is more than saying. None where no word is known."""
    found: Act | None = None
    tokens = [match.group() for match in _WORD.finditer(cue)]
    for n, token in enumerate(tokens):
        act = next((words.verbs[base] for base in bases(token, words) if base in words.verbs), words.nouns.get(token))
        if act in _UNDONE and words.negations.intersection(tokens[max(n - _NEGATED_WITHIN, 0) : n]):
            act = "state"
        if act is not None and act != "state":
            return act
        found = found or act
    return found


def bases(word: str, words: ActWords) -> Iterator[str]:
    """What ``word`` may be a form of, as a verb; most of it are no words."""
    if word in words.irregular:
        yield words.irregular[word]
    yield word
    for ending, instead in (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ed", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            yield stem + instead
            if ending in ("ing", "ed"):
                yield stem + "e"
                if stem[-1:] == stem[-2:-1]:
                    yield stem[:-1]


def _ruled(rules: Sequence[_Rule], said: _Said) -> Act | None:
    for rule in rules:
        fits = all(pattern.search(said[part]) for part, pattern in rule.fits)
        if fits and not (rule.unless and rule.unless.search(said.near)):
            return rule.act
    return None


@cache
def _rules(words: ActWords) -> tuple[tuple[_Rule, ...], tuple[_Rule, ...]]:
    """The phrases and the contents of a language, ready to search with."""
    phrases, contents = (tuple(map(_compiled, rules)) for rules in (words.phrases, words.contents))
    return phrases, contents


@lru_cache(maxsize=1024)
def _fitting(words: ActWords, cue: str) -> tuple[tuple[_Rule, ...], Act, tuple[_Rule, ...]]:
    """What a cue alone decides, as most are "said": the phrases that may fit, its words' act, the contents that may."""
    phrases, contents = (
        tuple(
            rule._replace(fits=tuple((part, pattern) for part, pattern in rule.fits if part != _CUE))
            for rule in rules
            if all(pattern.search(cue) for part, pattern in rule.fits if part == _CUE)
        )
        for rules in _rules(words)
    )
    return phrases, lexical(cue, words) or "state", contents


def _compiled(rule: ActRule) -> _Rule:
    parts = enumerate((rule.source, rule.cue, rule.content, rule.near))
    fits = tuple((part, re.compile(pattern)) for part, pattern in parts if pattern)
    return _Rule(rule.act, fits, re.compile(rule.unless) if rule.unless else None)


def _opening(said: _Said) -> _Said:
    """The statement with its first two sentences only: further on, somebody who is quoted speaks of others too."""
    opening = _OPENING.match(said.content)
    return said._replace(content=opening.group()) if opening else said


def _said(layout: Layout, statement: Attribution) -> _Said:
    """The statement's words. What is called or rejected may stand outside its content, after the cue."""
    source, cue, content = (
        _plain(layout.text, spans) for spans in (statement.source, statement.cue, statement.content)
    )
    if statement.kind == "direct" and layout.text[statement.content[0].start] in _OPENING_MARKS:
        content = f"{DIRECT}{content}"
    near = content
    if statement.cue and layout.sentences:
        start = statement.cue[-1].end
        end = layout.sentences[layout.sentence(start)].end
        if start < end:
            near = f"{_plain(layout.text, [Span(start, end)])} {content}"
    return _Said(source, cue, content, near)


def _plain(text: str, spans: Sequence[Span]) -> str:
    """The first words of ``spans``, in lower case, with straight apostrophes, single blanks and no quotation marks."""
    joined = " … ".join(span.of(text)[:_REACH] for span in spans)[:_REACH]
    return " ".join(_SINGLE_MARKS.sub("", joined.lower().translate(_MARKS)).split())


def _question(text: str, statement: Attribution) -> bool:
    """Whether the whole of what was said, in the speaker's words, is one question, or a turn ends in one."""
    asked = not any(_WORD.search(span.of(text)) for span in statement.cue)
    if not asked and (len(statement.content) != 1 or statement.kind != "direct"):
        return False
    words = statement.content[-1].of(text).strip(" \n\t\"'“”‘’«»„‹›")
    return words.endswith("?") and (asked or not re.search(r"[.!?…]\s", words))
