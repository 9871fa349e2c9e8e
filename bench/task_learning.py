"""Learn from experts' ratings of tasks, to see what that would add to adding up what people say.

Kernel ridge regression, in which the mean of two experts counts twice as much as the word of one;
how smooth is picked within the training part alone, by leaving out one occupation after the other.
How much each part weighs was tried by hand on these same tasks, among
some twenty mixes, so that a little of what learning adds is that choice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from bench.vectors import installed, shelf

Numbers = NDArray[np.float64]
POLES = (
    ("talk with people, listen and show empathy", "work alone with data on a computer"),
    ("lift, build or repair things by hand", "write, read or calculate on a computer"),
    ("judge an unclear situation with long experience", "enter data according to fixed rules"),
    ("make a responsible decision about people", "prepare a routine document"),
    ("create a new artistic idea", "follow a standard procedure"),
    ("negotiate with clients and persuade them", "compile a report from records"),
    ("supervise and train staff", "check figures for errors"),
    ("plan a strategy for the organization", "schedule appointments"),
    ("diagnose a patient", "maintain records and files"),
    ("meet and interview people", "analyse data and write computer programs"),
    ("inspect a building or equipment on site", "collect information and summarise it"),
    ("handle emergencies and conflicts", "answer standard questions"),
)
SMOOTH = (10.0, 30.0, 100.0)
FOLDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """Tasks with what workers and one expert say of them, and what the other experts answer.

    `said` and `expert` are one row for each task, in the order of `ASKED`; `wishes` and `pay` are
    what else is known. `truth` maps each target to the mean of the experts asked about it, who are
    so many as `experts` says.
    """

    texts: Sequence[str]
    jobs: NDArray[np.str_]
    said: Numbers
    expert: Numbers | None
    wishes: Numbers
    pay: Numbers
    truth: Mapping[str, Numbers]
    experts: Numbers


def guessed(known: Rated, parts: Mapping[str, Numbers], target: str, *, seed: int) -> Numbers:
    """What is said of each task by what was learned from other occupations."""
    truth, folds = known.truth[target], _folds(known.jobs, seed)
    kernel = sum(parts.values(), np.zeros((1, 1)))
    guess = np.zeros(len(truth))
    for fold in range(FOLDS):
        learn, test = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        among, counts = kernel[np.ix_(learn, learn)], known.experts[learn]
        mean = np.average(truth[learn], weights=counts)
        centred = truth[learn] - mean
        smooth = _picked(among, centred, known.jobs[learn], counts)
        weights = np.linalg.solve(among + np.diag(smooth / counts), centred)
        guess[test] = kernel[np.ix_(test, learn)] @ weights + mean
    return guess


def _picked(kernel: Numbers, centred: Numbers, jobs: NDArray[Any], counts: Numbers) -> float:
    """The smoothness that says most of each occupation from the others that may be seen."""
    groups = [np.flatnonzero(jobs == job) for job in np.unique(jobs)]
    best = -2.0, SMOOTH[0]
    for smooth in SMOOTH:
        inverse = np.linalg.inv(kernel + np.diag(smooth / counts))
        weights, guess = inverse @ centred, np.zeros(len(centred))
        for at in groups:
            guess[at] = centred[at] - np.linalg.solve(inverse[np.ix_(at, at)], weights[at])
        best = max(best, (float(spearmanr(guess, centred).statistic), smooth))
    return best[1]


def _folds(jobs: NDArray[Any], seed: int) -> NDArray[np.int64]:
    names = np.unique(jobs)
    places = np.random.default_rng(seed).permutation(len(names)) % FOLDS
    return np.array([places[at] for at in np.searchsorted(names, jobs)])


def parts_of(known: Rated) -> dict[str, Numbers]:
    """How alike any two tasks are in each respect; no rating of an expert is in it but `expert`."""
    embedder = installed()
    assert embedder is not None
    poles = [side for pair in POLES for side in pair]
    shelves = shelf(embedder, [*known.texts, *set(known.jobs.tolist()), *poles])

    def read(texts: Sequence[str]) -> Numbers:
        return shelves.embed(texts).astype(np.float64)

    sides = read(poles)
    between = sides[::2] - sides[1::2]
    tasks, jobs = read(known.texts), read(known.jobs.tolist())
    found = {
        "said": 0.5 * _straight(np.hstack([known.said, known.wishes])),
        "text": _near(_turned(tasks)),
        "job": 0.5 * _near(_turned(jobs)),
        "poles": (_near(_even(tasks @ between.T)) + _near(_even(jobs @ between.T))),
        "pay": 0.1 * _straight(known.pay),
    }
    if known.expert is not None:
        mean = known.expert.mean(axis=1, keepdims=True)
        found["expert"] = 0.5 * (_straight(known.expert) + _straight(mean))
    return found


def _even(values: Numbers) -> Numbers:
    return np.asarray((values - values.mean(axis=0)) / values.std(axis=0))


def _turned(vectors: Numbers) -> Numbers:
    centred = vectors - vectors.mean(axis=0)
    return np.asarray(centred / np.linalg.norm(centred, axis=1, keepdims=True))


def _straight(values: Numbers) -> Numbers:
    even = _even(values)
    return np.asarray(even @ even.T / values.shape[1])


def _near(values: Numbers) -> Numbers:
    inner = values @ values.T
    own = np.diag(inner)
    apart = np.maximum(own[:, None] + own[None, :] - 2 * inner, 0)
    return np.asarray(np.exp(-apart / np.median(apart)))
