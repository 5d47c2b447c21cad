"""How much of a page's article is read, and how much else: our reader beside the libraries that it could use.

``python benchmarks/html.py DATA [--peers] [--json FILE]``, DATA a folder with ``ground-truth.json`` and
``pages/*.html.gz``. Precision, recall, F1 and accuracy (pages with nothing missing and nothing too much) over shingles
of four words, as evaluate.py of the article extraction benchmark counts them (github.com/scrapinghub/
article-extraction-benchmark). ``--peers`` measures every library below that is installed as well.

The body of a report is everything but headline, captions, byline, credits and links to other pages; nor is a
sentence that stands as a heading above the first paragraph part of it (the standfirst).
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    # The folder of a script comes first on the path, and would offer this file as the standard library's html.
    sys.path.pop(0)

import argparse
import gzip
import importlib.util
import json
import logging
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator

from onrecord.errors import InputError
from onrecord.model.report import Block, BlockKind, Report
from onrecord.readers.base import Hints
from onrecord.readers.html import HtmlReader

BODY: frozenset[BlockKind] = frozenset({"paragraph", "dateline", "speaker_label", "subheading", "correction"})

Extractor = Callable[[bytes, str], str]
#: Shares of the shingles that are in both texts, too much, and missing.
Shares = tuple[float, float, float]

_WORD = re.compile(r"\w+")


# ── counting, as the benchmark does ─────────────────────────────────────────────────────────────────────────


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in ``text``; the text itself where it is shorter, nothing where it is empty."""
    words = _WORD.findall(text)
    runs = (tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))
    return Counter(run for run in runs if run)


def compare(true: str, predicted: str) -> Shares:
    """The shares for one page, normalised so that long pages weigh no more than short ones."""
    wanted, got = shingles(true), shingles(predicted)
    counts = (wanted & got).total(), (got - wanted).total(), (wanted - got).total()
    total = sum(counts) or 1
    return counts[0] / total, counts[1] / total, counts[2] / total


def figures(pages: list[Shares]) -> dict[str, float]:
    """The figures over all pages. Pages without a predicted text count for recall only."""
    precision = statistics.mean(hit / (hit + extra) for hit, extra, _ in pages if hit + extra)
    recall = statistics.mean(hit / (hit + missing) for hit, _, missing in pages if hit + missing)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "accuracy": sum(extra == missing == 0 for _, extra, missing in pages) / len(pages),
    }


# ── the contestants ─────────────────────────────────────────────────────────────────────────────────────────


def body(report: Report) -> str:
    """The text of the report's body."""
    return "\n\n".join(block.span.of(report.text) for block in _body_blocks(report))


def _body_blocks(report: Report) -> Iterator[Block]:
    begun = False
    for block in report.blocks_of(*BODY):
        begun = begun or block.kind != "subheading"
        if begun or not block.span.of(report.text).endswith((".", "!", "?")):
            yield block


def onrecord(raw: bytes, url: str) -> str:
    """Our reader; a page that it refuses is an empty one."""
    try:
        (report,) = HtmlReader().read(raw, Hints(url=url))
    except InputError:
        return ""
    return "" if isinstance(report, InputError) else body(report)


def _decoded(raw: bytes) -> str:
    from trafilatura.utils import decode_file

    return decode_file(raw)


def _trafilatura(**options: bool) -> Extractor:
    def run(raw: bytes, url: str) -> str:
        import trafilatura

        return trafilatura.extract(raw, url=url, **options) or ""

    return run


def _newspaper(raw: bytes, url: str) -> str:
    import newspaper

    article = newspaper.Article(url, fetch_images=False)
    article.download(input_html=_decoded(raw))
    article.parse()
    return article.text


def _newsplease(raw: bytes, url: str) -> str:
    from newsplease import NewsPlease

    return NewsPlease.from_html(_decoded(raw), url=url, fetch_images=False).maintext or ""


