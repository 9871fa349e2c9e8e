"""Put placeholders where persons can be told by, and put back what they stand for.

Identity numbers are masked for good (`core.masking`); names, and whatever else has a form by which
it is known (`core.detecting`), come back. The same words get the same placeholder throughout.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from samspil.core.detecting import IDENTITY, Found, Kind, find, replaced
from samspil.core.masking import bracketed, mask

SHORTEST_NAME = 3
"""Letters of a part of a name that is looked for by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disguised:
    """Texts with placeholders in them, and each placeholder with what it stands for.

    `masked` counts what was replaced, identity numbers included.
    """

    texts: tuple[str, ...]
    kept: tuple[tuple[str, str], ...] = ()
    masked: int = 0


@dataclass(slots=True, kw_only=True)
class _Placeholders:
    """Gives each thing a placeholder that stands in none of the texts."""

    taken: str
    kept: dict[str, str] = field(default_factory=dict)
    count: int = 0
    number: int = 0

    def instead(self, found: Found, said: str) -> str:
        """What is shown for what was found; identity numbers do not come back."""
        if found.kind in IDENTITY:
            self.count += 1
            return bracketed(found.kind)
        return self.give(found.kind, said)

    def give(self, kind: Kind, said: str) -> str:
        """The placeholder for these words, the same whenever they come again."""
        self.count += 1
        name = kind.upper()
        if said not in self.kept:
            self.number += 1
            while f"{name}-{self.number}" in self.taken:
                self.number += 1
            self.kept[said] = f"[{name}-{self.number}]"
        return self.kept[said]


def without_numbers(texts: Sequence[str]) -> Disguised:
    """The texts without identity numbers; everything else stays."""
    masked = [mask(text) for text in texts]
    return Disguised(
        texts=tuple(one.text for one in masked), masked=sum(len(one.found) for one in masked)
    )


def disguise(texts: Sequence[str], *, names: Iterable[str] = ()) -> Disguised:
    """The texts without identity numbers, and with placeholders for whom they name.

    `names` are those of people who may be named; single parts of them are looked for as well.
    """
    given = _Placeholders(taken="\n".join(texts).upper())
    people = _people(names)
    shown = []
    for text in texts:
        text = replaced(text, find(text), given.instead)
        if people is not None:
            text = people.sub(lambda found: given.give(Kind.NAME, found.group()), text)
        shown.append(text)
    kept = tuple((placeholder, said) for said, placeholder in given.kept.items())
    return Disguised(texts=tuple(shown), kept=kept, masked=given.count)


def uncovered(text: str, kept: Sequence[tuple[str, str]]) -> str:
    """What an answer says with everything put back; brackets and capitals may have been lost."""
    stands_for = {placeholder.strip("[]"): said for placeholder, said in kept}
    kinds = "|".join(sorted({name.partition("-")[0] for name in stands_for}))
    seen = re.compile(
        rf"\[\s*(?P<whole>(?:{kinds})-\d+)\s*\]|(?<![\w-])(?P<bare>(?:{kinds})-\d+)(?!\d)",
        re.IGNORECASE,
    )
    return seen.sub(
        lambda found: stands_for.get((found["whole"] or found["bare"]).upper(), found.group()), text
    )


def names_one_of(texts: Iterable[str], *, names: Iterable[str]) -> bool:
    """Whether any of these texts holds one of the names, or a part of one."""
    people = _people(names)
    return people is not None and any(people.search(text) for text in texts)


def _people(names: Iterable[str]) -> re.Pattern[str] | None:
    """Whole names first, then their parts; a name is written with a capital."""
    parts = {part for name in names for part in _parts(name)}
    known = sorted(parts, key=lambda one: (-len(one), one))
    if not known:
        return None
    said = "|".join(re.escape(one) for one in known)
    return re.compile(rf"(?<!\w)(?:{said})(?=s?(?!\w))")


def _parts(name: str) -> Iterator[str]:
    whole = " ".join(name.split())
    if len(whole) >= SHORTEST_NAME:
        yield whole
    for word in whole.split(" "):
        if len(word) >= SHORTEST_NAME and word[0].isupper():
            yield word
