"""A map made of what an event log showed."""

from collections import defaultdict
from collections.abc import Iterator

from samspil.core.eventlogs.facts import Facts
from samspil.core.process_maps.drafting import Draft, Drafted, Way
from samspil.core.process_maps.faults import LONGEST_NAME, MOST_MINUTES
from samspil.core.process_maps.saying import Said

MOST_ACTIVITIES = 30
"""The most frequent ones are steps; all others together are one more."""
SELDOM = 0.05
"""Ways that fewer cases take are left out, unless nothing else joins a step."""
MINUTE_S = 60


def draft_of(facts: Facts, *, other: str) -> Draft:
    """Steps in the order in which they mostly come, with what is measured there.

    Shares of ways are among those that are kept; the waits are medians. `other` is what the step is
    called in which the seldom activities stand together.
    """
    often = sorted(range(len(facts.steps)), key=lambda one: (-facts.steps[one].n, one))
    kept = set(often[:MOST_ACTIVITIES])
    joined = len(often) - len(kept)
    order = sorted(kept, key=lambda one: (facts.steps[one].place, one))
    places = {step: at for at, step in enumerate(order)}
    rest = len(order)
    at = {step: places.get(step, rest) for step in range(len(facts.steps))}
    steps = list(_steps(facts, order))
    if joined:
        steps.append(Drafted(name=other, said=_begun(facts, at, rest)))
    return Draft(steps=steps, ways=list(_ways(facts, at)), joined=joined)


def _steps(facts: Facts, order: list[int]) -> Iterator[Drafted]:
    names: set[str] = set()
    for step in order:
        one = facts.steps[step]
        name = _apart(" ".join(one.name.split())[:LONGEST_NAME] or "–", names)
        names.add(name.casefold())
        wait = round(min(one.wait.median / MINUTE_S, MOST_MINUTES), 1) if one.wait else None
        begins = one.first / facts.cases if one.first >= SELDOM * facts.cases else None
        said = Said(waiting=wait, begins=begins)
        yield Drafted(name=name, said=said, activity=one.name)


def _begun(facts: Facts, at: dict[int, int], rest: int) -> Said:
    first = sum(one.first for step, one in enumerate(facts.steps) if at[step] == rest)
    return Said(begins=first / facts.cases if first >= SELDOM * facts.cases else None)


def _apart(name: str, names: set[str]) -> str:
    """The name, with a number where another step is called so but for capitals."""
    found, number = name, 2
    while found.casefold() in names:
        found, number = f"{name[: LONGEST_NAME - 6]} ({number})", number + 1
    return found


def _ways(facts: Facts, at: dict[int, int]) -> Iterator[Way]:
    """From each step its frequent ways, and for each the most frequent one to it."""
    counts: defaultdict[tuple[int, int], int] = defaultdict(int)
    for arrow in facts.arrows:
        counts[at[arrow.source], at[arrow.target]] += arrow.n
    ends: defaultdict[int, int] = defaultdict(int)
    for step, one in enumerate(facts.steps):
        ends[at[step]] += one.last
    best: dict[int, tuple[int, int]] = {}
    out: defaultdict[int, int] = defaultdict(int)
    for edge, n in counts.items():
        out[edge[0]] += n
        if edge[0] != edge[1] and n > counts.get(best.get(edge[1], (-1, -1)), 0):
            best[edge[1]] = edge
    kept = {
        edge: n
        for edge, n in counts.items()
        if n >= SELDOM * (out[edge[0]] + ends[edge[0]]) or best.get(edge[1]) == edge
    }
    left: defaultdict[int, int] = defaultdict(int, ends)
    for (source, _), n in kept.items():
        left[source] += n
    for source, target in sorted(kept):
        yield source, target, kept[source, target] / left[source]
