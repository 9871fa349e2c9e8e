"""A certificate ends where the answers it rests on no longer carry it."""

from datetime import timedelta

import numpy as np

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.binomial import most_errors
from samspil.core.evidence.groups import GroupsBy
from samspil.journal.models import Entry
from samspil.work import actions
from samspil.work.models import (
    AutonomyMove,
    Certificate,
    VerifiedAnswer,
)
from samspil.work.queries.autonomy import autonomy_of
from samspil.work.queries.ladder_words import fall_words
from tests.factories import (
    MONDAY_9,
    make_verified,
)
from tests.work.overturning.arranging import (
    AFTER,
    climbed,
    overturn,
    signed_now,
    surest,
)


def test_a_certificate_falls_when_its_bound_holds_no_more_and_not_before(process, anna):
    climbed(process, anna, times=2)
    signed = signed_now(process)
    bearable = 0

    for answer in VerifiedAnswer.objects.filter(at=signed.at).order_by("sureness"):
        overturn(answer, process, anna)
        if autonomy_of(process).level < Autonomy.ALONE:
            break
        bearable += 1

    assert bearable == most_errors(np.array([250]), 0.1, 0.05)[0]
    assert autonomy_of(process).level == signed_now(process).level == Autonomy.CAREFUL
    move = AutonomyMove.objects.latest("pk")
    assert move.reason == "disproved"
    assert f"{bearable + 1} are known to be wrong now" in fall_words(move)
    assert Entry.objects.filter(event="autonomy_moved").latest("sequence").facts.count("disproved")
    signed.refresh_from_db()
    assert signed.ended_at == AFTER
    assert (signed.wrong, signed.above) == (0, 250)


def test_a_certificate_that_waits_below_ends_too_so_that_ai_never_goes_down_to_it(process, anna):
    climbed(process, anna, times=2)
    below = Certificate.objects.filter(level=Autonomy.CAREFUL).latest("pk")

    for answer in surest(below.at, n=40):
        overturn(answer, process, anna)

    below.refresh_from_db()
    assert below.ended_at == AFTER
    assert autonomy_of(process).level == Autonomy.ALONE
    assert Entry.objects.filter(event="certificate_disproved").count() == 1
    for answer in surest(signed_now(process).at, n=60):
        overturn(answer, process, anna)
    assert autonomy_of(process).level == Autonomy.DRAFT


def test_answers_of_other_proofs_and_those_that_prove_nothing_touch_no_certificate(process, anna):
    make_verified(process, n=60, wrong=0, at=MONDAY_9)
    climbed(process, anna, times=2)
    VerifiedAnswer.objects.filter(at=MONDAY_9).update(at=MONDAY_9 - timedelta(days=9))

    for answer in VerifiedAnswer.objects.filter(at__lt=MONDAY_9):
        overturn(answer, process, anna)

    assert autonomy_of(process).level == Autonomy.ALONE
    assert not Certificate.objects.filter(ended_at__isnull=False, level=Autonomy.ALONE).exists()


def test_a_certificate_by_language_falls_by_one_language(process, anna):
    terms = actions.Terms(alpha=0.1, lane=0.0, groups_by=GroupsBy.LANGUAGE)
    actions.change_terms(process, terms, by=anna, at=MONDAY_9)
    at = MONDAY_9 + timedelta(minutes=1)
    for language in ("en", "da"):
        make_verified(process, n=250, wrong=0, at=at, language=language)
    actions.climb(process, by=anna, at=at)

    danish = VerifiedAnswer.objects.filter(at=at, language="da").order_by("-sureness")
    for answer in danish[:40]:
        overturn(answer, process, anna)

    assert autonomy_of(process).level == Autonomy.DRAFT
    assert AutonomyMove.objects.latest("pk").reason == "disproved"


def test_where_answers_were_deleted_the_exact_bound_decides(process, anna):
    climbed(process, anna, times=1)
    signed = signed_now(process)
    first, *rest = surest(signed.at, n=40)
    VerifiedAnswer.objects.filter(at=signed.at).earliest("sureness").decision.delete()

    overturn(first, process, anna)
    held = autonomy_of(process).level
    for answer in rest:
        overturn(answer, process, anna)

    assert held == Autonomy.CAREFUL
    assert autonomy_of(process).level == Autonomy.DRAFT
