"""Requests to be erased as pages, programs and files show them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.core.erasing import Asking, Came, Ground, Known, Refusal
from samspil.core.retention.holds import HoldOn
from samspil.core.roles import Role
from samspil.governance.actions import put_hold
from samspil.people.actions import make_token
from samspil.trust import actions
from samspil.trust.models import Erasure, Phase
from tests.factories import make_colleague, make_process, make_team
from tests.pages import english, words
from tests.trust.over import HERS, closed_in

pytestmark = [pytest.mark.either, pytest.mark.usefixtures("home")]

REGISTER = "/rights/erasures/"


@pytest.fixture
def visitor(officer, client_of):
    return english(client_of(officer))


@pytest.fixture
def hers(officer):
    """A closed case of hers."""
    process = make_process(team=make_team(officer), name="Service")
    return closed_in(process, by=officer, at=timezone.now())


def asked(officer, **more) -> Erasure:
    told = {"came": Came.MESSAGE, "known": Known.FROM_ADDRESS, "language": "da", **more}
    asking = Asking(address=HERS, received_on=timezone.localdate(), **told)
    return actions.ask_erasure(asking, by=officer, at=timezone.now())


def page_of(one: Erasure) -> str:
    return f"{REGISTER}{one.public_id}/"


def test_only_owner_and_data_protection_open_it(officer, hers, client_of):
    pages = [REGISTER, "/rights/erasures.csv", page_of(asked(officer))]
    for role in (Role.LEADER, Role.HR, Role.STAFF_REPRESENTATIVE, Role.OPERATOR):
        visitor = client_of(make_colleague(role))
        assert [visitor.get(page).status_code for page in pages] == [403] * len(pages)
        assert "late" not in words(visitor.get("/rights/due/"))

    assert [client_of(officer).get(page).status_code for page in pages] == [200] * len(pages)


def test_lr13_a_person_is_looked_at_known_erased_and_answered_on_the_pages(hers, visitor):
    today = timezone.localdate().isoformat()
    first = {"address": HERS, "received_on": today, "came": "phone", "language": "da"}
    seen = words(visitor.post(REGISTER, first, follow=True))
    one = Erasure.objects.get()
    assert "Cases to be emptied 1" in seen
    assert "Erase for good" not in seen
    assert "bekræfte det fra den adresse" in seen

    assert "Erase for good" in words(
        visitor.post(f"{page_of(one)}known/", {"known": "asked_back"}, follow=True)
    )
    wrong = visitor.post(f"{page_of(one)}begin/", {"typed": "other@example.com"})
    assert (wrong.status_code, "not the address" in words(wrong)) == (422, True)
    seen = words(visitor.post(f"{page_of(one)}begin/", {"typed": HERS}, follow=True))
    assert "It is being erased." in seen
    second = words(
        visitor.post(f"{page_of(one)}refuse/", {"ground": "claims", "why": "x"}, follow=True)
    )
    assert "begun or ended already" in second
    actions.erase(one.public_id, at=timezone.now())

    seen = words(visitor.get(page_of(one)))
    assert "Cases to be emptied 1" in seen
    assert "Vi har slettet det" in seen
    assert HERS not in seen + words(visitor.get(REGISTER))


def test_nothing_held_is_said_and_answered(officer, visitor):
    one = asked(officer)

    assert "Nothing is held under this address." in words(visitor.get(page_of(one)))
    visitor.post(f"{page_of(one)}begin/", {"typed": HERS})
    actions.erase(one.public_id, at=timezone.now())

    assert "har intet under den adresse" in words(visitor.get(page_of(one)))


def test_a_part_that_is_held_stays_with_article_reason_and_day(officer, hers, visitor):
    day = timezone.localdate() + timedelta(days=90)
    put_hold(
        HoldOn.CASE,
        str(hers.public_id),
        why="Unpaid.",
        review_on=day,
        by=officer,
        at=timezone.now(),
    )
    one = asked(officer)
    seen = words(visitor.get(page_of(one)))
    assert "a hold keeps all there is" in seen
    assert "Erase for good" not in seen
    closed_in(hers.process, by=officer, at=timezone.now())

    seen = words(visitor.get(page_of(one)))
    assert "Held: Unpaid." in seen
    assert "Erase all but what is held" in seen
    given = {"typed": HERS, "ground": "claims", "why": "En ubetalt regning."}
    visitor.post(f"{page_of(one)}begin/", given)
    actions.erase(one.public_id, at=timezone.now())

    seen = words(visitor.get(page_of(one)))
    assert "GDPR, Article 17(3)(e): It is needed" in seen
    assert "legal claims. En ubetalt regning." in seen
    assert "Du kan klage over det til Datatilsynet" in seen


def test_the_file_names_nobody(officer, visitor):
    one = asked(officer)
    refusal = Refusal(ground=Ground.EXCESSIVE, why=f"{HERS} asks daily.")
    actions.refuse_erasure(one, refusal, by=officer, at=timezone.now())

    file = visitor.get("/rights/erasures.csv").content.decode()

    assert "12(5)" in file
    assert str(one.public_id) in file
    assert HERS not in file
    assert "Dorte" not in file
    assert "daily" not in file


def test_today_reminds_of_what_is_late_and_of_what_did_not_finish(officer, visitor):
    assert "Nothing waits" in words(visitor.get("/rights/due/"))
    asked(officer)
    long_ago = timezone.localdate() - timedelta(days=40)
    Erasure.objects.update(due_on=long_ago, phase=Phase.FAILED)

    seen = words(visitor.get("/rights/due/"))

    assert "1 request about a person's data is late." in seen
    assert "1 erasure was begun and is not finished." in seen
    assert "It was begun and is not finished." in words(visitor.get(page_of(Erasure.objects.get())))


def test_a_program_does_the_same_and_is_refused_the_same(officer, hers, client):
    token = make_token(colleague=officer, name="sync", at=timezone.now())

    def send(method: str, address: str, body=None):
        answer = getattr(client, method)(
            f"/api/v1/erasures{address}", data=body or {}, content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )  # fmt: skip
        return answer.status_code, answer.json()

    given = {"address": HERS, "received_on": timezone.localdate().isoformat(), "came": "letter"}
    code, made = send("post", "", given)
    assert (code, made["phase"], send("post", "", given)[0]) == (201, "asked", 409)
    one = f"/{made['id']}"
    assert send("get", f"{one}/look")[1]["held"]["cases"] == 1
    assert send("post", f"{one}/begin", {"address": HERS})[0] == 409
    assert send("put", f"{one}/known", {"known": "proved"})[0] == 200
    assert send("post", f"{one}/begin", {"address": HERS})[1]["phase"] == "running"
    actions.erase(made["id"], at=timezone.now())

    assert [row["phase"] for row in send("get", "")[1]] == ["done"]
    assert send("get", f"{one}/look")[0] == 409
