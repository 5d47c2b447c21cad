"""Words with offsets and shapes, and windows that cover all of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.encoder.bundle import SHIPPED
from onrecord.encoder.neighbourhood import PLACES, REACH, around, paragraphs, within
from onrecord.encoder.windows import CLS, SEP, inputs, plan
from onrecord.encoder.words import SHAPES, split


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))


def lines(text: str) -> list[tuple[int, int]]:
    at, out = 0, []
    for line in text.split("\n"):
        out.append((at, at + len(line)))
        at += len(line) + 1
    return out


def test_words_carry_offsets_paragraphs_and_shapes(tokenizer: Tokenizer) -> None:
    """Each word slices to itself; capitals and quotation marks are told apart."""
    text = 'Ms ORO said "go on"\nshe left.'
    words = split(text, lines(text), tokenizer)
    surfaces = [text[a:b] for a, b in zip(words.start, words.end, strict=True)]
    assert surfaces == ["Ms", "ORO", "said", '"', "go", "on", '"', "she", "left", "."]
    assert words.paragraph.tolist() == [0] * 7 + [1] * 3
    assert words.shape.tolist() == [6, 9, 3, 2, 4, 4, 2, 3, 3, 0]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_splits_into_ordered_words(tokenizer: Tokenizer, text: str) -> None:
    """Whatever the characters, words are ordered, inside the text, and own at least one piece each."""
    words = split(text, lines(text), tokenizer)
    assert (words.start < words.end).all() and (words.end[:-1] <= words.start[1:]).all()
    assert (np.diff(words.pieces.first) > 0).all() and len(words.pieces.first) == len(words) + 1
    assert not len(words) or (words.end[-1] <= len(text) and 0 <= words.shape.min() <= words.shape.max() < SHAPES)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(0, 90), max_size=30), st.integers(130, 400), st.integers(0, 60))
def test_windows_keep_every_word_exactly_once(
    tokenizer: Tokenizer, lengths: list[int], size: int, overlap: int
) -> None:
    """The kept parts follow one another without gap, lie inside their windows, and no window is too long."""
    text = "\n".join("word antidisestablishmentarian " * (n // 2) for n in lengths)
    words = split(text, lines(text), tokenizer)
    at = 0
    for window in plan(words, size, overlap):
        assert window.keep_start == at and window.start <= window.keep_start < window.keep_end <= window.end
        made = inputs(words, window)
        assert len(made.ids) <= size and len(made.first) == window.end - window.start
        at = window.keep_end
    assert at == len(words)


def test_inputs_divide_paragraphs_and_find_each_word(tokenizer: Tokenizer) -> None:
    """Marks stand at both ends and between paragraphs, and ``first`` points at each word's first piece."""
    text = "one two\nthree unbelievabilities four"
    words = split(text, lines(text), tokenizer)
    (window,) = plan(words, 320, 24)
    made = inputs(words, window)
    assert made.ids[0] == CLS and made.ids[-1] == SEP and made.ids[3] == SEP
    assert made.ids[made.first].tolist() == words.pieces.ids[words.pieces.first[:-1]].tolist()


def test_a_neighbourhood_is_masked_beyond_the_text() -> None:
    """Around the first of three words all but three places are masked; places are in range."""
    anchors = np.array([0])
    near = around(anchors, within(anchors, REACH), np.array([0, 0, 1]))
    assert near.words.shape == (1, 2 * REACH + 1) and near.mask.sum() == 3
    assert near.words[0, REACH : REACH + 3].tolist() == [0, 1, 2]
    assert near.place.min() >= 0 and near.place.max() < PLACES


def test_a_stretch_is_the_paragraph_with_some_words_beyond() -> None:
    """Never further than the reach of training, and the anchor is always inside."""
    paragraph = np.repeat([0, 1, 2], [50, 10, 400])
    anchors = np.array([0, 55, 459, 200])
    low, high = paragraphs(anchors, paragraph)
    assert (low <= anchors).all() and (anchors < high).all() and (high - low <= 2 * REACH + 1).all()
    assert (low[1], high[1]) == (20, 90)
