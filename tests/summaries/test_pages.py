"""The pages and the HTTP API of summaries, as people and programs use them."""

import csv
import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.governance.queries import origin
from samspil.summaries import actions, queries
from samspil.summaries.models import Point, Sort, State, Summary
from samspil.work.models import Case
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.summaries.conftest import SPECIFICATION


def upload():
    return SimpleUploadedFile("station.md", SPECIFICATION.encode())


def point(summary, sort):
    return Point.objects.filter(summary=summary, sort=sort).order_by("position").first()


def text_of(word: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(word)) as packed:
        return packed.read("word/document.xml").decode() + packed.read("docProps/core.xml").decode()


def test_a_file_is_asked_for_and_waits(english, emil):
    answer = english(emil).post("/summaries/new/", {"document": "", "chosen": upload()})

    made = Summary.objects.get()
    assert answer["Location"] == f"/summaries/{made.public_id}/"
    waiting = english(emil).get(answer["Location"]).content.decode()
    assert "The text is being read" in waiting
    assert 'hx-trigger="every 2s"' in waiting


@pytest.mark.parametrize("both", [True, False])
def test_either_a_document_or_a_file(english, emil, specification, both):
    chosen = {"document": str(specification.public_id), "chosen": upload()} if both else {}

    answer = english(emil).post("/summaries/new/", {"document": "", **chosen})

    assert answer.status_code == 422
    assert Summary.objects.count() == 0


def test_a_documents_summary_leads_to_its_marked_place(english, emil, specification):
    client = english(emil)
    client.post("/summaries/new/", {"document": str(specification.public_id)})
    made = Summary.objects.get()
    actions.make(made.pk, at=MONDAY_9)

    page = client.get(f"/summaries/{made.public_id}/").content.decode()
    shown = queries.sheet_of(Summary.objects.select_related("document").get()).sections[0].points[0]
    place = client.get(shown.where).content.decode()

    assert shown.where.replace("&", "&amp;") in page
    assert "Made by AI" in page
    marked = place.partition("<mark>")[2].partition("</mark>")[0]
    assert " ".join(marked.split()) == shown.point.text


def test_a_files_summary_leads_to_its_marked_place_too(english, emil, summarise):
    summary = summarise()
    shown = queries.sheet_of(summary).sections[0].points[0]

    place = english(emil).get(shown.where).content.decode()

    marked = place.partition("<mark>")[2].partition("</mark>")[0]
    assert " ".join(marked.split()) == shown.point.text


def test_facts_can_be_narrowed(english, emil, summarise):
    summary = summarise()

    page = english(emil).get(f"/summaries/{summary.public_id}/facts/?sort=amount").content.decode()

    assert "250.000 kroner" in page
    assert "R-1" not in page


def test_a_person_corrects_minutes_and_can_undo(english, emil, meeting):
    summary = meeting()
    client, here = english(emil), f"/summaries/{summary.public_id}/"
    action = point(summary, Sort.ACTION)
    change = f"{here}points/{action.public_id}/"

    client.post(change, {"text": "Bo calls them.", "owner": "Bo", "due": "2027-05-01"})
    client.post(f"{here}add/question/", {"text": "Who brings the cake?"})
    client.post(f"{here}points/{point(summary, Sort.DECISION).public_id}/drop/")
    page = client.get(here).content.decode()

    action.refresh_from_db()
    assert (action.text, action.owner, action.due) == ("Bo calls them.", "Bo", date(2027, 5, 1))
    assert action.said == "I will write to all of the customers by Friday."
    assert "Who brings the cake?" in page
    assert "move the launch" not in page
    client.post(f"{here}points/{point(summary, Sort.DECISION).public_id}/back/")
    assert "move the launch" in client.get(here).content.decode()


def test_points_change_places_and_the_first_stays_first(emil, meeting):
    summary = meeting()
    for text in ("Second?", "Third?"):
        actions.add_point(
            summary, sort=Sort.QUESTION, wording=actions.Wording(text=text), by=emil, at=MONDAY_9
        )
    first, second, third = Point.objects.filter(sort=Sort.QUESTION).order_by("position")

    actions.move_point(third, up=True, by=emil, at=MONDAY_9)
    actions.move_point(first, up=True, by=emil, at=MONDAY_9)

    order = list(Point.objects.filter(sort=Sort.QUESTION).order_by("position"))
    assert order == [first, third, second]


def test_who_has_checked_it_is_said_until_something_changes(english, emil, meeting):
    summary = meeting()
    client, here = english(emil), f"/summaries/{summary.public_id}/"

    client.post(f"{here}approve/")

    assert "checked by Emil Ansat" in client.get(here).content.decode()
    assert "approved=person" in client.get(f"{here}save/md/").content.decode()
    lists = (Sort.DECISION, Sort.ACTION, Sort.QUESTION)
    assert origin("\n".join(point(summary, sort).text for sort in lists)).approved
    client.post(f"{here}add/decision/", {"text": "We meet on Monday."})
    assert "Nobody has checked it" in client.get(here).content.decode()


