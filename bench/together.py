"""People and AI together beside either alone, on cases made from stated habits.

AI sees whether a case is clear or murky, answers by a stated table for each, and is too sure of
itself. A person answers by a table of their own; in some settings they stumble where AI does. From
250 verified looks for each answer, at least 1,000, by four people, the rule learns; 20,000 further
cases are judged. The exact optimum knows every table. Baselines in the same run: the better of AI
and person alone, the person's word always, the mean of both probabilities.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bench.report import Row, at_least, at_most
from samspil.core.evidence.gain import compare_ways
from samspil.core.evidence.habits import Looks, Numbers, Places
from samspil.core.evidence.together import learn_teamwork

LEAST_LEARNED, LEARNED_PER_ANSWER, TRIED, PEOPLE = 1_000, 250, 20_000, 4
STRONG, WEAK = 0.95, 0.78
BOAST = 1.7
"""AI's shares are sharpened by this exponent, as those of a network trained too long."""
ALIKE = 0.7
"""How much of what a person confuses the whole team does."""
MURKY = 0.3
MOST_SHORT = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Share right of AI and people; `copied` is how often a person says what AI would say."""

    answers: int
    ai: float
    person: float
    copied: float

    @property
    def name(self) -> str:
        """In short, such as "16 answers, AI .95, person .78, copied .2"."""
        alike = f", alike {self.copied:.1f}" if self.copied else ""
        return f"{self.answers} answers, AI {self.ai:.2f}, person {self.person:.2f}{alike}"


SETTINGS = tuple(
    Setting(answers=answers, ai=ai, person=person, copied=copied)
    for answers in (2, 4, 16)
    for ai in (STRONG, WEAK)
    for person in (STRONG, WEAK)
    for copied in (0.0, 0.3)
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """The tables everything is drawn from: `[truth, said]`."""

    before: Numbers
    ai: Numbers
    people: Numbers
    copied: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cases:
    """Drawn cases: AI's shares as it states them, looks, and the best that can be answered."""

    shares: Numbers
    looks: Looks
    optimum: Places


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
    """Yield every row; quick tries a third of the settings."""
    settings = SETTINGS[::3] if quick else SETTINGS
    found = [measure(setting, seed=place) for place, setting in enumerate(settings)]
    for setting, one in zip(settings, found, strict=True):
        yield at_least(setting.name, "right", one.together, goal=one.alone, baseline=one.alone)
    short = max(one.optimum - one.together for one in found)
    yield at_most(
        "furthest below the exact optimum",
        "share",
        short,
        goal=MOST_SHORT,
        baseline=max(one.optimum - one.alone for one in found),
    )
    for name, worst in (
        ("mean gain over the better alone", lambda one: one.together),
        ("the same, person's word always", lambda one: one.person),
        ("the same, mean of both probabilities", lambda one: one.averaged),
    ):
        gains = [worst(one) - one.alone for one in found]
        yield Row(name=name, unit="share", value=float(np.mean(gains)))
    said = sum(one.better_than_both for one in found)
    yield Row(name="settings shown to be better than both", unit=f"of {len(found)}", value=said)


def measure(setting: Setting, *, seed: int) -> Found:
    """Learn from verified looks of one world and try on others of it."""
    chance = np.random.default_rng(seed)
    world = make_world(setting, chance)
    many = max(LEAST_LEARNED, LEARNED_PER_ANSWER * setting.answers)
    learned = draw(world, many, chance)
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


def make_world(setting: Setting, chance: np.random.Generator) -> World:
    """Tables with the stated shares right; what is said instead is mostly one of a few answers."""
    many = setting.answers
    clear, murky = setting.ai + 0.045, setting.ai - 0.105
    team = _table(many, setting.person, chance)
    own = [_table(many, setting.person, chance) for _ in range(PEOPLE)]
    return World(
        before=chance.dirichlet(np.full(many, 5.0)),
        ai=np.stack([_table(many, right, chance) for right in (clear, murky)]),
        people=np.stack([ALIKE * team + (1 - ALIKE) * each for each in own]),
        copied=setting.copied,
    )


def draw(world: World, many: int, chance: np.random.Generator) -> Cases:
    """Cases of the world, each looked at by one person."""
    truth = chance.choice(len(world.before), many, p=world.before)
    kind = (chance.random(many) < MURKY).astype(np.intp)
    said_by_ai = _said(world.ai[kind, truth], chance)
    by = chance.integers(0, PEOPLE, many)
    own = _said(world.people[by, truth], chance)
    said = np.where(chance.random(many) < world.copied, said_by_ai, own)
    honest = world.before * world.ai[kind, :, said_by_ai]
    word = (1 - world.copied) * world.people[by, :, said]
    word += world.copied * (said == said_by_ai)[:, None]
    boasting = honest**BOAST
    return Cases(
        shares=boasting / boasting.sum(axis=1, keepdims=True),
        looks=Looks(said=said, truth=truth, by=by),
        optimum=(honest * word).argmax(axis=1),
    )


def _table(many: int, right: float, chance: np.random.Generator) -> Numbers:
    off = chance.dirichlet(np.full(many - 1, 0.6), size=many)
    table = np.zeros((many, many))
    table[~np.eye(many, dtype=bool)] = (1 - right) * off.ravel()
    np.fill_diagonal(table, right)
    return table


def _said(chances: Numbers, chance: np.random.Generator) -> Places:
    drawn = chance.random(len(chances))[:, None] < np.cumsum(chances, axis=1)
    return np.asarray(np.where(drawn.any(axis=1), drawn.argmax(axis=1), 0), dtype=np.intp)


def _right(answers: Places, looks: Looks) -> float:
    return float((answers == looks.truth).mean())
