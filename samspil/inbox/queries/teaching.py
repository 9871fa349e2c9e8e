"""How well a skill would learn from labelled examples."""

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from samspil.adapters import embedding
from samspil.core.embedding import Keeping
from samspil.core.skill import Brief, Senders
from samspil.inbox.files import Example
from samspil.skills.registry import SKILLS
from samspil.work.models import Process
from samspil.work.queries import Aid, aid_for

FOLDS = 3
LEAST_EXAMPLES = 10
"""A topic with fewer is learned too, but badly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What examples teach. `right` of `tried` held-out examples got their own topic."""

    examples: dict[str, int]
    right: int
    tried: int

    @property
    def too_small(self) -> list[str]:
        """Topics with fewer than ten examples."""
        return [topic for topic, count in self.examples.items() if count < LEAST_EXAMPLES]

    @property
    def accuracy(self) -> float | None:
        """Share of held-out examples that were right; None where none could be held out."""
        return self.right / self.tried if self.tried else None


def lesson_of(examples: Sequence[Example], *, process: Process) -> Lesson:
    """Learn from two thirds, try on the rest, three times over: slow (seconds to minutes)."""
    counts = Counter(example.topic for example in examples)
    folds = _folds(examples)
    aid = aid_for(process, [example.topic for example in examples])
    if aid.embedder:
        aid = replace(aid, embedder=Keeping(embedder=aid.embedder))
    right = tried = 0
    for fold in range(FOLDS):
        held_out = [one for one, of in zip(examples, folds, strict=True) if of == fold]
        rest = [one for one, of in zip(examples, folds, strict=True) if of != fold]
        if held_out and rest:
            right += _right(rest, held_out, skill=process.skill, aid=aid)
            tried += len(held_out)
    return Lesson(examples=dict(sorted(counts.items())), right=right, tried=tried)


def _folds(examples: Sequence[Example]) -> list[int]:
    """Deal each topic's examples over the folds; equal texts share one, or they would tell."""
    dealt: Counter[str] = Counter()
    fold_of: dict[str, int] = {}
    for example in examples:
        if example.text not in fold_of:
            fold_of[example.text] = dealt[example.topic] % FOLDS
            dealt[example.topic] += 1
    return [fold_of[example.text] for example in examples]


def _right(rest: Sequence[Example], held_out: Sequence[Example], *, skill: str, aid: Aid) -> int:
    entry = SKILLS[skill]
    texts, topics = [one.text for one in rest], [one.topic for one in rest]
    model = entry.learn(texts, topics, aid.embedder, aid.unlabelled)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "held-out.npz"
        model.save(path)
        taught = entry.load(path, aid.embedder if embedding.chosen() else None)
    briefs = [Brief(text=one.text, senders=Senders.EMPLOYEES) for one in held_out]
    proposals = taught.propose(briefs)  # only topics count here, so nothing else is looked for
    return sum(
        made.best is not None and made.best.result == one.topic
        for made, one in zip(proposals, held_out, strict=True)
    )
