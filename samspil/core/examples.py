"""What can be said of labelled examples before anybody learns from them."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

FEW = 10
"""A topic with fewer examples is learned too, but badly."""
NEAR = 0.84
"""Names that share so much of their letters may be meant as one."""
MOST_NAMES = 300
"""Among more topics nobody looks for names that are nearly the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text and the topic that a person gave it."""

    text: str
    topic: str

    @property
    def digest(self) -> str:
        """The same for texts that read the same; does not give the text away."""
        return digest_of(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """One text that was given several topics."""

    text: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a file would bring. `taken` are its examples, each text once.

    `repeated` rows say again what an earlier one says, `known` are kept already with their topic,
    `changed` are kept with another topic. `near` pairs a new topic with the one it resembles.
    """

    taken: tuple[Labelled, ...]
    repeated: int
    contradictions: tuple[Contradiction, ...]
    known: int
    changed: int
    topics: Mapping[str, int]
    new: tuple[str, ...]
    near: tuple[tuple[str, str], ...]

    @property
    def few(self) -> list[str]:
        """Topics with fewer than ten examples, those kept already counted."""
        return [topic for topic, count in self.topics.items() if count < FEW]


def digest_of(text: str) -> str:
    """Thirty-two signs that are the same for texts that read the same."""
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def look(rows: Sequence[Labelled], *, names: Mapping[str, str], kept: Mapping[str, str]) -> Look:
    """Look at the rows of a file. `names` maps what a topic may be called, in small letters, to
    its key; `kept` maps the digests of the examples that are here to their topics.

    Texts with several topics are left out: nobody can learn from them.
    """
    topics_of: dict[str, dict[str, Labelled]] = {}
    for row in rows:
        one = Labelled(text=row.text, topic=names.get(row.topic.casefold(), row.topic))
        topics_of.setdefault(one.digest, {}).setdefault(one.topic, one)
    contradictions = tuple(
        Contradiction(text=next(iter(said.values())).text, topics=tuple(said))
        for said in topics_of.values()
        if len(said) > 1
    )
    taken = {key: next(iter(said.values())) for key, said in topics_of.items() if len(said) == 1}
    there = set(names.values())
    new = tuple(sorted({one.topic for one in taken.values()} - there))
    after = Counter({**kept, **{key: one.topic for key, one in taken.items()}}.values())
    return Look(
        taken=tuple(taken.values()),
        repeated=len(rows) - sum(len(said) for said in topics_of.values()),
        contradictions=contradictions,
        known=sum(kept.get(key) == one.topic for key, one in taken.items()),
        changed=sum(kept.get(key, one.topic) != one.topic for key, one in taken.items()),
        topics=dict(sorted(after.items())),
        new=new,
        near=tuple(near_names(new, there)),
    )


def near_names(new: Sequence[str], there: Iterable[str]) -> list[tuple[str, str]]:
    """New names that differ from another only in writing or by a letter or two."""
    others = sorted({*there, *new})
    if len(others) > MOST_NAMES:
        return []
    found: list[tuple[str, str]] = []
    for name in new:
        resembled = next((other for other in others if other != name and _near(name, other)), None)
        if resembled is not None and (resembled, name) not in found:
            found.append((name, resembled))
    return found


def _near(one: str, other: str) -> bool:
    first, second = _letters(one), _letters(other)
    if first == second:
        return True
    if min(len(first), len(second)) < 5:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
