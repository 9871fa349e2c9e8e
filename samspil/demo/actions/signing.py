"""At noon the process's owner looks at what is proved, and signs."""

from dataclasses import replace
from datetime import datetime

from samspil.core.evidence.groups import GroupsBy
from samspil.demo.queries.cast import CARDS, LEADER
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.work import actions as work
from samspil.work.queries.autonomy import autonomy_of

TERMS = work.Terms(alpha=0.10, judge_first=0.05, most_before_alarm=200, groups_by=GroupsBy.LANGUAGE)
"""A promise for each language, which a few hundred verified answers can prove."""


def promise_for_cards(*, at: datetime) -> None:
    """Lay down from the start what each language shall be proved by; people judge with AI yet."""
    terms = replace(TERMS, judge_first=0.0)
    work.change_terms(process_of(CARDS), terms, by=colleague_playing(LEADER), at=at)


def sign_for_cards(*, at: datetime) -> bool:
    """Let AI finish what it is surest of among the card questions; tells whether it was proved."""
    process, leader = process_of(CARDS), colleague_playing(LEADER)
    if autonomy_of(process).certificate is not None:
        return True
    work.change_terms(process, TERMS, by=leader, at=at)
    try:
        work.climb(process, by=leader, at=at)
    except work.NotProved:
        return False
    return True
