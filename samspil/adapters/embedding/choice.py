"""Which embedding this installation uses: E5 unless it is switched off, missing or broken."""

import logging
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from samspil.adapters.embedding.cross_encoder import CrossEncoder
from samspil.adapters.embedding.e5 import E5, NAME, weights_of_package
from samspil.adapters.embedding.keeping import Shared
from samspil.core.embedding import Embedder, NoEmbedding
from samspil.core.knowledge.answering import Judge

LOG = logging.getLogger(__name__)


def chosen() -> Embedder | None:
    """The embedding, loaded on first need; None where there is none, and all works without it.

    Inside `keeping` it reads no text twice.
    """
    weights = _weights()
    loaded = None if weights is None else _loaded(weights)
    return None if loaded is None else Shared(embedder=loaded)


def is_on() -> bool:
    """Whether messages are read by an embedding, as far as that shows without loading it."""
    return _weights() is not None


def for_learning() -> Embedder | None:
    """The embedding to learn from few examples with: also where sorting goes by words alone."""
    weights = _installed() if settings.EMBEDDING_LEARNS else None
    return None if weights is None else _loaded(weights)


def judge() -> Judge | None:
    """What reads question and passages together, loaded on first need; None where there is none.

    There is one wherever there is an embedding `for_learning`.
    """
    weights = _installed() if settings.EMBEDDING_LEARNS else None
    return None if weights is None else _judge(weights)


def name_for_learning() -> str | None:
    """The name of the embedding `for_learning`, as far as that shows without loading it."""
    return NAME if settings.EMBEDDING_LEARNS and _installed() is not None else None


def trouble() -> str:
    """What keeps the embedding from working, as a sentence; empty where it works or is off."""
    weights = _weights()
    if weights is None:
        return ""
    try:
        E5.load(weights)
    except NoEmbedding as why:
        return str(why)
    return ""


@lru_cache(maxsize=4)
def _loaded(weights: Path) -> Embedder | None:
    try:
        return E5.load(weights)
    except NoEmbedding as why:
        LOG.error("%s AI goes on without the embedding.", why)
        return None


@lru_cache(maxsize=4)
def _judge(weights: Path) -> Judge | None:
    try:
        return CrossEncoder.load(weights)
    except NoEmbedding as why:
        LOG.error("%s Answers go on without it.", why)
        return None


def _weights() -> Path | None:
    return _installed() if settings.EMBEDDING else None


def _installed() -> Path | None:
    return getattr(settings, "EMBEDDING_WEIGHTS", None) or weights_of_package()
