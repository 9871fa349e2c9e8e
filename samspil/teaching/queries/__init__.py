"""Everything that can be read of examples, lessons and versions."""

from samspil.teaching.queries.examples import (
    counts,
    example_at,
    kept,
    kept_topics,
    labelled,
    starter_examples,
    starter_helps,
)
from samspil.teaching.queries.forgetting import PersonTraces, Traces, traces_of
from samspil.teaching.queries.trials import open_trials
from samspil.teaching.queries.versions import (
    VersionRow,
    lesson_at,
    version_at,
    version_in_use,
    versions_of,
)

__all__ = [
    "PersonTraces",
    "Traces",
    "VersionRow",
    "counts",
    "example_at",
    "kept",
    "kept_topics",
    "labelled",
    "lesson_at",
    "open_trials",
    "starter_examples",
    "starter_helps",
    "traces_of",
    "version_at",
    "version_in_use",
    "versions_of",
]
