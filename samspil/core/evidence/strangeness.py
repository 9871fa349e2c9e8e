"""Whether ever more cases are of those that AI is least sure of: then they are new to it.

Where AI is unsure of most cases anyhow, new kinds of messages hardly add to their number; among the
least sure twentieth they stand out at once. So several such tails of what came while a promise was
proved are watched, each with a watch of its own. No person has to look at anything.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from samspil.core.evidence.binomial import upper_bound
from samspil.core.evidence.watching import SLACK, Watch, Watched, check, height

TAILS = (0.05, 0.1, 0.2, 0.4)
"""The shares of cases that are watched, the least sure first."""
DOUBT = 0.05
"""The chance that fewer cases lay in any of the tails than are to be expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """Of so many cases `found` were such that AI was no surer of them than `sure`, 0 to 1."""

    sure: float
    found: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TailWatch:
    """A watch of the cases of which AI is no surer than `sure`, 0 to 1."""

    sure: float
    watch: Watch


def tails_of(sureness: Sequence[float]) -> tuple[Tail, ...]:
    """The tails of cases that AI was so sure of, each 0 to 1: of all that it might have finished,
    also of those that prove nothing, or such would later look like new ones.

    Tails that are the same, and such as hold over half, are left out.
    """
    rising = sorted(sureness)
    cuts = dict.fromkeys(rising[int(share * len(rising))] for share in TAILS if rising)
    tails = [Tail(sure=cut, found=bisect_right(rising, cut), of=len(rising)) for cut in cuts]
    return tuple(tail for tail in tails if 2 * tail.found <= tail.of)


def watch_tails(
    tails: Sequence[Tail], *, below: float, cases_a_quarter: float
) -> tuple[TailWatch, ...]:
    """Begin to watch these tails, where they lie under `below`, the limit above which AI finishes.

    Half as many cases more are borne, up to three points, or as many as so few cases leave open.
    All together they sound as seldom by chance as one watch would alone.
    """
    watched = [tail for tail in tails if tail.sure < below]
    high = len(watched) * height(cases_a_quarter)
    return tuple(
        TailWatch(
            sure=tail.sure,
            watch=Watch(
                watched=Watched.STRANGE,
                limit=_limit(tail, doubt=DOUBT / len(watched)),
                height=high,
            ),
        )
        for tail in watched
    )


def check_tails(watches: Sequence[TailWatch], sureness: float) -> tuple[TailWatch, ...]:
    """The watches after one more case."""
    return tuple(
        replace(one, watch=check(one.watch, found=sureness <= one.sure)) for one in watches
    )


def nearest(watches: Sequence[TailWatch]) -> Watch | None:
    """The watch that sounds, or else is nearest to it; None where there is none."""
    every = [one.watch for one in watches]
    return max(every, key=lambda one: (one.alarm, one.height_reached), default=None)


def _limit(tail: Tail, *, doubt: float) -> float:
    share = tail.found / tail.of
    return max(share + min(SLACK, share / 2), upper_bound(tail.found, tail.of, doubt))
