"""A transcript as who said what, and when: VTT, SRT, chat-like text, and what Teams and Zoom save.

Nothing is counted or told of how anybody speaks; a speaker is kept so that an action finds its
owner.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

CLOCK = r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>\d{2})(?:[.,]\d{1,3})?"
CUE = re.compile(rf"^\s*{CLOCK}\s*-->\s*[\d:.,]+")
VOICE = re.compile(
    r"<v(?:\.[\w.-]+)?\s+(?P<name>[^>]{1,80})>(?P<text>.*?)(?:</v>|(?=<v[ .])|$)", re.DOTALL
)
TAG = re.compile(r"</?[a-z][^>]{0,80}>|<\d[\d:.]*>", re.IGNORECASE)
NAME = r"(?P<name>[^\W\d_](?:[\w.'’()&/ -]{0,58}[\w.)])?)"
AHEAD = re.compile(rf"^\W{{0,2}}{CLOCK}\W{{0,3}}\s+(?=\S)")
SAID = re.compile(
    rf"^\*{{0,2}}{NAME}\*{{0,2}}\s?(?:[\[(]{CLOCK}[\])])?\s?:\*{{0,2}}\s+(?P<text>\S.*)$"
)
STANDS = re.compile(
    rf"^[\[*]{{0,2}}{NAME}[\]*]{{0,2}}(?:\s{{1,12}}|\t|\s?[|,–-]\s?)[\[(]?{CLOCK}[\])]?\s*$"
)
ALONE = re.compile(rf"^\[?{CLOCK}\]?$")
CAPTIONS = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION|Kind:|Language:)")
SPOKEN = (
    re.compile(r"^\d+$"),
    CAPTIONS,
    re.compile(r"^[0-9a-f]{8}-[0-9a-f-]{20,}", re.IGNORECASE),
)
"""Lines of a caption file that nobody said."""
MOST_NAME_WORDS = 5
LABELS = """
    note action actions decision decisions agenda date time present attendees topic item
    subject question questions minutes participants todo to-do beslutning beslutninger handling
    opgave opgaver dato tid dagsorden til stede deltagere emne punkt spørgsmål referat aktion
    beschluss entscheidung aufgabe aufgaben datum zeit tagesordnung thema frage fragen protokoll
    maßnahme teilnehmer anwesend http https top
    """
NO_NAME = frozenset(LABELS.split())
"""What stands before a colon and is nobody."""
LONGEST = 700
"""Characters up to which what one person goes on to say is one utterance."""
ENDS = re.compile(r"[.!?…][\"”»)]*$")


class NoTranscript(ValueError):
    """There is nothing said in this text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said without a break; `number` counts from 0.

    `speaker` is empty where the transcript names nobody; `at` counts seconds from the beginning
    of the recording, and is None where the transcript has no times.
    """

    number: int
    speaker: str
    at: int | None
    text: str


def utterances(text: str) -> list[Utterance]:
    """What was said, in order. Raises `NoTranscript` where nothing is."""
    lines = text.replace("\r\n", "\n").split("\n")
    captions = any(CUE.match(line) for line in lines[:400])
    found = list(_captions(lines) if captions else _lines(lines))
    joined = list(_joined(one for one in found if any(sign.isalpha() for sign in one.text)))
    if not joined:
        raise NoTranscript
    return [replace(one, number=number) for number, one in enumerate(joined)]


def speakers(said: Iterable[Utterance]) -> list[str]:
    """The names of those who speak, each once, in the order of the alphabet."""
    return sorted({one.speaker for one in said if one.speaker}, key=str.casefold)


def _captions(lines: Sequence[str]) -> Iterator[Utterance]:
    """Captions: a line with times, then what was said, up to a blank line."""
    at: int | None = None
    speaker, body = "", list[str]()
    for line in [*lines, ""]:
        cue = CUE.match(line)
        if cue:
            yield from _caption(body, at, speaker)
            body, at = [], _seconds(cue)
        elif at is not None and line.strip():
            body.append(line.strip())
        elif at is not None:
            made = list(_caption(body, at, speaker))
            speaker = made[-1].speaker if made else speaker
            yield from made
            body = []


def _caption(body: Sequence[str], at: int | None, before: str) -> Iterator[Utterance]:
    said = [line for line in body if not any(each.match(line) for each in SPOKEN)]
    text = " ".join(said)
    voices = list(VOICE.finditer(text))
    for voice in voices:
        yield _utterance(_name(voice["name"]), at, _bare(voice["text"]))
    if voices or not text:
        return
    named = SAID.match(_bare(text))
    if named and _is_name(named["name"]):
        yield _utterance(_name(named["name"]), at, named["text"])
    else:
        yield _utterance(before, at, _bare(text))


def _lines(lines: Sequence[str]) -> Iterator[Utterance]:
    """Text: "Name: words", with or without times, or a line of name and time above the words."""
    speaker, at = "", None
    for line in lines:
        said = line.strip()
        stands = STANDS.match(said)
        alone = ALONE.match(said)
        if not said or CAPTIONS.match(said) or (alone and not stands):
            at = _seconds(alone) if alone else at
            continue
        if stands and _is_name(stands["name"]):
            speaker, at = _name(stands["name"]), _seconds(stands)
            continue
        ahead = AHEAD.match(said)
        if ahead:
            at, said = _seconds(ahead), said[ahead.end() :]
        named = SAID.match(said)
        if named and _is_name(named["name"]):
            speaker, said = _name(named["name"]), named["text"]
            at = _seconds(named) if named["s"] else at
        yield _utterance(speaker, at, said)


def _joined(found: Iterable[Utterance]) -> Iterator[Utterance]:
    """One sentence that was cut into several captions is one utterance."""
    before: Utterance | None = None
    for one in found:
        goes_on = (
            before is not None
            and before.speaker == one.speaker
            and not ENDS.search(before.text)
            and len(before.text) + len(one.text) < LONGEST
        )
        if before is not None and goes_on:
            before = replace(before, text=f"{before.text} {one.text}")
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _utterance(speaker: str, at: int | None, text: str) -> Utterance:
    return Utterance(number=0, speaker=speaker, at=at, text=" ".join(text.split()))


def _seconds(found: re.Match[str]) -> int:
    return int(found["h"] or 0) * 3600 + int(found["m"]) * 60 + int(found["s"])


def _bare(text: str) -> str:
    return TAG.sub("", text).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def _name(said: str) -> str:
    return " ".join(said.strip(" *[]").split())


def _is_name(said: str) -> bool:
    """Whether what stands before a colon or a time may be a person: few words, each with a capital.

    A single word in small letters, a sentence or a heading is none.
    """
    words = _name(said).split()
    if not 1 <= len(words) <= MOST_NAME_WORDS or words[0].casefold() in NO_NAME:
        return False
    return words[0][0].isupper() or words[0].casefold() in ("von", "van", "de")
