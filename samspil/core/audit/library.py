"""A ready library of tasks by occupation, and how one is found in Danish, German and English.

Occupations and task statements are O*NET's (CC BY 4.0), taken by `script/task_library.py`; names of
usual occupations and the wording of their usual tasks in Danish and German are our own.
"""

import gzip
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from samspil.core.words import LANGUAGES, fold, stem

PLACE = files("samspil.core.audit").joinpath("ready")
SHORTEST_STEM = 4
"""A word's other forms are found by its stem, unless hardly anything is left of it."""
MOST_WORDS = 12
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """An occupation by its code (such as 43-3031.00); `names` by language, `also` to search by."""

    code: str
    names: Mapping[str, str]
    also: str

    def name(self, language: str) -> str:
        """What it is called in this language, else in English."""
        return self.names.get(language, self.names["en"])


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryTask:
    """A task of an occupation by its number; `core` tasks belong to nearly everybody in it."""

    number: int
    occupation: str
    core: bool
    wordings: Mapping[str, str]

    def wording(self, language: str) -> str:
        """How it reads in this language, else in English."""
        return self.wordings.get(language, self.wordings["en"])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Library:
    occupations: Mapping[str, Occupation]
    tasks: Mapping[int, LibraryTask]
    by_occupation: Mapping[str, Sequence[LibraryTask]]
    names: Sequence[tuple[str, Occupation]]
    texts: Sequence[tuple[str, LibraryTask]]


def occupation_at(code: str) -> Occupation | None:
    """The occupation with this code; None where there is none."""
    return _library().occupations.get(code)


def task_at(number: int) -> LibraryTask | None:
    """The task with this number; None where there is none."""
    return _library().tasks.get(number)


def library_numbers() -> list[int]:
    """The numbers of all tasks, in the order of `library_texts`."""
    return list(_library().tasks)


def library_texts() -> list[str]:
    """What all tasks are in English: what their meaning is read from."""
    return [one.wordings["en"] for one in _library().tasks.values()]


@lru_cache(maxsize=1)
def library_version() -> str:
    """Eight signs that are others for another library."""
    return hashlib.sha256(PLACE.joinpath("tasks.tsv.gz").read_bytes()).hexdigest()[:8]


def tasks_of(code: str) -> Sequence[LibraryTask]:
    """An occupation's tasks: those worded in Danish and German first, then core ones."""
    return _library().by_occupation.get(code, ())


def occupations_for(words: str, *, language: str, most: int) -> list[Occupation]:
    """Occupations that are called so in any of the languages, the likeliest first."""
    wanted = _wanted(words)
    found = [one for text, one in _library().names if wanted and _in(wanted, text)]

    def rank(one: Occupation) -> tuple[bool, bool, int, str]:
        name = fold(one.name(language))
        return len(one.names) == 1, not _in(wanted, name), len(name), name

    return sorted(found, key=rank)[:most]


def library_tasks_for(words: str, *, language: str, most: int) -> list[LibraryTask]:
    """Tasks in whose wording the words stand, all but one at least; those with most of them first,
    then those in the reader's language."""
    wanted = _wanted(words)
    if not wanted:
        return []
    counted = [(sum(word in text for word in wanted), task) for text, task in _library().texts]
    found = [one for one in counted if one[0] >= max(1, len(wanted) - 1)]

    def rank(one: tuple[int, LibraryTask]) -> tuple[int, bool, bool, bool, int]:
        many, task = one
        own = _in(wanted, fold(task.wording(language)))
        plain = len(task.wordings) == 1
        return -many, not own, plain, not task.core, len(task.wording(language))

    return [task for _many, task in sorted(found, key=rank)[:most]]


def alike(
    titles: Iterable[str], others: Sequence[str], *, most: int
) -> dict[str, list[str]]:  # fmt: skip
    """For each title those of the others that share half of their words or more with it, most
    first."""
    known = [(one, set(_wanted(one))) for one in others]
    return {title: _nearest(set(_wanted(title)), known, most=most) for title in titles}


def _nearest(
    wanted: set[str], known: Sequence[tuple[str, set[str]]], *, most: int
) -> list[str]:  # fmt: skip
    shares = [(len(wanted & there) / max(len(wanted | there), 1), one) for one, there in known]
    near = [each for each in shares if each[0] >= HALF]
    return [one for _share, one in sorted(near, key=lambda pair: (-pair[0], pair[1]))[:most]]


def _wanted(words: str) -> list[str]:
    """The beginnings of the words, so that other forms of them are found too."""
    return [_stem(word) for word in fold(words).split()[:MOST_WORDS]]


def _stem(word: str) -> str:
    stems = [stem(word, language) for language in LANGUAGES]
    return min((one for one in stems if len(one) >= SHORTEST_STEM), key=len, default=word)


def _in(wanted: Sequence[str], text: str) -> bool:
    return all(one in text for one in wanted)


@lru_cache(maxsize=1)
def _library() -> _Library:
    named = {code: (da, de, also) for code, da, de, also in _rows("titles.txt")}
    worded = {int(number): (da, de) for number, da, de in _rows("statements.txt")}
    occupations, tasks = _read(named, worded)
    by_occupation: dict[str, list[LibraryTask]] = {}
    for one in tasks.values():
        by_occupation.setdefault(one.occupation, []).append(one)
    for some in by_occupation.values():
        some.sort(key=lambda one: (len(one.wordings) == 1, not one.core))
    return _Library(
        occupations=occupations,
        tasks=tasks,
        by_occupation=by_occupation,
        names=[
            (fold(" ".join([*one.names.values(), one.also])), one) for one in occupations.values()
        ],
        texts=[(fold(" ".join(one.wordings.values())), one) for one in tasks.values()],
    )


def _read(
    named: Mapping[str, tuple[str, str, str]], worded: Mapping[int, tuple[str, str]]
) -> tuple[dict[str, Occupation], dict[int, LibraryTask]]:
    occupations: dict[str, Occupation] = {}
    tasks: dict[int, LibraryTask] = {}
    code = ""
    whole = gzip.decompress(PLACE.joinpath("tasks.tsv.gz").read_bytes()).decode()
    for line in whole.splitlines():
        first, second, *rest = line.split("\t")
        if not rest:
            code = first
            da, de, also = named.get(code, ("", "", ""))
            names = {"en": second} | ({"da": da, "de": de} if da else {})
            occupations[code] = Occupation(code=code, names=names, also=also)
            continue
        own = worded.get(int(first))
        wordings = {"en": rest[0]} | ({"da": own[0], "de": own[1]} if own else {})
        tasks[int(first)] = LibraryTask(
            number=int(first), occupation=code, core=second == "c", wordings=wordings
        )
    return occupations, tasks


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    for line in PLACE.joinpath(name).read_text("utf-8").splitlines():
        yield tuple(line.split("|"))
