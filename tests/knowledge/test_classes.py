"""Which kind of data a document is: found by Samspil, made stricter by keepers, milder by few."""

import json

import pytest

from samspil.core.gateway.allowing import Verdict
from samspil.core.masking import DataClass
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.knowledge import actions
from samspil.knowledge.models import Document
from samspil.knowledge.queries import answer_to, class_asked, is_lowered
from tests.factories import MONDAY_9, make_colleague
from tests.governance.serving import make_server
from tests.knowledge.conftest import Bring

pytestmark = pytest.mark.django_db
TEXT = "# Shops\n\n## Opening\n\nThe shop is open from nine. Call it on +45 20 45 61 87.\n"
QUESTION = "When is the shop open?"


@pytest.fixture
def keeper(organisation):
    return make_colleague(Role.HR, name="Karl")


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Lene")


@pytest.fixture
def bring(bring: Bring):
    def brought(text: str = TEXT) -> Document:
        return bring("shops.md", text)

    return brought


def asked(reader):
    return class_asked(QUESTION, answer_to(QUESTION, reader=reader).passages, names=[])


def set_to(document, said, *, by, why="These are numbers of shops"):
    actions.set_class(document, said, why=why, by=by, at=MONDAY_9)
    document.refresh_from_db()


def test_a_document_says_what_was_found_and_never_what_stood_there(bring, keeper, client_of):
    document = bring()

    shown = client_of(keeper).get(f"/knowledge/documents/{document.public_id}/class/")

    assert document.found == ["phone"]
    assert "Heri blev fundet: telefonnumre." in shown.content.decode()
    assert "20 45 61 87" not in shown.content.decode()
    assert asked(keeper) is DataClass.PERSONAL


def test_a_keeper_makes_it_stricter_and_the_gateway_obeys(bring, keeper, owner):
    document = bring()
    make_server(owner, verdict=Verdict.ALLOW, of=DataClass.PERSONAL)

    set_to(document, DataClass.SECRET, by=keeper, why="")

    assert asked(keeper) is DataClass.SECRET
    found = actions.phrase_answer(
        QUESTION, answer_to(QUESTION, reader=keeper).passages, reader=keeper, at=MONDAY_9
    )
    assert found.why == "This kind of data never goes to where the language model stands."


def test_a_keeper_does_not_make_it_milder_than_what_was_found(bring, keeper):
    with pytest.raises(NotAllowed):
        set_to(bring(), DataClass.INTERNAL, by=keeper)


def test_who_governs_models_makes_it_milder_with_a_reason(bring, owner, keeper):
    document = bring()

    with pytest.raises(actions.BadTerms, match="Say why"):
        set_to(document, DataClass.INTERNAL, by=owner, why=" ")
    set_to(document, DataClass.INTERNAL, by=owner)

    assert is_lowered(document)
    assert asked(keeper) is DataClass.INTERNAL
    told = json.loads(Entry.objects.get(event="document_class").facts)
    assert (told["before"], told["now"], told["found"]) == ("internal", "internal", "personal")


def test_a_question_about_a_public_document_stays_internal(bring, owner):
    set_to(bring(), DataClass.PUBLIC, by=owner)

    assert asked(owner) is DataClass.INTERNAL


def test_what_somebody_made_stricter_becomes_milder_with_a_reason_only(bring, keeper):
    document = bring()
    set_to(document, DataClass.SECRET, by=keeper, why="")

    with pytest.raises(actions.BadTerms, match="Say why"):
        set_to(document, DataClass.PERSONAL, by=keeper, why="")


def test_a_version_that_holds_more_gives_the_milder_class_back(bring, owner):
    set_to(bring(), DataClass.INTERNAL, by=owner)

    document = bring(f"{TEXT}\nWrite to lise.holm@shops.example.\n")

    assert (document.found, document.data_class) == (["mail", "phone"], "")


def test_a_version_that_holds_no_more_keeps_it(bring, owner):
    set_to(bring(), DataClass.INTERNAL, by=owner)

    assert bring(f"{TEXT}\nIt is closed on Sundays.\n").data_class == "internal"


def test_a_document_read_before_anything_was_looked_for_is_looked_through_now(bring, keeper):
    document = bring()
    Document.objects.filter(pk=document.pk).update(found=None)
    document.refresh_from_db()

    with pytest.raises(NotAllowed):
        set_to(document, DataClass.INTERNAL, by=keeper)


def test_it_is_set_by_page_and_by_program(bring, keeper, owner, client_of):
    document = bring()
    address = f"/knowledge/documents/{document.public_id}/class/"

    refused = client_of(keeper).post(address, {"data_class": "internal", "why": "Shops"})
    done = client_of(owner).post(address, {"data_class": "internal", "why": "Shops"})

    document.refresh_from_db()
    assert (refused.status_code, done.status_code) == (422, 302)
    assert (document.data_class, document.class_why) == ("internal", "Shops")
