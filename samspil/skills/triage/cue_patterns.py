"""The wordings of cues, read from the word files of the three languages."""

import re
from collections.abc import Iterator
from importlib.resources import files

from samspil.core.skill import Ground

LANGUAGES = ("da", "de", "en")
SECTION = re.compile(r"\[(\w+)( unless)?\]")
PART = re.compile(r"<(\w+)>")
ASSIGN = " := "

Wording = tuple[Ground, bool, str]
"""A ground, whether the wording unsays it, and the pattern."""


def _wordings(language: str) -> Iterator[Wording]:
    source = files("samspil.skills.triage").joinpath("cue_words", f"{language}.txt")
    parts: dict[str, str] = {}
    ground, unsays = Ground.TOPIC, False
    for line in source.read_text(encoding="utf-8").splitlines():
        if section := SECTION.fullmatch(line):
            ground, unsays = Ground(section[1]), bool(section[2])
        elif ASSIGN in line:
            name, pattern = line.split(ASSIGN)
            parts[name] = pattern
        elif line and not line.startswith("#"):
            yield ground, unsays, PART.sub(lambda named: parts[named[1]], line)


def _patterns(*, unsays: bool) -> dict[Ground, re.Pattern[str]]:
    found = [each for language in LANGUAGES for each in _wordings(language) if each[1] is unsays]
    grounds = [ground for ground in Ground if any(each[0] is ground for each in found)]
    return {ground: _one([each[2] for each in found if each[0] is ground]) for ground in grounds}


def _one(wordings: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(wordings)})(?!\w)", re.IGNORECASE)


SAID = _patterns(unsays=False)
"""What says each ground outright."""
UNSAID = _patterns(unsays=True)
"""Wordings that take it back: a cue that one of them touches does not count."""
