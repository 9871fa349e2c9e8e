"""What a question asks for: the words that say what about, and which are names or numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from samspil.core import words
from samspil.core.knowledge.everyday import meant, phrases, said
from samspil.core.knowledge.terms import (
    FIRST,
    LAST,
    SHORTEST,
    WHOLE,
    first_parts,
    last_parts,
    plain_words,
    term,
)

MOST_WORDS = 40
"""Different words of a question that are looked for; the rest of a longer one is not."""
CONTAINED = 0.7
"""What it counts that an indexed compound begins or ends with the word asked for."""
PARTLY = 0.4
"""What it counts that the compound asked for begins or ends with an indexed word."""
ALIKE = 0.5
"""What it counts that a passage says another word for the same thing."""
EMPTY = {
    "da": """
        af alle alt altså anden andet andre at bare begge blev blive bliver burde bør da de dem den
        denne der deres det dette dig din dine disse dit dog du efter egen eller en end endnu er et
        fik fordi fra få får før for gerne gjorde gør gøre går ham han hans har have havde hej hende
        hendes her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvorhen
        hvornår hvorvidt i ikke ind ingen ja jeg jer jeres jo kan kom komme kommer kun kunne lad
        lave ligge lige længe man mange med meget men mens mere mig min mindst mine mit mod må måtte
        mon mulig muligt når ned nej noget nogen nogle nok nu næste og også om omkring op os over på
        samme sammen se selv ser sig sin sine sit skal skulle som så sådan tag tage tager tak
        til to tro ud uden under var ved vi vil ville vor vores være været vær ikke egentlig foregår
        findes sker mener betyder blevet lov gælder må gang gange
        """,
    "de": """
        ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin
        bis bitte bleibt brauche braucht brauchen da dabei dafür damit dann das dass dazu dein deine
        dem den denn der des dessen die dies diese diesem diesen dieser dieses dir doch dort du
        durch dürfen darf ein eine einem einen einer eines eigentlich er es etwas euch euer eure
        für gab gegen geht gibt genau gerade habe haben hat hatte hier hin hinter ich ihm ihn ihnen
        ihr ihre ihrem ihren im immer in ins ist ja jede jedem jeden jeder jedes kann kein keine
        keinen können könnte könnt lassen lässt macht machen man mehr mein meine meinem meinen
        meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne sagt sehr sein
        seine seinem seinen seiner sich sie sind so soll sollen sollte sollten sondern sonst um und
        uns unser unsere unserem unseren unter viel viele vom von vor wann war waren warum was weil
        welche welchem welchen welcher welches wem wen wenn wer werde werden wie wieder will wir
        wird wo wofür wohin woher womit woran worauf worüber wollen wurde wäre würde zu zum zur zwar
        über steht stehen passiert gilt gelten läuft denn mal überhaupt hallo danke
        """,
    "en": """
        a about after all am an and any anything are as at be because been before being but by can
        could did do does doing done don for from get gets go got had happen happens has have he her
        here hers him his how i if in into is it its just let like many may me might more most much
        must my no not now of off on one only or other our out over please s shall she should so
        some someone something still such t than that the their them then there these they thing
        things this those to too under until up us very was we were what when where whether which
        while who whom whose why will with would you your yours there's what's i'm hello thanks
        """,
}
"""Words that ask rather than say what about."""
EMPTY_SETS = {language: frozenset(said.split()) for language, said in EMPTY.items()}
SIGNS = ".,;:!?()\"'"
CAPITAL = re.compile(r"[^\W\d_a-zæøåäöü]\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One word asked for; `exact` where it is a number, an identifier or a name.

    `things` are what it may mean besides, by the numbers of `everyday`.
    """

    word: str
    exact: bool
    parts: tuple[str, ...] = ()
    things: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as the index looks for it, in the language it is most likely in."""

    text: str
    language: str
    wanted: tuple[Wanted, ...]


@lru_cache(maxsize=256)
def question_of(text: str) -> Question:
    """The words of a question that say what about; all of them where none does."""
    found = {one.plain: one for one in plain_words(text[: words.MOST])}
    spoken = language_of(list(found))
    empty = EMPTY_SETS[spoken]
    telling = [one for one in found.values() if one.plain not in empty]
    chosen = (telling or list(found.values()))[:MOST_WORDS]
    names = _names(text, spoken)
    wanted = [
        Wanted(
            word=one.plain,
            exact=_numbered(one) or one.plain in names,
            parts=one.also,
            things=meant(one.plain, language=spoken),
        )
        for one in chosen
    ]
    wanted += [
        Wanted(word=said, exact=False, things=things)
        for said, things in phrases(words.fold(text), language=spoken)
    ]
    return Question(text=text, language=spoken, wanted=tuple(wanted))


def language_of(found: Sequence[str]) -> str:
    """The language whose words that say nothing of their own are most of these; else English."""
    counts = {name: sum(word in empty for word in found) for name, empty in EMPTY_SETS.items()}
    return max(counts, key=lambda name: (counts[name], name))


def looked_for(wanted: Wanted, *, language: str) -> Iterator[tuple[int, float]]:
    """The terms by which an index in this language may hold a word, and what each counts."""
    if wanted.exact and any(sign.isdigit() for sign in wanted.word):
        yield term(WHOLE, wanted.word), 1.0
        yield from ((term(WHOLE, part), PARTLY) for part in wanted.parts)
        return
    stem = words.stem(wanted.word, language)
    yield term(WHOLE, stem), 1.0
    if len(stem) >= SHORTEST:
        yield term(FIRST, stem), CONTAINED
        yield term(LAST, stem), CONTAINED
    parts = {*first_parts(stem, language), *last_parts(stem, language)}
    yield from ((term(WHOLE, words.stem(part, language)), PARTLY) for part in sorted(parts))


def alike(wanted: Wanted, *, language: str) -> Iterator[tuple[int, float]]:
    """The terms of other words for the same thing, and what each counts."""
    stems = {stem for thing in wanted.things for stem in said(thing, language=language)}
    for stem in sorted(stems):
        yield term(WHOLE, stem), ALIKE
        if len(stem) >= SHORTEST:
            yield term(FIRST, stem), ALIKE * CONTAINED
            yield term(LAST, stem), ALIKE * CONTAINED


def _numbered(one: words.Found) -> bool:
    return one.whole or any(sign.isdigit() for sign in one.plain)


def _names(text: str, language: str) -> frozenset[str]:
    """Words in capitals inside a sentence; not in German, where every noun has one."""
    if language == "de":
        return frozenset()
    inside = (each.strip(SIGNS) for line in text.splitlines() for each in line.split()[1:])
    return frozenset(words.fold(each) for each in inside if CAPITAL.fullmatch(each))
