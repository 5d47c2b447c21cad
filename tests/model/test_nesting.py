"""Statements inside statements."""

from dataclasses import replace

import pytest

from onrecord.model.attribution import Attribution
from onrecord.model.nesting import depths, parents
from onrecord.model.span import Span


def _listed(*above: str) -> list[Attribution]:
    """Statements called a, b, c and so on, each inside the one that is named."""
    bare = Attribution("", "direct", (), (), (Span(0, 1),), 0.9, "sure")
    return [replace(bare, id=chr(ord("a") + n), parent=parent) for n, parent in enumerate(above)]


def test_a_statement_knows_the_one_around_it_and_how_deep_it_is() -> None:
    """The one around it may come later in the list."""
    assert parents(_listed("", "a", "d", "b")) == (-1, 0, 3, 1)
    assert depths(_listed("", "a", "d", "b")) == (0, 1, 3, 2)


def test_what_is_not_in_the_list_is_no_parent() -> None:
    """A filtered ledger still names statements that it no longer has."""
    assert parents(_listed("z", "a")) == (-1, 0)


@pytest.mark.parametrize("above", [("a",), ("b", "a"), ("b", "c", "a"), ("", "c", "d", "c", "b")])
def test_a_loop_is_opened(above: tuple[str, ...]) -> None:
    """Whatever ids say, everybody who follows the indices comes to an end."""
    found = parents(_listed(*above))
    for n in range(len(found)):
        seen = set()
        while n >= 0:
            assert n not in seen
            seen.add(n)
            n = found[n]
    assert min(depths(_listed(*above))) == 0
