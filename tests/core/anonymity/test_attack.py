"""A thousand questions about a made-up company, and all that can be worked out from the answers.

The attacker knows everybody's traits and wants to know of whom something holds that only the
answers tell. Whatever can be got by adding and subtracting answers is got by linear algebra; an
answer of none or of all tells it of each. The same attack on a bare threshold succeeds.
"""

from collections.abc import Callable, Mapping, Set
from random import Random

import numpy as np
import pytest

from samspil.core.anonymity import LEAST, frozen
from samspil.core.shares import Share

BY = ("team", "site", "age", "work")
VALUES = {
    "team": ("sales", "service", "stock", "office", "it", "shop"),
    "site": ("Aarhus", "Kiel", "Odense"),
    "age": ("young", "middle", "old"),
    "work": ("full", "part"),
}
Filter = Mapping[str, Set[str]]
Answers = Callable[[Filter], Share | None]
SEED, PEOPLE, QUESTIONS = 20, 240, 1_000


@pytest.fixture(scope="module")
def counts() -> dict[tuple[str, ...], Share]:
    """The people by their traits, and of how many it holds."""
    draw = Random(SEED)
    found: dict[tuple[str, ...], Share] = {}
    for _ in range(PEOPLE):
        traits = tuple(draw.choice(VALUES[each]) for each in BY)
        known = found.get(traits, Share(hits=0, n=0))
        found[traits] = Share(hits=known.hits + (draw.random() < 0.4), n=known.n + 1)
    return found


@pytest.fixture(scope="module")
def questions() -> list[Filter]:
    draw = Random(SEED)
    return [
        {
            name: set(draw.sample(VALUES[name], draw.randint(1, len(VALUES[name]) - 1)))
            for name in draw.sample(BY, draw.randint(0, len(BY)))
        }
        for _ in range(QUESTIONS)
    ]


def holds(traits: tuple[str, ...], asked: Filter) -> bool:
    return all(value in asked.get(name, {value}) for name, value in zip(BY, traits, strict=True))


def bare_threshold(counts: Mapping[tuple[str, ...], Share]) -> Answers:
    """Answers whatever is about five people or more, as much software does."""

    def answers(asked: Filter) -> Share | None:
        within = [share for traits, share in counts.items() if holds(traits, asked)]
        whole = Share(hits=sum(one.hits for one in within), n=sum(one.n for one in within))
        return whole if whole.n >= LEAST else None

    return answers


def answered(
    counts: Mapping[tuple[str, ...], Share], questions: list[Filter], answers: Answers
) -> tuple[np.ndarray, np.ndarray]:
    """Which of the people with each traits the answered questions are about, and what was told."""
    told = [(one, found) for one in questions if (found := answers(one)) is not None]
    about = [[float(holds(traits, one)) for traits in counts] for one, _found in told]
    return np.array(about), np.array([found.hits for _one, found in told])


def recovered(
    counts: Mapping[tuple[str, ...], Share], questions: list[Filter], answers: Answers
) -> int:
    """Of how many people the answers tell whether it holds, or for how many of fewer than five."""
    about, hits = answered(counts, questions, answers)
    sizes = np.array([one.n for one in counts.values()])
    solved = np.linalg.pinv(about)
    sure = np.abs(solved @ about - np.eye(len(sizes))).max(axis=1) < 1e-6
    values = np.rint(solved @ hits)
    found = sure & ((sizes < LEAST) | (values == 0) | (values == sizes))
    for row, of in zip(about, hits, strict=True):
        if of in (0, row @ sizes):
            found |= row > 0
    return int(sizes[found].sum())


def test_lr8_nobody_is_recovered_by_a_thousand_questions(counts, questions):
    told = frozen(counts, by=BY)

    assert recovered(counts, questions, told.among) == 0


def test_the_same_attack_finds_most_people_behind_a_bare_threshold(counts, questions):
    assert recovered(counts, questions, bare_threshold(counts)) > 0.75 * PEOPLE


def test_neither_an_answer_nor_what_is_missing_from_the_whole_is_of_few(counts, questions):
    told = frozen(counts, by=BY)
    whole = told.among({})
    assert whole == Share(hits=sum(one.hits for one in counts.values()), n=PEOPLE)

    for one in questions:
        if answer := told.among(one):
            for part in (answer, Share(hits=whole.hits - answer.hits, n=whole.n - answer.n)):
                assert part.n == 0 or min(part.hits, part.n - part.hits) >= LEAST


def test_any_two_answers_are_about_the_same_people_or_differ_by_five(counts, questions):
    about, _hits = answered(counts, questions, frozen(counts, by=BY).among)
    sizes = np.array([one.n for one in counts.values()])

    many, both = about @ sizes, (about * sizes) @ about.T
    apart = many[:, None] + many[None, :] - 2 * both

    assert ((apart == 0) | (apart >= LEAST)).all()


def test_it_is_of_use_all_the_same(counts):
    told = frozen(counts, by=BY)

    teams = [told.among({"team": {team}}) for team in VALUES["team"]]

    assert sum(one.n for one in teams if one) == PEOPLE


def test_one_person_more_or_less_changes_nothing_that_was_told(counts):
    told = frozen(counts, by=BY)
    before = told.among({"team": {"it"}})

    more = dict(counts)
    more[("it", "Kiel", "old", "part")] = Share(hits=1, n=1)

    assert told.among({"team": {"it"}}) == before
    assert frozen(more, by=BY) != told


def test_few_of_a_value_are_put_together_or_with_the_next_smallest():
    groups = {"m": Share(hits=9, n=30), "f": Share(hits=7, n=20), "x": Share(hits=1, n=2)}

    told = frozen({(name,): share for name, share in groups.items()}, by=["group"], secret=False)

    assert {tuple(sorted(cell.among[0])): cell.share.n for cell in told.cells} == {
        ("m",): 30,
        ("f", "x"): 22,
    }
    assert told.among({"group": {"x"}}) is None


def test_of_too_few_people_nothing_is_told():
    assert frozen({("a",): Share(hits=2, n=4)}, by=["team"], secret=False).cells == ()
    assert frozen({("a",): Share(hits=0, n=50)}, by=["team"]).cells == ()
    assert frozen({}, by=["team"]).cells == ()
