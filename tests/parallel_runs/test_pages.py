"""Pages and the API: started, worked and read; nothing of AI's answer shows before its time."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from samspil.core.parallel_runs.people import Part
from samspil.core.roles import Role
from samspil.parallel_runs import actions
from samspil.parallel_runs.models import Pair, ParallelRun
from samspil.parallel_runs.queries import old_is_a
from samspil.people.actions import make_token
from samspil.work.models import Outgoing, Process, Proposal
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english, words
from tests.parallel_runs.conftest import DECIDED, arrive, new_way, old_way
from tests.parallel_runs.test_runs import many

pytestmark = pytest.mark.either
LATER = DECIDED + timedelta(minutes=30)


@pytest.fixture
def browser_of(client_of):
    return lambda colleague: english(client_of(colleague))


def test_a_leader_starts_a_run_and_undoes_it(browser_of, process, lene, nils, sara):
    browser = browser_of(lene)
    assert "Nothing has gone both ways yet" in words(browser.get("/parallel-runs/"))
    shown = browser.get(f"/parallel-runs/new/?process={process.public_id}")
    assert f'value="{process.public_id}" selected' in shown.content.decode()
    said = {
        "process": str(process.public_id), "share": 50, "most": 40, "idle": 30,
        "new": [str(nils.public_id)], "settles": [str(sara.public_id)],
    }  # fmt: skip

    for wrong, told in (
        ({"most": "", "until": ""}, "Say after how many cases, or on which day, it ends."),
        ({"share": 0}, "greater than or equal to 1"),
        ({"share": 101}, "less than or equal to 100"),
        ({"idle": "nan"}, "whole number"),
        ({"new": ["nobody"]}, "Select a valid choice"),
        ({"settles": [str(nils.public_id)]}, "It takes three different people"),
    ):
        answer = browser.post("/parallel-runs/new/", {**said, **wrong})
        assert answer.status_code == 422
        assert told in words(answer)
    assert not ParallelRun.objects.exists()
    made = browser.post("/parallel-runs/new/", said)
    page = words(browser.get(made["Location"]))
    assert "50 of 100 cases that arrive" in page
    assert "No case has gone both ways yet." in page
    assert browser.post(f"{made['Location']}take-back/").status_code == 302
    assert not ParallelRun.objects.exists()


def gives_away(response, case, *more: str) -> list[str]:
    """What of AI's answer stands in the response, beside the list of all topics to choose from."""
    sent = b"".join(response) if response.streaming else response.content
    text = re.sub(r"<select.*?</select>", "", sent.decode(), flags=re.DOTALL)
    proposal = Proposal.objects.get(case=case)
    told = ["Delivery status", str(proposal.options[0]["confidence"]), "is-best", *more]
    told += [one for one in proposal.draft.splitlines() if len(one) > 20]
    return [one for one in told if one in text]


OF_THE_CASE = [
    "/work/{id}/", "/work/{id}/history/", "/work/{id}/print/", "/work/{id}/case.json", "/work/",
    "/work/search/?q=heat", "/work/export.csv?column=subject&column=topic&column=route",
    "/journal/",
]  # fmt: skip
OF_THE_RUN = [
    "/parallel-runs/", "/parallel-runs/{run}/", "/parallel-runs/due/",
    "/parallel-runs/{run}/results.csv", "/parallel-runs/cases/{pair}/sheet/",
]  # fmt: skip


