"""Which statement reports which."""

from extract.reports import statement

from onrecord.extract.nesting import nesting

TEXT = "Varga said Okoro had told her that the mayor denied the sale."


def test_the_parent_is_the_smallest_statement_around_it() -> None:
    """Three levels: each has the next as its parent, the outermost none."""
    outer = statement(TEXT, "Varga", "said", "Okoro had told her that the mayor denied the sale")
    middle = statement(TEXT, "Okoro", "had told", "that the mayor denied the sale")
    inner = statement(TEXT, "the mayor", "denied", "the sale")
    parents = {a.id: a.parent for a in nesting((outer, middle, inner))}
    assert parents == {outer.id: "", middle.id: outer.id, inner.id: middle.id}


def test_neighbours_are_not_nested() -> None:
    """Two statements side by side report nothing of each other."""
    text = "Varga said yes and Okoro said no."
    one, other = statement(text, "Varga", "said", "yes"), statement(text, "Okoro", "said no", "no")
    assert [a.parent for a in nesting((one, other))] == ["", ""]


def test_two_statements_never_report_each_other() -> None:
    """Where each one's cue lies in the other's content, only the longer content can be the parent."""
    text = "Okoro said Varga thought so."
    one = statement(text, "Varga", "thought", "Okoro said")
    other = statement(text, "Okoro", "said", "Varga thought so")
    assert [a.parent for a in nesting((one, other))] == [other.id, ""]
