"""The closed set of things that a process's cases are about, as people write it down."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from samspil.core.routing import Level

LANGUAGES = ("da", "de", "en")
FEW = 20
"""With more examples a topic, on average, messages that nobody labelled teach little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicText:
    """A topic. `names` and `replies` are by language (da, de, en)."""

    key: str
    level: Level = Level.STANDARD
    names: Mapping[str, str] = field(default_factory=dict)
    replies: Mapping[str, str] = field(default_factory=dict)


def read_topics(lines: Iterable[str]) -> list[TopicText]:
    """Topics from CSV with the columns topic, level, name_da … and reply_da …; in its order."""
    return [
        TopicText(
            key=row["topic"],
            level=Level(row["level"]),
            names={language: row[f"name_{language}"] for language in LANGUAGES},
            replies={language: row[f"reply_{language}"] for language in LANGUAGES},
        )
        for row in csv.DictReader(lines)
    ]


def are_few(labels: Sequence[str]) -> bool:
    """Whether there are so few examples of each label that messages without one help."""
    topics = len(set(labels))
    return topics > 1 and len(labels) <= FEW * topics