def test_before_a_person_decided_nothing_of_ais_answer_shows_anywhere(
    browser_of, process, run, lene, olga, nils
):
    case = arrive(process)
    pair = Pair.objects.get()
    boss = make_colleague(Role.OWNER, Role.LEADER, Role.REVIEWER, name="Bo")
    named = {"id": case.public_id, "run": run.public_id, "pair": pair.public_id}

    for somebody in (olga, nils, boss):
        browser = browser_of(somebody)
        browser.post(f"/parallel-runs/{run.public_id}/next/new/")
        for address in (*OF_THE_CASE, *OF_THE_RUN):
            assert gives_away(browser.get(address.format(**named)), case) == [], address
    token = make_token(colleague=boss, name="A program", at=MONDAY_9)
    for address in (f"/api/v1/cases/{case.public_id}", "/api/v1/cases", "/api/v1/parallel-runs"):
        answer = browser_of(boss).get(address, headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 200
        assert gives_away(answer, case, "delivery_status") == []
    shown = words(browser_of(olga).get(f"/work/{case.public_id}/"))
    assert "By lot this one goes both ways: a person decides it without AI's answer." in shown
    assert "Delivery status" in Proposal.objects.get(case=case).at_the_time["names"].get(
        "delivery_status", {}
    ).get("en", "")


def test_the_new_way_is_done_on_a_page_and_the_difference_is_settled_on_another(
    browser_of, process, run, olga, nils, sara
):
    case = arrive(process)
    now = timezone.now()
    Pair.objects.update(drawn_at=now)
    old_way(
        case, olga, topic="invoice_and_payment", answer="<b>Your bill</b> is here.",
        at=now - timedelta(minutes=1),
    )  # fmt: skip
    actions.follow_all(at=now)
    mine, other = browser_of(nils), browser_of(sara)
    assert "Do 1 case the new way" in words(mine.get("/parallel-runs/due/"))
    taken = mine.post(f"/parallel-runs/{run.public_id}/next/new/")
    address = taken["Location"]

    shown = mine.get(address).content.decode()
    assert "Your bill" not in shown
    assert "Delivery status" in shown
    assert browser_of(olga).get(address).status_code == 403
    assert other.get(address).status_code == 403
    refused = mine.post(address, {"topic": "delivery_status", "text": "CPR 010190-1234"})
    assert refused.status_code == 422
    assert "CPR 010190-1234" in refused.content.decode()
    mine.post(address, {"topic": "delivery_status", "text": "<i>Tomorrow</i>"})

    assert mine.get(address).status_code == 403
    assert "Settle 1 case that differs" in words(other.get(f"/parallel-runs/{run.public_id}/"))
    address = other.post(f"/parallel-runs/{run.public_id}/next/settles/")["Location"]
    shown = other.get(address).content.decode()
    assert "&lt;b&gt;Your bill&lt;/b&gt;" in shown
    assert "&lt;i&gt;Tomorrow&lt;/i&gt;" in shown
    assert str(case.public_id) not in shown
    assert other.post(address, {}).status_code == 422
    new = "b" if old_is_a(Pair.objects.select_related("run").get()) else "a"
    settled = other.post(address, {"choice": new})

    assert settled["Location"] == f"/work/{case.public_id}/"
    assert Pair.objects.get().right == "new"
    assert Outgoing.objects.count() == 1


def test_what_is_laid_aside_somebody_else_can_take(browser_of, process, run, olga, nils):
    old_way(arrive(process), olga)
    actions.take(run, Part.NEW, by=nils, at=LATER)
    pair = Pair.objects.get()

    browser_of(nils).post(f"/parallel-runs/cases/{pair.public_id}/give-back/")

    assert Pair.objects.get().holder is None
    assert browser_of(nils).get(f"/parallel-runs/cases/{pair.public_id}/sheet/").status_code == 403


def test_a_run_is_paused_goes_on_and_ends_by_page_and_others_find_no_buttons(
    browser_of, process, run, lene, olga
):
    arrive(process)
    address = f"/parallel-runs/{run.public_id}/"
    assert "Draw no more" not in words(browser_of(olga).get(address))
    assert browser_of(olga).post(f"{address}end/").status_code == 403
    browser = browser_of(lene)

    browser.post(f"{address}pause/")
    assert "Somebody paused it." in words(browser.get(address))
    browser.post(f"{address}resume/")
    browser.post(f"{address}end/")
    assert "Somebody brought it to an end." in words(browser.get(address))
    browser.post(f"{address}finish/")
    page = words(browser.get(address))

    assert "Somebody left it out when the run was brought to an end." in page
    assert "Draw no more" not in page


def over(run: ParallelRun, *, people: int) -> None:
    many(run, people=people)
    ParallelRun.objects.update(ended_at=MONDAY_9, ended_why="person", over_at=MONDAY_9, drawn=24)


def test_what_it_shows_stands_in_words_as_a_picture_and_in_files(browser_of, run, lene):
    over(run, people=5)
    browser = browser_of(lene)
    address = f"/parallel-runs/{run.public_id}/"

    page = browser.get(address)

    assert "Both ways came to the same answer about 92 in 100" in words(page)
    assert "The new way takes less time for the same cases" in words(page)
    assert "No difference in errors to be seen." in words(page)
    assert "it is taken to be right" in words(page)
    assert page.content.decode().count("<circle") >= 25
    table = browser.get(f"{address}results.csv").content.decode("utf-8-sig").splitlines()
    assert table[0].replace(";", ",") == "figure,value,low,high,cases"
    assert sum(line.startswith("difference") for line in table) == 24
    book = load_workbook(BytesIO(b"".join(browser.get(f"{address}results.xlsx"))))
    assert book.active is not None
    assert book.active.max_row == len(table)


def test_of_fewer_than_five_people_the_page_says_why_it_shows_less(browser_of, run, lene):
    over(run, people=4)
    browser = browser_of(lene)
    address = f"/parallel-runs/{run.public_id}/"

    page = words(browser.get(address))

    assert "Minutes and errors would tell of single people, so they are not shown" in page
    assert "minutes the old way" not in page
    assert "minutes" not in browser.get(f"{address}results.csv").content.decode()


def test_a_program_starts_reads_and_ends_a_run(client_of, process, lene, olga, nils, sara):
    token = make_token(colleague=lene, name="A program", at=MONDAY_9)
    door = {"headers": {"authorization": f"Bearer {token}"}, "content_type": "application/json"}
    client = client_of(olga)
    start = f"/api/v1/processes/{process.public_id}/parallel-runs"
    said = {
        "share": 100, "most": 5, "new_way": [str(nils.public_id)],
        "settles": [str(sara.public_id)],
    }  # fmt: skip

    wrong = client.post(start, {**said, "most": None, "new_way": [str(process.public_id)]}, **door)
    assert (wrong.status_code, wrong.json()["errors"][0]["where"]) == (422, "new_way")
    assert client.post(start, {**said, "most": None}, **door).status_code == 422
    assert client.post(start, {**said, "settles": said["new_way"]}, **door).status_code == 409
    made = client.post(start, said, **door)
    assert made.status_code == 201
    one = f"/api/v1/parallel-runs/{made.json()['id']}"
    old_way(arrive(process), olga)
    new_way(ParallelRun.objects.get(), nils)

    read = client.get(one, **door).json()

    assert (read["drawn"], read["shows"]["compared"], read["shows"]["missing"]) == (1, 1, 19)
    assert read["shows"]["agreement"]["value"] == 1.0
    assert read["shows"]["minutes"] is None
    assert client.post(f"{one}/pause", **door).json()["paused_at"]
    assert client.post(f"{one}/resume", **door).json()["paused_at"] is None
    assert client.post(f"{one}/end", **door).json()["over_at"]
    assert len(client.get("/api/v1/parallel-runs", **door).json()) == 1
    Process.objects.update(closed=True)
    assert client.get(one, **door).status_code == 200
