"""The board, one initiative and the API show what a gate waits for, and open it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.allocation.actions import Said, judge
from samspil.audit.actions import Wanted, add_task
from samspil.core.pipeline.stages import Stage
from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.pipeline import actions
from samspil.pipeline.models import Drill, Initiative
from samspil.pipeline.queries import initiative_at
from tests.allocation.conftest import FREE, ROUTINE
from tests.factories import MONDAY_9, make_colleague, make_verified
from tests.pages import english, words

pytestmark = pytest.mark.either


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


@pytest.fixture
def coming(ready):
    """The initiative with a time frame that is open whenever the tests run."""
    Initiative.objects.update(ends_on=timezone.now().date() + timedelta(days=90))
    return initiative_at(ready.public_id)


def test_an_idea_is_written_down_and_its_gate_says_what_is_missing_with_the_way_there(
    browser, lene, process
):
    answer = browser.post(
        "/initiatives/new/",
        {
            "name": "An idea", "aim": "Less typing.", "owner": str(lene.public_id),
            "process": str(process.public_id), "pilot_model": "collaborative", "pilot_first": 20,
            "scale_model": "collaborative", "scale_first": 5, "drill_every": 90, "stop_errors": 5,
        },
    )  # fmt: skip

    shown = browser.get(answer["Location"])
    assert "There is no baseline of at least 20 cases before AI: it is of 0." in words(shown)
    assert f'href="/measures/{process.public_id}/"' in shown.content.decode()
    assert f'href="/uses/{process.public_id}/"' in shown.content.decode()
    assert "stops above 5 in 100" in words(shown)
    assert "8 things are missing before Pilot" in words(browser.get("/initiatives/"))


def test_an_initiative_begins_with_what_is_known_of_a_task(browser, lene, process):
    task = add_task(Wanted(title="Sort <returns>", process=process), by=lene, at=MONDAY_9)
    judge(task, Said(criteria=ROUTINE, touch=FREE), by=lene, at=MONDAY_9)
    here = browser.get(f"/allocation/tasks/{task.public_id}/").content.decode()
    begun = f"/initiatives/new/?task={task.public_id}"

    shown = browser.get(begun).content.decode()

    assert f'href="{begun}"' in here
    assert 'value="Sort &lt;returns&gt;"' in shown
    assert f'<option value="{process.public_id}" selected>' in shown
    assert "AI proposes, and a person decides each time." in shown
    assert 'name="stop_agreement" value="70"' in shown
    assert not Initiative.objects.exists()


@pytest.mark.parametrize("task", ["x", "019b0000-0000-7000-8000-000000000000"])
def test_of_no_task_no_initiative_begins(browser, task):
    assert browser.get(f"/initiatives/new/?task={task}").status_code == 404


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ends_on": "2026-01-01", "starts_on": "2026-02-01"}, "The last day comes before"),
        ({"evaluator": "owner"}, "Somebody else has to evaluate it."),
        ({"drill_every": 200}, "Ensure this value is less than or equal to 90."),
        ({"agreement": 101}, "Ensure this value is less than or equal to 100."),
        ({"stop_complaints": "nan"}, "Enter a number."),
    ],
)
def test_a_plan_that_does_not_fit_is_named_and_not_kept(browser, lene, changed, said):
    plan = {
        "name": "An idea", "aim": "Less typing.", "owner": str(lene.public_id),
        "pilot_model": "collaborative", "pilot_first": 20, "scale_model": "collaborative",
        "scale_first": 5, "drill_every": 90,
    }  # fmt: skip
    told = {key: plan.get("owner") if value == "owner" else value for key, value in changed.items()}

    answer = browser.post("/initiatives/new/", {**plan, **told})

    assert answer.status_code == 422
    assert said in words(answer)
    assert not Initiative.objects.exists()


def test_the_gate_opens_by_page_and_is_undone_by_page(coming, browser, process):
    address = f"/initiatives/{coming.public_id}/"
    assert "Everything is there." in words(browser.get(address))

    browser.post(f"{address}open/")

    assert initiative_at(coming.public_id).stage == Stage.PILOT
    process.refresh_from_db()
    assert process.organisation_model == "complementary"
    assert "It is in Pilot now" in words(browser.get(address))
    shut = browser.post(f"{address}open/")
    assert shut.status_code == 409
    assert "People have verified 0 of 50 cases." in words(shut)
    browser.post(f"{address}back/")
    process.refresh_from_db()
    assert process.organisation_model == "collaborative"


def test_others_read_it_and_find_no_buttons(coming, client_of):
    reader = english(client_of(make_colleague(Role.EMPLOYEE)))
    address = f"/initiatives/{coming.public_id}/"

    shown = words(reader.get(address))

    assert "Let it into Pilot" not in shown
    assert "Whoever shares out work and changes processes lets it through." in shown
    for deed in ("open", "back", "drill", "noted", "evaluate", "end", "change"):
        assert reader.post(f"{address}{deed}/").status_code == 403
    assert initiative_at(coming.public_id).stage == Stage.POC


def test_a_stop_stands_on_today_until_somebody_looked_at_it(coming, browser, process, client_of):
    now = timezone.now()
    address = f"/initiatives/{coming.public_id}/"
    browser.post(f"{address}open/")
    make_verified(process, n=20, wrong=14, at=now + timedelta(seconds=5))
    actions.watch_stops(at=now + timedelta(seconds=6))

    assert "Returns sorted by AI was stopped by itself" in words(browser.get("/initiatives/due/"))
    shown = words(browser.get(address))
    assert "about 30 in 100 (14 to 52 in 100), n = 20; the limit is 60 in 100." in shown
    outsider = english(client_of(make_colleague(Role.EMPLOYEE)))
    assert "Nothing waits" in words(outsider.get("/initiatives/due/"))

    browser.post(f"{address}noted/")

    assert "was stopped by itself" not in words(browser.get("/initiatives/due/"))
    assert "Lene Krogh looked at it." in words(browser.get(address))


def test_a_drill_that_is_due_is_shown_and_made_by_page(coming, browser):
    address = f"/initiatives/{coming.public_id}/"
    actions.open_gate(coming, by=coming.owner, at=MONDAY_9)
    Initiative.objects.update(live_at=timezone.now() - timedelta(days=15))
    assert "was to be tested by" in words(browser.get("/initiatives/due/"))
    assert "test of the stop is due" in words(browser.get("/initiatives/"))

    browser.post(f"{address}drill/")

    assert Drill.objects.get().passed
    assert "was to be tested by" not in words(browser.get("/initiatives/due/"))
    assert "real work went on as it was" in words(browser.get(address))


def test_programs_read_gates_and_open_them(coming, client, lene):
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    address = f"/api/v1/initiatives/{coming.public_id}"
    (one,) = client.get("/api/v1/initiatives").json()
    assert (one["stage"], one["into"], one["open"], one["missing"]) == ("poc", "pilot", True, [])
    assert client.post(f"{address}/drill").status_code == 409

    told = client.post(f"{address}/open").json()

    assert (told["stage"], told["into"], told["open"]) == ("pilot", "scale", False)
    assert [each["need"] for each in told["missing"]] == [
        "cases", "agreement", "drill", "evaluation",
    ]  # fmt: skip
    assert [each["measure"] for each in told["stops"]] == ["agreement", "complaints"]
    assert client.post(f"{address}/open").status_code == 409
    assert client.post(f"{address}/drill").json()["passed"]
    back = client.post(f"{address}/back", {}, content_type="application/json")
    assert back.json()["stage"] == "poc"
    again = client.post(f"{address}/back", {}, content_type="application/json")
    assert again.status_code == 409


def test_whoever_evaluates_writes_it_by_page(coming, client_of, emil):
    evaluator = english(client_of(emil))
    address = f"/initiatives/{coming.public_id}/"
    assert evaluator.post(f"{address}evaluate/", {"evaluation": " "}).status_code == 422

    evaluator.post(f"{address}evaluate/", {"evaluation": "It saves time."})

    assert "It saves time. Emil Holm," in words(evaluator.get(address))


def test_the_plan_dates_what_is_to_be_done_and_goes_into_other_calendars(coming, browser, lene):
    Initiative.objects.update(starts_on=timezone.now().date() - timedelta(days=40))
    for number in range(3):
        actions.make_initiative(
            actions.Plan(name=f"Idea {number}", aim="x", owner=lene), by=lene, at=timezone.now()
        )

    shown = words(browser.get("/initiatives/plan/"))
    file = browser.get("/initiatives/plan.ics")

    assert "Measure what cases take now Returns sorted by AI Lene Krogh done" in shown
    assert "Begin the pilot Returns sorted by AI Lene Krogh late" in shown
    assert "Write what the pilot showed Returns sorted by AI Emil Holm" in shown
    assert shown.count("Idea 2") == 1
    assert file["Content-Type"] == "text/calendar; charset=utf-8"
    text = file.content.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 6 + 2 * 13
    assert f"UID:pilot-{coming.public_id}@samspil" in text


def test_programs_write_an_initiative_down_and_read_what_is_to_be_done(client, lene, process):
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    task = add_task(Wanted(title="Sort returns", process=process), by=lene, at=MONDAY_9)

    def begin(**said):
        return client.post("/api/v1/initiatives", said, content_type="application/json")

    made = begin(task=str(task.public_id), starts_on="2026-03-02")

    assert made.status_code == 201
    told = made.json()
    assert (told["name"], told["process"], told["stage"]) == (
        "Sort returns", str(process.public_id), "poc"
    )  # fmt: skip
    assert Initiative.objects.get().owner == lene
    plan = client.get("/api/v1/initiatives/plan").json()
    first = plan["items"][0]
    assert (first["initiative"], first["done"], first["phase"]) == (told["id"], False, "analysis")
    assert {one["who"] for one in plan["items"]} == {"Lene Krogh", None}
    nobody = str(lene.organisation.public_id)
    said = {"name": "x", "aim": "x"}
    backwards = {"starts_on": "2026-03-02", "ends_on": "2026-03-01"}
    refused = [{}, {"task": nobody}, said | {"owner": nobody}, said | backwards]
    assert [begin(**one).status_code for one in refused] == [422] * 4
    assert Initiative.objects.count() == 1