def test_word_and_markdown_carry_the_mark_for_people_and_for_programs(english, emil, summarise):
    here = f"/summaries/{summarise().public_id}/save/"
    client = english(emil)

    word = text_of(client.get(f"{here}docx/").content)
    markdown = client.get(f"{here}md/").content.decode()

    for text in (word, markdown):
        assert "Made by AI" in text
        assert "trainedAlgorithmicMedia" in text
        assert "/verify/" in text
        assert "40 litres" in text
    assert origin(markdown).chosen > 0


def test_actions_are_a_table_that_no_spreadsheet_takes_for_a_program(english, emil, meeting):
    summary = meeting()
    actions.add_point(
        summary, sort=Sort.ACTION, wording=actions.Wording(text="=cmd()"), by=emil, at=MONDAY_9
    )

    said = english(emil).get(f"/summaries/{summary.public_id}/save/csv/").content.decode()

    rows = list(csv.reader(io.StringIO(said.lstrip("\ufeff")), delimiter=";"))
    assert rows[0] == ["What", "Who", "By when", "Said at"]
    assert rows[1][1] == "Bo Lind"
    assert rows[2][0] == "'=cmd()"


def test_an_action_becomes_a_case_once(english, lene, meeting, emil):
    summary = meeting()
    process = make_process(name="Office")
    action = point(summary, Sort.ACTION)
    there = f"/summaries/{summary.public_id}/points/{action.public_id}/case/"

    assert english(emil).post(there, {"process": str(process.public_id)}).status_code == 403
    Summary.objects.filter(pk=summary.pk).update(ordered_by=lene)
    for _time in range(2):
        english(lene).post(there, {"process": str(process.public_id)})

    case = Case.objects.get()
    action.refresh_from_db()
    assert action.case == case.public_id
    assert "Who: Bo Lind" in case.messages.get().text


def test_a_text_is_shown_as_text_and_never_run(english, emil, meeting):
    summary = meeting("a.txt", "Anna: We have decided to buy <script>alert(1)</script> two pumps.")

    page = english(emil).get(f"/summaries/{summary.public_id}/").content.decode()

    assert "<script>alert(1)" not in page


def test_a_removed_summary_comes_back(english, emil, summarise):
    summary = summarise()
    client, here = english(emil), f"/summaries/{summary.public_id}/"

    client.post(f"{here}remove/")
    assert client.get(here).status_code == 404
    client.post(f"{here}restore/")
    assert client.get(here).status_code == 200


def test_somebody_elses_file_is_not_there(english, lene, summarise):
    here = f"/summaries/{summarise().public_id}/"

    for address in (here, f"{here}text/", f"{here}facts/", f"{here}save/docx/"):
        assert english(lene).get(address).status_code == 404
    assert english(lene).post(f"{here}remove/").status_code == 404


def test_the_page_costs_the_same_for_one_point_as_for_many(english, emil, meeting):
    few = meeting("a.txt", "Anna: We have decided to buy two pumps.")
    many = meeting("b.txt", "".join(f"Anna: We have decided to buy {n} pumps.\n" for n in range(9)))
    client = english(emil)
    client.get(f"/summaries/{few.public_id}/")

    counts = []
    for summary in (few, many):
        with CaptureQueriesContext(connection) as caught:
            client.get(f"/summaries/{summary.public_id}/")
        counts.append(len(caught))

    assert counts[0] == counts[1]


def test_the_command_line_says_it_at_once_and_keeps_nothing(organisation, tmp_path, capsys):
    file, out = tmp_path / "station.md", tmp_path / "short.docx"
    file.write_text(SPECIFICATION)

    call_command("summarise", str(file), "--length", "short")
    call_command("summarise", str(file), "--out", str(out))

    assert "# Pump station" in capsys.readouterr().out
    assert "40 litres" in text_of(out.read_bytes())
    assert Summary.objects.count() == 0


@pytest.mark.parametrize(("name", "text"), [("a.md", "One."), ("none.md", None), ("a.vtt", "")])
def test_the_command_line_says_what_is_wrong(organisation, tmp_path, name, text):
    file = tmp_path / name
    if text is not None:
        file.write_text(text)

    with pytest.raises(CommandError):
        call_command("summarise", str(file))


def test_a_summary_that_failed_says_why_in_the_readers_language(english, emil):
    given = actions.Given(name="a.md", content=b"One.")
    made = actions.order_of_file(given, by=emil, at=MONDAY_9)
    actions.make(made.pk, at=MONDAY_9)
    made.refresh_from_db()

    page = (
        english(emil)
        .get(f"/summaries/{made.public_id}/", headers={"Accept-Language": "da"})
        .content.decode()
    )

    assert made.state == State.FAILED
    assert "ingen hele sætninger" in page


def test_everybody_may_have_something_summarised(english, organisation):
    for role in Role:
        assert english(make_colleague(role)).get("/summaries/").status_code == 200
