"""Which language models there are: set up by few, closed at first, their keys never seen."""

import pytest

from samspil.core.gateway.allowing import Place, Verdict
from samspil.core.masking import DataClass
from samspil.core.roles import NotAllowed, Role
from samspil.governance import actions
from samspil.governance.models import Allowance, ModelServer
from samspil.governance.queries import server_rows
from samspil.governance.queries.servers import endpoint_of
from samspil.journal.models import Entry
from tests.factories import MONDAY_9, make_colleague
from tests.governance.serving import make_server, terms


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER)


def test_a_new_server_gets_nothing(owner):
    actions.add_server(terms(owner), by=owner, at=MONDAY_9)

    (row,) = server_rows()
    assert not row.open


def test_its_key_is_kept_encrypted(owner):
    server = make_server(owner)

    assert b"hemmelig" not in bytes(server.sealed_key)
    assert endpoint_of(ModelServer.objects.get()).key == "sk-hemmelig"


@pytest.mark.parametrize("role", [one for one in Role if one not in ("owner", "data_protection")])
def test_nobody_else_sets_one_up_or_allows_anything(owner, role):
    server = make_server(owner)
    other = make_colleague(role)

    with pytest.raises(NotAllowed):
        actions.add_server(terms(owner, name="Mine"), by=other, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.allow(server, {DataClass.PERSONAL: Verdict.ALLOW}, by=other, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.change_server(server, terms(owner), by=other, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.remove_server(server, by=other, at=MONDAY_9)


@pytest.mark.parametrize(
    "wrong",
    [
        {"base_url": "http://models.example.eu/v1", "place": Place.EU},
        {"base_url": "https://localhost/v1", "place": Place.EU},
        {"key": "two words"},
        {"name": "Small"},
    ],
)
def test_what_cannot_be_is_refused(owner, wrong):
    make_server(owner)

    with pytest.raises(actions.BadServer):
        actions.add_server(terms(owner, **({"name": "Other"} | wrong)), by=owner, at=MONDAY_9)

    assert ModelServer.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [{"base_url": "http://127.0.0.1:10/v1"}, {"model": "other"},
     {"place": Place.EU, "base_url": "https://models.example.eu/v1"}],
)  # fmt: skip
def test_what_was_allowed_to_one_model_is_not_allowed_to_another(owner, change):
    server = make_server(owner)

    actions.change_server(server, terms(owner, **change), by=owner, at=MONDAY_9)

    assert not Allowance.objects.exists()


def test_a_key_is_never_sent_to_an_address_that_was_changed_afterwards(owner):
    server = make_server(owner)

    changed = terms(owner, base_url="http://127.0.0.1:10/v1", key=None)
    actions.change_server(server, changed, by=owner, at=MONDAY_9)

    assert endpoint_of(ModelServer.objects.get()).key == ""


def test_a_key_stays_while_the_address_stays(owner):
    server = make_server(owner)

    actions.change_server(server, terms(owner, name="New", key=None), by=owner, at=MONDAY_9)

    assert endpoint_of(ModelServer.objects.get()).key == "sk-hemmelig"
    assert Allowance.objects.count() == 1


def test_more_than_a_place_admits_is_not_kept(owner):
    server = make_server(
        owner, "https://models.example.com/v1", place=Place.ELSEWHERE, of=DataClass.PERSONAL
    )
    everything = dict.fromkeys(DataClass, Verdict.ALLOW)

    actions.allow(server, everything, by=owner, at=MONDAY_9)

    kept = dict(Allowance.objects.values_list("data_class", "verdict"))
    assert kept == {
        "public": "allow", "internal": "allow", "confidential": "mask", "personal": "mask",
    }  # fmt: skip


def test_the_journal_knows_every_change_and_no_address_or_key(owner):
    server = make_server(owner)
    actions.allow(server, {DataClass.INTERNAL: Verdict.BLOCK}, by=owner, at=MONDAY_9)
    actions.allow(server, {DataClass.INTERNAL: Verdict.BLOCK}, by=owner, at=MONDAY_9)
    actions.remove_server(server, by=owner, at=MONDAY_9)

    written = Entry.objects.filter(subject_kind="model_server").order_by("sequence")
    assert [one.event for one in written] == [
        "model_server_added", "model_allowance_changed", "model_allowance_changed",
        "model_server_removed",
    ]  # fmt: skip
    assert not any("127.0.0.1" in str(one.facts) or "hemmelig" in str(one.facts) for one in written)
