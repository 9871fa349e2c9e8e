"""Which verified cases prove, which teach, and when a newly learned version takes over.

The random lane is a share of cases that people judge whatever AI is worth. They alone may prove
something, because nothing but chance chose them; so nothing is learned from them until they are
old.
"""

import hmac
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.paired import Finding, Paired

BEFORE_PROOF = (0.10, 0.15)
AFTER_PROOF = (0.02, 0.05)
"""The least and the largest share of cases in the lane, before the first certificate and after."""
PROVES_FOR = timedelta(days=90)
ENOUGH_LABELS = 200
"""With so many new examples it is learned anew."""
WORDS_OF_DIGEST = 2**64


class Use(StrEnum):
    """What a verified case is for."""

    PROVE = "prove"
    TEACH = "teach"


class Verdict(StrEnum):
    """Whether a new version takes over, and why; `PROVES_LESS` and `WORSE` keep the old one.

    `PROVES_MORE`: it would finish more, and its answers are plainly better. Of `TOO_FEW` cases
    nothing is judged.
    """

    ALARM = "alarm"
    PROVES_MORE = "proves_more"
    PROVES_LESS = "proves_less"
    WORSE = "worse"
    TOO_FEW = "too_few"

    @property
    def takes_over(self) -> bool:
        """Whether the new version is used from now on."""
        return self in (Verdict.ALARM, Verdict.PROVES_MORE)


class Outcome(StrEnum):
    """What becomes of a new version that AI learned by itself."""

    TOOK_OVER = "took_over"
    OFFERED = "offered"
    KEPT_OLD = "kept_old"


WORDS = {
    Verdict.ALARM: (
        "An alarm stands open, and the new version is not plainly worse. Of {cases} cases kept out "
        "of teaching only the new one was right in {better}, only the other in {worse}; a "
        "certificate would let it finish {new} in 100 of them, the other {old}."
    ),
    Verdict.PROVES_MORE: (
        "The new version proves more: a certificate would let it finish {new} in 100 cases, the "
        "other {old}. Of {cases} cases kept out of teaching only the new one was right in "
        "{better}, only the other in {worse}."
    ),
    Verdict.PROVES_LESS: (
        "The new version is not both plainly better and proved for more: a certificate would let "
        "it finish {new} in 100 cases, the other {old}. Of {cases} cases kept out of teaching only "
        "the new one was right in {better}, only the other in {worse}."
    ),
    Verdict.WORSE: (
        "The new version is plainly worse: of {cases} cases kept out of teaching only the other "
        "was right in {worse}, only the new one in {better}."
    ),
    Verdict.TOO_FEW: (
        "There are too few cases kept out of teaching to judge the new version: {cases} of the "
        "{wanted} it takes. Of those only the new one was right in {better}, only the other in "
        "{worse}."
    ),
    Outcome.TOOK_OVER: "The new version took over by itself.",
    Outcome.OFFERED: "A person says whether the new version takes over.",
    Outcome.KEPT_OLD: "The version in use stays.",
}
"""English sentences; translations use the same sentence as their key."""


def in_lane(key: str, *, seed: bytes, share: float) -> bool:
    """Whether chance puts the case of this key into the lane.

    Anybody who holds the kept seed can draw again and must get the same; without it nobody can
    tell beforehand. A larger share keeps all that a smaller one drew. Raises `ValueError` for a
    share that is none, or without a seed.
    """
    if not 0 <= share <= 1:
        raise ValueError("The lane's share must be from 0 to 1.")
    if not seed:
        raise ValueError("Without a seed the lane could be foreseen.")
    digest = hmac.digest(seed, key.encode(), sha256)
    return int.from_bytes(digest[:8], "big") < share * WORDS_OF_DIGEST


def share_before_proof(*, missing: int, expected: float) -> float:
    """The lane's share until the first certificate.

    `missing` is how many verified cases it still needs, `expected` how many cases will come until
    one would like to have it; the share that would do, within 10 and 15 %.
    """
    return _within(missing, expected, BEFORE_PROOF)


def share_after_proof(*, wanted: int, expected: float) -> float:
    """The lane's share once something is proved, to keep it proved: within 2 and 5 %."""
    return _within(wanted, expected, AFTER_PROOF)


def use_of(*, drawn: bool, at: datetime, now: datetime) -> Use:
    """What a verified case is for at this moment; `drawn` into the lane `at` some time.

    Cases of the lane prove for 90 days and teach from then on, never both at once. A clock that
    was set back leaves a case proving.
    """
    if not drawn or now >= at + PROVES_FOR:
        return Use.TEACH
    return Use.PROVE


def learns_anew(new_labels: int) -> bool:
    """Whether enough was verified since the last time to learn again."""
    return new_labels >= ENOUGH_LABELS


def judge_version(
    *, old_share: float, new_share: float, lane: Paired, alarm: bool, wanted: int = 0
) -> Verdict:
    """Whether a new version takes over from the old.

    Both shares are what a certificate would let each version finish alone, 0 to 1, and `lane` how
    often only the new one was right (`better`) or only the old, all on the same cases of the lane;
    of fewer than `wanted` nothing is judged. Never one that is plainly worse. Taking over brings no
    certificate: the one tried here was chosen among two, so the new version has to earn its own on
    later cases. Since so much is lost, and a certified share jumps by chance, the new one must also
    be plainly better.
    """
    if not (0 <= old_share <= 1 and 0 <= new_share <= 1):
        raise ValueError("A certified share is from 0 to 1.")
    if lane.tried < wanted:
        return Verdict.TOO_FEW
    if lane.finding is Finding.WORSE:
        return Verdict.WORSE
    if alarm:
        return Verdict.ALARM
    more = lane.finding is Finding.BETTER and new_share > old_share
    return Verdict.PROVES_MORE if more else Verdict.PROVES_LESS


def outcome_of(verdict: Verdict, *, level: Autonomy) -> Outcome:
    """What becomes of a version that AI learned by itself, where the process stands at this level.

    A new version brings no certificate, so that AI goes back to drafts with it. Unless an alarm
    stands open, only a person pays that price; where nothing was judged a person decides, too.
    """
    if verdict is Verdict.TOO_FEW:
        return Outcome.OFFERED
    if not verdict.takes_over:
        return Outcome.KEPT_OLD
    costs = level > Autonomy.DRAFT and verdict is not Verdict.ALARM
    return Outcome.OFFERED if costs else Outcome.TOOK_OVER


def _within(wanted: int, expected: float, reach: tuple[float, float]) -> float:
    if not (wanted >= 0 and expected >= 0):
        raise ValueError("Numbers of cases must not be below 0.")
    least, most = reach
    return min(most, max(least, wanted / expected)) if expected else most
