"""Set up a line of work: one of three that AI knows, or one's own."""

import pytest

from samspil.core.roles import Role
from samspil.journal.models import Entry
from samspil.journal.queries import about
from samspil.work.models import Process
from samspil.work.queries import gate_of
from tests.factories import MONDAY_9, make_colleague, make_process, make_team, make_waiting
from tests.pages import words


@pytest.fixture
def team(organisation):
    return make_team(name="Everybody")


@pytest.fixture
def owner(organisation, team):
    return make_colleague(Role.OWNER)


@pytest.fixture
def browser(browser_of, owner):
    return browser_of(owner)


def chosen(team, kind: str, **other) -> dict[str, object]:
    usual = {"kind": kind, "team": str(team.public_id), "name": "", "topics": ""}
    return usual | ({"about_terms": "unknown"} if kind == "hr" else {}) | other


@pytest.mark.parametrize(
    ("kind", "name", "senders", "topics"),
    [
        ("customer_service", "Customer service", "customers", 14),
        ("hr", "HR questions", "employees", 12),
        ("it", "IT tickets", "employees", 10),
    ],
)
def test_a_known_kind_brings_its_topics_and_its_senders(
    browser, team, owner, kind, name, senders, topics
):
    answer = browser.post("/processes/new/", chosen(team, kind))

    made = Process.objects.get()
    assert answer["Location"] == f"/processes/{made.public_id}/"
    assert (made.name, made.senders, made.starter) == (name, senders, kind)
    assert made.topics.count() == topics
    assert {level.team for level in made.levels.all()} == {team}
    assert [entry.event for entry in about(str(made.public_id))] == ["process_made"]


def test_something_else_has_the_topics_that_were_typed(browser, team):
    own = {"name": "Members", "senders": "customers", "topics": "Membership fee\n\nHall hire\n"}

    browser.post("/processes/new/", chosen(team, "own", **own))

    made = Process.objects.get()
    assert (made.name, made.starter) == ("Members", "")
    assert {topic.key: topic.names for topic in made.topics.all()} == {
        "membership_fee": {"en": "Membership fee"},
        "hall_hire": {"en": "Hall hire"},
    }


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"kind": ""}, "This field is required."),
        ({"kind": "own"}, "Name at least one topic."),
        ({"kind": "own", "name": "A", "topics": "B"}, "Say who writes"),
        ({"kind": "own", "name": "A", "senders": "customers", "topics": "x" * 101}, "at most"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_made(browser, team, other, said):
    answer = browser.post("/processes/new/", chosen(team, "hr") | other)

    assert answer.status_code == 422
    assert said in words(answer)
    assert not Process.objects.exists()


def test_a_name_is_taken_once(browser, team):
    make_process(team=team, name="HR questions")

    answer = browser.post("/processes/new/", chosen(team, "hr"))

    assert "There is a process of this name already." in words(answer)
    assert Process.objects.count() == 1


def test_only_who_may_change_processes_sets_one_up(browser_of, team):
    reviewer = browser_of(make_colleague(Role.REVIEWER))
    reviewer.raise_request_exception = False

    assert reviewer.get("/processes/new/").status_code == 403
    assert reviewer.post("/processes/new/", chosen(team, "hr")).status_code == 403
    assert not Process.objects.exists()


@pytest.mark.parametrize(
    ("named", "leads_to"),
    [("/begin/", "/begin/"), ("https://evil.example/", None), ("//evil.example/", None)],
)
def test_it_leads_back_only_to_pages_of_ours(browser, team, named, leads_to):
    answer = browser.post("/processes/new/", chosen(team, "hr", next=named))

    made = Process.objects.get()
    assert answer["Location"] == (leads_to or f"/processes/{made.public_id}/")


def test_a_case_of_a_new_process_is_sorted_at_once(browser, team):
    browser.post("/processes/new/", chosen(team, "it"))

    case = make_waiting(Process.objects.get(), "The printer on the second floor is jammed.")

    assert case.topic == "printer"
    assert case.opened_at == MONDAY_9


@pytest.mark.parametrize(
    ("says", "opens", "events"),
    [
        ("no", True, ["process_made", "use_settled"]),
        ("yes", False, ["process_made", "use_settled"]),
        ("unknown", False, ["process_made"]),
    ],
)
def test_lr7_ai_begins_with_hr_questions_once_the_owner_says_nobody_decides_by_it(
    browser, team, says, opens, events
):
    browser.post("/processes/new/", chosen(team, "hr", about_terms=says))

    made = Process.objects.get()
    assert gate_of(made).open is opens
    assert [entry.event for entry in Entry.objects.order_by("pk")] == events


def test_lr7_hr_questions_are_not_set_up_without_an_answer(browser, team):
    answer = browser.post("/processes/new/", chosen(team, "hr", about_terms=""))

    assert answer.status_code == 422
    assert "Say whether" in words(answer)
    assert not Process.objects.exists()


def test_lr7_who_does_not_govern_uses_is_not_asked_and_answers_nothing(browser_of, team):
    owner_of_processes = browser_of(make_colleague(Role.PROCESS_OWNER))

    page = words(owner_of_processes.get("/processes/new/"))
    owner_of_processes.post("/processes/new/", chosen(team, "hr", about_terms="no"))

    assert "Nobody can say yet" not in page
    assert not gate_of(Process.objects.get()).open


def test_what_a_kind_needs_is_not_called_left_to_liking(browser, team):
    page = words(browser.get("/processes/new/"))

    assert page.count("(if you like)") == 1  # the name
