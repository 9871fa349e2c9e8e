"""A version of the skill: what it says of each message, and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.shift.coming import Places, World
from samspil.core.evidence.verified import Verified
from samspil.skills.triage.grams import tokens
from samspil.skills.triage.meaning import Meaning
from samspil.skills.triage.meaning_training import learn_meaning
from samspil.skills.triage.model import TriageModel
from samspil.skills.triage.sureness import ENOUGH, FOLDS, Judged, deal
from samspil.skills.triage.training import Lesson

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mind:
    """Answers are kept: each message is asked about once, when somebody wants to know."""

    world: World
    meaning: Meaning
    names: Places
    said: Places
    sure: Numbers

    def verified(self, places: Places) -> Verified:
        """How sure it is of these messages, and whether it is wrong."""
        fresh = places[self.said[places] < 0]
        if len(fresh):
            answers = self.meaning.answers(
                self.world.vectors[fresh],
                words=np.zeros((len(fresh), len(self.names))),
                lengths=self.world.lengths[fresh],
            )
            self.said[fresh] = self.names[answers.said]
            self.sure[fresh] = self.meaning.sureness(answers)
        wrong = self.said[places] != self.world.truth[places]
        return Verified(sure=self.sure[places], wrong=wrong)


def learn(world: World, places: Places) -> Mind:
    """Learn from these messages by what they mean; their words stay silent, which is faster."""
    texts = [world.texts[place] for place in places]
    meaning = learn_meaning(texts, _lesson(world, texts, places), embedder=world.kept)
    return Mind(
        world=world,
        meaning=meaning,
        names=np.unique(world.truth[places]),
        said=np.full(len(world.truth), -1, dtype=np.intp),
        sure=np.zeros(len(world.truth)),
    )


def _lesson(world: World, texts: Sequence[str], places: Places) -> Lesson:
    """A lesson in which words say nothing: the folds are those of triage's own lessons."""
    names, answers = np.unique(world.truth[places], return_inverse=True)
    folds = deal([[token.form for token in tokens(text)] for text in texts], answers, origins=None)
    judged = np.flatnonzero(folds < max(1, -(-ENOUGH * FOLDS // len(answers))))
    silent = np.zeros((len(judged), len(names)))
    return Lesson(
        model=TriageModel(
            labels=tuple(world.intents[name] for name in names),
            views=(),
            weights=np.zeros((0, len(names)), dtype=np.float32),
            bias=np.zeros(len(names), dtype=np.float32),
            sharpness=1.0,
            examples=len(answers),
        ),
        kept=list(range(len(answers))),
        answers=answers,
        folds=folds,
        judged=Judged(places=judged, scores=silent, answers=answers[judged]),
    )
