"""The conformance check lets honest skills pass and names what others break."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from samspil.core.check_skill import NonConforming, check_skill
from samspil.core.skill import Brief, Evidence, Ground, Option, Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Honest:
    """Says "greeting" where the text begins so."""

    word: str = "hello"
    name: str = "honest"
    version: str = "1"
    purpose: str = "Finds greetings."

    def propose(self, briefs: Sequence[Brief], /) -> list[Proposal]:
        return [self._look(brief.text) for brief in briefs]

    def _look(self, text: str) -> Proposal:
        if not text.startswith(self.word):
            return Proposal(options=(), evidence=(), language=None)
        quote = Evidence(ground=Ground.TOPIC, start=0, end=len(self.word), quote=self.word)
        options = (Option(result="greeting", confidence=0.9),)
        return Proposal(options=options, evidence=(quote,), language="en")


class Misquoting(Honest):
    def _look(self, text: str) -> Proposal:
        quote = Evidence(ground=Ground.TOPIC, start=0, end=5, quote="never")
        return Proposal(options=(), evidence=(quote,), language=None)


class Boasting(Honest):
    def _look(self, text: str) -> Proposal:
        return Proposal(
            options=(Option(result="x", confidence=1.5),) if text else (),
            evidence=(),
            language=None,
        )


class NeverSilent(Honest):
    def _look(self, text: str) -> Proposal:
        return Proposal(options=(Option(result="x", confidence=0.5),), evidence=(), language=None)


class Feeling(Honest):
    def _look(self, text: str) -> Proposal:
        place = text.find("unzufrieden")
        if place < 0:
            return super()._look(text)
        end = place + len("unzufrieden")
        quote = Evidence(ground=Ground.DISSATISFIED, start=place, end=end, quote=text[place:end])
        return Proposal(options=(), evidence=(quote,), language=None)


class Uneven(Honest):
    def _look(self, text: str) -> Proposal:
        if "61" not in text and "1962" not in text:
            return super()._look(text)
        options = (Option(result="for a person of experience", confidence=0.9),)
        return Proposal(options=options, evidence=(), language="en")


class Losing(Honest):
    def propose(self, briefs: Sequence[Brief], /) -> list[Proposal]:
        return [self._look(brief.text) for brief in briefs[:-1]]


@dataclass
class Loose:
    name: str = "loose"
    version: str = "1"
    purpose: str = "Not frozen."

    def propose(self, briefs: Sequence[Brief], /) -> list[Proposal]:
        return [Proposal(options=(), evidence=(), language=None) for _ in briefs]


def test_an_honest_skill_passes():
    check_skill(Honest(), [Brief(text="hello there"), Brief(text="bye")])


@pytest.mark.parametrize(
    ("skill", "complaint"),
    [
        (Misquoting(), "not in the text"),
        (Boasting(), "between 0 and 1"),
        (NeverSilent(), "abstain"),
        (Feeling(), "how employees feel or are"),
        (Uneven(), "must not hang on who writes: age"),
        (Losing(), "one proposal for each"),
        (Loose(), "frozen"),
    ],
)
def test_a_skill_that_breaks_the_contract_is_told_where(skill, complaint):
    with pytest.raises(NonConforming, match=complaint):
        check_skill(skill)
