"""An anonymous vote: points to spread, and what is told of them once it is closed."""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from samspil.core.anonymity import enough
from samspil.core.workshops.faults import Fault, Unfit

LEAST_POINTS, MOST_POINTS, USUAL_POINTS = 3, 10, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The points of each proposal, and how many voted."""

    points: Mapping[int, int]
    voters: int


def check_ballot(points: Mapping[int, int], *, most: int, there: Collection[int]) -> dict[int, int]:
    """What counts of a ballot: where it gives points. Raises `Unfit`.

    All points may go to one proposal, and some may stay unspent. None at all is no vote.
    """
    if any(value < 0 for value in points.values()):
        raise Unfit(Fault.NO_POINTS)
    given = {key: value for key, value in points.items() if value}
    if sum(given.values()) > most:
        raise Unfit(Fault.TOO_MANY_POINTS, n=sum(given.values()), most=most)
    if not set(given) <= set(there):
        raise Unfit(Fault.NOT_THERE)
    return given


def tallied(ballots: Iterable[tuple[str, int, int]], *, proposals: Iterable[int]) -> Tally | None:
    """The sums of ballots, which are rows of whose it is, on what, and how many points.

    None where too few voted: their points would tell how single ones voted.
    """
    rows = list(ballots)
    voters = len({whose for whose, _proposal, _points in rows})
    if not enough(voters):
        return None
    sums = dict.fromkeys(proposals, 0)
    for _whose, proposal, points in rows:
        sums[proposal] = sums.get(proposal, 0) + points
    return Tally(points=sums, voters=voters)


def whose(colleague: UUID, *, workshop: UUID, key: bytes) -> str:
    """The mark of a colleague's ballot: who has only the database cannot tell whose it is."""
    said = b"ballot " + workshop.bytes + colleague.bytes
    return hmac.new(key, said, hashlib.sha256).hexdigest()
