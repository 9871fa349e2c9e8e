"""What is said of reviews, in the reader's language."""

from dataclasses import dataclass

from django.utils.translation import gettext

from samspil.core.ai_reviews import ALARMING, WORDS, Asked, Conclusion, Trigger
from samspil.core.shares import Share
from samspil.trust.queries.reviews import Evidence, Said
from samspil.web.words import between, in_hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact in words; `share` is empty where it is no part of a whole. `alarms`: not as it
    should be."""

    what: str
    n: int | None
    of: int | None
    share: str
    alarms: bool


def why_words(why: Trigger) -> str:
    """Why a use is due."""
    return gettext(WORDS[why])


def question_words(asked: Asked) -> str:
    """What the reviewer answers."""
    return gettext(WORDS[asked])


def conclusion_words(conclusion: Conclusion) -> str:
    """What follows."""
    return gettext(WORDS[conclusion])


def lines_of(evidence: Evidence) -> list[Line]:
    """Each fact in words, with its share and how sure one may be of that."""
    return [
        Line(
            what=gettext(WORDS[one.fact]), n=one.n, of=one.of, share=_share(one),
            alarms=bool(one.n) and one.fact in ALARMING,
        )
        for one in evidence.said
    ]  # fmt: skip


def _share(said: Said) -> str:
    if not said.part or said.n is None or not said.of:
        return ""
    share = Share(hits=said.n, n=said.of)
    return f"{in_hundred(said.n / said.of)} ({between(*share.interval)})"
