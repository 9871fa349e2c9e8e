"""Mails among the documents are found by whom they came from or went to, and can be erased."""

from importlib import import_module

import pytest
from django.apps import apps

from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.journal.models import Entry
from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, ErasedMail, MailParty, Part, Passage, SourceKind
from samspil.knowledge.queries.mails import marks_of
from samspil.knowledge.queries.retention import over_erased_mails
from samspil.tenancy.actions import enter
from tests.adapters.mailboxes import served
from tests.factories import MONDAY_9
from tests.knowledge.letters import kept, letter
from tests.knowledge.looking import LATER, counted, look, names

pytestmark = pytest.mark.usefixtures("home")

IDA = "ida@example.com"


def found(address: str) -> list[str]:
    return sorted(queries.mails_of(address).values_list("name", flat=True))


def test_a_mail_is_found_by_each_address_in_its_head_and_by_no_other(organisation):
    kept("from.eml", sender="Ida Krogh <Ida@Example.com>", number="1@x")
    kept("to.eml", to='"Krogh, Ida" <ida@example.com>', number="2@x")
    kept("many.eml", to=f"a@x.example, b@x.example, {IDA.upper()}", number="3@x")
    kept("named.eml", sender=f'"{IDA}" <other@example.net>', number="4@x")
    kept("plus.eml", sender="ida+work@example.com", number="5@x")
    kept("said.eml", text=f"Write to {IDA}.", number="6@x")
    kept("no mail.md", text="Ida")

    assert found("IDA@example.COM ") == ["from.eml", "many.eml", "to.eml"]
    assert found("ida+work@example.com") == ["plus.eml"]
    assert found("a@example.com") == found("") == found("%") == []
    assert [(one.name, one.sent) for one in queries.held_mails(IDA)] == [
        ("from.eml", True), ("to.eml", False), ("many.eml", False)
    ]  # fmt: skip


def test_what_changes_names_its_new_parties_only(organisation):
    kept("a.eml", sender=IDA)
    kept("a.eml", sender="ole@example.net", number="2@x")

    assert found(IDA) == []
    assert found("ole@example.net") == ["a.eml"]


def test_mails_cost_the_same_statements_however_many(organisation, django_assert_num_queries):
    kept("1.eml", sender=IDA, number="1@x")
    with django_assert_num_queries(3):
        assert len(queries.held_mails(IDA)) == 1
    for number in "23":
        kept(f"{number}.eml", sender=IDA, number=f"{number}@x")
    with django_assert_num_queries(3):
        assert len(queries.held_mails(IDA)) == 3


def test_of_an_erased_mail_nothing_is_left_but_marks(organisation):
    gone = kept("a.eml", sender=IDA, subject="Krogh's pump", number="krogh@x")
    stays = kept("b.eml", number="2@x")
    removed = kept("c.eml", to=IDA, number="3@x")
    actions.remove_documents([removed.pk], by=None, at=MONDAY_9)
    path = queries.store()._path(gone.digest)
    assert path.exists()

    assert actions.forget_mails(IDA, by=None, at=LATER) == 2

    assert list(Document.objects.all()) == [stays]
    for rows in (Passage.objects, Part.objects):
        assert set(rows.values_list("document", flat=True)) == {stays.pk}
    assert not path.exists()
    assert MailParty.objects.filter(address=IDA).count() == 0
    assert ErasedMail.objects.count() == 4
    told = " ".join(ErasedMail.objects.values_list("mark", flat=True)).casefold()
    assert "krogh" not in told
    assert "ida" not in told
    erased = Entry.objects.filter(event="document_erased")
    assert {one.subject for one in erased} == {str(gone.public_id), str(removed.public_id)}
    assert actions.forget_mails(IDA, by=None, at=LATER) == 0


def test_a_file_that_another_document_has_stays(organisation):
    kept("a.eml", sender=IDA)
    Document.objects.update(name="a.txt")
    other = kept("b.eml", sender=IDA)
    MailParty.objects.exclude(document=other).delete()

    actions.forget_mails(IDA, by=None, at=LATER)

    assert queries.store().get(Document.objects.get().digest) == letter(sender=IDA)


