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

#: More characters than this change nothing any more.
_READ = 20_000
#: Fewer words than this in Latin letters are too few to tell; another script tells by itself.
_FEWEST_WORDS = 5
#: A text of this many words is English without asking the model if so large a share, and so many different ones,
#: are function words that other languages lack. On PolNeAR's articles the share is 0.20 and more; Tagalog, Pidgin
#: and other languages that mix English in stay below one or the other.
_ENOUGH_WORDS, _ENGLISH_SHARE, _DIFFERENT = 12, 0.15, 5
#: What the model must be sure of, for short texts and for English; longer texts in another language, which must
#: not be taken for English, are named with less.
_SURE, _SURE_OF_FOREIGN = 0.6, 0.3
#: Nigerian Pidgin is what the model calls English headlines full of names, but never so surely as Pidgin.
_NEAR_ENGLISH, _SURE_OF_NEAR = "pcm", 0.9

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„\n]{1,2000}[”\"»“]")


def recognise(text: str) -> str:
    """ISO 639 code of the language of ``text``; ``und`` where there is too little of it to tell."""
    sample = text[:_READ]
    own = _QUOTED.sub(" ", sample)
    words = _WORD.findall(own)
    if len(words) < _ENOUGH_WORDS:
        own, words = sample, _WORD.findall(sample)
    long = len(words) >= _ENOUGH_WORDS
    english = [folded for word in words if (folded := word.casefold()) in ENGLISH.function_words]
    if long and len(english) >= _ENGLISH_SHARE * len(words) and len(set(english)) >= _DIFFERENT:
        return ENGLISH.code
    if not words or (len(words) < _FEWEST_WORDS and "".join(words).isascii()):
        return "und"
    code, probability = _model().classify(" ".join(own.split()))
    needed = _SURE_OF_FOREIGN if long and code != ENGLISH.code else _SURE
    if probability < (_SURE_OF_NEAR if code == _NEAR_ENGLISH else needed):
        return "und"
    return str(code)


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
