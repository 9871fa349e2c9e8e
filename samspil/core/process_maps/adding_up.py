"""What a case takes on its way through a map, where, and what would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samspil.core.allocation.portfolio import Range
from samspil.core.process_maps.walking import Walk

MOST_NAMED = 3
"""So many steps are named as those where most happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is reckoned with for a step, measured or estimated; None where nobody may tell.

    `minutes` and `waiting` are minutes, `errors` and `ai_share` shares (0 to 1). `owner` is any
    mark that tells owners apart, empty for nobody. `saved` is the share of the minutes that people
    expect to save, None where nothing is estimated.
    """

    minutes: float | None = None
    waiting: float | None = None
    errors: float | None = None
    ai_share: float | None = None
    owner: str = ""
    saved: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a case takes, of what is known.

    `minutes` of work and `waiting` in minutes of clock time; `no_minutes` and `no_waiting` are the
    steps that are missing in them. `longest` and `faulty` are the steps where most minutes go and
    most goes wrong, with so much of it for each case. Work goes to another owner `hand_overs`
    times; `unowned` ways have nobody at one end. `ai_share` (0 to 1) is weighted by minutes, and
    speaks for `ai_known` of them (0 to 1); None where nobody may tell. `saved` are minutes of a
    case that would be saved by the estimates of `estimated` steps.
    """

    minutes: float
    waiting: float
    no_minutes: tuple[int, ...]
    no_waiting: tuple[int, ...]
    longest: tuple[tuple[int, float], ...]
    faulty: tuple[tuple[int, float], ...]
    hand_overs: float
    unowned: int
    ai_share: float | None
    ai_known: float
    saved: Range
    estimated: tuple[int, ...]


def added_up(walk: Walk, figures: Mapping[int, Figures]) -> Totals:
    """Add up over all steps to which cases come, each as often as they come there."""
    often = {key: visits for key, visits in walk.visits.items() if visits}
    minutes = _times(often, {key: figures[key].minutes for key in often})
    waiting = _times(often, {key: figures[key].waiting for key in often})
    wrong = _times(often, {key: figures[key].errors for key in often})
    ai_share, ai_known = _ai(minutes, figures)
    saved = {key: figures[key].saved for key in minutes}
    estimated = {key: each for key, each in saved.items() if each is not None}
    return Totals(
        minutes=sum(minutes.values()),
        waiting=sum(waiting.values()),
        no_minutes=tuple(key for key in walk.visits if key not in minutes and _comes(walk, key)),
        no_waiting=tuple(key for key in walk.visits if key not in waiting and _comes(walk, key)),
        longest=_most(minutes),
        faulty=_most(wrong),
        hand_overs=_handed(walk, often, figures),
        unowned=sum(
            not (figures[a].owner and figures[b].owner)
            for a, b in walk.shares
            if a != b and a in often
        ),
        ai_share=ai_share,
        ai_known=ai_known,
        saved=Range(
            low=sum(minutes[key] * each.low for key, each in estimated.items()),
            high=sum(minutes[key] * each.high for key, each in estimated.items()),
        ),
        estimated=tuple(estimated),
    )


def _comes(walk: Walk, key: int) -> bool:
    """Whether cases come there at all, were it for ever."""
    return walk.visits[key] is None or walk.visits[key] != 0


def _times(often: Mapping[int, float], each: Mapping[int, float | None]) -> dict[int, float]:
    found = {}
    for key, visits in often.items():
        value = each[key]
        if value is not None:
            found[key] = visits * value
    return found


def _most(amounts: Mapping[int, float]) -> tuple[tuple[int, float], ...]:
    there = [(key, amount) for key, amount in amounts.items() if amount > 0]
    return tuple(sorted(there, key=lambda one: -one[1])[:MOST_NAMED])


def _handed(walk: Walk, often: Mapping[int, float], figures: Mapping[int, Figures]) -> float:
    return sum(
        often[a] * share
        for (a, b), share in walk.shares.items()
        if a in often
        and figures[a].owner
        and figures[b].owner
        and figures[a].owner != figures[b].owner
    )


def _ai(minutes: Mapping[int, float], figures: Mapping[int, Figures]) -> tuple[float | None, float]:
    known = {key: figures[key].ai_share for key in minutes if figures[key].ai_share is not None}
    total, weight = sum(minutes.values()), sum(minutes[key] for key in known)
    if not weight:
        return None, 0.0
    done = sum(minutes[key] * (share or 0.0) for key, share in known.items())
    return done / weight, weight / total


def drawable(
    often: Mapping[tuple[int, int], float], order: Sequence[int], *, most: int
) -> list[tuple[int, int]]:
    """The ways that a picture has room for: `most` rows passed by all together, the most frequent
    ways first.

    A way from one step to the next passes none; one over many rows takes much of the room.
    """
    rank = {key: at for at, key in enumerate(order)}
    chosen, room = [], most
    for edge in sorted(often, key=lambda one: (-often[one], one)):
        passes = max(0, abs(rank[edge[0]] - rank[edge[1]]) - 1)
        if passes <= room:
            chosen.append(edge)
            room -= passes
    return chosen
