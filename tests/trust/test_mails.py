"""Whoever asks what is held of them, or to be erased, is found in mails among the documents."""

import json

from samspil.journal.models import Entry
from samspil.knowledge.models import Document, ErasedMail
from samspil.trust import actions
from samspil.trust.models import AccessRequest, Phase
from samspil.trust.queries import back_again, look_at
from tests.factories import MONDAY_9, make_colleague
from tests.knowledge.letters import kept
from tests.trust.asking import ME, ask, erased
from tests.trust.left import rows_with
from tests.trust.test_access import opened


def mails() -> None:
    make_colleague(name="Anna Lund")
    kept("Box/1.eml", sender=f"Ursula <{ME}>", text="Ursula Zephyrine here.", number="1@x")
    kept(
        "Box/2.eml", to=f"kim@example.org, {ME.lower()}", number="2@x",
        text="Dear all, Anna Lund and jens@firma.dk come on Friday.",
    )  # fmt: skip
    kept("Box/3.eml", sender="ursula+shop@zephyrine.example", number="3@x", text="Hello.")
    kept("Box/4.eml", text=f"Please write to {ME}.", number="4@x")


def test_the_pack_holds_their_mails_and_of_others_words_no_name(organisation, officer):
    mails()
    asked = actions.ask_access(
        ME.upper(), received_on=MONDAY_9.date(), language="en", by=officer, at=MONDAY_9
    )
    actions.make_pack(asked.public_id, at=MONDAY_9)
    asked.refresh_from_db()

    files = opened(asked)

    told = json.loads(files["all.json"])["mails"]
    assert [(one["document"], one["by"]) for one in told] == [
        ("Box/1.eml", "you"), ("Box/2.eml", "another person")
    ]  # fmt: skip
    assert told[0]["text"] == "Ursula Zephyrine here."
    assert "come on Friday." in told[1]["text"]
    assert "Anna Lund" not in told[1]["text"]
    assert "jens@" not in told[1]["text"]
    assert "Ursula Zephyrine here." in files["index.html"] + files["mails.csv"]
    assert AccessRequest.objects.get().held["mails"] == 2


def test_the_look_says_how_many_would_go_and_changes_nothing(organisation, officer):
    mails()

    look = look_at(ME)

    assert (look.held["mails"], look.left["documents"], look.nothing) == (2, 1, False)
    assert Document.objects.count() == 4


def test_erasing_takes_their_mails_and_no_others(organisation, officer):
    mails()

    done = erased(officer)

    assert (done.phase, done.held["mails"], done.left["documents"]) == (Phase.DONE, 2, 1)
    names = Document.objects.order_by("name").values_list("name", flat=True)
    assert list(names) == ["Box/3.eml", "Box/4.eml"]
    assert ErasedMail.objects.count() == 4
    assert "knowledge_mailparty" not in [
        table for table in rows_with("ursula@zephyrine") if table != "knowledge_passage"
    ]
    told = Entry.objects.filter(event="document_erased").values_list("actor_kind", "facts")
    assert len(told) == 2
    assert look_at(ME).nothing


def test_mails_that_an_older_backup_brings_back_are_known_again(organisation, officer):
    mails()
    erased(officer)
    assert back_again() == []

    ErasedMail.objects.all().delete()
    mails_again = kept("Box/1.eml", sender=ME, number="1@x")

    assert mails_again.state == "read"
    assert back_again() == [ME.casefold()]
    assert ask(officer).phase == Phase.ASKED
