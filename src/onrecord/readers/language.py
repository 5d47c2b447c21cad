"""Which language a report is written in, recognised offline.

A report's language is that of its own words: what stands in quotation marks is left out, so that an English
report stays English however long it lets a foreign source speak, and a foreign one is not taken for English
for its English quotations. English is first looked for by its function words, because the model of py3langid
takes a second to load; only a text without enough of them is shown to it.
"""

import re
from functools import cache
from typing import Any

from onrecord.languages.en.english import ENGLISH

#: More words than this change nothing any more.
_READ = 20_000
#: Fewer words are too few to tell.
_FEWEST_WORDS = 5
#: Texts of this many words in which this share are English function words that other languages lack are
#: English: on PolNeAR's articles the share is 0.20 to 0.45, on other languages below 0.03.
_ENOUGH_WORDS, _ENGLISH_SHARE = 12, 0.15
#: What the model is not surer of is not told.
_SURE = 0.6

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„\n]{1,2000}[”\"»“]")
#: Scripts without spaces between words: every character counts as one.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def recognise(text: str) -> str:
    """ISO 639 code of the language of ``text``; ``und`` where there is too little of it to tell."""
    sample = text[:_READ]
    own = _QUOTED.sub(" ", sample)
    words = _WORD.findall(own)
    if len(words) < _ENOUGH_WORDS:
        own, words = sample, _WORD.findall(sample)
    if len(words) >= _ENOUGH_WORDS:
        english = sum(word.casefold() in ENGLISH.function_words for word in words)
        if english >= _ENGLISH_SHARE * len(words):
            return ENGLISH.code
    if len(words) < _FEWEST_WORDS and len(_SPACELESS.findall(own)) < 2 * _FEWEST_WORDS:
        return "und"
    code, probability = _model().classify(" ".join(own.split()))
    return str(code) if probability >= _SURE else "und"


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
