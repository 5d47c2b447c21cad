"""Names and pronouns: on EWT dev as Universal NER labels it, and on GUM dev.

``python benchmarks/mentions.py SHARED [--bundle FOLDER] [--json FILE]``. SHARED is the folder with data/.

names: exact F1 of names on uner_ewt-dev. Our kinds map to its types: person to PER, organisation to ORG, place to LOC.

pronouns: third-person personal and possessive pronouns of GUM dev whose chain holds a person's name or description;
right where the nearest name or description that the program puts with the pronoun (before it, else after) is of that
chain, by its head word. With the 95 % interval of a share (Wilson 1927).
"""

import sys
from pathlib import Path

if sys.path[0] == str(Path(__file__).resolve().parent):
    # html.py beside this file would stand before the standard library's; training/ is read from the root.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

import argparse
import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator

from training.treebank import Annotated, conllu

from onrecord.analyse import resolve
from onrecord.encoder.bundle import SHIPPED, load
from onrecord.encoder.runtime import Runtime
from onrecord.extract.clusters import Clusters
from onrecord.extract.mentions import names_of
from onrecord.extract.passages import passages
from onrecord.languages.en.english import ENGLISH
from onrecord.model.report import Block, Report
from onrecord.model.span import Span
from onrecord.ontologies.coding import coding

TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC"}
THIRD = frozenset("he him his himself she her hers herself they them their theirs themselves".split())


def plain(text: str, paragraphs: list[tuple[int, int]]) -> Report:
    """A report of nothing but these paragraphs."""
    return Report("", "", text, tuple(Block("paragraph", Span(a, b)) for a, b in paragraphs if b > a), "", "", "en")


def labelled(path: Path) -> Iterator[tuple[str, list[tuple[int, int]], set[tuple[int, int, str]]]]:
    """The documents of a gzipped IOB2 file: text (a sentence a paragraph), paragraphs, names with their types."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for part in re.split(r"^# newdoc.*\n", file.read(), flags=re.MULTILINE):
            text, paragraphs, names = "", [], set()
            for sentence in part.split("\n\n"):
                rows = [line.split("\t") for line in sentence.split("\n") if line[:1].isdigit()]
                low, name = len(text), None
                for _, word, label, *_ in rows:
                    start, text = len(text), text + word + " "
                    if label.startswith("I-") and name:
                        name = (name[0], start + len(word), name[2])
                        continue
                    names |= {name} if name else set()
                    name = (start, start + len(word), label[2:]) if label != "O" else None
                names |= {name} if name else set()
                if rows:
                    paragraphs.append((low, len(text) - 1))
                    text += "\n"
            if text:
                yield text, paragraphs, names


def name_figures(runtime: Runtime, path: Path) -> dict[str, float]:
    hits = said = right = 0
    for text, paragraphs, gold in labelled(path):
        found = names_of(text, passages(plain(text, paragraphs), runtime), runtime, ENGLISH.people)
        mine = {(n.span.start, n.span.end, TYPES[n.kind]) for n in found}
        hits, said, right = hits + len(mine & gold), said + len(mine), right + len(gold)
    return {"names": 2 * hits / (said + right), "names_precision": hits / said, "names_recall": hits / right}


def clusters_of(report: Report, runtime: Runtime) -> Clusters:
    """What the program puts together in a report."""
    return resolve(report, runtime, coding()).clusters


def judged(annotated: Annotated, clusters: Clusters) -> Iterator[tuple[str, str]]:
    """For every pronoun that counts "right", "wrong" or "open", with the pronoun."""
    chains = defaultdict(list)
    for m in annotated.mentions:
        chains[m.chain].append(m)
    at = {m.word.end: n for n, m in enumerate(clusters.found)}
    for chain in chains.values():
        if not any(m.kind == "person" and m.form != "pronoun" for m in chain):
            continue
        heads = {annotated.tokens[m.head].end for m in chain if m.form != "pronoun"}
        for m in chain:
            token = annotated.tokens[m.head]
            if m.form != "pronoun" or token.word.lower() not in THIRD:
                continue
            n = at.get(token.end)
            cluster = None if n is None else clusters.of.get(n)
            named = [] if cluster is None else [k for k in cluster.members if clusters.found[k].form != "pronoun"]
            if n is None or not named:
                yield "open", token.word
                continue
            nearest = max((k for k in named if k < n), default=min(named))
            yield ("right" if clusters.found[nearest].word.end in heads else "wrong"), token.word


def pronoun_figures(runtime: Runtime, path: Path) -> dict[str, float]:
    answers = [
        answer for a in conllu(path) for answer, _ in judged(a, clusters_of(plain(a.text, a.paragraphs), runtime))
    ]
    n, right = len(answers), answers.count("right")
    share = right / n
    middle, half = (
        (share + 1.92 / n) / (1 + 3.84 / n),
        1.96 / (1 + 3.84 / n) * math.sqrt(share * (1 - share) / n + 0.96 / n**2),
    )
    return {"pronouns": share, "low": middle - half, "high": middle + half, "open": answers.count("open") / n, "n": n}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--bundle", type=Path, default=SHIPPED)
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    runtime = Runtime(load(args.bundle))
    data = args.shared / "data" / "ud"
    names = name_figures(runtime, data / "uner_ewt-dev.iob2.gz")
    print("names      F1 {names:.3f}   precision {names_precision:.3f}   recall {names_recall:.3f}".format(**names))
    pronouns = pronoun_figures(runtime, data / "en_gum-dev.conllu.gz")
    print("pronouns   right {pronouns:.3f} ({low:.3f} to {high:.3f}, n={n})   left open {open:.3f}".format(**pronouns))
    if args.json:
        args.json.write_text(json.dumps({**names, **pronouns}, indent=1) + "\n")


if __name__ == "__main__":
    main()
