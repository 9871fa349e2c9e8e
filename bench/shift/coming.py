"""What comes: examples to begin with, then a stream of messages, to which new kinds are added."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bench.triage_accuracy import massive, massive_further
from bench.vectors import shelf
from samspil.adapters.embedding.e5 import E5
from samspil.core.embedding import Keeping, Vectors

Places = NDArray[np.intp]

LANGUAGE = "en"
HELD_BACK, EXAMPLES = 20, 4_000
BEFORE, AFTER = 2_000, 7_000


@dataclass(frozen=True, kw_only=True, eq=False)
class World:
    """All messages with what they are about: `truth` counts along `intents`."""

    texts: Sequence[str]
    intents: Sequence[str]
    truth: Places
    kept: Keeping

    @cached_property
    def vectors(self) -> Vectors:
        """What each message means."""
        return self.kept.embed(self.texts)

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """How many words each message has."""
        return np.array([len(text.split()) for text in self.texts], dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coming:
    """Places in the world: the first examples, and what arrives, in its order.

    From message number `change` on all intents arrive, as often as they are in the whole.
    """

    examples: Places
    stream: Places
    change: int


def world_of(embedder: E5) -> World:
    """All three parts of MASSIVE; raises `FileNotFoundError` where it is not there."""
    split = massive(LANGUAGE)
    texts, labels = massive_further(LANGUAGE)
    texts = [*split.texts, *split.test_texts, *texts]
    intents, truth = np.unique([*split.labels, *split.test_labels, *labels], return_inverse=True)
    kept = shelf(embedder, texts)
    return World(texts=texts, intents=intents.tolist(), truth=truth, kept=kept)


def draw_coming(world: World, *, run: int) -> Coming:
    """Another order in each run, and other intents that are held back."""
    chance = np.random.default_rng(run)
    held = chance.permutation(len(world.intents))[:HELD_BACK]
    new = np.isin(world.truth, held)
    known = chance.permutation(np.flatnonzero(~new))
    later = known[EXAMPLES + BEFORE :]
    many = round(len(later) * new.sum() / len(known))
    fresh = chance.permutation(np.flatnonzero(new))[:many]
    after = chance.permutation(np.concatenate([later, fresh]))[:AFTER]
    return Coming(
        examples=known[:EXAMPLES],
        stream=np.concatenate([known[EXAMPLES : EXAMPLES + BEFORE], after]),
        change=BEFORE,
    )
