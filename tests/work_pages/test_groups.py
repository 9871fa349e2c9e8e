"""People choose what has a promise of its own, see what it costs, and what one for all hides."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.certificate import Promise
from samspil.core.evidence.groups import GroupsBy
from samspil.core.roles import Role
from samspil.people.actions import form_team, make_token
from samspil.work import actions
from samspil.work.queries.autonomy import autonomy_of
from samspil.work.queries.evidence import evidence_of
from tests.factories import MONDAY_9, make_colleague, make_process, make_verified
from tests.work_pages.test_autonomy import TERMS


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def process(anna):
    team = form_team(name="All", members=[anna])
    return make_process(name="Questions", team=team, organisation_model="supervised")


@pytest.fixture
def reader(anna, client_of):
    client = client_of(anna)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def page(process, reader):
    """A page of the process, in English and on one line."""

    def read(name: str, **query: str) -> str:
        answer = reader.get(reverse(name, args=[process.public_id]), query)
        return " ".join(answer.content.decode().split())

    return read


@pytest.fixture
def post(process, reader):
    """Send a form of the process."""
    return lambda name, **typed: reader.post(reverse(name, args=[process.public_id]), typed)


def a_weak_language(process, *, at=MONDAY_9) -> None:
    """English is always right, and Danish often wrong where AI is sure."""
    make_verified(process, n=1_500, wrong=0, language="en", at=at)
    make_verified(process, n=60, wrong=30, language="da", at=at)
    make_verified(process, n=10, wrong=0, language="de", at=at)


def test_the_page_says_what_each_way_costs_and_what_one_promise_hides(process, page):
    a_weak_language(process)

    told = page("work:evidence", wrong="5")

    assert "One promise for all, or one for each group" in told
    assert "each language by itself" in told
    assert "more than 5 in 100 are wrong in Danish" in told
    assert "not shown of German" in told
    assert "30 of 60 wrong, <strong>more than promised</strong>" in told


def test_topics_are_shown_by_name(process, page):
    make_verified(process, n=300, wrong=0)

    told = page("work:evidence", wrong="5", by="topic")

    assert '<th scope="row">Delivery status</th>' in told


def test_a_choice_that_there_is_not_is_refused(process, page, post):
    make_verified(process, n=10, wrong=0)

    assert post("work:terms", **TERMS, groups_by="sender").status_code == 422
    assert "Nothing yet" in page("work:evidence", by="sender")


def test_before_anybody_chooses_the_terms_say_what_each_way_would_leave(process, page):
    assert "On the answers verified so far" not in page("work:autonomy")
    a_weak_language(process)

    told = page("work:autonomy")

    assert "On the answers verified so far AI could finish" in told
    assert "each topic by itself" in told


def test_the_signed_page_shows_each_group_and_what_is_missing(process, page, post):
    post("work:terms", **TERMS, groups_by="language")
    a_weak_language(process, at=timezone.now())
    missing = page("work:autonomy")

    post("work:climb", signed="on")
    told = page("work:autonomy")

    assert "What is proved of each group" in missing
    assert autonomy_of(process).level == Autonomy.CAREFUL
    assert "Groups of the certificate" in told
    assert "that holds for all groups at once" in told
    assert '<th scope="row">Danish</th><td>nothing</td>' in told


def test_whoever_may_not_change_it_reads_what_was_chosen(process, client_of, anna):
    terms = actions.Terms(groups_by=GroupsBy.LANGUAGE)
    actions.change_terms(process, terms, by=anna, at=MONDAY_9)
    client = client_of(make_colleague(Role.EMPLOYEE))
    client.cookies["django_language"] = "en"

    told = client.get(reverse("work:autonomy", args=[process.public_id])).content.decode()

    assert "each language by itself" in told
    assert 'name="groups_by"' not in told


def test_the_form_shows_what_was_chosen(page, post):
    post("work:terms", **TERMS, groups_by="topic")

    told = page("work:autonomy")

    assert '<option value="topic" selected' in told


def test_evidence_by_group_costs_one_statement_however_many(process, django_assert_num_queries):
    for language in ("da", "de", "en"):
        make_verified(process, n=3, wrong=1, language=language)
        with django_assert_num_queries(1):
            known = evidence_of(process, promise=Promise(alpha=0.05), at=MONDAY_9)

    assert len(known.way(GroupsBy.LANGUAGE).groups) == 3


def test_programs_choose_and_read_groups(process, anna, client):
    token = make_token(colleague=anna, name="a program", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    address = f"/api/v1/processes/{process.public_id}"
    terms = json.dumps({"alpha": 0.1, "lane": 0.02, "groups_by": "language"})
    client.put(f"{address}/autonomy/terms", terms, content_type="application/json")
    later = autonomy_of(process).since + timedelta(hours=1)
    a_weak_language(process, at=later)
    actions.climb(process, by=anna, at=later)

    stands = client.get(f"{address}/autonomy").json()
    known = client.get(f"{address}/evidence", {"alpha": 0.05}).json()

    assert stands["terms"]["groups_by"] == "language"
    assert stands["certificate"]["threshold"] is None
    signed = {one["group"]: one["threshold"] for one in stands["certificate"]["groups"]}
    assert signed["en"] is not None
    assert signed["de"] is None
    ways = {one["groups_by"]: one for one in known["ways"]}
    assert set(ways) == {"", "language", "topic"}
    danish = next(one for one in ways["language"]["groups"] if one["group"] == "da")
    assert (danish["weak"], danish["whole_wrong"], danish["whole_above"]) == (True, 30, 60)
    refused = json.dumps({"groups_by": "sender"})
    answer = client.put(f"{address}/autonomy/terms", refused, content_type="application/json")
    assert answer.status_code == 422


def test_the_command_line_tells_of_groups(process, anna):
    a_weak_language(process)

    told = StringIO()
    call_command(
        "evidence", "--process", "Questions", "--wrong", "5", "--by", "language", stdout=told
    )

    assert "With a promise for each language by itself: " in told.getvalue()
    assert "da: 60 verified, nothing yet" in told.getvalue()
    assert "30 of 60 wrong there, more than promised" in told.getvalue()
    assert "What has a promise: all cases together." in told.getvalue()
