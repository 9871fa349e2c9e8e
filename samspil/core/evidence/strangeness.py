"""Whether ever more cases are of those that AI is least sure of: then they are new to it.

Where AI is unsure of most cases anyhow, new kinds of messages hardly add to their number; among the
least sure twentieth they stand out at once. So several such tails of the proof are watched, each
with a watch of its own. No person has to look at anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samspil.core.evidence.binomial import upper_bound
from samspil.core.evidence.verified import Verified
from samspil.core.evidence.watching import SLACK, Watch, Watched, check, height

TAILS = (0.05, 0.1, 0.2, 0.4)
"""The shares of verified cases that are watched, the least sure first."""
DOUBT = 0.05
"""The chance that the proof had fewer cases in any of the tails than are to be expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """Of the verified cases of a proof so many `found` were no surer than `sure`, 0 to 1."""

    sure: float
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TailWatch:
    """A watch of the cases of which AI is no surer than `sure`, 0 to 1."""

    sure: float
    watch: Watch


def tails_of(verified: Verified) -> tuple[Tail, ...]:
    """The tails of a proof; those that are the same, and such as hold over half, are left out."""
    rising = sorted(verified.sure.tolist())
    cuts = dict.fromkeys(rising[int(share * len(rising))] for share in TAILS if rising)
    tails = [Tail(sure=cut, found=sum(one <= cut for one in rising)) for cut in cuts]
    return tuple(tail for tail in tails if 2 * tail.found <= len(rising))


def watch_tails(
    tails: Sequence[Tail], *, verified: int, below: float, cases_a_quarter: float
) -> tuple[TailWatch, ...]:
    """Begin to watch these tails of so many `verified` cases, where they lie under `below`, the
    limit above which AI finishes.

    Half as many cases more are borne, up to three points, or as many as so few verified cases leave
    open. All together they sound as seldom by chance as one watch would alone.
    """
    watched = [tail for tail in tails if tail.sure < below]
    high = len(watched) * height(cases_a_quarter)
    return tuple(
        TailWatch(
            sure=tail.sure,
            watch=Watch(
                watched=Watched.STRANGE,
                limit=_limit(tail.found, verified, doubt=DOUBT / len(watched)),
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


def _limit(found: int, verified: int, *, doubt: float) -> float:
    share = found / verified
    return max(share + min(SLACK, share / 2), upper_bound(found, verified, doubt))