def test_what_came_before_parties_were_kept_is_found_once_they_are(organisation):
    kept("a.eml", sender=IDA)
    kept("b.eml", sender=IDA, number="2@x")
    MailParty.objects.all().delete()
    Document.objects.update(parties_noted=False)
    Document.objects.filter(name="b.eml").update(digest="0" * 64)

    assert actions.note_missing_parties() == 1
    assert found(IDA) == ["a.eml"]


def test_a_mail_without_any_address_is_looked_through_once(organisation):
    kept("nobody.eml", sender="Ole", to="undisclosed recipients")
    assert MailParty.objects.count() == 0
    Document.objects.update(parties_noted=False)

    assert actions.note_missing_parties() == 1
    assert actions.note_missing_parties() == 0


def test_an_upgrade_looks_through_only_the_mails_of_which_nobody_is_known(
    organisation, other_organisation
):
    kept("a.eml", sender=IDA)
    kept("nobody.eml", sender="Ole", to="undisclosed recipients", number="2@x")
    with enter(other_organisation):
        kept("a.eml", sender=IDA)
        Document.objects.update(parties_noted=False)
    Document.objects.update(parties_noted=False)

    import_module("samspil.knowledge.migrations.0011_parties_noted").mark_noted(apps, None)

    noted = Document.objects.order_by("name").values_list("name", "parties_noted")
    assert list(noted) == [("a.eml", True), ("nobody.eml", False)]
    with enter(other_organisation):
        assert Document.objects.get().parties_noted


def test_two_organisations_with_the_same_mail_stay_apart(organisation, other_organisation):
    kept("a.eml", sender=IDA)
    with enter(other_organisation):
        kept("a.eml", sender=IDA)
        marks = set(marks_of(letter(sender=IDA)))

    assert actions.forget_mails(IDA, by=None, at=LATER) == 1
    assert marks.isdisjoint(ErasedMail.objects.values_list("mark", flat=True))
    with enter(other_organisation):
        assert found(IDA) == ["a.eml"]
        assert kept("again.eml", sender=IDA).state == "read"


@pytest.fixture
def mailbox(settings, lene):
    settings.PRIVATE_HOSTS = "localhost"
    with served() as server:
        box = server.folders["INBOX"]
        box[3] = letter(sender=IDA, number="3@x")
        box[4] = letter(number="4@x")
        terms = actions.SourceTerms(
            name="Box", place="INBOX", owner=lene, login="ida@example.com", password="secret",
            server=f"imap://localhost:{server.port}",
        )  # fmt: skip
        source = actions.add_source(SourceKind.MAIL, terms, by=lene, at=MONDAY_9)
        look(source)
        yield server, source, terms


def test_an_erased_mail_never_comes_in_again(mailbox, lene):
    server, source, terms = mailbox
    box = server.folders["INBOX"]
    assert len(names()) == 2

    actions.forget_mails(IDA, by=None, at=LATER)
    left = names()
    assert counted(look(source)) == (0, 0, 2, 0, 0)
    server.validity += 1
    assert counted(look(source)) == (0, 0, 2, 0, 0)
    box[9] = b"Received: from elsewhere\r\n" + letter(sender=f"I <{IDA.upper()}>", number="3@x")
    assert counted(look(source)) == (0, 0, 3, 0, 0)
    actions.remove_source(source, by=lene, at=LATER)
    other = actions.add_source(SourceKind.MAIL, terms, by=lene, at=LATER)
    assert look(other).failed == 0
    assert [one for one in names() if one not in left] == []
    with pytest.raises(actions.RefusedDocument, match="erased"):
        kept("by hand.eml", sender=IDA, number="3@x")


def test_what_they_write_afterwards_and_others_mails_of_the_same_number_come_in(mailbox):
    server, source, _terms = mailbox
    actions.forget_mails(IDA, by=None, at=LATER)

    server.folders["INBOX"][7] = letter(sender=IDA, number="7@x")
    server.folders["INBOX"][8] = letter(sender="eva@example.net", number="3@x")

    assert counted(look(source)) == (2, 0, 2, 0, 0)


def test_marks_are_forgotten_after_five_years(organisation):
    kept("a.eml", sender=IDA)
    actions.forget_mails(IDA, by=None, at=MONDAY_9)
    soon, long_after = (MONDAY_9.replace(year=year) for year in (2031, 2032))

    assert over_erased_mails(reach_of(Category.MAIL_MARKS, at=soon)).count() == 0
    assert over_erased_mails(reach_of(Category.MAIL_MARKS, at=long_after)).count() == 2
