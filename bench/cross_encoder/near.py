"""Questions about other passages that come near to one: what a search would lay beside them."""

from collections.abc import Sequence

import numpy as np

from bench.cross_encoder.texts import Text, headed, pairs
from samspil.core.embedding import Embedder

FIRST = 10
"""So many passages of a language a search would give for a question."""


def near(texts: Sequence[Text], embedder: Embedder) -> list[list[str]]:
    """For each text the questions about others that would find it among the first.

    Nearness in meaning alone says which. A few of them it may answer by chance.
    """
    asked = [(at, pair.question) for at, text in enumerate(texts) for pair in pairs(text)]
    own = np.array([at for at, _question in asked])
    close = embedder.embed([question for _at, question in asked])
    close = close @ embedder.embed([headed(text) for text in texts]).T
    close[np.arange(len(asked)), own] = -np.inf
    found: list[list[str]] = [[] for _ in texts]
    for language in sorted({text.language for text in texts}):
        there = np.flatnonzero([text.language == language for text in texts])
        chosen = np.argsort(-close[:, there], axis=1)[:, :FIRST]
        for (_at, question), row in zip(asked, chosen, strict=True):
            for at in there[row].tolist():
                found[at].append(question)
    return found
