"""What a person's and AI's answers say together: weighed, not averaged.

Nothing here decides who has the last word in a process; it says which answer the evidence speaks
for, and whether another look would be worth its time.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from samspil.core.evidence.arbitration import Arbiter, learn_arbiter
from samspil.core.evidence.habits import (
    NOBODY,
    Flags,
    Habits,
    Looks,
    Numbers,
    Places,
    folds,
    learn_habits,
)
from samspil.core.evidence.tempering import check_shares, temperature_of, tempered

FEWEST_LOOKS = 30
"""With fewer verified looks nobody is overruled."""


class By(StrEnum):
    """What settled a case: nobody looked, a person's word, that all agree, or how both weigh."""

    AI = "ai"
    PERSON = "person"
    AGREEMENT = "agreement"
    BAYES = "bayes"
    ARBITER = "arbiter"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Settled:
    """For each case the answer, how likely it is right (0 to 1), and what settled it.

    `shares` are those of all answers by the rule of Bayes. They order cases; nothing is promised.
    """

    answers: Places
    sure: Numbers
    by: tuple[By, ...]
    shares: Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Teamwork:
    """How AI's and people's words weigh in one process.

    Unless `overrules`, the word of whoever looked last stands: overruling people did not prove
    right more often than wrong.
    """

    habits: Habits
    temperature: float
    arbiter: Arbiter | None
    overrules: bool

    def settle(self, shares: Numbers, *, said: Places, by: Places) -> Settled:
        """Weigh AI's shares, one row for each case, with what people said.

        `said` and `by` have a column for each look, in order, with `NOBODY` where there was none.
        """
        check_shares(shares)
        _check_words(said, by, like=shares)
        before = tempered(shares, self.temperature)
        after, best, last = before, before.argmax(axis=1), _last(said)
        for look in range(said.shape[1]):
            after = self.habits.updated(after, said=said[:, look], by=by[:, look])
        ai_right, asked = self._arbitrated(before, said=said, by=by)
        agreed = ((said == best[:, None]) | (said == NOBODY)).all(axis=1)
        stands = np.full(len(last), not self.overrules)
        holds = (last == NOBODY, agreed, stands, asked)
        chosen = np.where(ai_right > 0.5, best, last)
        answers = np.select(holds, (best, best, last, chosen), after.argmax(axis=1))
        how = [ORDER[place] for place in np.select(holds, list(range(4)), 4)]
        rows = np.arange(len(answers))
        of_two = (after[rows, best] + after[rows, last]) * np.maximum(ai_right, 1 - ai_right)
        arbitrated = np.array([each is By.ARBITER for each in how], dtype=bool)
        sure = np.where(arbitrated, of_two, after[rows, answers])
        return Settled(answers=answers, sure=sure, by=tuple(how), shares=after)

    def look_values(self, shares: Numbers) -> Numbers:
        """By how much a first look at each case raises the chance to be right, 0 to 1."""
        check_shares(shares)
        return self.habits.look_values(tempered(shares, self.temperature))

    def _arbitrated(self, before: Numbers, *, said: Places, by: Places) -> tuple[Numbers, Flags]:
        """How likely AI is right rather than the person, and where that settles the case.

        It does where one person differs from AI; a third answer that the rule of Bayes would
        prefer to both was right in one case of ten when tried.
        """
        best, last = before.argmax(axis=1), _last(said)
        if self.arbiter is None:
            return np.full(len(best), 0.5), np.zeros(len(best), dtype=bool)
        looked = said != NOBODY
        asked = (looked.sum(axis=1) == 1) & (last != best)
        word = np.where(asked, last, best)
        who = by[np.arange(len(by)), looked.argmax(axis=1)]
        return self.arbiter.ai_right(self.habits.signs(before, said=word, by=who)), asked


ORDER = (By.AI, By.AGREEMENT, By.PERSON, By.ARBITER, By.BAYES)
"""What settles a case, asked from the left."""


def learn_teamwork(shares: Numbers, looks: Looks, *, people: int) -> Teamwork:
    """Learn from verified looks and the shares AI gave, without having learned from it, to each.

    `shares` has a row for each look and a column for each answer. The same input gives the same.
    """
    check_shares(shares)
    if len(shares) != len(looks):
        raise ValueError("Each look needs AI's shares of its case.")
    learned = _learned(shares, looks, people=people)
    if len(looks) < FEWEST_LOOKS:
        return learned
    gained = 0
    for part in folds(len(looks)):
        rest = _learned(shares[~part], looks.only(~part), people=people)
        gained += _gained(replace(rest, overrules=True), shares[part], looks.only(part))
    return replace(learned, overrules=gained > 0)


def _learned(shares: Numbers, looks: Looks, *, people: int) -> Teamwork:
    temperature = temperature_of(shares, looks.truth)
    mended = tempered(shares, temperature)
    return Teamwork(
        habits=learn_habits(looks, answers=shares.shape[1], people=people),
        temperature=temperature,
        arbiter=learn_arbiter(mended, looks, people=people),
        overrules=False,
    )


def _gained(teamwork: Teamwork, shares: Numbers, looks: Looks) -> int:
    """How many more answers are right than by people's word, on cases it did not learn from."""
    settled = teamwork.settle(shares, said=looks.said[:, None], by=looks.by[:, None])
    right, word = settled.answers == looks.truth, looks.said == looks.truth
    return int(right.sum()) - int(word.sum())


def worth_another_look(
    settled: Settled, habits: Habits, *, cost_of_error: Numbers, minutes: Numbers, price: float
) -> Flags:
    """Where one more look by the team is worth more than its time.

    `cost_of_error` is money for each case, `minutes` what a look takes, above 0, `price` the money
    a minute is worth now.
    """
    if not (np.all(minutes > 0) and np.all(cost_of_error >= 0) and price >= 0):
        raise ValueError("Minutes must be above 0, costs and price not below.")
    gain = habits.look_values(settled.shares) * cost_of_error
    return np.asarray(gain > minutes * price, dtype=bool)


def _check_words(said: Places, by: Places, *, like: Numbers) -> None:
    """Raise `ValueError` unless each look has an answer there is, or none, and somebody."""
    if said.ndim != 2 or not said.shape[1] or said.shape != by.shape or len(said) != len(like):
        raise ValueError("Each case needs as many looks as there are columns, and who looked.")
    if said.size and not NOBODY <= said.min() <= said.max() < like.shape[1]:
        raise ValueError("Somebody said what is none of the answers.")


def _last(said: Places) -> Places:
    """What was said last of each case; `NOBODY` where nobody looked."""
    place = said.shape[1] - 1 - (said != NOBODY)[:, ::-1].argmax(axis=1)
    return np.asarray(said[np.arange(len(said)), place], dtype=np.intp)
