"""Groups of cases with a promise of their own: AI finishes only those that were proved."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import IntegrityError, transaction

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.groups import GroupsBy
from samspil.core.organisation_models.contract import Route
from samspil.core.roles import Role
from samspil.core.routing import Reason
from samspil.people.actions import form_team
from samspil.work import actions
from samspil.work.actions.autonomy import Coming, watch_coming
from samspil.work.models import (
    AutonomyMove,
    Certificate,
    CertifiedGroup,
    LoneAnswer,
    VerifiedAnswer,
)
from samspil.work.queries import rules_of, skill_of
from samspil.work.queries.ahead import now_of
from samspil.work.queries.autonomy import autonomy_of
from samspil.work.queries.grouping import checks_by_group
from tests.factories import (
    MONDAY_9,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_verified,
)

pytestmark = pytest.mark.both

LATER = MONDAY_9 + timedelta(days=1)
BY_LANGUAGE = actions.Terms(alpha=0.1, lane=0.0, groups_by=GroupsBy.LANGUAGE)
BY_TOPIC = replace(BY_LANGUAGE, groups_by=GroupsBy.TOPIC)
WHOLE = replace(BY_LANGUAGE, groups_by=GroupsBy.PROCESS)
ENGLISH = "Hello, when will my heat pump be delivered? My order is 4711."
DANISH = "Hej, hvornår bliver min varmepumpe leveret? Min ordre er 4711."


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=form_team(name="All", members=[anna]), organisation_model="supervised")


def sign(process, anna, *, terms=BY_LANGUAGE, at=MONDAY_9 + timedelta(hours=1)) -> Certificate:
    """English is proved, Danish is wrong half the time, German has ten cases."""
    actions.change_terms(process, terms, by=anna, at=MONDAY_9)
    make_verified(process, n=250, wrong=0, language="en", at=at)
    make_verified(process, n=250, wrong=125, language="da", topic="invoice_copy", at=at)
    make_verified(process, n=10, wrong=0, language="de", topic="refund", at=at)
    return actions.climb(process, by=anna, at=at)


def unlimited() -> None:
    """Lower each limit there is as far as it goes."""
    CertifiedGroup.objects.filter(threshold__isnull=False).update(threshold=0.0)


def arrive(process, text: str, *, at=LATER):
    case = make_case(process, text)
    actions.propose_and_route([case.pk], at=at)
    case.refresh_from_db()
    return case


def test_a_certificate_keeps_what_was_proved_of_each_group(process, anna):
    make_verified(process, n=250, wrong=250, language="en", at=MONDAY_9 - timedelta(days=1))
    signed = sign(process, anna)
    kept = {one.name: one for one in signed.groups.all()}

    assert (signed.groups_by, signed.threshold, signed.cases) == ("language", None, 510)
    assert (kept["en"].cases, kept["en"].wrong, kept["en"].delta) == (250, 0, 0.025)
    assert kept["en"].threshold is not None
    assert kept["de"].threshold is None
    assert kept["de"].cases == 10
    assert signed.above == sum(one.above for one in kept.values())


def test_the_digest_holds_the_groups(process, anna):
    signed = sign(process, anna)

    rows = VerifiedAnswer.objects.order_by("pk")
    lines = [
        f"{one.decision_id}:{one.sureness!r}:{int(one.wrong)}:{one.language}\n" for one in rows
    ]
    assert signed.digest == sha256("".join(lines).encode()).hexdigest()


def test_ai_finishes_only_what_is_proved_of_a_cases_own_group(process, anna):
    sign(process, anna)
    CertifiedGroup.objects.filter(name="da").update(threshold=None, above=0, wrong=0)
    unlimited()

    english, danish = arrive(process, ENGLISH), arrive(process, DANISH)

    assert english.route == Route.ALONE
    assert LoneAnswer.objects.get(case=english).group == "en"
    assert (danish.route, danish.reason) == (Route.TOGETHER, Reason.NOT_CERTIFIED)


def test_a_group_that_nobody_knew_when_it_was_signed_waits_for_a_person(process, anna):
    sign(process, anna)
    unlimited()
    CertifiedGroup.objects.filter(name="en").update(name="sv")

    case = arrive(process, ENGLISH)

    assert (case.route, case.reason) == (Route.TOGETHER, Reason.NOT_CERTIFIED)


def test_what_people_decide_of_an_unproved_group_goes_on_proving_it(process, anna):
    sign(process, anna)
    CertifiedGroup.objects.filter(name="en").update(threshold=None, above=0)
    case = make_claimed(process, anna, ENGLISH)

    decision = actions.decide(case, answer="", topic=case.topic, by=anna, at=LATER)

    kept = VerifiedAnswer.objects.get(decision=decision)
    assert (kept.proves, kept.language, kept.topic) == (True, "en", case.topic)


def test_topics_have_promises_of_their_own_too(process, anna):
    sign(process, anna, terms=BY_TOPIC)
    unlimited()
    case = arrive(process, ENGLISH)

    assert case.topic == "delivery_status"
    assert case.route == Route.ALONE
    CertifiedGroup.objects.filter(name="delivery_status").update(name="gone_meanwhile")
    assert arrive(process, ENGLISH).reason == Reason.NOT_CERTIFIED


def test_a_group_whose_cases_stay_away_changes_nothing_for_the_others(process, anna):
    sign(process, anna)
    unlimited()

    assert [arrive(process, ENGLISH).route for _ in range(3)] == [Route.ALONE] * 3


def test_ten_cases_of_each_group_are_not_enough(process, anna):
    actions.change_terms(process, BY_LANGUAGE, by=anna, at=MONDAY_9)
    for language in ("da", "de", "en", "sv", "nb", "fr", "pl"):
        make_verified(process, n=10, wrong=0, language=language, at=LATER)

    with pytest.raises(actions.NotProved, match="the largest takes 49 more"):
        actions.climb(process, by=anna, at=LATER)

    assert not Certificate.objects.exists()


def test_answers_of_no_known_group_prove_nothing(process, anna):
    actions.change_terms(process, BY_LANGUAGE, by=anna, at=MONDAY_9)
    make_verified(process, n=400, wrong=0, language="", at=LATER)

    with pytest.raises(actions.NotProved):
        actions.climb(process, by=anna, at=LATER)


def test_contradicting_verdicts_in_every_group_prove_nothing(process, anna):
    actions.change_terms(process, BY_LANGUAGE, by=anna, at=MONDAY_9)
    for language in ("da", "en"):
        make_verified(process, n=300, wrong=300, language=language, at=LATER)

    with pytest.raises(actions.NotProved, match="Of no group it is proved"):
        actions.climb(process, by=anna, at=LATER)


@pytest.mark.parametrize(
    ("before", "after"), [(WHOLE, BY_LANGUAGE), (BY_LANGUAGE, BY_TOPIC), (BY_TOPIC, WHOLE)]
)
def test_choosing_anew_takes_lone_work_away_at_once_with_the_reason(process, anna, before, after):
    sign(process, anna, terms=before, at=MONDAY_9 + timedelta(hours=1))
    assert autonomy_of(process).level == Autonomy.CAREFUL

    assert actions.change_terms(process, after, by=anna, at=LATER)

    kept, fell = autonomy_of(process), AutonomyMove.objects.latest("pk")
    assert (kept.level, kept.certificate, kept.groups_by) == (Autonomy.DRAFT, None, after.groups_by)
    assert fell.reason == "changed_groups"
    assert arrive(process, ENGLISH).reason == Reason.NOT_CERTIFIED


def test_answers_from_before_the_choice_do_not_prove_it(process, anna):
    make_verified(process, n=400, wrong=0, at=MONDAY_9 + timedelta(hours=1))
    actions.change_terms(process, BY_LANGUAGE, by=anna, at=LATER)

    with pytest.raises(actions.NotProved):
        actions.climb(process, by=anna, at=LATER + timedelta(hours=1))


def test_the_same_choice_once_more_changes_nothing(process, anna):
    sign(process, anna)

    assert not actions.change_terms(process, BY_LANGUAGE, by=anna, at=LATER)

    assert autonomy_of(process).level == Autonomy.CAREFUL


def test_the_step_from_no_ai_to_drafts_is_about_all_cases(process, anna):
    actions.change_terms(process, BY_LANGUAGE, by=anna, at=MONDAY_9)
    actions.lower(process, to=Autonomy.PERSON, by=anna, at=MONDAY_9)
    for language in ("da", "en"):
        make_verified(process, n=10, wrong=0, language=language, at=LATER)

    signed = actions.climb(process, by=anna, at=LATER)

    assert (signed.level, signed.groups_by) == (Autonomy.DRAFT, "")
    assert autonomy_of(process).certificate is None


def test_an_alarm_takes_all_groups_down(process, anna):
    sign(process, anna)
    unlimited()

    with transaction.atomic():
        watch_coming(autonomy_of(process), [Coming(sureness=0.5, unsure=True)] * 2_000, at=LATER)

    assert autonomy_of(process).level == Autonomy.DRAFT
    assert arrive(process, ENGLISH).route == Route.TOGETHER


def test_cases_of_an_unproved_group_count_as_unsure_for_the_watch(process, anna):
    sign(process, anna)
    CertifiedGroup.objects.filter(name="en").update(name="sv")
    before = autonomy_of(process).unsure_watch
    assert before is not None

    arrive(process, ENGLISH)

    after = autonomy_of(process).unsure_watch
    assert after is not None
    assert (after["checks"], after["found"]) == (before["checks"] + 1, before["found"] + 1)


def test_a_small_group_is_checked_often_until_it_is_known(process, anna):
    seldom = replace(BY_LANGUAGE, most_before_alarm=100_000)
    sign(process, anna, terms=seldom)
    make_verified(process, n=250, wrong=0, language="en", at=LATER)
    actions.climb(process, by=anna, at=LATER)
    unlimited()
    case = arrive(process, ENGLISH, at=LATER + timedelta(hours=1))

    lone = LoneAnswer.objects.get(case=case)
    assert autonomy_of(process).level == Autonomy.ALONE
    assert lone.chance >= 0.2
    assert lone.weight < 0.1

    LoneAnswer.objects.filter(pk=lone.pk).update(drawn=True, wrong=False, checked_at=LATER)
    assert checks_by_group(lone.certificate) == {"en": (1, 0)}


def test_what_lies_ahead_takes_the_share_that_the_groups_allow(process, anna):
    signed = sign(process, anna)

    now = now_of(process, version=skill_of(process).version)

    assert now.above == signed.above / signed.cases
    assert now.alpha == signed.alpha


def test_the_limits_cost_one_statement_more_however_many_groups(
    process, anna, django_assert_num_queries
):
    sign(process, anna)
    kept, topics = autonomy_of(process), list(process.topics.all())
    version = skill_of(process).version

    with django_assert_num_queries(3):
        rules = rules_of(process, topics, version=version, kept=kept)

    assert set(rules.reins.limits) == {
        one.name for one in CertifiedGroup.objects.exclude(threshold=None)
    }


@pytest.mark.parametrize(
    "changed", [{"name": ""}, {"threshold": None}, {"above": 999}, {"threshold": 1.5}, {"above": 0}]
)
def test_the_database_refuses_a_group_that_says_more_than_was_proved(process, anna, changed):
    signed = sign(process, anna)

    with pytest.raises(IntegrityError), transaction.atomic():
        signed.groups.filter(name="en").update(**changed)


def test_the_database_refuses_one_limit_beside_groups(process, anna):
    sign(process, anna)

    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.update(threshold=0.5)
