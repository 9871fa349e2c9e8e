"""A process's skill learns anew, and the new version takes over or does not."""

import numpy as np

from bench.shift.coming import Places
from bench.shift.mind import Mind, learn
from bench.shift.moving import fall
from bench.shift.state import PLAN, Life, at_of
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.certificate import certify
from samspil.core.evidence.ladder import Changed, Thing
from samspil.core.evidence.learning import ENOUGH_LABELS, Use, Verdict, judge_version, use_of
from samspil.core.paired import Paired


def learn_anew(life: Life, number: int) -> None:
    """Learn from all that teaches by now, and take the new version if the rule says so.

    Not while AI works alone and no alarm is open: nobody would give up its certificate for it.
    """
    now, life.new_labels = at_of(number), 0
    if life.standing.level > Autonomy.DRAFT and life.since_fall is None:
        return
    old = [one for one in life.lane if use_of(drawn=True, at=at_of(one), now=now) is Use.TEACH]
    life.taught += life.coming.stream[old].tolist() if old else []
    life.lane = life.lane[len(old) :]
    life.lessons += 1
    made = learn(life.world, np.array(life.taught))
    verdict = judge(
        made, life.mind, life.coming.stream[life.lane], alarm=life.since_fall is not None
    )
    if not verdict.takes_over:
        return
    life.mind = made
    if life.since_fall is not None and life.since_fall >= ENOUGH_LABELS:
        life.since_fall = None
    fall(life, Changed(at=now, thing=Thing.MODEL))
    life.certificates = {}


def judge(new: Mind, old: Mind, lane: Places, *, alarm: bool) -> Verdict:
    """What both say of the lane's messages, of which neither has learned."""
    theirs, ours = new.verified(lane), old.verified(lane)
    shares = [
        certify(said, earlier=mind.meaning.earlier, promise=PLAN.promise).share
        for mind, said in ((old, ours), (new, theirs))
    ]
    paired = Paired(
        better=int((ours.wrong & ~theirs.wrong).sum()),
        worse=int((theirs.wrong & ~ours.wrong).sum()),
        tried=len(lane),
    )
    return judge_version(old_share=shares[0], new_share=shares[1], lane=paired, alarm=alarm)
