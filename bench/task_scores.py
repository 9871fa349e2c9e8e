"""How well scores of a task agree with experts, on WORKBank: 844 tasks of 104 occupations.

Two questions: how much AI can do of a task today (capability), and how much a person has to take
part (the Human Agency Scale). Spearman's correlation over tasks, with 95 % intervals by drawing
occupations anew; nothing is learned from the occupations it is tested on.

- *Transparent*: `core.allocation.score_of`, unit weights, nothing learned. From what workers say of
  uncertainty, expertise, communication and physical action; and from the same asked of one expert
  besides, who is drawn at random and tested on the answers of the others.
- *Learned* (`bench.task_learning`): from the same, the task's text, its occupation, and what that
  pays on average in the United States, or without the pay. It is here to see what learning would
  add: the product learns nothing from these ratings (decision 0039).

The baseline of a learned row is the transparent score on the same tasks; that of what workers say
is uncertainty alone, and that of workers and one expert is what workers say.

    python -m bench.task_scores [--quick] [--json FILE]
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from bench.place import data
from bench.report import Row, at_least, main
from bench.task_learning import Numbers, Rated, guessed, parts_of
from bench.vectors import installed
from samspil.core.allocation.criteria import Criterion, score_of

ASKED = {
    Criterion.PHYSICAL: "Physical Action Requirement",
    Criterion.COMMUNICATION: "Interpersonal Communication Requirement",
    Criterion.UNCERTAINTY: "Involved Uncertainty",
    Criterion.EXPERTISE: "Domain Expertise Requirement",
}
TARGETS = {"capability": "Automation Capacity Rating", "agency": "Human Agency Scale Rating"}
GOALS = {"capability": 0.44, "agency": 0.48}
SIGN = {"capability": 1, "agency": -1}
WISHES = (
    "Human Agency Scale Rating", "Automation Desire Rating", "Enjoyment Rating",
    "Reasons for Automation Desire - Repetitive", "Reasons for Human Agency - Empathy",
)  # fmt: skip
LOW_GOALS = {"capability": 0.31}
SEED, ASKINGS = 7, 10


class Tried(NamedTuple):
    """What was said of some tasks, what experts say of them, and their occupations."""

    guess: Numbers
    truth: Numbers
    jobs: NDArray[Any]


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    files = _files()
    if files is None:
        return
    draws, repeats = (200, 1) if quick else (1_000, 3)
    everything = _rated(*files, chance=None)
    held = [_rated(*files, chance=np.random.default_rng(seed)) for seed in range(ASKINGS)]
    yield from _unlearned(everything, held, draws)
    if installed() is None:
        return
    for said, known in (("text, workers", everything), ("text, workers, one expert", held[0])):
        parts = parts_of(known)
        base = _transparent(_both(known))
        for pay in (False, True):
            used = {name: part for name, part in parts.items() if pay or name != "pay"}
            for target, truth in known.truth.items():
                guesses = [guessed(known, used, target, seed=seed) for seed in range(repeats)]
                tried = [Tried(guess, truth, known.jobs) for guess in guesses]
                baseline = _rho(SIGN[target] * base, truth)
                name = f"{target}: learned, {said}{', pay' if pay else ''}"
                yield _row(name, tried, draws=draws, baseline=baseline, goal=GOALS[target])


def _unlearned(everything: Rated, held: Sequence[Rated], draws: int) -> Iterator[Row]:
    place = list(ASKED).index(Criterion.UNCERTAINTY)
    for target, sign in SIGN.items():
        truth = everything.truth[target]
        tried = [Tried(sign * _transparent(everything.said), truth, everything.jobs)]
        baseline = _rho(-sign * everything.said[:, place], truth)
        name = f"{target}: transparent, workers"
        yield _row(name, tried, draws=draws, baseline=baseline, goal=LOW_GOALS.get(target))
        both = [Tried(sign * _transparent(_both(one)), one.truth[target], one.jobs) for one in held]
        alone = [_rho(sign * _transparent(one.said), one.truth[target]) for one in held]
        name = f"{target}: transparent, workers and one expert"
        baseline = float(np.mean(alone))
        yield _row(name, both, draws=draws, baseline=baseline, goal=LOW_GOALS.get(target))


def _row(
    name: str, tried: Sequence[Tried], *, draws: int, baseline: float, goal: float | None
) -> Row:
    """The mean over what was tried, with an interval that holds the drawing of experts too."""
    value = float(np.mean([_rho(one.guess, one.truth) for one in tried]))
    low, high = _between(tried, draws)
    name = f"{name} ({low:.2f} to {high:.2f})"
    if goal is None:
        return Row(name=name, unit="rho", value=value, baseline=baseline)
    return at_least(name, "rho", value, goal=goal, baseline=baseline)


def _both(known: Rated) -> Numbers:
    return known.said if known.expert is None else (known.said + known.expert) / 2


def _transparent(said: Numbers) -> Numbers:
    found = [score_of(dict(zip(ASKED, row, strict=True))) for row in said.tolist()]
    return np.array([one.value for one in found if one is not None])


def _rho(guess: Numbers, truth: Numbers) -> float:
    return float(spearmanr(guess, truth).statistic)


def _between(tried: Sequence[Tried], draws: int) -> tuple[float, float]:
    chance, found = np.random.default_rng(SEED), []
    for number in range(draws):
        one = tried[number % len(tried)]
        places = [np.flatnonzero(one.jobs == job) for job in np.unique(one.jobs)]
        drawn = np.concatenate(
            [places[at] for at in chance.integers(len(places), size=len(places))]
        )
        found.append(_rho(one.guess[drawn], one.truth[drawn]))
    low, high = np.quantile(found, (0.025, 0.975))
    return float(low), float(high)


Line = dict[str, str]


def _files() -> tuple[dict[str, list[Line]], dict[str, list[Line]], dict[str, Line]] | None:
    """What workers say, what experts say, and what is known of each task, by task."""
    names = (
        "domain_worker_desires.csv", "expert_rated_technological_capability.csv",
        "task_statement_with_metadata.csv",
    )  # fmt: skip
    paths = [data("workbank", name) for name in names]
    found: list[dict[str, list[Line]]] = []
    for path in paths:
        if path is None:
            return None
        by_task: dict[str, list[Line]] = defaultdict(list)
        with path.open(encoding="utf-8-sig", newline="") as file:
            for line in csv.DictReader(file):
                by_task[line["Task ID"]].append(line)
        found.append(by_task)
    return found[0], found[1], {task: lines[0] for task, lines in found[2].items()}


def _rated(
    workers: Mapping[str, list[Line]],
    experts: Mapping[str, list[Line]],
    about: Mapping[str, Line],
    *,
    chance: np.random.Generator | None,
) -> Rated:
    """All tasks; with `chance` those of two experts or more, one of whom is drawn to be asked."""
    fewest = 1 if chance is None else 2
    tasks = sorted(
        (one for one in set(workers) & set(experts) if len(experts[one]) >= fewest), key=int
    )
    asked, others = [], []
    for task in tasks:
        lines = experts[task]
        at = -1 if chance is None else int(chance.integers(len(lines)))
        asked.append(lines[at])
        others.append([line for place, line in enumerate(lines) if place != at])
    pay = np.array([float(about[one].get("Occupation Mean Annual Wage") or "nan") for one in tasks])
    pay[np.isnan(pay)] = np.nanmedian(pay)
    return Rated(
        texts=[experts[one][0]["Task"] for one in tasks],
        jobs=np.array([experts[one][0]["Occupation (O*NET-SOC Title)"] for one in tasks]),
        said=np.array([_means(workers[one], ASKED.values()) for one in tasks]),
        expert=None
        if chance is None
        else np.array([_means([line], ASKED.values()) for line in asked]),
        wishes=np.array([_means(workers[one], WISHES) for one in tasks]),
        pay=np.log(pay)[:, None],
        truth={
            name: np.array([_means(lines, [column])[0] for lines in others])
            for name, column in TARGETS.items()
        },
        experts=np.array([float(len(lines)) for lines in others]),
    )


def _means(lines: Sequence[Line], columns: Iterable[str]) -> list[float]:
    return [sum(_value(line[column]) for line in lines) / len(lines) for column in columns]


def _value(cell: str) -> float:
    return float(cell) if cell[:1].isdigit() else float(cell.lower() == "true")


if __name__ == "__main__":
    main(measure, description=__doc__)
