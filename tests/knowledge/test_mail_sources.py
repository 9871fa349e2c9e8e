"""Mails of a mailbox's folder come by themselves; its password is never seen again."""

import logging

import pytest

from samspil.core.knowledge.sources import Mishap
from samspil.journal.models import Entry
from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, Passage, Source, SourceKind
from tests.adapters.mailboxes import served
from tests.factories import MONDAY_9
from tests.knowledge.looking import LATER, counted, look, names

PASSWORD = "hemmelig-kode-17"


@pytest.fixture
def server(settings):
    settings.PRIVATE_HOSTS = "localhost"
    with served() as running:
        running.password = PASSWORD
        running.put(3, "Parking of 010180-1234", "Ida, 010180-1234, parks for 40 kroner.")
        running.put(9, "Bicycles", "They are free.")
        yield running


def terms_for(running, owner, **more):
    said = {
        "name": "Box", "place": "INBOX", "owner": owner, "login": "ida@example.com",
        "server": f"imap://localhost:{running.port}", "password": PASSWORD,
    }  # fmt: skip
    return actions.SourceTerms(**said | more)


@pytest.fixture
def source(server, lene):
    return actions.add_source(SourceKind.MAIL, terms_for(server, lene), by=lene, at=MONDAY_9)


def test_mails_become_documents_without_identity_numbers(source):
    assert counted(look(source)) == (2, 0, 0, 0, 0)
    assert names() == ["Box/2026-03-02 3.eml", "Box/2026-03-02 9.eml"]

    document = Document.objects.get(name="Box/2026-03-02 3.eml")
    actions.read_documents([document.pk], embedder=None, at=MONDAY_9)

    document.refresh_from_db()
    text = Passage.objects.get(document=document).text
    assert "40 kroner" in text
    assert "1234" not in text + document.title
    assert document.title.startswith("Parking")


def test_only_new_mails_are_fetched_and_gone_ones_go(source, server):
    look(source)
    server.put(12, "Lunch", "It is at twelve.")
    del server.folders["INBOX"][9]
    server.asked.clear()

    assert counted(look(source)) == (1, 0, 1, 0, 1)
    assert [line for line in server.asked if b"PEEK" in line and b" 3 " in line] == []
    assert server.seen == set()


def test_a_mailbox_that_counts_anew_brings_nothing_twice(source, server):
    look(source)
    server.validity = 8

    run = look(source)

    assert counted(run) == (0, 0, 2, 0, 0)
    assert run.missing == 0
    assert len(names()) == 2


def test_a_wrong_password_takes_nothing_along_and_is_told(source, server, lene):
    look(source)
    server.password = "another"

    run = look(source)

    assert (run.trouble, run.removed) == (Mishap.NO_LOGIN, 0)
    assert len(names()) == 2
    assert len(queries.troubled_sources(lene)) == 1


def test_the_password_is_kept_sealed_and_seen_nowhere(source, lene, client_of, caplog):
    caplog.set_level(logging.DEBUG)
    look(source)
    client = client_of(lene)
    place = f"/knowledge/sources/{source.public_id}/"

    kept = Source.objects.values_list("secret", flat=True)[0]
    seen = client.get(place).content + client.get(f"{place}change/").content
    told = str(list(Entry.objects.values_list("facts", flat=True))) + caplog.text

    assert PASSWORD.encode() not in bytes(kept) + seen
    assert PASSWORD not in told + repr(source.__dict__) + repr(terms_for_repr(lene))


def terms_for_repr(owner):
    return actions.SourceTerms(name="x", place="x", owner=owner, password=PASSWORD)


def test_a_password_is_good_for_its_own_server_alone(source, server, lene):
    elsewhere = terms_for(server, lene, server="mail.example.com", password="")
    with pytest.raises(actions.BadSource, match="anew"):
        actions.change_source(source, elsewhere, by=lene, at=LATER)

    actions.change_source(source, terms_for(server, lene, password=""), by=lene, at=LATER)
    assert look(source).new == 2


def test_a_password_sealed_for_another_source_opens_nothing(source, server, lene):
    other = actions.add_source(
        SourceKind.MAIL, terms_for(server, lene, name="Other"), by=lene, at=MONDAY_9
    )
    Source.objects.filter(pk=other.pk).update(secret=Source.objects.get(pk=source.pk).secret)

    assert look(other).trouble == Mishap.NO_PASSWORD


@pytest.mark.parametrize(
    "said",
    [{"password": ""}, {"server": ""}, {"server": "imap://mail.example.com"}, {"login": ""},
     {"place": ""}],
)  # fmt: skip
def test_what_is_no_mailbox_is_refused(server, lene, said):
    with pytest.raises(actions.BadSource):
        actions.add_source(SourceKind.MAIL, terms_for(server, lene, **said), by=lene, at=MONDAY_9)