def _readability(raw: bytes, _: str) -> str:
    import lxml.html
    from readability import Document

    return "\n".join(lxml.html.fromstring(Document(_decoded(raw)).summary()).itertext())


def _resiliparse(raw: bytes, _: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(_decoded(raw), main_content=True, alt_texts=False, links=False, comments=False)


def _goose(raw: bytes, _: str) -> str:
    from goose3 import Goose

    with Goose({"enable_image_fetching": False}) as goose:
        return goose.extract(raw_html=_decoded(raw)).cleaned_text


def _justext(raw: bytes, _: str) -> str:
    import justext

    paragraphs = justext.justext(raw, justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def _boilerpy(raw: bytes, _: str) -> str:
    from boilerpy3.extractors import ArticleExtractor

    return ArticleExtractor(raise_on_failure=False).get_content(_decoded(raw))


#: Name of the contestant: the module that it needs, and how it is asked.
PEERS: dict[str, tuple[str, Extractor]] = {
    "trafilatura, as it comes": ("trafilatura", _trafilatura()),
    "trafilatura, no comments": ("trafilatura", _trafilatura(include_comments=False)),
    "trafilatura fast": ("trafilatura", _trafilatura(include_comments=False, fast=True)),
    "trafilatura fast, no tables": (
        "trafilatura",
        _trafilatura(include_comments=False, fast=True, include_tables=False),
    ),
    "trafilatura precision": ("trafilatura", _trafilatura(include_comments=False, favor_precision=True)),
    "trafilatura recall": ("trafilatura", _trafilatura(include_comments=False, favor_recall=True)),
    "trafilatura fast, recall": (
        "trafilatura",
        _trafilatura(include_comments=False, favor_recall=True, fast=True),
    ),
    "newspaper4k": ("newspaper", _newspaper),
    "news-please": ("newsplease", _newsplease),
    "readability-lxml": ("readability", _readability),
    "resiliparse": ("resiliparse", _resiliparse),
    "goose3": ("goose3", _goose),
    "boilerpy3": ("boilerpy3", _boilerpy),
    "jusText": ("justext", _justext),
}


def measure(extract: Extractor, data: Path, forgiven: tuple[type[Exception], ...] = ()) -> dict[str, float]:
    """The figures of one contestant, with its seconds a page and the pages on which it raised what is forgiven."""
    truth = json.loads((data / "ground-truth.json").read_text("utf-8"))
    pages: list[Shares] = []
    failures, seconds = 0, 0.0
    for key, article in truth.items():
        raw = gzip.decompress((data / "pages" / f"{key}.html.gz").read_bytes())
        start = time.perf_counter()
        try:
            text = extract(raw, article["url"])
        except forgiven:
            text, failures = "", failures + 1
        seconds += time.perf_counter() - start
        pages.append(compare(article["articleBody"], text))
    return figures(pages) | {"seconds_per_page": seconds / len(pages), "failures": failures}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--peers", action="store_true", help="measure the libraries that are installed, too")
    parser.add_argument("--json", type=Path, help="write our reader's figures here")
    args = parser.parse_args()
    contestants = {"onrecord": ("onrecord", onrecord)} | (PEERS if args.peers else {})
    logging.disable(logging.CRITICAL)
    for name, (module, extract) in contestants.items():
        if importlib.util.find_spec(module) is None:
            print(f"{name:28} not installed", flush=True)
            continue
        # Libraries raise what they like; of ours, an exception is a bug.
        found = measure(extract, args.data, () if name == "onrecord" else (Exception,))
        print(
            f"{name:28} precision {found['precision']:.3f}  recall {found['recall']:.3f}  F1 {found['f1']:.3f}  "
            f"accuracy {found['accuracy']:.3f}  {found['seconds_per_page']:.3f} s/page  failed {found['failures']}",
            flush=True,
        )
        if name == "onrecord" and args.json:
            args.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
