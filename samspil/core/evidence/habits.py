"""What people say of a case, where this or something else is true.

The rules weigh a person's word by it. It never leaves them by person: there is no way to ask how
often somebody errs, because nobody is to be ranked by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
Flags = NDArray[np.bool_]

WEIGHT = 10.0
"""A person is thought to be like the team, and the team even, with the weight of ten cases."""
RIGHT_BEFOREHAND = 0.9
"""How often people are thought right before anything is known, with the same weight."""
LEAST = 1e-4
"""AI never excludes an answer altogether, so that people can always overrule it."""
NOBODY = -1
FOLDS = 5
TINY = 1e-12
"""What is smaller comes from rounding."""
CELLS_AT_ONCE = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Looks:
    """What people said of verified cases before they saw AI's proposal, and what was true.

    One row for each look. `said` and `truth` are places of answers, `by` is the place of a person,
    all from 0.
    """

    said: Places
    truth: Places
    by: Places

    def __post_init__(self) -> None:
        if not self.said.shape == self.truth.shape == self.by.shape or self.said.ndim != 1:
            raise ValueError("Each look needs what was said, what was true and who looked.")
        for each in (self.said, self.truth, self.by):
            if each.size and each.min() < 0:
                raise ValueError("Answers and people are numbered from 0.")

    def __len__(self) -> int:
        return len(self.said)

    def only(self, kept: Flags) -> "Looks":
        """The looks of these rows."""
        return Looks(said=self.said[kept], truth=self.truth[kept], by=self.by[kept])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Habits:
    """How likely each answer is said where each is true: `[truth, said]`, rows add up to 1."""

    _each: Numbers = field(repr=False)
    """One table for each person, and the team's at the end."""

    @property
    def answers(self) -> int:
        """How many different answers there are."""
        return int(self._each.shape[1])

    def updated(self, shares: Numbers, *, said: Places, by: Places) -> Numbers:
        """What AI's shares become by what a person said, by the rule of Bayes; rows add up to 1.

        Where nobody said anything (`NOBODY`) they stay; whoever is not known is taken for anybody
        of the team. For a second person give what came out for the first: it holds as far as their
        errors have nothing in common.
        """
        looked = said != NOBODY
        weighed = np.array(shares, dtype=np.float64)
        weighed[looked] *= self._each[self._whose(by[looked]), :, said[looked]]
        return np.asarray(weighed / weighed.sum(axis=1, keepdims=True), dtype=np.float64)

    def signs(self, shares: Numbers, *, said: Places, by: Places) -> Numbers:
        """What may tell whether AI or the person is right where they differ; a row for each case.

        The logarithm of AI's odds against the person after the rule of Bayes; those of AI's share
        for its answer, against it, and for the person's; those of how
        often the person names their own answer, and AI's, where it is true.
        """
        rows, best = np.arange(len(said)), shares.argmax(axis=1)
        whose, ais, theirs = self._whose(by), shares[rows, best], shares[rows, said]
        own = self._each[whose, said, said]
        columns = (
            ais * self._each[whose, best, said] / (theirs * own),
            ais,
            np.maximum(1 - ais, LEAST),
            theirs,
            own,
            self._each[whose, best, best],
        )
        return np.asarray(np.log(np.column_stack(columns)), dtype=np.float64)

    def look_values(self, shares: Numbers) -> Numbers:
        """By how much one more look raises the chance to be right, 0 to 1, for each case.

        The expected value of sample information (Raiffa and Schlaifer, 1961) of a look by anybody
        of the team: Σ_h max_y p(y) ψ[y, h] - max_y p(y). Never below 0.
        """
        step = max(1, CELLS_AT_ONCE // self.answers**2)
        parts = [self._values(shares[at : at + step]) for at in range(0, len(shares), step)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _values(self, shares: Numbers) -> Numbers:
        after = (shares[:, :, None] * self._each[-1]).max(axis=1).sum(axis=1)
        gained = after - shares.max(axis=1)
        return np.asarray(np.where(gained > TINY, gained, 0.0), dtype=np.float64)

    def _whose(self, by: Places) -> Places:
        """Whose table holds for each look: the team's for whoever is not known."""
        team = len(self._each) - 1
        return np.asarray(np.where((by >= 0) & (by < team), by, team), dtype=np.intp)


def learn_habits(looks: Looks, *, answers: int, people: int) -> Habits:
    """Count what was said, each person drawn to the team and the team to one share right for all.

    Without any look everybody is taken to be right in nine of ten. Of contradicting labels each
    counts. Raises `ValueError` where a look names an answer or a person that there is none of.
    """
    if answers < 2:
        raise ValueError("There must be at least two answers to choose from.")
    if len(looks) and max(looks.said.max(), looks.truth.max()) >= answers:
        raise ValueError(f"An answer is named that is none of the {answers}.")
    if len(looks) and looks.by.max() >= people:
        raise ValueError(f"A person is named who is none of the {people}.")
    counts = np.zeros((people, answers, answers))
    np.add.at(counts, (looks.by, looks.truth, looks.said), 1)
    team = _drawn(counts.sum(axis=0), _even(looks, answers))
    return Habits(_each=np.concatenate([_drawn(counts, team), team[None]]))


def folds(many: int) -> Iterator[Flags]:
    """Every fifth of so many rows, each once, to be judged by what the others teach."""
    fold = np.arange(many) % FOLDS
    yield from (fold == number for number in range(min(FOLDS, many)))


def _drawn(counts: Numbers, to: Numbers) -> Numbers:
    """ψ[y, h] = (N[y, h] + w prior[y, h]) / (N[y, ·] + w), the mean of a Dirichlet distribution."""
    drawn = (counts + WEIGHT * to) / (counts.sum(axis=-1, keepdims=True) + WEIGHT)
    return np.asarray(drawn, dtype=np.float64)


def _even(looks: Looks, answers: int) -> Numbers:
    hits = int((looks.said == looks.truth).sum())
    right = (hits + WEIGHT * RIGHT_BEFOREHAND) / (len(looks) + WEIGHT)
    habit = np.full((answers, answers), (1 - right) / (answers - 1))
    np.fill_diagonal(habit, right)
    return habit
