"""How sure the classifier may be: what it knew of examples that it had not seen."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy  # loads what is asked for: what only learning needs takes half a second
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import log_softmax

from samspil.skills.triage.fitting import Numbers, fit, spaces_for
from samspil.skills.triage.grams import Kind
from samspil.skills.triage.model import side_by_side
from samspil.skills.triage.view import rarity_among, weighed

FOLDS = 8
ENOUGH = 2_000
"""So many examples judged unseen are enough to know how loud to speak; to know when an answer is
right, four times as many tell more, and take four times as long."""
SHARPEST, BLUNTEST = 100.0, 0.1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """Scores of examples by rules that had not seen them; `places` says which examples."""

    places: Numbers
    scores: NDArray[np.float64]
    answers: Numbers


def deal(
    seen: Sequence[Sequence[str]], answers: Numbers, *, origins: Sequence[str] | None
) -> Numbers:
    """Deal the examples of each label over the folds; what says the same shares a fold.

    `seen` holds the words of each text. Equal texts say the same, and so do texts of one origin.
    """
    alike = _alike(
        [tuple(forms) for forms in seen], range(len(seen)) if origins is None else origins
    )
    dealt: dict[int, int] = {}
    fold_of: dict[int, int] = {}
    for group, answer in zip(alike.tolist(), answers.tolist(), strict=True):
        if group not in fold_of:
            dealt[answer] = dealt.get(answer, answer) + 1
            fold_of[group] = dealt[answer] % FOLDS
    return np.array([fold_of[group] for group in alike.tolist()], dtype=np.intp)


def _alike(texts: Sequence[Hashable], origins: Sequence[Hashable]) -> NDArray[np.int32]:
    """One number for all that hangs together by an equal text or an equal origin."""
    left, right = _numbered(texts), _numbered(origins) + len(texts)
    links = (np.ones(len(texts)), (left, right))
    table = sparse.coo_matrix(links, shape=(2 * len(texts), 2 * len(texts)))
    groups: NDArray[np.int32] = scipy.sparse.csgraph.connected_components(table, directed=False)[1]
    return groups[left]


def _numbered(names: Sequence[Hashable]) -> Numbers:
    number: dict[Hashable, int] = {}
    return np.array([number.setdefault(name, len(number)) for name in names], dtype=np.intp)


def judge_unseen(
    counts: Sequence[sparse.csr_matrix],
    answers: Numbers,
    *,
    folds: Numbers,
    labels: int,
    enough: int,
) -> Judged | None:
    """Score examples, `enough` of them, by rules that had not seen them.

    None where none could be set aside.
    """
    scores = np.full((len(answers), labels), -1.0)
    judged = np.zeros(len(answers), dtype=bool)
    spaces = spaces_for(len(answers))
    for fold in np.unique(folds):
        unseen = folds == fold
        if unseen.all():
            return None
        if judged.sum() >= enough:
            break
        vectors = as_if_unseen(counts, unseen)
        weights, bias = fit(vectors[~unseen], answers[~unseen], labels=labels, spaces=spaces)
        scores[unseen] = vectors[unseen] @ weights + bias
        judged |= unseen
    return Judged(places=np.flatnonzero(judged), scores=scores[judged], answers=answers[judged])


def as_if_unseen(
    counts: Sequence[sparse.csr_matrix], unseen: NDArray[np.bool_]
) -> sparse.csr_matrix:
    """All texts in the eyes of one who knows only the grams, and their rarity, of the others."""
    return side_by_side(
        [
            weighed(each, rarity_among(each[~unseen], kind=kind))
            for kind, each in zip(Kind, counts, strict=True)
        ]
    )


def sharpness(judged: Judged | None) -> float:
    """The factor that makes scores of unseen examples into honest probabilities.

    Under it the right answers were the least surprising.
    """
    if judged is None:
        return 1.0

    def surprise(log_factor: float) -> float:
        shares = log_softmax(judged.scores * np.exp(log_factor), axis=1)
        return float(-shares[np.arange(len(judged.answers)), judged.answers].mean())

    bounds = (np.log(BLUNTEST), np.log(SHARPEST))
    return float(
        np.exp(scipy.optimize.minimize_scalar(surprise, bounds=bounds, method="bounded").x)
    )
