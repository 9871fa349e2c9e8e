"""The pages of who does which task."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samspil.allocation.actions import UnfitCriteria, bring_criteria, choose
from samspil.allocation.models import Judgement, Move
from samspil.allocation.queries import criteria_rows
from samspil.audit.models import Audit, Figures
from samspil.core.allocation.divisions import Division
from tests.allocation.conftest import listed
from tests.factories import MONDAY_9
from tests.pages import english, words


@pytest.fixture
def leader(client_of, lene):
    return english(client_of(lene))


def test_a_task_is_dragged_for_a_reason_and_put_back(leader, invoices):
    address = f"/allocation/tasks/{invoices.public_id}/place/"
    there = {"creative": "80", "contact": "90", "matrix": "1"}

    assert leader.post(address, there).status_code == 422
    assert leader.post(address, {**there, "why": "Suppliers call."})["Location"] == "/allocation/"
    move = Move.objects.get()
    assert (move.creative, move.contact, move.why) == (0.8, 0.9, "Suppliers call.")
    assert 'data-x="80.0" data-y="90.0"' in leader.get("/allocation/").content.decode()

    leader.post(f"/allocation/moves/{move.public_id}/undo/")
    assert 'data-x="80.0"' not in leader.get("/allocation/").content.decode()


def test_a_place_outside_the_picture_is_refused(leader, invoices):
    address = f"/allocation/tasks/{invoices.public_id}/place/"

    for wrong in ("-1", "101", "nan", "x", ""):
        answer = leader.post(address, {"creative": wrong, "contact": "5", "why": "x"})
        assert answer.status_code == 422
    assert not Move.objects.exists()


def test_a_task_gives_its_reasons_in_order(leader, invoices):
    page = leader.get(f"/allocation/tasks/{invoices.public_id}/").content.decode()

    said = ["The law caps nothing here.", "Nothing has been measured yet", "of 100 points for AI"]
    places = [page.index(one) for one in said]
    assert places == sorted(places)


def test_what_is_said_of_a_task_is_kept(leader, lene):
    task = listed("Answer applicants", by=lene)
    said = {"rules": "4", "empathy": "5", "data": "2", "about": "applicants", "decides": "yes"}

    leader.post(f"/allocation/tasks/{task.public_id}/judge/", said)

    kept = Judgement.objects.get()
    assert kept.criteria == {"rules": 4, "empathy": 5, "data": 2}
    assert (kept.about, kept.decides, kept.feels) == ("applicants", True, None)


def test_who_only_sees_finds_nothing_to_change(client_of, emil, invoices):
    there = client_of(emil)

    page = there.get(f"/allocation/tasks/{invoices.public_id}/").content.decode()

    assert "<textarea" not in page
    assert "data-moves" not in there.get("/allocation/").content.decode()
    assert there.post(f"/allocation/tasks/{invoices.public_id}/back/").status_code == 403


def test_names_of_tasks_are_never_markup(leader, lene, invoices):
    listed("<script>alert(1)</script>", by=lene)
    choose(invoices, Division.PERSON_ALONE, why="<b>So</b>", by=lene, at=MONDAY_9)

    for address in ("/allocation/", f"/allocation/tasks/{invoices.public_id}/"):
        page = leader.get(address).content
        assert b"<script>alert" not in page
        assert b"<b>So" not in page


def test_criteria_that_are_saved_can_be_brought_back(lene, invoices):
    table = "\n".join(";".join(row) for row in criteria_rows()).encode()
    Judgement.objects.update(criteria={}, about="")

    assert bring_criteria(BytesIO(table), by=lene, at=MONDAY_9) == 1

    kept = Judgement.objects.get()
    assert kept.criteria["rules"] == 5
    assert (kept.about, kept.decides) == ("nobody", False)


def test_a_table_with_faults_names_every_row_and_changes_nothing(lene, invoices):
    known = invoices.public_id
    rows = (
        "id;rules;about;decides", f"{known};2;;", "x;3;;", f"{known};3;;", f"{known};9;;",
        f"{known};3;everybody;", f"{known};3;;perhaps", f"{known};nan;;",
    )  # fmt: skip

    with pytest.raises(UnfitCriteria) as why:
        bring_criteria(BytesIO("\n".join(rows).encode()), by=lene, at=MONDAY_9)

    assert [one[:6] for one in why.value.faults] == [f"Row {n}:" for n in range(3, 9)]
    assert Judgement.objects.get().criteria["rules"] == 5


def test_a_file_without_ids_says_where_to_begin(leader):
    file = SimpleUploadedFile("tasks.csv", b"task;rules\nBook;5\n")

    page = leader.post("/allocation/criteria/", {"file": file})

    assert page.status_code == 422
    assert "begin with the file that is saved here" in page.content.decode()


def test_an_estimate_makes_a_task_a_candidate(leader, lene, invoices):
    audit = Audit.objects.create(
        name="x", opens=MONDAY_9.date(), closes=MONDAY_9.date(), by=lene, at=MONDAY_9,
        settled_at=MONDAY_9,
    )  # fmt: skip
    Figures.objects.create(audit=audit, task=invoices, people=5, hours=20, times=9, minutes=9)
    said = {
        "saved_low": "30", "saved_high": "50", "days_low": "5", "days_high": "15",
        "money_low": "0", "money_high": "0", "risk": "1", "part": "automate",
    }  # fmt: skip
    address = f"/allocation/tasks/{invoices.public_id}/estimate/"

    assert leader.post(address, {**said, "saved_high": "20"}).status_code == 422
    assert leader.post(address, {**said, "days_low": "nan"}).status_code == 422
    leader.post(address, said)

    page = words(leader.get("/allocation/portfolio/?hour=400"))
    assert "6.0 to 10.0 hours a week" in page
    assert "Even the careful estimate saves more hours" in page
    assert "month" in page
    assert "month" not in words(leader.get("/allocation/portfolio/?hour=nan"))
