"""How the classifier learns from texts and their labels."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samspil.skills.triage.fitting import Numbers, fit, spaces_for
from samspil.skills.triage.grams import Kind, occurrences, tokens
from samspil.skills.triage.model import TriageModel, side_by_side
from samspil.skills.triage.sureness import ENOUGH, Judged, deal, judge_unseen, sharpness
from samspil.skills.triage.view import learn_view, weighed

RECIPE = 5
"""Raised whenever the same examples may give another model."""


class NothingToLearn(Exception):
    """There are no examples to learn from; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lesson:
    """A model with what shows how sure it may be.

    `kept` are the places of the examples that hold a word; `answers`, `folds` and the places in
    `judged` count those only.
    """

    model: TriageModel
    kept: list[int]
    answers: Numbers
    folds: Numbers
    judged: Judged | None


def train(
    texts: Sequence[str], labels: Sequence[str], *, origins: Sequence[str] | None = None
) -> TriageModel:
    """Learn from examples, and from how often one is right about examples one has not seen.

    Texts of one origin say the same, such as translations of one message; None means that each
    stands for itself. The same examples in the same order give the same model. Raises
    `NothingToLearn` if no text holds a word.
    """
    return lesson(texts, labels, origins=origins).model


def lesson(
    texts: Sequence[str],
    labels: Sequence[str],
    *,
    origins: Sequence[str] | None = None,
    enough: int = ENOUGH,
) -> Lesson:
    """As `train`, with all that another classifier needs to be weighed against the model.

    `enough` is how many examples are to be judged by rules that had not seen them.
    """
    seen = [[token.form for token in tokens(text)] for text in texts]
    kept = [place for place, forms in enumerate(seen) if forms]
    if not kept:
        raise NothingToLearn("None of the examples holds a word.")
    seen = [seen[place] for place in kept]
    known = tuple(sorted({labels[place] for place in kept}))
    number = {label: place for place, label in enumerate(known)}
    answers = np.array([number[labels[place]] for place in kept], dtype=np.intp)
    views = tuple(learn_view(kind, seen) for kind in Kind)
    counts = [
        view.counts(occurrences(view.kind, seen, view.vocabulary), rows=len(kept)) for view in views
    ]
    folds = deal(seen, answers, origins=None if origins is None else [origins[at] for at in kept])
    vectors = side_by_side(
        [weighed(each, view.rarity) for each, view in zip(counts, views, strict=True)]
    )
    weights, bias = fit(vectors, answers, labels=len(known), spaces=spaces_for(len(kept)))
    judged = judge_unseen(counts, answers, folds=folds, labels=len(known), enough=enough)
    model = TriageModel(
        labels=known,
        views=views,
        weights=weights,
        bias=bias,
        sharpness=sharpness(judged),
        examples=len(kept),
    )
    return Lesson(model=model, kept=kept, answers=answers, folds=folds, judged=judged)
