"""A version AI learned by itself is tried on cases kept out of teaching, and the rule decides."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import Alarm
from samspil.core.evidence.learning import PROVES_FOR, Outcome, Verdict
from samspil.core.examples import Labelled
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.people.actions import make_token
from samspil.teaching import actions
from samspil.teaching.models import LaneTrial, Lesson, Source, Use, Version
from samspil.teaching.queries.trials import open_trials, trial_words
from samspil.teaching.queries.versions import version_in_use
from samspil.work import actions as work
from samspil.work.actions.autonomy import fall
from samspil.work.models import Decision, VerifiedAnswer
from samspil.work.queries.autonomy import autonomy_of
from tests.factories import MONDAY_9, make_colleague, make_verified
from tests.teaching.conftest import looked_at

pytestmark = pytest.mark.either

LATER = MONDAY_9 + timedelta(days=1)
BICYCLE = "my bicycle number {0} has a flat tyre"
CAKE = "please bake cake number {0} with chocolate"
DELIVERY = "When will parcel {0} be delivered? I ordered it in March."


@pytest.fixture
def process(process, leader):
    """Ten in a hundred may be wrong here, so that few cases prove something."""
    work.change_process(
        process,
        organisation_model="supervised",
        first_response_minutes=480,
        least_confidence=0.3,
        teams={},
        by=leader,
        at=MONDAY_9,
    )
    work.change_terms(process, work.Terms(alpha=0.1), by=leader, at=MONDAY_9)
    return process


def keep(process, *, first: int = 0, at=MONDAY_9) -> None:
    """Two hundred examples on two topics that the starter does not know."""
    rows = [
        Labelled(text=text.format(number), topic=topic)
        for number in range(first, first + 100)
        for text, topic in ((BICYCLE, "bicycle"), (CAKE, "cake"))
    ]
    fresh = [actions.Fresh(labelled=row) for row in rows]
    actions.keep_examples(process, fresh, source=Source.TYPED, by=None, at=at)


def make_lane(
    process, *, n: int = 120, text: str = "", topic: str = "", at=MONDAY_9, simulated=False
) -> None:
    """Decided cases that lots keep out of teaching, kept as deciding keeps them."""
    pairs = ((text, topic),) if text else ((BICYCLE, "bicycle"), (CAKE, "cake"))
    arrivals = [
        work.Arrival(text=pairs[number % len(pairs)][0].format(number), sender="a@example.com")
        for number in range(1_000, 1_000 + n)
    ]
    opened = work.open_cases(arrivals, process=process, at=MONDAY_9)
    by = make_colleague(Role.REVIEWER)
    decisions = Decision.objects.bulk_create(
        Decision(
            case=case,
            by=by,
            verdict="rejected",
            topic=pairs[number % len(pairs)][1],
            seconds=1,
            simulated=simulated,
            at=at,
        )
        for number, case in enumerate(opened.cases)
    )
    VerifiedAnswer.objects.bulk_create(
        VerifiedAnswer(
            process=process,
            decision=one,
            version="1",
            sureness=0.5,
            wrong=True,
            proves=True,
            drawn=True,
            simulated=simulated,
            at=at,
        )
        for one in decisions
    )


def learn_by_itself(process, *, at=MONDAY_9) -> Version:
    """What the two background jobs do, by words only, which is quick."""
    [lesson] = actions.learn_anew(at=at)
    Lesson.objects.filter(pk=lesson.pk).update(words_only=True)
    version = actions.run_lesson(Lesson.objects.get(pk=lesson.pk), at=at, plan=actions.ONCE)
    assert version is not None
    return version


def rise(process, by, *, times: int = 1) -> None:
    """AI may finish something here: so many steps up, each on fresh proof."""
    for step in range(times):
        at = MONDAY_9 + timedelta(hours=step + 1)
        make_verified(process, n=250, wrong=0, at=at)
        work.climb(process, by=by, at=at)


def trial(version) -> LaneTrial:
    return LaneTrial.objects.get(version=version)


def test_where_it_costs_no_autonomy_a_version_that_proves_more_takes_over_by_itself(process):
    keep(process)
    make_lane(process)

    version = learn_by_itself(process)

    found = trial(version)
    assert (found.cases, found.better, found.worse) == (120, 120, 0)
    assert (found.verdict, found.outcome) == (Verdict.PROVES_MORE, Outcome.TOOK_OVER)
    assert (found.old_share, found.new_share > 0.5) == (0.0, True)
    assert version_in_use(process) == version
    assert Use.objects.get(version=version).by is None
    assert autonomy_of(process).level == Autonomy.DRAFT
    assert "proves_more" in Entry.objects.get(event="version_tried").facts


def test_where_ai_may_finish_something_the_better_version_is_only_offered(process, leader):
    rise(process, leader)
    keep(process)
    make_lane(process)

    version = learn_by_itself(process)

    assert (trial(version).verdict, trial(version).outcome) == ("proves_more", Outcome.OFFERED)
    assert version_in_use(process) != version
    assert autonomy_of(process).level == Autonomy.CAREFUL
    [told] = open_trials()
    assert (told.offered, told.costs) == (True, True)

    actions.use_version(version, by=leader, at=LATER)

    assert autonomy_of(process).level == Autonomy.DRAFT
    assert open_trials() == []
    assert trial(version).answered_by == leader


def test_in_an_alarm_it_takes_over_though_ai_goes_back_to_drafts(process, leader):
    rise(process, leader, times=2)
    fall(process, Alarm(at=LATER))
    assert autonomy_of(process).level == Autonomy.CAREFUL
    keep(process)
    make_lane(process)

    version = learn_by_itself(process, at=LATER)

    assert (trial(version).verdict, trial(version).outcome) == ("alarm", Outcome.TOOK_OVER)
    assert autonomy_of(process).level == Autonomy.DRAFT


def test_an_alarm_that_somebody_knows_of_is_no_longer_open(process, leader):
    rise(process, leader, times=2)
    fall(process, Alarm(at=LATER))
    work.note_falls(process, until=process.moves.latest("pk").pk, by=leader, at=LATER)
    keep(process)
    make_lane(process)

    version = learn_by_itself(process, at=LATER)

    assert trial(version).outcome == Outcome.OFFERED
    assert autonomy_of(process).level == Autonomy.CAREFUL


def test_a_plainly_worse_version_is_never_used_not_even_in_an_alarm(process, leader):
    rise(process, leader, times=2)
    fall(process, Alarm(at=LATER))
    keep(process)
    make_lane(process, text=DELIVERY, topic="delivery_status")

    version = learn_by_itself(process, at=LATER)

    assert (trial(version).verdict, trial(version).outcome) == ("worse", Outcome.KEPT_OLD)
    assert version_in_use(process) != version
    assert open_trials() == []
    assert "plainly worse" in trial_words(trial(version))
    assert "The version in use stays." in trial_words(trial(version))


def test_a_version_that_proves_no_more_leaves_the_old_one(process):
    keep(process)
    make_lane(process)
    first = learn_by_itself(process)
    keep(process, first=100, at=LATER)

    second = learn_by_itself(process, at=LATER)

    assert (trial(second).verdict, trial(second).outcome) == ("proves_less", Outcome.KEPT_OLD)
    assert version_in_use(process) == first


def test_with_too_few_cases_it_is_offered_and_says_so(process):
    keep(process)
    make_lane(process, n=20)

    version = learn_by_itself(process)

    assert (trial(version).verdict, trial(version).outcome) == ("too_few", Outcome.OFFERED)
    assert version_in_use(process) != version
    assert "20 of the 29 it takes" in trial_words(trial(version))


def test_only_cases_out_of_sight_count(process):
    """Those learned from, those 90 days old and those of a demonstration do not."""
    keep(process)
    make_lane(process, n=10)
    make_lane(process, n=10, text="my bicycle number 7 has a flat tyre", topic="bicycle")
    make_lane(process, n=10, at=MONDAY_9 - PROVES_FOR)
    make_lane(process, n=10, simulated=True)

    assert trial(learn_by_itself(process)).cases == 10


def test_the_rule_has_its_effect_once_also_where_the_worker_died_before_it(process, leader):
    keep(process)
    make_lane(process)
    version = learn_by_itself(process)
    starter = Version.objects.get(origin="starter")
    actions.use_version(starter, by=leader, at=LATER)
    lesson = Lesson.objects.get()

    actions.run_lesson(lesson, at=LATER)
    assert version_in_use(process) == starter

    LaneTrial.objects.update(verdict="", outcome="", answered_at=None)
    actions.run_lesson(lesson, at=LATER)
    assert trial(version).outcome == Outcome.TOOK_OVER
    assert version_in_use(process) == version


def test_where_somebody_chose_another_version_meanwhile_it_is_offered(process, leader):
    keep(process)
    make_lane(process)
    version = learn_by_itself(process)
    LaneTrial.objects.update(verdict="", outcome="", answered_at=None)
    taught = looked_at(process, leader, [("a b c", "bicycle"), ("d e f", "cake")])
    Lesson.objects.filter(pk=taught.pk).update(stage="running")
    other = actions.run_lesson(Lesson.objects.get(pk=taught.pk), at=LATER, plan=actions.ONCE)
    assert other is not None
    actions.use_version(other, by=leader, at=LATER)
    LaneTrial.objects.filter(version=version).update(verdict="", outcome="", answered_at=None)

    actions.run_lesson(Lesson.objects.get(by_itself=True), at=LATER)

    assert trial(version).outcome == Outcome.OFFERED
    assert version_in_use(process) == other


def test_what_somebody_teaches_is_tried_too_and_waits_for_their_choice(process, leader):
    make_lane(process)
    lesson = looked_at(process, leader)
    actions.start(lesson, with_starter=False, by=leader)
    Lesson.objects.filter(pk=lesson.pk).update(words_only=True)

    version = actions.run_lesson(Lesson.objects.get(pk=lesson.pk), at=MONDAY_9)

    assert (trial(version).verdict, trial(version).outcome) == ("proves_more", "")
    assert version_in_use(process) != version
    assert open_trials() == []
    assert not Entry.objects.filter(event="version_tried").exists()


def test_keeping_the_version_in_use_ends_the_offer_and_is_in_the_journal_once(process, leader):
    keep(process)
    version = learn_by_itself(process)

    with pytest.raises(NotAllowed):
        actions.answer_trial(version, by=make_colleague(Role.REVIEWER), at=LATER)
    assert actions.answer_trial(version, by=leader, at=LATER)
    assert not actions.answer_trial(version, by=leader, at=LATER)

    assert open_trials() == []
    assert Entry.objects.filter(event="version_declined").count() == 1
    assert version_in_use(process) != version


def test_today_offers_it_with_a_click_and_the_way_back_is_another(process, leader, client_of):
    rise(process, leader)
    keep(process)
    make_lane(process)
    version = learn_by_itself(process)
    starter = Version.objects.get(origin="starter")
    client = client_of(leader)
    client.cookies["django_language"] = "en"

    today = client.get(reverse("today:today")).content.decode()
    used = client.post(reverse("teaching:use", args=[version.public_id]), follow=True)

    assert "AI learned anew in Shop, and a new version is offered." in today
    assert "The new version proves more" in today
    assert "AI goes back to drafts until it has earned its way up." in today
    assert reverse("teaching:use", args=[version.public_id]) in today
    assert reverse("teaching:use", args=[starter.public_id]) in used.content.decode()
    assert "is offered" not in client.get(reverse("today:today")).content.decode()


def test_what_took_over_by_itself_stands_on_today_with_the_way_back(process, leader, client_of):
    keep(process)
    make_lane(process)
    version = learn_by_itself(process)
    starter = Version.objects.get(origin="starter")
    client = client_of(leader)
    client.cookies["django_language"] = "en"

    today = client.get(reverse("today:today")).content.decode()
    here = client.get(reverse("teaching:versions", args=[process.public_id])).content.decode()

    assert "AI learned anew in Shop, and works with the new version." in today
    assert reverse("teaching:use", args=[starter.public_id]) in today
    assert "Back to the earlier version" in here

    client.post(reverse("teaching:answer", args=[version.public_id]))
    assert "works with the new version" not in client.get(reverse("today:today")).content.decode()
    assert version_in_use(process) == version


def test_a_reviewer_sees_no_offer_and_answers_none(process, client_of):
    keep(process)
    version = learn_by_itself(process)
    client = client_of(make_colleague(Role.REVIEWER))

    today = client.get(reverse("today:today")).content.decode()

    assert str(version.public_id) not in today
    refused = client.post(reverse("teaching:answer", args=[version.public_id]))
    assert refused.status_code == 403


def test_a_program_reads_the_trial_and_answers_it(process, leader, client):
    keep(process)
    version = learn_by_itself(process)
    token = make_token(colleague=leader, name="a program", at=MONDAY_9)
    headers = {"Authorization": f"Bearer {token}"}
    address = f"/api/v1/processes/{process.public_id}/learning"

    before = client.get(address, headers=headers).json()["trial"]
    path = f"/api/v1/versions/{version.public_id}/answer"
    after = client.post(path, json.dumps({}), content_type="application/json", headers=headers)

    assert (before["verdict"], before["outcome"], before["open"]) == ("too_few", "offered", True)
    assert before["version"] == str(version.public_id)
    assert after.json()["trial"]["open"] is False


def test_the_journal_says_what_was_tried_and_what_came_of_it(process, leader, client_of):
    keep(process)
    learn_by_itself(process)
    client = client_of(make_colleague(Role.OWNER))
    client.cookies["django_language"] = "en"

    told = client.get("/journal/").content.decode()

    assert "There are too few cases kept out of teaching to judge the new version" in told
