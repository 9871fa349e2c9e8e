"""Who is right where a person and AI differ, learned from earlier cases in which they did.

The rule of Bayes takes their errors for independent. Where they are not, because both stumble over
the same cases, this learns by how much to depart from it (stacking: Wolpert, 1992).
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from samspil.core.evidence.habits import Flags, Looks, Numbers, folds, learn_habits

FEWEST_DISAGREEMENTS = 10
"""With fewer, in which one of both was right, the rule of Bayes stands as it is."""
CAUTION = 3.0
"""How strongly the weights are drawn to those that repeat the rule of Bayes."""
STEPS = 50
CLOSE = 1e-8


@dataclass(frozen=True, slots=True, kw_only=True)
class Arbiter:
    """A logistic rule over `Habits.signs`: a constant, then a weight for each sign."""

    weights: tuple[float, ...]
    disagreements: int

    def ai_right(self, signs: Numbers) -> Numbers:
        """How likely AI is right rather than the person, 0 to 1, for each row."""
        return np.asarray(expit(_with_one(signs) @ np.array(self.weights)), dtype=np.float64)


def learn_arbiter(shares: Numbers, looks: Looks, *, people: int) -> Arbiter | None:
    """Learn from AI's mended shares for the case of each look; None of too few disagreements.

    Each fifth is judged by habits that were learned without it, else people would seem steadier
    than they are.
    """
    answers = shares.shape[1]
    signs, ai_right = [], []
    for part in folds(len(looks)):
        habits = learn_habits(looks.only(~part), answers=answers, people=people)
        own, theirs = looks.only(part), shares[part]
        best = theirs.argmax(axis=1)
        telling = (best != own.said) & ((own.truth == best) | (own.truth == own.said))
        told = own.only(telling)
        signs.append(habits.signs(theirs[telling], said=told.said, by=told.by))
        ai_right.append(told.truth == best[telling])
    many = sum(len(part) for part in signs)
    if many < FEWEST_DISAGREEMENTS:
        return None
    weights = _departing_from_bayes(np.vstack(signs), np.concatenate(ai_right))
    return Arbiter(weights=tuple(weights.tolist()), disagreements=many)


def _departing_from_bayes(signs: Numbers, ai_right: Flags) -> Numbers:
    """Weights for a constant and the signs as they are.

    Signs are taken from their middle and never blown up, so that what hardly differed among the
    disagreements hardly departs from the rule of Bayes.
    """
    middle, spread = signs.mean(axis=0), np.maximum(signs.std(axis=0), 1)
    bent = _logistic(_with_one((signs - middle) / spread), ai_right, start=signs[:, 0])
    weights = bent[1:] / spread
    constant = bent[0] - weights @ middle
    weights[0] += 1
    return np.append(constant, weights)


def _logistic(table: Numbers, right: Flags, *, start: Numbers) -> Numbers:
    """Newton's method: what is added to the odds of `start`, drawn to nothing."""
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        shares = expit(start + table @ weights)
        slope = table.T @ (right - shares) - CAUTION * weights
        bend = (table * (shares * (1 - shares))[:, None]).T @ table
        step = np.linalg.solve(bend + CAUTION * np.eye(len(bend)), slope)
        weights = weights + np.clip(step, -1, 1)
        if np.abs(step).max() < CLOSE:
            break
    return weights


def _with_one(table: Numbers) -> Numbers:
    return np.column_stack([np.ones(len(table)), table])
