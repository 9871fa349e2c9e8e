"""New kinds of messages after go-live: what the ladder lets AI do wrong, beside a limit that stays.

Of MASSIVE in English twenty intents are held back, others in each run. AI begins with 4,000
examples of the other forty at drafts, and earns its way up from what people verify. 2,000 messages
later all intents come, as often as they are in MASSIVE, for 7,000 messages, 100 a day: AI falls by
alarm, learns anew with every 200 labels, and has to prove itself again. The process promises at
most 4 wrong in 100, so that the careful step, the first at which AI works alone, is proved at 2:
for half of that the data set is too small. The baseline keeps for ever the version and the limit
that held when the change came.

Learned is by meaning alone, the words silent: a lesson then takes seconds.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bench.report import Row, at_least, at_most
from bench.shift.coming import HELD_BACK, LANGUAGE, World, draw_coming, world_of
from bench.shift.life import begin_life, take
from bench.shift.mind import Mind
from bench.shift.state import PLAN, Life
from bench.vectors import installed

RUNS = 10
MOST_WRONG, FEWER = 0.02, 0.90
AT_THE_END = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One run: lone cases after the change and the wrong among them, of the ladder and of a limit
    that stays; `lone_again` counts those after the first alarm.

    `alarm_after` and `back_after` count messages after the change; None: it never came. `early`
    are alarms before. Shares are of all messages: finished alone before the change and at the end,
    and seen by people.
    """

    lone: int
    wrong: int
    lone_again: int
    wrong_again: int
    frozen_lone: int
    frozen_wrong: int
    alarm_after: int | None
    back_after: int | None
    early: int
    alone_before: float
    alone_at_end: float
    seen: float
    lessons: int


def rows(*, quick: bool) -> Iterator[Row]:
    """Every row; nothing where the embedding or the data are missing."""
    embedder = installed()
    if embedder is None or quick:
        print("shift: skipped, since learning takes minutes" if quick else "")
        return
    try:
        world = world_of(embedder)
    except FileNotFoundError as missing_file:
        print(f"skipped: {missing_file.filename} is not there")
        return
    began = time.process_time()
    found = [_run(world, run=run) for run in range(RUNS)]
    yield from _figures(found)
    lessons = sum(one.lessons for one in found)
    spent = time.process_time() - began
    yield Row(name=f"shift: {RUNS} runs, {lessons} lessons", unit="s processor", value=spent)


def _run(world: World, *, run: int) -> Found:
    coming = draw_coming(world, run=run)
    life = begin_life(world, coming, run=run)
    for number in range(coming.change):
        take(life, number)
    mind, limit = life.mind, life.limit
    for number in range(coming.change, len(coming.stream)):
        take(life, number)
    return _found(life, mind, 1.0 if limit is None else limit)


def _found(life: Life, mind: Mind, limit: float) -> Found:
    change, everything = life.coming.change, len(life.coming.stream)
    after = mind.verified(life.coming.stream[change:])
    frozen_lone, frozen_wrong = after.above(limit)
    alarm = next((one for one in life.alarms if one >= change), None)
    back = next((one for one in life.back if alarm is not None and one > alarm), None)
    lone = [one for one in life.alone if one >= change]
    again = [one for one in lone if alarm is not None and one > alarm]
    alone = np.isin(np.arange(everything), list(life.alone))
    return Found(
        lone=len(lone),
        wrong=sum(life.sure[one][1] for one in lone),
        lone_again=len(again),
        wrong_again=sum(life.sure[one][1] for one in again),
        frozen_lone=frozen_lone,
        frozen_wrong=frozen_wrong,
        alarm_after=None if alarm is None else alarm - change + 1,
        back_after=None if back is None else back - change + 1,
        early=sum(one < change for one in life.alarms),
        alone_before=float(alone[change - AT_THE_END // 2 : change].mean()),
        alone_at_end=float(alone[-AT_THE_END:].mean()),
        seen=1 - (len(life.alone) - len(life.checked)) / everything,
        lessons=life.lessons,
    )


def _figures(found: Sequence[Found]) -> Iterator[Row]:
    kinds = f"MASSIVE {LANGUAGE}, {HELD_BACK} new intents, {PLAN.promise.alpha:.0%} promised"
    name = f"{kinds}, {len(found)} runs"
    lone, wrong = sum(one.lone for one in found), sum(one.wrong for one in found)
    frozen_wrong = sum(one.frozen_wrong for one in found)
    frozen = _share(frozen_wrong, sum(one.frozen_lone for one in found))
    yield at_most(
        f"{name}: wrong of lone work after the change", "share", _share(wrong, lone),
        goal=MOST_WRONG, baseline=frozen,
    )  # fmt: skip
    again = _share(sum(one.wrong_again for one in found), sum(one.lone_again for one in found))
    yield Row(name=f"{name}: the same after the alarm", unit="share", value=again, baseline=frozen)
    fewer = 1 - _share(wrong, frozen_wrong)
    yield at_least(f"{name}: fewer wrong", "share", fewer, goal=FEWER, baseline=None)
    many = len(found)
    kept = sum(one.frozen_lone for one in found) / many
    yield Row(name=f"{kinds}: finished alone", unit="messages", value=lone / many, baseline=kept)
    yield from _times(kinds, found)
    for words, values in (
        ("alone before the change", [one.alone_before for one in found]),
        ("alone at the end", [one.alone_at_end for one in found]),
        ("seen by people over the whole run", [one.seen for one in found]),
    ):
        yield Row(name=f"{kinds}: {words}", unit="share", value=float(np.mean(values)))


def _times(kinds: str, found: Sequence[Found]) -> Iterator[Row]:
    """Medians are of the runs in which it came."""
    for words, times in (
        ("the alarm", [one.alarm_after for one in found]),
        ("lone work again", [one.back_after for one in found]),
    ):
        came = [one for one in times if one is not None]
        middle = float(np.median(came)) if came else float("inf")
        yield Row(name=f"{kinds}: messages to {words}, median", unit="messages", value=middle)
        yield Row(name=f"{kinds}: runs with {words}", unit=f"of {len(found)}", value=len(came))
    early = sum(one.early for one in found)
    yield Row(name=f"{kinds}: alarms before the change", unit=f"in {len(found)} runs", value=early)


def _share(hits: int, n: int) -> float:
    return hits / n if n else 0.0
