"""How much of a log a picture shows: everything at once is a ball of wool."""

from dataclasses import dataclass

from samspil.core.eventlogs.facts import Arrow, Facts

MOST_STEPS, MOST_ARROWS = 60, 150
LEAST_SHOWN, USUAL_SHOWN, ALL_SHOWN = 10, 80, 100
"""In hundred of what happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a picture shows: places of steps, and arrows between them, the most frequent first."""

    steps: tuple[int, ...]
    arrows: tuple[Arrow, ...]


def shown_of(facts: Facts, *, percent: int) -> Shown:
    """The most frequent steps and arrows that make up so much of what happened.

    Of each step shown the most frequent way in and out is there too, so that none hangs alone, and
    so are the steps with which most cases begin and end.
    `percent` beyond its range counts as its nearest end.
    """
    share = min(max(percent, LEAST_SHOWN), ALL_SHOWN) / ALL_SHOWN
    often = sorted(range(len(facts.steps)), key=lambda one: (-facts.steps[one].n, one))
    steps = {
        often[place]
        for place in _covering([facts.steps[one].n for one in often], share, most=MOST_STEPS)
    }
    steps |= {
        max(often, key=lambda one: facts.steps[one].first),
        max(often, key=lambda one: facts.steps[one].last),
    }
    between = [one for one in facts.arrows if {one.source, one.target} <= steps]
    chosen = {*_covering([one.n for one in between], share, most=MOST_ARROWS)}
    ins: set[int] = set()
    outs: set[int] = set()
    for place, one in enumerate(between):
        if one.source != one.target and (one.target not in ins or one.source not in outs):
            chosen.add(place)
        if one.source != one.target:
            ins.add(one.target)
            outs.add(one.source)
    return Shown(steps=tuple(sorted(steps)), arrows=tuple(between[one] for one in sorted(chosen)))


def _covering(counts: list[int], share: float, *, most: int) -> range:
    """The first places whose counts together make up this share of all."""
    wanted, so_far = share * sum(counts), 0
    for place, n in enumerate(counts[:most]):
        so_far += n
        if so_far >= wanted:
            return range(place + 1)
    return range(min(len(counts), most))
