"""Notices: what everybody may read of AI in a process, once somebody who answers for it says so."""

import json

import pytest
from django.core.cache import cache
from django.test import Client

from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.people.actions import make_token
from samspil.tenancy.actions import enter
from samspil.trust import actions
from samspil.trust.actions import NotPublished
from samspil.uses.models import PublicNotice
from samspil.work.actions import stop
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.inbox.forms import make_form
from tests.pages import words

pytestmark = pytest.mark.django_db
ASKED = {"contact": "Data protection, dpo@nordlys.example", "privacy_url": "https://x.example/p"}
PAGE = "/notice/service-ai/"


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def process(organisation):
    return make_process(name="Customer service")


def published(process, by, *, slug="service-ai", **more) -> PublicNotice:
    return actions.publish_notice(process, slug=slug, by=by, at=MONDAY_9, **{**ASKED, **more})


def read(language="en", page=PAGE):
    return Client().get(page, headers={"Accept-Language": language})


def test_a_stranger_reads_it_in_their_language_without_a_cookie(process, leader):
    published(process, leader)

    english, german = read(), read("de")

    shown = words(english)
    assert "AI in Customer service" in shown
    assert "AI suggests a topic and a draft. A person looks at every single case." in shown
    assert "It answers nobody by itself." in shown
    assert "dpo@nordlys.example" in shown
    assert german["Content-Language"] == "de"
    assert not english.cookies
    assert "no-store" in english["Cache-Control"]
    assert "Lene" not in shown


def test_it_says_what_holds_now(process, leader):
    published(process, leader)
    stop(process, why="A secret reason", by=leader, at=MONDAY_9)

    shown = words(read())

    assert "AI does not work here at present: people do all of it." in shown
    assert "secret reason" not in shown


def test_nothing_is_shown_before_it_is_published_nor_after_it_is_withdrawn(process, leader):
    nothing = read().content
    published(process, leader)
    assert read().status_code == 200

    actions.withdraw_notice(process, by=leader, at=MONDAY_9)

    assert (read().status_code, read().content) == (404, nothing)
    events = Entry.objects.filter(subject=str(process.public_id)).values_list("event", flat=True)
    assert list(events)[-2:] == ["notice_published", "notice_withdrawn"]


def test_a_process_that_closes_tells_the_same_as_none(process, leader):
    published(process, leader)

    process.closed = True
    process.save(update_fields=["closed"])

    assert read().status_code == 404
    with pytest.raises(NotPublished, match="closed process"):
        published(process, leader)


def test_another_organisation_takes_no_name_of_ours_and_shows_nothing_of_it(
    process, leader, other_organisation
):
    published(process, leader)

    with enter(other_organisation):
        theirs, they = make_process(name="Theirs"), make_colleague(Role.OWNER)
        with pytest.raises(NotPublished, match="taken"):
            published(theirs, they)

    assert "Theirs" not in words(read())


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.PROCESS_OWNER, Role.HR, Role.REVIEWER])
def test_who_does_not_answer_for_ai_publishes_none(process, role):
    with pytest.raises(NotAllowed):
        published(process, make_colleague(role))


def test_whom_to_ask_is_typed_once_for_form_and_notice(process, leader):
    form = make_form(process, slug="service")
    with pytest.raises(NotPublished, match="whom people may ask"):
        published(make_process(name="Spare parts"), leader, contact="")

    published(process, leader, contact="", privacy_url="")
    shown, filled = words(read()), read(page="/f/service/")

    assert form.contact in shown
    assert "/f/service/" in read().content.decode()
    assert PAGE in filled.content.decode()


def test_a_form_leads_to_no_notice_that_is_not_published(process, leader):
    make_form(process, slug="service")

    assert "/notice/" not in read(page="/f/service/").content.decode()


def test_whoever_reads_very_often_waits_a_minute(one_minute, process, leader):
    published(process, leader)

    answers = [read().status_code for _ in range(61)]

    assert (answers[59], answers[60]) == (200, 429)


def test_a_leader_publishes_it_on_a_page(process, leader, browser_of):
    browser, address = browser_of(leader), f"/notices/{process.public_id}/"
    assert "It is not published" in words(browser.get(address))

    bad = browser.post(address, {"slug": "Not A Name", **ASKED})
    browser.post(address, {"slug": "service-ai", **ASKED})

    assert bad.status_code == 422
    assert read().status_code == 200
    assert PAGE in words(browser.get(address))
    browser.post(f"{address}withdraw/")
    assert read().status_code == 404
    assert browser_of(make_colleague(Role.EMPLOYEE)).get(address).status_code == 403


def test_a_program_publishes_reads_and_withdraws_it(process, leader, client):
    token = make_token(colleague=leader, name="register", at=MONDAY_9)

    def ask(method, body=""):
        return client.generic(
            method, f"/api/v1/processes/{process.public_id}/notice", body,
            content_type="application/json", headers={"Authorization": f"Bearer {token}"},
        )  # fmt: skip

    assert ask("GET").status_code == 404
    assert ask("PUT", "{}").status_code == 422
    said = {"slug": "service-ai", "contact_line": ASKED["contact"]}
    made = ask("PUT", json.dumps(said | {"privacy_url": ASKED["privacy_url"]})).json()
    assert made["address"].endswith(PAGE)
    assert made["contact_line"] == ASKED["contact"]
    assert read().status_code == 200
    assert ask("DELETE").status_code == 204
    assert ask("GET").json()["published_at"] is None
    assert read().status_code == 404
