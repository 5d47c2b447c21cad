"""Reports annotated in the desk set's format (benchmarks/desk/README.md) as training examples."""

import re
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder.mentions import KINDS, NAMES
from onrecord.encoder.words import Words, split
from onrecord.extract.phrases import heads
from onrecord.languages.en.people import PEOPLE
from onrecord.model.span import Span
from training import data
from training.desk import annotations, read
from training.mentions import UNKNOWN, Labels, Link


def reports(folder: Path, tokenizer: Tokenizer) -> list[data.Example]:
    """Every annotated report in ``folder``: its attributions, nested ones too, and who its mentions stand for."""
    return [_example(path, tokenizer) for path in annotations(folder)]


def _example(path: Path, tokenizer: Tokenizer) -> data.Example:
    text, annotation = read(path)
    words = split(text, [m.span() for m in data.PARAGRAPH.finditer(text)], tokenizer)
    outer, nested = ([a for a in annotation["attributions"] if bool(a["parent"]) is inside] for inside in (False, True))
    made = data.example(path.stem, text, words, outer)
    made.complete, made.nested = True, data.word_roles(words, nested)
    ends = {int(end): i for i, end in enumerate(words.end.tolist())}
    chains: dict[int, str] = {}
    for actor in annotation["actors"]:
        for form in sorted(actor["forms"], key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                for head in heads(text, Span(*match.span()), (), PEOPLE)[:1]:
                    end = match.end() if form[-1].isalnum() and form == actor["name"] else head.word.end
                    if end in ends:
                        chains.setdefault(ends[end], actor["id"])
    for a in annotation["attributions"]:
        for start, end in a["source"] if len(a["speakers"]) == 1 else []:
            for head in heads(text, Span(start, end), (), PEOPLE)[:1]:
                if head.form == "pronoun" and head.word.end in ends:
                    chains[ends[head.word.end]] = a["speakers"][0]
    links = [Link(word, chains[word]) for word in sorted(chains)]
    cues = frozenset(i for a in (*made.attributions, *made.nested) for i in a["cue"])
    made.labels = Labels(_names(text, words, annotation["actors"]), np.full(len(words), UNKNOWN), links, cues)
    return made


def _names(text: str, words: Words, actors: list[dict]) -> np.ndarray:
    """The names that the annotation gives; of other words in capitals nothing is known."""
    out = np.zeros(len(words), dtype=np.int64)
    for i, (start, end) in enumerate(zip(words.start.tolist(), words.end.tolist(), strict=True)):
        if text[start:end][:1].isupper():
            out[i] = UNKNOWN
    for actor in actors:
        named = set(re.findall(r"\w+", actor["name"] or ""))
        for form in sorted(actor["forms"], key=len) if actor["kind"] in KINDS else ():
            parts = re.findall(r"\w+", form)
            if not parts or not set(parts) <= named or not form[0].isupper():
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                inside = sorted(data.to_words(words, [match.span()]))
                out[inside] = NAMES.index(f"I-{actor['kind']}")
                out[inside[:1]] = NAMES.index(f"B-{actor['kind']}")
    return out
