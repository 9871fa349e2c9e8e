"""Made-up cases whose habits are known: what AI and people say, and the best that can be answered.

AI sees whether a case is clear or murky, answers by a stated table for each, and is too sure of
itself. A person answers by a table of their own; where that is wanted they stumble where AI does.
"""

from dataclasses import dataclass

import numpy as np

from samspil.core.evidence.habits import Looks, Numbers, Places

PEOPLE = 4
BOAST = 1.7
"""AI's shares are sharpened by this exponent, as those of a network trained too long."""
ALIKE = 0.7
"""How much of what a person confuses the whole team does."""
MURKY = 0.3


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
