"""Pages and the API show how far teams are, and nobody reads another team's requests."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.allocation.actions import Expected, estimate
from samspil.audit import actions as audit
from samspil.audit.models import Figures, Task
from samspil.core.allocation.portfolio import Part, Range
from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.people.queries import day_of
from samspil.pipeline.models import Initiative
from samspil.rollouts import actions
from samspil.rollouts.models import CommonQuestion, Rollout, SupportRequest, TeamRollout
from samspil.rollouts.queries import elsewhere
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english, words
from tests.rollouts.conftest import part

pytestmark = pytest.mark.either


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


PLAN = {
    "way": "staged", "starts_on": "2026-01-05", "gap": 15, "training": "AI in returns",
    "first_share": 60, "target": 85, "months": 6, "use_target": 80, "allowed_days": 5,
    "days_information": 10, "days_pilot": 20, "days_training": 10, "days_implementation": 20,
}  # fmt: skip


def test_a_rollout_is_laid_out_by_page_and_shown_as_lanes_and_files(
    browser, piloted, lene, service, few
):
    address = f"/rollouts/of/{piloted.public_id}/"
    assert "It is not laid out yet" in words(browser.get(address))
    assert "Ready to be rolled out" in words(browser.get("/rollouts/"))
    teams = [str(service.public_id), str(few.public_id)]
    wrong = browser.post(
        f"{address}new/",
        {**PLAN, "owner": str(lene.public_id), "teams": teams, "target": 50, "months": 0},
    )
    assert wrong.status_code == 422
    assert "In the end it cannot be less than after a month." in words(wrong)

    made = browser.post(f"{address}new/", {**PLAN, "owner": str(lene.public_id), "teams": teams})

    shown = browser.get(made["Location"])
    assert "Service" in words(shown)
    assert "Information: 5 Jan 2026 – …" in words(shown)
    assert "<svg" in shown.content.decode()
    table = browser.get(f"{made['Location']}table.csv").content.decode("utf-8-sig")
    assert table.splitlines()[1].startswith("Service;Lene Krogh;Information;yes;2026-01-05;")
    assert len(table.splitlines()) == 1 + 2 * 4
    assert browser.get(f"{made['Location']}table.xlsx").content[:2] == b"PK"
    calendar = browser.get(f"{made['Location']}rollout.ics")
    assert calendar["Content-Type"] == "text/calendar; charset=utf-8"
    text = calendar.content.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 2 * 7
    assert "SUMMARY:Service: Pilot begins" in text
    assert "Service" in words(browser.get(address))


def test_the_team_page_says_what_lacks_and_opens_the_next_phase_for_a_reason(
    browser, rollout, service, lene, many, client_of
):
    place = part(rollout, service)
    address = f"/rollouts/teams/{place.public_id}/"
    shown = words(browser.get(address))
    assert "A change agent of the team has accepted not yet Ask somebody" in shown
    assert "Nothing is told yet." in shown
    assert browser.post(f"{address}next/").status_code == 409
    asked = {"colleague": str(many[0].public_id)}
    browser.post(f"{address}agent/", asked)
    agent = english(client_of(many[0]))
    assert "You are asked to be a change agent of Service" in words(agent.get("/rollouts/due/"))
    assert "Begin Pilot" not in words(agent.get(address))

    agent.post(f"{address}agent/mine/", {"says": "yes"})
    browser.post(f"{address}next/")
    browser.post(f"{address}next/", {"why": "Two tried it at lunch."})

    shown = words(browser.get(address))
    assert "From Pilot to Training, for a reason, though this lacked: Some of the team" in shown
    assert "Two tried it at lunch." in shown
    assert "Fewer than five of 12 so far." in shown
    assert "Its gate" not in shown
    assert "People have verified 0 of 50 cases." in shown
    today = day_of(timezone.now())
    came = {"colleague": [str(one.public_id) for one in many], "day": today.isoformat()}
    browser.post(f"{address}trained/", came)
    assert "Everybody: 12." in words(browser.get(address))
    ahead = {**came, "day": (today + timedelta(days=1)).isoformat()}
    assert browser.post(f"{address}trained/", ahead).status_code == 422
    assert "no reason makes up for it" in words(browser.get(address))
    assert agent.post(f"{address}next/").status_code == 403
    for deed in ("back", "evidence", "agent", "trained", "alarm", "withdraw", "part"):
        assert agent.post(f"{address}{deed}/").status_code == 403


def test_help_is_asked_for_and_answered_by_page_and_others_read_none_of_it(
    browser, rollout, service, few, many, lene, client_of
):
    place = part(rollout, service)
    asker, other = english(client_of(many[5])), english(client_of(few.members.first()))
    answer = asker.post(
        "/rollouts/support/",
        {"place": str(place.public_id), "urgency": "blocked", "text": "<b>Empty</b> draft"},
    )
    said = answer["Location"]
    address = said.removesuffix("said/")
    assert "&lt;b&gt;Empty" in asker.get(said).content.decode()
    assert "&lt;b&gt;Empty" in browser.get("/rollouts/support/").content.decode()
    assert "1 colleague asks for help" in words(browser.get("/rollouts/due/"))
    for who in (other, english(client_of(many[6]))):
        assert who.get(said).status_code == 403
        assert who.post(f"{address}answer/", {"text": "x"}).status_code == 403
        assert who.post(f"{address}close/").status_code == 403
        assert "Empty" not in words(who.get("/rollouts/support/"))

    browser.post(f"{address}answer/", {"text": "Reload the page."})

    assert "Reload the page." in words(asker.get(said))
    assert browser.post(f"{address}answer/", {"text": " "}).status_code == 409
    asker.post(f"{address}again/", {"text": "Still empty."})
    asker.post(f"{address}close/")
    assert SupportRequest.objects.get().state == "closed"
    common = {"question": "An empty draft?", "answer": "Reload."}
    assert asker.post(f"{address}for-all/", common).status_code == 403
    browser.post(f"{address}for-all/", common)
    assert "An empty draft?" in words(other.get(f"/rollouts/{rollout.public_id}/"))
    kept = CommonQuestion.objects.get()
    assert other.post(f"/rollouts/questions/{kept.public_id}/remove/").status_code == 403
    foreign = other.post(
        "/rollouts/support/",
        {"place": str(place.public_id), "urgency": "soon", "text": "Mine?"},
    )
    assert foreign.status_code == 422


def test_an_alarm_stands_on_today_until_somebody_says_what_is_done(
    browser, rollout, service, many, lene, client_of
):
    place = part(rollout, service)
    address = f"/rollouts/teams/{place.public_id}/"
    actions.watch_rollouts(at=timezone.now())
    assert "A phase is late: by" in words(browser.get("/rollouts/due/"))
    assert "A phase is late" in words(
        browser.get(f"/rollouts/of/{place.rollout.initiative.public_id}/")
    )
    outsider = english(client_of(make_colleague(Role.EMPLOYEE)))
    assert "Nothing waits" in words(outsider.get("/rollouts/due/"))
    assert browser.post(f"{address}alarm/", {"kind": "late", "note": " "}).status_code == 422

    browser.post(f"{address}alarm/", {"kind": "late", "note": "We began in May."})

    assert "Service A phase is late" not in words(browser.get("/rollouts/due/"))
    assert "We began in May." in words(browser.get(address))
    TeamRollout.objects.filter(pk=place.pk).update(starts_on=timezone.now().date())
    actions.watch_rollouts(at=timezone.now())
    assert "We began in May." not in words(browser.get(address))
    gone = browser.post(f"{address}alarm/", {"kind": "late", "note": "x"}, follow=True)
    assert "This alarm is over" in words(gone)


def test_the_same_is_begun_elsewhere_and_taken_back(browser, rollout, process, few, lene):
    kept = {"people": 6, "hours": 30.0, "times": 10.0, "minutes": 12.0}
    here, alike, alone = (
        audit.add_task(audit.Wanted(title=title), by=lene, at=MONDAY_9)
        for title in ("Answer questions on returns", "Answer applicants' questions", "Questions")
    )
    Task.objects.filter(pk=here.pk).update(process=process)
    Task.objects.filter(pk=alike.pk).update(team=few)
    round_ = audit.open_audit(
        "Spring", opens=MONDAY_9.date(), closes=MONDAY_9.date(), teams=[], by=lene, at=MONDAY_9
    )
    Figures.objects.create(audit=round_, task=alike, **kept)
    estimate(
        here,
        Expected(
            saved=Range(low=0.1, high=0.3), days=Range(low=2, high=4),
            money=Range(low=0, high=0), risk=2, part=Part.AUTOMATE,
        ),
        by=lene,
        at=MONDAY_9,
    )  # fmt: skip
    address = f"/rollouts/{rollout.public_id}/similar/"

    (found,) = elsewhere(rollout)
    shown = words(browser.get(address))

    assert (found.task, found.why.said) == (alike, ("Answer", "questions"))
    assert "Both are about “Answer”, “questions”." in shown
    assert "3.0 to 9.0 hours a week" in shown
    assert alone.title not in [one.task.title for one in elsewhere(rollout)]
    answer = browser.post(
        f"{address}begin/", {"task": str(alike.public_id), "like": str(here.public_id)}
    )
    made = Initiative.objects.get(name__startswith="Answer applicants' questions")
    assert str(made.public_id) in answer["Location"]
    assert (made.stage, made.process, made.owner) == ("poc", None, lene)
    assert [one.limit for one in made.stops.all()]
    browser.post(f"/rollouts/begun/{made.public_id}/take-back/")
    made.refresh_from_db()
    assert made.ended_at is not None


def test_programs_read_rollouts_and_ask_for_help(rollout, service, few, many, lene, client):
    token = make_token(colleague=many[5], name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    place = part(rollout, service)
    (one,) = client.get("/api/v1/rollouts").json()
    whole = client.get(f"/api/v1/rollouts/{one['id']}").json()
    assert [each["name"] for each in whole["teams"]] == ["Service", "Stock"]
    assert whole["teams"][0]["missing"][0]["need"] == "agents"
    assert len(whole["teams"][0]["phases"]) == 4
    said = {"of": str(place.public_id), "text": "Where is it?", "urgency": "can_wait"}

    made = client.post("/api/v1/support", said, content_type="application/json")

    assert made.status_code == 201
    assert made.json()["whose"] == "owner"
    elsewhere_ = {**said, "of": str(part(rollout, few).public_id)}
    assert (
        client.post("/api/v1/support", elsewhere_, content_type="application/json").status_code
        == 404
    )
    named = {**said, "text": "Ask Colleague 03."}
    refused = client.post("/api/v1/support", named, content_type="application/json")
    assert refused.status_code == 422
    mine = client.get("/api/v1/support").json()
    assert [len(mine["mine"]), len(mine["to_answer"])] == [1, 0]
    on = client.post(
        f"/api/v1/rollouts/teams/{place.public_id}/next", {}, content_type="application/json"
    )
    assert on.status_code == 403
    owner = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {owner}"
    on = client.post(
        f"/api/v1/rollouts/teams/{place.public_id}/next", {}, content_type="application/json"
    )
    assert (on.status_code, "change agent" in on.json()["detail"]) == (409, True)
    assert len(client.get("/api/v1/support").json()["to_answer"]) == 1
    assert Rollout.objects.count() == 1
