"""The closed set of things that a process's cases are about, as people write it down."""

import csv
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from samspil.core.floors import Floor
from samspil.core.routing import Level

LANGUAGES = ("da", "de", "en")
FEW = 20
"""With more examples a topic, on average, messages that nobody labelled teach little."""
COLUMNS = (
    "topic", "level", "floor",
    *(f"name_{one}" for one in LANGUAGES), *(f"reply_{one}" for one in LANGUAGES),
)  # fmt: skip
"""Of a file of topics."""
LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
)
LONGEST_KEY = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicText:
    """A topic. `names` and `replies` are by language (da, de, en).

    `floor` says why a person decides all its cases, whatever is proved; None: nothing says so.
    """

    key: str
    level: Level = Level.STANDARD
    floor: Floor | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    replies: Mapping[str, str] = field(default_factory=dict)


def topic_key(name: str, *, taken: Collection[str]) -> str:
    """A key for a topic of this name: small letters, digits and low lines, none of those taken."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(LETTERS)
    base = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "_", base).strip("_")[:LONGEST_KEY] or "topic"
    number, found = 1, key
    while found in taken:
        number += 1
        found = f"{key}_{number}"
    return found


def with_keys(topics: Sequence[TopicText]) -> list[TopicText]:
    """The topics, each with a key made from its first name."""
    taken: set[str] = set()
    found = []
    for topic in topics:
        key = topic_key(next(iter(topic.names.values()), ""), taken=taken)
        taken.add(key)
        found.append(replace(topic, key=key))
    return found


def read_topics(lines: Iterable[str]) -> list[TopicText]:
    """Topics from CSV with the columns topic, level, name_da … and reply_da …; in its order.

    The column floor may be missing.
    """
    return [
        TopicText(
            key=row["topic"],
            level=Level(row["level"]),
            floor=Floor(row["floor"]) if row.get("floor") else None,
            names={language: row[f"name_{language}"] for language in LANGUAGES},
            replies={language: row[f"reply_{language}"] for language in LANGUAGES},
        )
        for row in csv.DictReader(lines)
    ]


def are_few(labels: Sequence[str]) -> bool:
    """Whether there are so few examples of each label that messages without one help."""
    topics = len(set(labels))
    return topics > 1 and len(labels) <= FEW * topics
