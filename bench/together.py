"""People and AI together beside either alone, on made-up cases whose habits are known.

From 250 verified looks for each answer, at least 1,000, by four people, the rule learns; 20,000
further cases are judged. The exact optimum knows every table. Baselines in the same run: the better
of AI and person alone, the person's word always, the mean of both probabilities. Then people look
at a part of the cases only, those where a look is worth most; baseline: as many looks at random.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bench.made_looks import PEOPLE, Cases, Setting, draw, make_world
from bench.report import Row, at_least, at_most
from samspil.core.evidence.gain import compare_ways
from samspil.core.evidence.habits import NOBODY, Looks, Places
from samspil.core.evidence.together import Teamwork, learn_teamwork

LEAST_LEARNED, LEARNED_PER_ANSWER, TRIED = 1_000, 250, 20_000
STRONG, WEAK = 0.95, 0.78
LOOKED_AT = (0.1, 0.2, 0.3)
MOST_SHORT = 0.01
WORLDS = 3
"""So often each setting is made up anew."""
SETTINGS = tuple(
    Setting(answers=answers, ai=ai, person=person, copied=copied)
    for answers in (2, 4, 16)
    for ai in (STRONG, WEAK)
    for person in (STRONG, WEAK)
    for copied in (0.0, 0.3)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Shares right of the tried cases."""

    together: float
    ai: float
    person: float
    averaged: float
    optimum: float
    better_than_both: bool

    @property
    def alone(self) -> float:
        """Of the better of both alone."""
        return max(self.ai, self.person)


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield every row; quick tries one world each of a third of the settings."""
    worlds, every = (1, 3) if quick else (WORLDS, 1)
    found = {
        setting.name: [measure(setting, seed=WORLDS * place + world) for world in range(worlds)]
        for place, setting in enumerate(SETTINGS)
        if place % every == 0
    }
    for name, each in found.items():
        alone = float(np.mean([one.alone for one in each]))
        value = float(np.mean([one.together for one in each]))
        yield at_least(name, "right", value, goal=alone, baseline=alone)
    yield from _beside_the_optimum(list(found.values()))
    tried = [one for each in found.values() for one in each]
    for name, way in (
        ("mean gain over the better alone", lambda one: one.together),
        ("the same, person's word always", lambda one: one.person),
        ("the same, mean of both probabilities", lambda one: one.averaged),
    ):
        gains = [way(one) - one.alone for one in tried]
        yield Row(name=name, unit="share", value=float(np.mean(gains)))
    said = sum(one.better_than_both for one in tried)
    yield Row(name="worlds shown to be better than both", unit=f"of {len(tried)}", value=said)
    yield from _with_few_looks()


def _beside_the_optimum(found: list[list[Found]]) -> Iterator[Row]:
    """How far below what the true tables allow; baseline: the better alone."""
    short = np.array([[one.optimum - one.together for one in each] for each in found])
    alone = np.array([[one.optimum - one.alone for one in each] for each in found])
    name = "setting furthest below the exact optimum"
    worst = float(short.mean(axis=1).max())
    baseline = float(alone.mean(axis=1).max())
    yield at_most(name, "share", worst, goal=MOST_SHORT, baseline=baseline)
    name = "single world furthest below it"
    yield Row(name=name, unit="share", value=float(short.max()), baseline=float(alone.max()))
    name = "worlds a point or more below it"
    many, base = float((short >= MOST_SHORT).sum()), float((alone >= MOST_SHORT).sum())
    yield Row(name=name, unit=f"of {short.size}", value=many, baseline=base)


def _with_few_looks() -> Iterator[Row]:
    """AI and people equally good alone; the goal is to be better than either."""
    setting = Setting(answers=16, ai=STRONG, person=STRONG, copied=0.0)
    chance = np.random.default_rng(100)
    world = make_world(setting, chance)
    learned, tried = draw(world, _learned(setting), chance), draw(world, TRIED, chance)
    teamwork = learn_teamwork(learned.shares, learned.looks, people=PEOPLE)
    worth = np.argsort(-teamwork.look_values(tried.shares), kind="stable")
    random = chance.permutation(TRIED)
    alone = max(
        _right(tried.shares.argmax(axis=1), tried.looks), _right(tried.looks.said, tried.looks)
    )
    for part in LOOKED_AT:
        many = round(part * TRIED)
        yield at_least(
            f"right where people look at {part:.0%}, worth most first",
            "share",
            _right_with(teamwork, tried, worth[:many]),
            goal=alone,
            baseline=_right_with(teamwork, tried, random[:many]),
        )


def _right_with(teamwork: Teamwork, tried: Cases, looked: Places) -> float:
    said = np.full((TRIED, 1), NOBODY)
    said[looked, 0] = tried.looks.said[looked]
    settled = teamwork.settle(tried.shares, said=said, by=tried.looks.by[:, None])
    return _right(settled.answers, tried.looks)


def _learned(setting: Setting) -> int:
    return max(LEAST_LEARNED, LEARNED_PER_ANSWER * setting.answers)


def measure(setting: Setting, *, seed: int) -> Found:
    """Learn from verified looks of one world and try on others of it."""
    chance = np.random.default_rng(seed)
    world = make_world(setting, chance)
    learned = draw(world, _learned(setting), chance)
    tried = draw(world, TRIED, chance)
    teamwork = learn_teamwork(learned.shares, learned.looks, people=PEOPLE)
    looks = tried.looks
    settled = teamwork.settle(tried.shares, said=looks.said[:, None], by=looks.by[:, None])
    word = teamwork.habits.updated(
        np.full(tried.shares.shape, 1 / setting.answers), said=looks.said, by=looks.by
    )
    averaged = (tried.shares + word).argmax(axis=1)
    ways = compare_ways(
        tried.shares.argmax(axis=1) == looks.truth,
        looks.said == looks.truth,
        settled.answers == looks.truth,
        people=PEOPLE,
    )
    return Found(
        together=_right(settled.answers, looks),
        ai=_right(tried.shares.argmax(axis=1), looks),
        person=_right(looks.said, looks),
        averaged=_right(averaged, looks),
        optimum=_right(tried.optimum, looks),
        better_than_both=ways.better_than_both,
    )


def _right(answers: Places, looks: Looks) -> float:
    return float((answers == looks.truth).mean())
