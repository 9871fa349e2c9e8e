"""LR11: papers made of what is known now: read, taken out, kept; by page, program and command."""

import hashlib
import io
from datetime import timedelta

import docx
import pypdfium2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from samspil.core.filings.asks import ASKS, Ask
from samspil.core.filings.content import OF_ALL, Paper
from samspil.core.filings.holdings import BESIDES, BY_RULE, Held
from samspil.core.floors import Floor
from samspil.core.retention.categories import WORDS, Category
from samspil.core.roles import NotAllowed, Role
from samspil.governance.actions import set_period
from samspil.journal.models import Entry
from samspil.people.actions import make_token, note_training
from samspil.tenancy.actions import enter
from samspil.trust import actions
from samspil.trust.access import FOR_ALL, readable
from samspil.trust.models import Format, KeptPaper, Statement
from samspil.trust.queries import papers as queries
from samspil.uses.models import Use
from samspil.work.models import Topic
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.governance.serving import make_server
from tests.pages import words

pytestmark = [pytest.mark.either, pytest.mark.usefixtures("home")]


@pytest.fixture
def anna(organisation):
    """Who answers for uses, in a company with a process, one of HR and a language model."""
    anna = make_colleague(Role.DATA_PROTECTION, name="Anna Østergård")
    team = make_team(anna, name="Første linje")
    make_process(team=team, name="Kundeservice")
    decides_about_people(make_process(team=team, starter="hr", name="Personale"))
    make_server(anna)
    return anna


def decides_about_people(process, *, narrow=""):
    """Of high risk, as long as nobody says what people decide by it, or that an exception holds."""
    Topic.objects.filter(pk=process.topics.first().pk).update(floor=Floor.PEOPLE)
    Use.objects.filter(thing=process.public_id).update(answers={}, narrow=narrow)


def record_of(organisation):
    return queries.filing_at(Paper.RECORD, organisation.public_id, now=MONDAY_9)


def read(content: bytes, form: str) -> str:
    if form == "pdf":
        pages = pypdfium2.PdfDocument(content)
        text = " ".join(page.get_textpage().get_text_range() for page in pages)
    else:
        opened = docx.Document(io.BytesIO(content))
        cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
        text = " ".join([*(one.text for one in opened.paragraphs), *cells])
    return " ".join(text.split())


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_in_each_language_and_format_holds_what_is_known_and_what_is_missing(
    anna, organisation, paper
):
    hostile = "Nordlys #A/S* <b>$x$</b>"
    actions.state(organisation.public_id, {Ask.CONTROLLER: hostile}, by=anna, at=MONDAY_9)
    if paper is Paper.EXCEPTION:
        process = make_process(team=make_team(anna), starter="hr", name="Vagter")
        decides_about_people(process, narrow="prepares")
    found = queries.rows([paper], now=MONDAY_9)
    of_process = [one for one in found if one.filing.named in ("Personale", "Vagter")]
    filing = (of_process or found)[-1].filing

    for language, form in (("da", Format.PDF), *((one, Format.DOCX) for one in ("da", "de", "en"))):
        with override(language):
            title = queries.title_of(paper)
            missing = [one.words for one in queries.missing_rows(filing)]
        text = read(queries.written(filing, language=language, form=form, at=MONDAY_9), form)
        assert title in text
        assert [one for one in missing if " ".join(one.split()) not in text] == []
        assert [one for one in filing.parts if one.article not in text] == []
        assert "{" not in text
    assert all(one.article and one.blocks for one in filing.parts)


def test_what_is_typed_and_known_here_stands_in_the_record(anna, organisation):
    hostile = "Nordlys #A/S* <b>$x$</b>"
    actions.state(organisation.public_id, {Ask.CONTROLLER: hostile}, by=anna, at=MONDAY_9)

    for form in Format:
        made = queries.written(record_of(organisation), language="da", form=form, at=MONDAY_9)
        text = read(made, form)
        missing = [one for one in (hostile, "Kundeservice", "Første linje") if one not in text]
        assert missing == []


def test_every_kind_of_data_that_a_rule_keeps_stands_in_the_record(anna, organisation):
    filing = record_of(organisation)

    text = read(queries.written(filing, language="en", form=Format.DOCX, at=MONDAY_9), "docx")

    told = {*BESIDES, *BY_RULE.values(), Category.CUSTOMERS, Category.EMPLOYEES}
    assert told == set(Category)
    assert [WORDS[one] for one in BESIDES if WORDS[one] not in text] == []


