"""A process's topics: named in three languages, merged, removed, and brought back."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.core.routing import Level
from samspil.journal.queries import about
from samspil.people.actions import make_token
from samspil.work import actions
from samspil.work.models import Process, Topic
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.pages import words

KEY = "delivery_status"


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER)


@pytest.fixture
def process(owner):
    return make_process(team=make_team(owner), name="Customer service")


@pytest.fixture
def browser(browser_of, owner):
    return browser_of(owner)


def at(process, what=""):
    return f"/processes/{process.public_id}/topics/{what}"


def one(process, key=KEY) -> Topic:
    return Topic.objects.get(process=process, key=key)


def written(**other) -> dict[str, str]:
    names = {"name_da": "Levering", "name_de": "Lieferung", "name_en": "Delivery"}
    return {"level": "2", **names, "reply_da": "Hej {name}", "reply_de": "", "reply_en": ""} | other


def test_the_list_names_topics_with_their_open_cases(browser, process):
    make_waiting(process)

    said = words(browser.get(at(process)))

    assert "Delivery status 1 – da, de, en 1" in said
    assert "Invoice question 1 – da, de, en 0" in said


def test_the_list_costs_the_same_for_one_topic_and_three(browser, process):
    costs = []
    for kept in (1, 3):
        chosen = process.topics.order_by("key")[:kept].values_list("pk", flat=True)
        gone = list(process.topics.exclude(pk__in=list(chosen)).values_list("pk", flat=True))
        if kept == 1:
            browser.get(at(process))
            Topic.objects.filter(pk__in=gone).delete()
        else:
            actions.set_topics(process, actions.starter_topics()[:3])
        with CaptureQueriesContext(
            connection,
        ) as told:
            browser.get(at(process))
        costs.append(len(told))

    assert costs[0] == costs[1]


def test_a_topic_is_added_in_the_readers_language_and_keeps_its_key(browser, process):
    browser.post(at(process), {"name": "Größe & Maße", "level": "2"})
    made = one(process, "groesse_masse")
    browser.post(at(process, "one/?key=groesse_masse"), written())

    made.refresh_from_db()
    assert (made.key, made.level) == ("groesse_masse", Level.SPECIALIST)
    assert made.names == {"da": "Levering", "de": "Lieferung", "en": "Delivery"}
    assert made.replies == {"da": "Hej {name}"}
    assert [entry.event for entry in about(str(process.public_id))] == [
        "process_made",
        "topic_added",
        "topic_changed",
    ]


def test_a_name_is_given_once(browser, process):
    answer = browser.post(at(process), {"name": "delivery STATUS", "level": "1"})

    assert answer.status_code == 422
    assert "There is a topic “delivery STATUS” already." in words(answer)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"name_da": "", "name_de": "", "name_en": ""}, "in at least one language"),
        ({"reply_en": "Hello {order}"}, "“{order}” stands for nothing"),
        ({"reply_en": "Hello {"}, "stands for nothing"),
        ({"level": "9"}, "is not one of the available choices"),
    ],
)
def test_what_cannot_be_kept_is_said(browser, process, other, said):
    answer = browser.post(at(process, f"one/?key={KEY}"), written(**other))

    assert answer.status_code == 422
    assert said in words(answer)
    assert one(process).names["en"] == "Delivery status"


def test_the_page_shows_what_ai_would_draft(browser, process):
    browser.post(
        at(process, f"one/?key={KEY}"), written(reply_en="Hello {name},\n\nit is on its way.")
    )

    shown = words(browser.get(at(process, f"one/?key={KEY}")))

    assert "Hello, it is on its way." in shown


def test_a_merged_topics_cases_and_guesses_go_along(browser, process, owner):
    case = make_waiting(process)

    browser.post(at(process, "merge/"), {"key": KEY, "into": "invoice_question"})

    case.refresh_from_db()
    later = make_waiting(Process.objects.get(pk=process.pk), ORDINARY)
    assert (case.topic, later.topic) == ("invoice_question", "invoice_question")
    assert not Topic.objects.filter(process=process, key=KEY).exists()


def test_a_removed_topic_leaves_its_cases_without_one_and_is_proposed_no_more(browser, process):
    case = make_waiting(process)

    answer = browser.post(at(process, "remove/"), {"key": KEY}, follow=True)

    case.refresh_from_db()
    later = make_waiting(Process.objects.get(pk=process.pk), ORDINARY)
    assert "“Delivery status” is removed." in words(answer)
    assert case.topic == ""
    assert later.topic != KEY
    assert KEY not in str(later.proposals.get().options)


@pytest.mark.parametrize("how", ["merge", "remove"])
def test_it_can_be_undone(browser, process, how):
    case = make_waiting(process)
    browser.post(at(process, f"{how}/"), {"key": KEY, "into": "invoice_question"})

    browser.post(at(process, "back/"))

    case.refresh_from_db()
    back = one(process)
    assert (case.topic, back.names["en"]) == (KEY, "Delivery status")
    assert Process.objects.get(pk=process.pk).moved_topics == {}


def test_two_mergings_lead_to_where_the_last_one_led(process, owner):
    actions.merge_topic(one(process), into=one(process, "fault_report"), by=owner, at=MONDAY_9)
    actions.merge_topic(
        one(process, "fault_report"), into=one(process, "spare_parts"), by=owner, at=MONDAY_9
    )

    moved = Process.objects.get(pk=process.pk).moved_topics
    assert moved == {KEY: "spare_parts", "fault_report": "spare_parts"}


def test_a_topic_that_is_taught_again_is_back(process, owner):
    actions.remove_topic(one(process), by=owner, at=MONDAY_9)
    process.refresh_from_db()

    actions.use_model(
        process,
        model_file="taught.npz",
        topics=[KEY, "invoice_question"],
        version="1",
        by=owner,
        at=MONDAY_9,
    )

    process.refresh_from_db()
    assert one(process).key == KEY
    assert process.moved_topics == {}


def test_the_file_holds_every_topic_and_no_formula(browser, process):
    browser.post(at(process), {"name": "=1+1", "level": "1"})

    answer = browser.get(f"/processes/{process.public_id}/topics.csv")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 15
    assert {row["name_en"] for row in rows if "1+1" in row["name_en"]} == {"'=1+1"}


def test_the_owner_says_that_a_person_always_decides_a_topics_cases(browser, process):
    browser.post(at(process, f"one/?key={KEY}"), written(floor="irreversible"))

    assert one(process).floor == "irreversible"
    assert "A person always: it cannot be taken back" in words(browser.get(at(process)))
    page = browser.get(at(process, f"one/?key={KEY}")).content.decode()
    assert '<option value="irreversible" selected>' in page


def test_the_owner_takes_it_back_and_the_journal_tells_both(browser, process):
    for floor in ("special", ""):
        browser.post(at(process, f"one/?key={KEY}"), written(floor=floor))

    assert one(process).floor == ""
    told = [entry.facts for entry in about(str(process.public_id))][-2:]
    assert sorted('"floor":"special"' in facts for facts in told) == [False, True]


def test_nothing_but_the_four_floors_can_be_said_of_a_topic(browser, process):
    answer = browser.post(at(process, f"one/?key={KEY}"), written(floor="again"))

    assert answer.status_code == 422
    assert one(process).floor == ""


def test_the_file_tells_each_topics_floor(browser, process):
    answer = browser.get(f"/processes/{process.public_id}/topics.csv")

    rows = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert {row["topic"]: row["floor"] for row in rows}["return_or_refund"] == "money"


@pytest.mark.parametrize("where", ["one/?key=delivery_status", "merge/", "remove/", "back/", ""])
def test_who_only_reviews_changes_no_topic(browser_of, process, where):
    reviewer = browser_of(make_colleague(Role.REVIEWER))
    reviewer.raise_request_exception = False

    answer = reviewer.post(at(process, where), written(key=KEY, into="spare_parts", name="x"))

    assert answer.status_code == 403
    assert one(process).names["en"] == "Delivery status"


def test_who_reviews_may_read_the_list(browser_of, process):
    reviewer = browser_of(make_colleague(Role.REVIEWER))

    assert "Delivery status" in words(reviewer.get(at(process)))


def test_programs_read_each_topics_floor(client, owner, process):
    token = make_token(colleague=owner, name="shop", at=MONDAY_9)

    answer = client.get(
        f"/api/v1/processes/{process.public_id}/topics", HTTP_AUTHORIZATION=f"Bearer {token}"
    )

    floors = {one["key"]: one["floor"] for one in answer.json()["topics"]}
    assert (floors["contract_change"], floors[KEY]) == ("irreversible", "")
