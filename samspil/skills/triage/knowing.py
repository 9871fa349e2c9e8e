"""What triage notices of its own answers, from which it learns how likely each is right."""

from dataclasses import dataclass

import numpy as np

from samspil.core.embedding import Vectors
from samspil.core.self_knowledge import (
    Numbers,
    Places,
    SelfKnowledge,
    know,
    signs_of_nearness,
    signs_of_scores,
)
from samspil.skills.triage.neighbours import Neighbours


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answers:
    """A batch of answers with what led to them, row by row.

    `voices` holds three tables of scores, by words, by rules and by neighbours, each as loud as it
    speaks; `lengths` counts the words of each text.
    """

    voices: Numbers
    vectors: Vectors
    lengths: Numbers

    @property
    def scores(self) -> Numbers:
        """What all voices say together."""
        return np.asarray(self.voices.sum(axis=0), dtype=np.float64)

    @property
    def said(self) -> Places:
        """The label that each text got."""
        return np.asarray(self.scores.argmax(axis=1), dtype=np.intp)


def learn_sureness(
    answers: Answers, truth: Places, *, neighbours: Neighbours, folds: tuple[Places, Places]
) -> tuple[SelfKnowledge, Numbers]:
    """From answers to examples by rules that had not seen them; also how likely each was right.

    `folds` are those of the answers and of the neighbours.
    """
    signs, said = _signs(answers, neighbours=neighbours, folds=folds), answers.said
    known = know(signs, said, said == truth, answers=neighbours.labels)
    return known, known.sure(signs, said)


def sureness(answers: Answers, *, known: SelfKnowledge, neighbours: Neighbours) -> Numbers:
    """The probability, 0 to 1, that each answer is right."""
    return known.sure(_signs(answers, neighbours=neighbours, folds=None), answers.said)


def _signs(
    answers: Answers, *, neighbours: Neighbours, folds: tuple[Places, Places] | None
) -> Numbers:
    said = answers.said
    near = signs_of_nearness(
        neighbours.placed(answers.vectors),
        said,
        known=neighbours.rows.astype(np.float64),
        labels=neighbours.answers,
        folds=folds,
    )
    leads = [_lead(voice, said) for voice in answers.voices]
    length = np.log1p(answers.lengths)[:, None]
    return np.hstack([signs_of_scores(answers.scores), near, *leads, length])


def _lead(scores: Numbers, said: Places) -> Numbers:
    """Whether one voice alone would have said the same, and by how much."""
    rows = np.arange(len(scores))
    others = scores.copy()
    others[rows, said] = -np.inf
    lead = scores[rows, said] - others.max(axis=1)
    lead[~np.isfinite(lead)] = 0.0
    return np.column_stack([lead > 0, lead])
