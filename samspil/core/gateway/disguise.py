"""Put placeholders where persons can be told by, and put back what they stand for.

Identity numbers are masked for good (`core.masking`); mail addresses, telephone numbers and names
come back. The same words get the same placeholder throughout.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from samspil.core.masking import mask

MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w+./-])(?:(?:\+|00)\d{1,3}(?:[ /-]?\(?0?\)?\d{2,8}){1,5}"
    r"|0\d{2,5}[ /-]\d{3,8}(?: \d{2,4})*|\d{2}(?: \d{2}){3}|\d{4} \d{4})(?![\w])"
)
SHORTEST_NAME = 3
"""Letters of a part of a name that is looked for by itself."""
LEAST_DIGITS = 8
"""Digits of a telephone number."""


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

    def give(self, kind: str, said: str) -> str:
        self.count += 1
        if said not in self.kept:
            self.number += 1
            while f"{kind}-{self.number}" in self.taken:
                self.number += 1
            self.kept[said] = f"[{kind}-{self.number}]"
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
    plain = without_numbers(texts)
    given = _Placeholders(taken="\n".join(plain.texts).upper())
    people = _people(names)
    shown = []
    for text in plain.texts:
        text = MAIL.sub(lambda found: given.give("MAIL", found.group()), text)
        text = PHONE.sub(lambda found: _phone(found, given), text)
        if people is not None:
            text = people.sub(lambda found: given.give("NAME", found.group()), text)
        shown.append(text)
    kept = tuple((placeholder, said) for said, placeholder in given.kept.items())
    return Disguised(texts=tuple(shown), kept=kept, masked=plain.masked + given.count)


def uncovered(text: str, kept: Sequence[tuple[str, str]]) -> str:
    """What an answer says with everything put back; brackets and capitals may have been lost."""
    for placeholder, said in sorted(kept, key=lambda pair: -len(pair[0])):
        name = re.escape(placeholder.strip("[]"))
        seen = re.compile(rf"\[\s*{name}\s*\]|(?<![\w-]){name}(?!\d)", re.IGNORECASE)
        text = seen.sub(said.replace("\\", r"\\"), text)
    return text


def names_somebody(text: str, *, names: Iterable[str] = ()) -> bool:
    """Whether a text holds a mail address, a telephone number or one of the names."""
    return disguise([text], names=names).kept != ()


def _phone(found: re.Match[str], given: _Placeholders) -> str:
    digits = sum(sign.isdigit() for sign in found.group())
    return given.give("PHONE", found.group()) if digits >= LEAST_DIGITS else found.group()


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