def test_nothing_of_another_organisation_stands_in_it(anna, organisation, other_organisation):
    with enter(other_organisation):
        make_process(name="Hemmelig afdeling")

    text = read(
        queries.written(record_of(organisation), language="da", form=Format.DOCX, at=MONDAY_9),
        "docx",
    )

    assert "Hemmelig afdeling" not in text


def test_what_is_said_replaces_what_was_missing_and_can_be_taken_back(anna, organisation):
    about, before = organisation.public_id, len(record_of(organisation).missing)

    actions.state(about, {Ask.CONTROLLER: " Nordlys A/S "}, by=anna, at=MONDAY_9)
    actions.state(about, {Ask.CONTROLLER: "Nordlys A/S"}, by=anna, at=MONDAY_9)
    said = len(record_of(organisation).missing)
    actions.state(about, {Ask.CONTROLLER: ""}, by=anna, at=MONDAY_9)

    assert (before - said, len(record_of(organisation).missing)) == (1, before)
    assert Entry.objects.filter(event="paper_stated").count() == 2


@pytest.mark.parametrize(
    ("ask", "text"),
    [(Ask.NECESSITY, "x"), (Ask.PUBLIC_BODY, "perhaps"), (Ask.CONTROLLER, "x" * 4001)],
)
def test_what_cannot_be_said_is_refused(anna, organisation, ask, text):
    with pytest.raises(actions.BadStatement):
        actions.state(organisation.public_id, {ask: text}, by=anna, at=MONDAY_9)

    assert not Statement.objects.exists()


def test_others_say_nothing_and_read_only_what_is_for_all(anna, organisation, browser_of):
    watching = make_colleague(Role.STAFF_REPRESENTATIVE)
    browser, about = browser_of(watching), organisation.public_id

    with pytest.raises(NotAllowed):
        actions.state(about, {Ask.CONTROLLER: "x"}, by=watching, at=MONDAY_9)

    assert browser.get("/papers/").status_code == 200
    assert "Record of processing" not in words(browser.get("/papers/"))
    closed = [paper for paper in Paper if paper not in FOR_ALL]
    for paper in closed:
        for end in ("", "file/?language=en&format=pdf"):
            assert browser.get(f"/papers/{paper}/{about}/{end}").status_code == 403
    assert browser.get(f"/papers/say/{about}/").status_code == 403
    assert browser.post(f"/papers/record/{about}/keep/", {}).status_code == 403


def test_a_paper_is_read_said_taken_and_kept_at_the_browser(anna, organisation, browser_of):
    browser, about = browser_of(anna), organisation.public_id

    shown = words(browser.get(f"/papers/record/{about}/"))
    danish = browser.get(f"/papers/record/{about}/?language=da").content.decode()
    form = {ask.value: "" for ask in queries.asked_of(queries.subject_at(about))}
    browser.post(f"/papers/say/{about}/", form | {"controller": "Nordlys A/S"})
    again = words(browser.get(f"/papers/record/{about}/"))
    taken = browser.get(f"/papers/record/{about}/file/?language=da&format=pdf")
    nothing = browser.get(f"/papers/record/{about}/file/?language=xx&format=pdf")
    given = {"why": "Visit of the authority", "language": "da", "format": "docx"}
    browser.post(f"/papers/record/{about}/keep/", given)
    empty = browser.post(f"/papers/record/{about}/keep/", given | {"why": ""})

    assert "Still missing: Who is responsible" in shown
    assert "Nordlys A/S" in again
    assert "Fortegnelse over behandlingsaktiviteter" not in shown
    assert 'lang="da"' in danish
    assert "Hvad der opbevares, til hvad og hvor længe" in danish
    assert taken["Content-Type"] == "application/pdf"
    assert "Nordlys A/S" in read(taken.content, "pdf")
    assert "no-store" in taken["Cache-Control"]
    assert (nothing.status_code, empty.status_code) == (404, 422)
    assert "Visit of the authority" in words(browser.get(f"/papers/record/{about}/"))
    assert Entry.objects.filter(event="paper_taken").count() == 1


def test_a_kept_paper_stays_as_it_was_and_goes_after_ten_years(anna, organisation, browser_of):
    about = organisation.public_id
    kept = actions.keep_paper(
        record_of(organisation), about, why="Audit", language="en", form=Format.DOCX, by=anna,
        at=MONDAY_9,
    )  # fmt: skip
    actions.state(about, {Ask.CONTROLLER: "Nordlys A/S"}, by=anna, at=MONDAY_9)

    file = browser_of(anna).get(f"/papers/kept/{kept.public_id}/").content

    assert hashlib.sha256(file).hexdigest() == kept.fingerprint
    assert "Nordlys A/S" not in read(file, "docx")
    actions.sweep_papers(at=MONDAY_9 + timedelta(days=3600))
    assert KeptPaper.objects.exists()
    actions.sweep_papers(at=MONDAY_9 + timedelta(days=3660))
    assert not KeptPaper.objects.exists()


