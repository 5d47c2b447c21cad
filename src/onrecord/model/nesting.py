"""Statements inside statements, as places in a list of them."""

from collections.abc import Sequence

from onrecord.model.attribution import Attribution


def parents(listed: Sequence[Attribution]) -> tuple[int, ...]:
    """For each statement the index of the one that reports it; -1 where there is none, or none in the list.

    What would be inside itself is inside nothing, so that whoever follows the indices comes to an end.
    """
    at = {a.id: n for n, a in enumerate(listed)}
    found = [at.get(a.parent, -1) if a.parent else -1 for a in listed]
    for n in range(len(found)):
        seen, above = {n}, found[n]
        while above >= 0 and above not in seen:
            seen.add(above)
            above = found[above]
        if above == n:
            found[n] = -1
    return tuple(found)


def depths(listed: Sequence[Attribution]) -> tuple[int, ...]:
    """For each statement how many others it lies inside."""
    above, found = parents(listed), []
    for n in range(len(listed)):
        depth, up = 0, above[n]
        while up >= 0:
            depth, up = depth + 1, above[up]
        found.append(depth)
    return tuple(found)
