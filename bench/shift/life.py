"""A process that lives: AI proposes, people decide, AI finishes, falls, learns anew and comes back.

Every rule is the product's own. Whoever is asked to sign signs as soon as a step is proved, and
looks after every fifty cases that prove something. Nobody gives up a certificate for a new
version. A fall is noted once a version has taken over that learned enough after it.
"""

import numpy as np

from bench.shift.coming import Coming, World
from bench.shift.lessons import learn_anew
from bench.shift.mind import learn
from bench.shift.moving import climb, fall
from bench.shift.state import BEGAN, Life, at_of
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import Alarm, Overruled, begin, too_often_overruled
from samspil.core.evidence.learning import AFTER_PROOF, BEFORE_PROOF, in_lane, learns_anew
from samspil.core.evidence.spot_checks import chances, doubt, draw, weights
from samspil.core.evidence.strangeness import check_tails
from samspil.core.evidence.watching import check

EVERY, LATELY, RECENT, AHEAD = 50, 200, 500, 250


def begin_life(world: World, coming: Coming, *, run: int) -> Life:
    """A process that was taught with the first examples, and stands at drafts."""
    taught = coming.examples.tolist()
    return Life(
        world=world,
        coming=coming,
        run=run,
        mind=learn(world, coming.examples),
        standing=begin(level=Autonomy.DRAFT, at=BEGAN),
        taught=taught,
    )


def take(life: Life, number: int) -> None:
    """A message comes: AI finishes it or a person does, and everything follows from that."""
    life.sure[number] = _said(life, number)
    (sure, _), limit = life.sure[number], life.limit
    before, after = BEFORE_PROOF[1], AFTER_PROOF[1]
    seed, share = f"run {life.run}".encode(), before if limit is None else after
    drawn = in_lane(str(number), seed=seed, share=share)
    if limit is not None and sure > limit and not drawn:
        life.alone.add(number)
        _maybe_check(life, number)
    elif limit is None or drawn:
        _prove(life, number)
    if limit is not None and life.unsure is not None:
        life.unsure = check(life.unsure, found=sure <= limit)
        life.strange = check_tails(life.strange, sure)
    if number not in life.alone or number in life.checked:
        _keep_label(life, number, drawn=drawn)
    if life.alarm:
        life.alarms.append(number)
        life.since_fall = 0
        fall(life, Alarm(at=at_of(number)))
    if learns_anew(life.new_labels):
        learn_anew(life, number)


def _said(life: Life, number: int) -> tuple[float, bool]:
    """How sure AI is and whether it is wrong; the next few messages are read along."""
    stream = life.coming.stream
    if life.mind.said[stream[number]] < 0:
        life.mind.verified(stream[number : number + AHEAD])
    one = life.mind.verified(stream[number : number + 1])
    return float(one.sure[0]), bool(one.wrong[0])


def _maybe_check(life: Life, number: int) -> None:
    sure, wrong = life.sure[number]
    share, one = life.share_checked, np.array([sure])
    life.doubts.append(float(doubt(one)[0]))
    chance = chances(one, rate=share, usual_doubt=float(np.mean(life.doubts[-RECENT:])))
    drawn = draw(np.array([number]), chance, rate=share, seed=life.run)
    if drawn.checked[0] and life.errors is not None:
        life.checked.add(number)
        weight = float(weights(chance, rate=share)[0])
        life.errors = check(life.errors, found=wrong, weight=weight)


def _keep_label(life: Life, number: int, *, drawn: bool) -> None:
    """What lots drew proves and does not teach yet; checks and what was handed over teach."""
    if drawn:
        life.lane.append(number)
        return
    life.taught.append(int(life.coming.stream[number]))
    life.new_labels += 1
    if life.since_fall is not None:
        life.since_fall += 1


def _prove(life: Life, number: int) -> None:
    life.proof.append(number)
    at = at_of(number)
    if life.standing.level is Autonomy.DRAFT and life.sure[number][1]:
        latest = [life.sure[one][1] for one in life.proof[-LATELY:]]
        if too_often_overruled(drafts=len(latest), overruled=sum(latest)):
            fall(life, Overruled(at=at, drafts=len(latest), overruled=sum(latest)))
    if life.standing.level is not Autonomy.ALONE and len(life.proof) % EVERY == 0 and life.proof:
        climb(life, number)