def test_a_use_has_the_papers_that_its_class_asks_for(anna):
    process = make_process(team=make_team(anna), starter="hr", name="Vagter")
    decides_about_people(process, narrow="prepares")
    rows = queries.rows(list(Paper), now=MONDAY_9)

    papers = {
        name: {one.filing.paper for one in rows if one.filing.named == name}
        for name in ("Kundeservice", "Personale", "Vagter")
    }

    high = {Paper.SHEET, Paper.NOTICE, Paper.ASSESSMENT, Paper.TECHNICAL}
    assert papers == {
        "Kundeservice": {Paper.SHEET},
        "Personale": high,
        "Vagter": high - {Paper.TECHNICAL} | {Paper.EXCEPTION},
    }


def test_staff_read_no_paper_that_weighs_risks(anna, organisation):
    watching = make_colleague(Role.STAFF_REPRESENTATIVE)

    assert set(readable(watching)) == FOR_ALL


def test_the_proof_of_learning_names_guidelines_and_trainings_and_judges_nobody(anna, organisation):
    note_training(anna, what="AI in HR", day=MONDAY_9.date(), by=anna, at=MONDAY_9)
    filing = queries.filing_at(Paper.LITERACY, organisation.public_id, now=MONDAY_9)

    text = read(queries.written(filing, language="en", form=Format.DOCX, at=MONDAY_9), "docx")

    assert "AI in HR" in text
    assert "Still missing: No guideline for staff holds yet." in text
    assert "Still missing: Nobody is named who watches over it." in text


def test_the_list_costs_the_same_for_more_processes(anna):
    def cost() -> int:
        with CaptureQueriesContext(connection) as counted:
            queries.rows(list(Paper), now=MONDAY_9)
        return len(counted)

    before = cost()
    for name in ("A", "B"):
        make_process(team=make_team(anna), name=name)

    assert cost() == before


def test_by_program_and_by_command(anna, organisation, client, tmp_path, capsys):
    token = make_token(colleague=anna, name="p", at=MONDAY_9)
    about, to = organisation.public_id, tmp_path / "record.docx"

    headers = {"Authorization": f"Bearer {token}"}
    rows = client.get("/api/v1/papers", headers=headers).json()
    file = client.get(f"/api/v1/papers/record/{about}?language=da", headers=headers)
    call_command("paper", "record", "--language", "da", "--format", "docx", "--to", str(to))

    assert {"about": str(about), "ask": "controller"}.items() <= rows[0]["missing"][0].items()
    assert "Kundeservice" in read(file.content, "pdf")
    assert "Kundeservice" in read(to.read_bytes(), "docx")
    with pytest.raises(CommandError, match="Say which with --use"):
        call_command("paper", "sheet", "--use", "nothing")


def test_the_record_says_how_long_data_is_kept_here(anna, organisation):
    for category, days in ((Category.CUSTOMERS, 90), (Category.CHATS, 7)):
        set_period(category, days, why="", by=anna, at=MONDAY_9)

    kept = {
        one.named or one.kind: queries.text_of(one.period) for one in queries.holding_ids().values()
    }

    assert kept["Kundeservice"].startswith("90 days after it was closed, then emptied")
    assert kept["Personale"].startswith("365 days after it was closed, then emptied")
    assert kept[Held.RIGHTS] == "730 days after it was answered, then deleted"
    assert kept[Held.DOCUMENTS] == "1 day after it was removed, then deleted"
    assert kept[Held.JOURNAL] == "without an end of its own"


def test_every_question_is_asked_about_something():
    assert set(ASKS) == set(Ask)
    assert set(OF_ALL) <= set(Paper)


def test_a_use_leads_to_its_own_papers(anna, organisation, browser_of):
    browser = browser_of(anna)
    about = next(one.about for one in queries.rows([Paper.SHEET], now=MONDAY_9))

    page = browser.get(f"/uses/{about}/").content.decode()
    own = browser.get("/papers/", {"about": about}).content.decode()

    assert f"/papers/?about={about}" in page
    assert f"/papers/sheet/{about}/" in own
    assert f"/papers/record/{organisation.public_id}/" not in own
    assert f"/papers/record/{organisation.public_id}/" in browser.get("/papers/").content.decode()
    nothing = words(browser.get("/papers/", {"about": "nothing"}))
    assert "The law asks for no paper about this." in nothing
