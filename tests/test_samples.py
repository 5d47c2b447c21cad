"""The sample reports and their hand annotations belong together, character for character."""

import html
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from training import marks as gold

HERE = Path(__file__).parent / "samples"
SAMPLES = Path(__file__).parent.parent / "src" / "onrecord" / "samples"
OWN = Path(__file__).parent.parent / "training" / "own"
INDEX = json.loads((SAMPLES / "index.json").read_text("utf-8"))
ANNOTATED = sorted(HERE.glob("*.gold.txt"))
EXTRA = sorted(HERE.glob("extra/*.gold.txt"))
TRAINING = sorted(OWN.glob("*.gold.txt"))
EVERYTHING = ANNOTATED + EXTRA + TRAINING

#: Marks that a source, cue or content neither begins nor ends with unless the annotator slipped.
LOOSE = re.compile(r"^[\s.,;:]|[\s;]$")


class PageText(HTMLParser):
    """The words of a page in reading order, without scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.data: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.data.append("" if tag in {"a", "cite", "em"} else " ")
        self.hidden += tag in {"script", "style", "head"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style", "head"}

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.data.append(data)


def name(path: Path) -> str:
    """The file's name without its suffixes, prefixed by its folder where that is not the samples' own."""
    stem = path.name.removesuffix(".gold.txt")
    return stem if path.parent == HERE else f"{path.parent.name}/{stem}"


def quoted(text: str, spans: list[list[int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_marks_become_offsets_and_leave_the_text() -> None:
    """Nested and discontinuous marks, and one mark for two attributions, are all read."""
    read = gold.parse("{c1 “It,”} {s1,2 she} {q1 said} and {q2 {c1 hum}med}.")
    assert read.text == "“It,” she said and hummed."
    first, second = read.attributions
    assert first == {"id": 1, "source": [[6, 9]], "cue": [[10, 14]], "content": [[0, 5], [19, 22]]}
    assert second == {"id": 2, "source": [[6, 9]], "cue": [[19, 25]], "content": []}


@pytest.mark.parametrize("marked", ["a } b", "a { b", "{s1 a", "{s1 }", "{x1 a}", "{s1a}"])
def test_a_slip_in_the_marks_is_an_error(marked: str) -> None:
    """A brace that is no mark, an unclosed mark and an empty one are refused, not guessed at."""
    with pytest.raises(ValueError, match=r"brace|empty|not closed"):
        gold.parse(marked)


def test_the_index_lists_every_sample_once() -> None:
    """Each sample has a file, a title and a line about it, and each file is listed."""
    listed = [entry["file"] for entry in INDEX]
    shipped = {path.name for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html"}}
    assert sorted(listed) == sorted(shipped)
    assert all(entry.keys() == {"file", "title", "what"} and "\n" not in entry["what"] for entry in INDEX)


def test_every_sample_is_annotated() -> None:
    """There is one annotation for each sample, and none without a sample."""
    assert [name(path) for path in ANNOTATED] == sorted(entry["file"].split(".")[0] for entry in INDEX)


@pytest.mark.parametrize("path", ANNOTATED, ids=name)
def test_the_annotated_text_is_the_sample(path: Path) -> None:
    """A text sample is the annotated text itself; a page holds its lines, whole and in order."""
    text = gold.load(path).text
    sample = SAMPLES / f"{name(path)}.txt"
    if sample.exists():
        assert sample.read_text("utf-8") == text
        return
    page = PageText()
    page.feed((SAMPLES / f"{name(path)}.html").read_text("utf-8"))
    words, position = " ".join("".join(page.data).split()), 0
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        position = words.find(line, position) + len(line)
        assert position >= len(line), line


@pytest.mark.parametrize("entry", INDEX, ids=lambda entry: entry["file"])
def test_samples_load_nothing_from_elsewhere(entry: dict[str, str]) -> None:
    """Pages run no script and name only reserved hosts."""
    page = html.unescape((SAMPLES / entry["file"]).read_text("utf-8"))
    assert set(re.findall(r"<script[^>]*>", page)) <= {'<script type="application/ld+json">'}
    for host in re.findall(r"https?://([^/\"\s]+)", page):
        assert host.endswith(".example") or host in {"schema.org", "ogp.me"}


@pytest.mark.parametrize("path", EVERYTHING, ids=name)
def test_every_attribution_has_content_and_someone_or_something_that_says_it(path: Path) -> None:
    """Content is never missing, a source or a cue is always there, and no word has two roles at once."""
    read = gold.load(path)
    assert read.attributions
    for annotation in read.attributions:
        assert annotation["content"], annotation
        assert annotation["source"] or annotation["cue"], annotation
        spans = sorted(annotation["source"] + annotation["cue"] + annotation["content"])
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), annotation


@pytest.mark.parametrize("path", EVERYTHING, ids=name)
def test_marks_sit_tight_round_whole_words(path: Path) -> None:
    """No span begins or ends with white space or inside a word, or begins with a stop (but a cue may be a colon)."""
    read = gold.load(path)
    for annotation in read.attributions:
        for role in ("source", "cue", "content"):
            for start, end in annotation[role]:
                words = read.text[start:end]
                assert (role, words) == ("cue", ":") or not LOOSE.search(words), words
                assert not re.match(r"\w\w", read.text[max(0, start - 1) : start + 1]), read.text[start:end]
                assert not re.match(r"\w\w", read.text[end - 1 : end + 1]), read.text[start:end]


@pytest.mark.parametrize("path", EVERYTHING, ids=name)
def test_contents_of_two_statements_overlap_only_by_sharing(path: Path) -> None:
    """Only the outermost attribution is annotated: contents never lie partly or wholly in another's."""
    read = gold.load(path)
    contents = sorted({tuple(span) for annotation in read.attributions for span in annotation["content"]})
    for (_, end), (start, _) in pairwise(contents):
        assert end <= start, read.text[start:end]


def test_the_checks_and_the_training_passages_share_no_sentence() -> None:
    """What measures the tool was not in what trained it."""

    def sentences(paths: list[Path]) -> set[str]:
        texts = [gold.load(path).text for path in paths]
        return {part.strip() for text in texts for part in re.split(r"[.!?\n]+", text) if len(part.split()) > 4}

    assert not sentences(ANNOTATED + EXTRA) & sentences(TRAINING)
