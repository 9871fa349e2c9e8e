"""Who agrees that a standard answer goes without a look, to what, and how long that holds."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.knowledge import actions
from samspil.knowledge.models import Secrecy
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.knowledge.standing import said
from tests.pages import english, words


@pytest.mark.parametrize(("role", "may"), [(Role.HR, False), (Role.EMPLOYEE, False),
                                           (Role.LEADER, True), (Role.OWNER, True)])  # fmt: skip
def test_only_the_owner_and_leaders_agree(lene, role, may):
    made = actions.make_standard(said(), by=lene, at=MONDAY_9)
    other = make_colleague(role)

    if may:
        actions.agree_to_alone(made, seen=1, by=other, at=MONDAY_9)
    else:
        with pytest.raises(NotAllowed):
            actions.agree_to_alone(made, seen=1, by=other, at=MONDAY_9)

    made.refresh_from_db()
    assert made.alone is may
    assert Entry.objects.filter(event="standard_alone_agreed").exists() is may


def test_nobody_agrees_to_what_they_did_not_read_or_what_is_not_for_customers(lene):
    made = actions.make_standard(said(secrecy=Secrecy.INTERNAL), by=lene, at=MONDAY_9)

    with pytest.raises(actions.BadStandard):
        actions.agree_to_alone(made, seen=1, by=lene, at=MONDAY_9)
    with pytest.raises(actions.StaleStandard):
        actions.agree_to_alone(made, seen=0, by=lene, at=MONDAY_9)


@pytest.fixture
def agreed(lene):
    made = actions.make_standard(said(), by=lene, at=MONDAY_9)
    actions.agree_to_alone(made, seen=1, by=lene, at=MONDAY_9)
    return made


def test_what_reads_otherwise_has_to_be_agreed_to_again(agreed, lene):
    anew = said(agreed, texts={"en": "Within three days."})
    actions.change_standard(agreed, anew, seen=1, by=lene, at=MONDAY_9)

    agreed.refresh_from_db()
    assert not agreed.alone
    assert Entry.objects.filter(event="standard_alone_ended").exists()


def test_the_page_says_what_is_missing_and_takes_the_agreement_back(agreed, lene, client_of):
    make_process(name="Customer service", organisation_model="supervised")
    browser, address = english(client_of(lene)), f"/knowledge/answers/{agreed.public_id}/"

    shown = words(browser.get(address))
    browser.post(f"{address}looked-at/")
    after = words(browser.get(address))

    assert "Lene Leder agreed on 2 Mar 2026 that it may be sent without a look." in shown
    assert "Customer service en 0 0 not known yet 183 more uses without a change" in shown
    assert "A person looks at this answer each time" in after


def test_a_list_says_what_goes_alone_and_takes_it_from_who_may_agree(agreed, lene, client_of):
    browser = client_of(lene)
    out = browser.get("/knowledge/answers/answers.csv").content.decode()
    assert out.splitlines()[0].endswith(";alone")
    assert out.rstrip().endswith(";yes")

    bring(browser, out.replace(";yes", ";no"))
    agreed.refresh_from_db()
    assert not agreed.alone

    hr = english(client_of(make_colleague(Role.HR)))
    assert "roles do not cover" in words(bring(hr, out))
    agreed.refresh_from_db()
    assert not agreed.alone

    bring(browser, out)
    agreed.refresh_from_db()
    assert agreed.alone


def bring(browser, text):
    file = SimpleUploadedFile("answers.csv", text.encode())
    return browser.post("/knowledge/answers/list/", {"file": file}, follow=True)
