"""Somebody asks what is held of them: everything of theirs, and nothing of anybody else."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.management import call_command

from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.tenancy.actions import enter
from samspil.trust import actions
from samspil.trust.models import AccessRequest, Answer, Stage
from samspil.trust.queries import packs, requests
from samspil.work import actions as work
from samspil.work.models import Case
from tests.factories import MONDAY_9, make_case, make_colleague, make_process, make_team
from tests.pages import words

pytestmark = pytest.mark.usefixtures("home")

ME, OTHER = "kunde@example.com", "anden@example.net"
MINE = "My heat pump hums at night. Order 4711."
THEIRS = "Ring til mig på 20 30 40 50, hilsen Jens Jensen, jens@firma.dk"


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna Lund")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna), name="Service")


def decided(process, anna, text: str, *, sender: str, answer: str) -> Case:
    case = make_case(process, text, sender=sender)
    work.propose_and_route([case.pk], at=MONDAY_9)
    case.refresh_from_db()
    work.claim(case, by=anna, at=MONDAY_9)
    work.decide(case, answer=answer, topic=case.topic, by=anna, at=MONDAY_9)
    return Case.objects.get(pk=case.pk)


def asked(officer, address: str = ME) -> AccessRequest:
    made = actions.ask_access(
        address, received_on=MONDAY_9.date(), language="en", by=officer, at=MONDAY_9
    )
    actions.make_pack(made.public_id, at=MONDAY_9)
    made.refresh_from_db()
    return made


def opened(request: AccessRequest) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(packs().get(request.digest))) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def test_lr13_the_pack_holds_what_they_wrote_what_ai_proposed_and_what_was_decided(
    process, anna, officer
):
    decided(process, anna, MINE, sender=ME, answer="We come on Friday.")

    files = opened(asked(officer))

    held = json.loads(files["all.json"])
    assert [row["text"] for row in held["messages"]] == [MINE, "We come on Friday."]
    assert held["decisions"][0]["role"] == "reviewer"
    assert held["proposals"][0]["made_by"].startswith("triage")
    assert "decided" in held["cases"][0]["explanation"]
    assert {"The message arrived.", "Taken from the queue."} <= {
        row["what"] for row in held["journal"]
    }
    assert MINE in files["index.html"]
    assert MINE in files["messages.csv"]
    assert "Anna Lund" not in json.dumps(held)


def test_nothing_of_another_person_is_in_it(process, anna, officer):
    decided(process, anna, MINE, sender=ME, answer="We come on Friday.")
    decided(process, anna, THEIRS, sender=OTHER, answer="Dear Jens, it is paid.")

    together = "\n".join(opened(asked(officer)).values())

    for secret in (OTHER, "Jens", "20 30 40 50", "it is paid"):
        assert secret not in together


def test_what_others_wrote_in_the_same_case_is_disguised(process, anna, officer):
    case = decided(process, anna, MINE, sender=ME, answer="We come on Friday.")
    arrival = work.Arrival(text=THEIRS, sender=OTHER, sender_name="Jens Jensen")
    work.receive(arrival, case=case, at=MONDAY_9)

    together = "\n".join(opened(asked(officer)).values())

    assert MINE in together
    assert "another person" in together
    for secret in (OTHER, "Jens", "20 30 40 50", "jens@firma.dk"):
        assert secret not in together


def test_who_joined_anothers_case_reads_nothing_that_was_answered_to_them(process, anna, officer):
    case = decided(process, anna, THEIRS, sender=OTHER, answer="Your loan is refused.")
    work.receive(work.Arrival(text=MINE, sender=ME), case=case, at=MONDAY_9)

    held = json.loads(opened(asked(officer))["all.json"])

    assert MINE in [row["text"] for row in held["messages"]]
    assert [row["answer"] for row in held["decisions"]] == [""]
    assert held["cases"][0]["subject"] == ""


def test_nothing_of_another_organisation_is_in_it(process, anna, officer, other_organisation):
    with enter(other_organisation):
        theirs = make_process(team=make_team())
        make_case(theirs, "Secret of the other house", sender=ME)

    made = asked(officer)

    assert made.held["cases"] == 0
    assert "Secret of the other house" not in "\n".join(opened(made).values())
    with enter(other_organisation):
        assert requests() == []


def test_the_journal_knows_of_it_and_never_the_address(process, anna, officer):
    made = asked(officer)
    actions.note_fetched(made, by=officer, at=MONDAY_9)
    actions.note_answer(made, answer=Answer.SENT, said="By post", by=officer, at=MONDAY_9)

    entries = Entry.objects.filter(subject=str(made.public_id)).order_by("sequence")

    assert [one.event for one in entries] == [
        "access_asked", "access_pack_made", "access_pack_fetched", "access_answered",
    ]  # fmt: skip
    assert not [one for one in Entry.objects.all() if ME in one.facts]


def test_only_those_who_may_let_people_be_forgotten_see_and_make_it(officer, browser_of):
    for role in (Role.LEADER, Role.REVIEWER, Role.STAFF_REPRESENTATIVE):
        other = make_colleague(role)
        with pytest.raises(NotAllowed):
            asked(other)
        assert browser_of(other).get("/rights/access/").status_code == 403

    assert browser_of(officer).get("/rights/access/").status_code == 200


def test_a_pack_is_deleted_when_its_time_is_over_and_can_be_made_anew(officer):
    made = asked(officer)
    later = MONDAY_9 + timedelta(days=15)

    actions.sweep_packs(at=later)
    made.refresh_from_db()

    assert (made.stage, made.digest) == (Stage.EXPIRED, "")
    with pytest.raises(actions.NotMade):
        actions.note_fetched(made, by=officer, at=later)
    actions.make_anew(made, by=officer, at=later)
    actions.make_pack(made.public_id, at=later)
    assert AccessRequest.objects.get().stage == Stage.MADE


def test_a_pack_whose_file_is_gone_is_made_anew_from_what_is_held_now(process, anna, officer):
    made = asked(officer)
    decided(process, anna, MINE, sender=ME, answer="We come on Friday.")
    packs().drop(made.digest)

    actions.make_anew(made, by=officer, at=MONDAY_9)
    actions.make_pack(made.public_id, at=MONDAY_9)

    made.refresh_from_db()
    assert made.held["cases"] == 1
    assert MINE in opened(made)["index.html"]


def test_a_request_leaves_the_register_two_years_after_it_was_answered(officer):
    made = asked(officer)
    actions.note_answer(made, answer=Answer.NOTHING, said="", by=officer, at=MONDAY_9)

    actions.sweep_requests(at=MONDAY_9 + timedelta(days=730))
    assert AccessRequest.objects.exists()
    actions.sweep_requests(at=MONDAY_9 + timedelta(days=731))

    assert not AccessRequest.objects.exists()


def test_the_register_shows_what_is_due_and_what_is_late(officer, browser_of):
    asked(officer)

    page = words(browser_of(officer).get("/rights/access/"))

    assert ME in page
    assert "late" in page


def test_the_pack_is_fetched_as_a_file(officer, browser_of):
    made = asked(officer)
    AccessRequest.objects.update(expires_at=MONDAY_9 + timedelta(days=36500))

    answer = browser_of(officer).get(f"/rights/access/{made.public_id}/pack.zip")

    assert answer.content.startswith(b"PK")
    assert answer["Cache-Control"] == "private, no-store"


def test_the_command_writes_the_pack_and_the_register(process, anna, tmp_path, capsys):
    decided(process, anna, MINE, sender=ME, answer="We come on Friday.")
    file = tmp_path / "pack.zip"

    call_command("access_pack", ME, to=str(file))

    assert zipfile.is_zipfile(file)
    assert "Cases: 1" in capsys.readouterr().out
    assert AccessRequest.objects.get().by is None
