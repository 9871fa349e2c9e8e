"""Documents come in, are read, change and go."""

from datetime import timedelta

import pytest

from samspil.core.roles import MAY, Action, NotAllowed, Role
from samspil.journal.models import Entry
from samspil.journal.queries import verify
from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, Part, Passage, Secrecy, State
from samspil.tenancy.actions import enter
from tests.embedders import Broken, CountsWords
from tests.factories import MONDAY_9, entered, make_colleague, make_team
from tests.knowledge.conftest import HANDBOOK


def add(name, content, by, **terms):
    given = actions.Given(name=name, content=content)
    ((found, taken),) = actions.add_documents(
        [given], terms=actions.Terms(**terms), by=by, at=MONDAY_9
    )
    return found, taken


def events():
    return list(Entry.objects.order_by("sequence").values_list("event", flat=True))


def test_a_document_is_read_into_passages_under_their_headings(bring):
    document = bring()

    assert document.state == State.READ
    found = {row.headings[-1]: row.text for row in Passage.objects.filter(document=document)}
    assert "25 days of holiday" in found["Holidays"]
    assert "half of a bicycle" in found["Bicycles"]
    assert verify().whole


def test_the_same_file_again_changes_nothing(bring, lene):
    document = bring()
    before = events()

    same, taken = add(document.name, HANDBOOK.encode(), lene)

    assert taken is actions.Taken.KNOWN
    assert (same.pk, same.state) == (document.pk, State.READ)
    assert events() == before


def test_a_new_version_takes_the_place_of_the_old_and_keeps_who_may_see_it(bring, lene):
    team = make_team(lene)
    document = bring(secrecy=Secrecy.CONFIDENTIAL, team=team)

    changed, taken = add(document.name, b"# Handbook\n\nNothing holds any more.", lene)
    actions.read_documents([changed.pk], embedder=None, at=MONDAY_9)

    assert taken is actions.Taken.CHANGED
    changed.refresh_from_db()
    assert (changed.secrecy, changed.team) == (Secrecy.CONFIDENTIAL, team)
    texts = " ".join(Passage.objects.values_list("text", flat=True))
    assert "Nothing holds" in texts
    assert "25 days" not in texts


def test_what_was_replaced_while_it_was_read_is_not_kept(bring, lene):
    document = bring()
    add(document.name, b"The second version says four.", lene)

    class Slow(CountsWords):
        """While it reads, somebody brings in a third version."""

        def embed(self, texts, /):
            add(document.name, b"The third version says five.", lene)
            return super().embed(texts)

    assert actions.read_documents([document.pk], embedder=Slow(), at=MONDAY_9) == 0
    document.refresh_from_db()
    assert document.state == State.WAITING

    actions.read_documents([document.pk], embedder=CountsWords(), at=MONDAY_9)
    assert ["third" in one.text for one in Passage.objects.filter(document=document)] == [True]


def test_without_a_working_embedding_words_have_to_do(bring, lene):
    found, _ = add("a.txt", b"Something that can be found.", lene)

    assert actions.read_documents([found.pk], embedder=Broken(), at=MONDAY_9) == 1
    assert Part.objects.get(document=found).embedder == ""


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("", b"text", "name"),
        ("x" * 201, b"text", "name"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_kept(lene, name, content, says):
    with pytest.raises(actions.RefusedDocument, match=says):
        add(name, content, lene)
    assert not Document.objects.exists()


def test_a_file_that_is_too_large_is_refused(lene, settings):
    settings.MOST_DOCUMENT_MB = 0
    with pytest.raises(actions.RefusedDocument, match="larger"):
        add("a.txt", b"text", lene)


def test_a_broken_file_is_kept_and_says_why_it_cannot_be_read(lene):
    found, _ = add("broken.pdf", b"%PDF-1.7 and then nothing that belongs there", lene)

    assert actions.read_documents([found.pk], embedder=None, at=MONDAY_9) == 0

    found.refresh_from_db()
    assert found.state == State.UNREADABLE
    assert "damaged" in queries.trouble_of(found)
    assert not Part.objects.filter(document=found).exists()


def test_a_lost_file_is_told_and_harms_no_other(bring, lene):
    lost, _ = add("lost.txt", b"This will be lost.", lene)
    whole, _ = add("whole.txt", b"This stays here.", lene)
    queries.store().drop(lost.digest)

    assert actions.read_documents([lost.pk, whole.pk], embedder=None, at=MONDAY_9) == 1

    lost.refresh_from_db()
    assert lost.trouble == "missing"
    assert "missing" in queries.trouble_of(lost)


def test_identity_numbers_are_masked_before_anything_is_kept(bring):
    document = bring(name="list.txt", text="The number of Ida is 010180-1234, her desk is 7.")

    assert "1234" not in Passage.objects.get(document=document).text
    assert b"1234" not in bytes(Part.objects.get(document=document).packed)


def test_a_removed_document_can_be_brought_back_for_a_day_and_is_then_gone(bring, lene):
    document = bring()

    actions.remove_documents([document.pk], by=lene, at=MONDAY_9)
    assert not queries.index_for(lene).parts
    actions.restore_documents([document.pk], by=lene, at=MONDAY_9)
    assert len(queries.index_for(lene).parts) == 1

    actions.remove_documents([document.pk], by=lene, at=MONDAY_9)
    actions.sweep_documents(at=MONDAY_9 + timedelta(hours=23))
    assert Document.objects.exists()
    actions.sweep_documents(at=MONDAY_9 + timedelta(days=1))
    assert not Document.objects.exists()
    assert not Passage.objects.exists()
    assert not Part.objects.exists()
    assert verify().whole


@pytest.mark.parametrize("role", Role)
def test_only_who_may_keep_documents_brings_changes_and_removes_them(role, bring):
    document = bring()
    somebody = make_colleague(role)

    def try_everything():
        add("b.txt", b"text", somebody)
        actions.change_document(
            document, terms=actions.Terms(owner=somebody), by=somebody, at=MONDAY_9
        )
        actions.remove_documents([document.pk], by=somebody, at=MONDAY_9)
        actions.restore_documents([document.pk], by=somebody, at=MONDAY_9)

    if Action.KEEP_DOCUMENTS in MAY[role]:
        try_everything()
    else:
        for one in (
            lambda: add("b.txt", b"text", somebody),
            lambda: actions.remove_documents([document.pk], by=somebody, at=MONDAY_9),
            lambda: actions.restore_documents([document.pk], by=somebody, at=MONDAY_9),
        ):
            with pytest.raises(NotAllowed):
                one()


def test_terms_that_contradict_are_refused(lene):
    others = make_team(make_colleague())
    for terms, says in (
        ({"secrecy": Secrecy.CONFIDENTIAL}, "team"),
        ({"secrecy": Secrecy.PUBLIC, "team": make_team(lene)}, "no team"),
        ({"secrecy": Secrecy.CONFIDENTIAL, "team": others}, "not in this team"),
    ):
        with pytest.raises(actions.BadTerms, match=says):
            add("a.txt", b"text", lene, **terms)
    assert not Document.objects.exists()


def test_a_team_keeps_its_documents_to_itself(bring, lene, emil):
    friend = make_colleague(Role.EMPLOYEE)
    team = make_team(friend)
    document = bring(secrecy=Secrecy.CONFIDENTIAL, team=team, owner=lene)

    assert len(queries.index_for(friend).parts) == 1
    assert len(queries.index_for(lene).parts) == 1
    assert not queries.index_for(emil).parts
    with pytest.raises(Document.DoesNotExist):
        queries.document_at(document.public_id, reader=emil)


def test_another_organisation_sees_nothing(bring, other_organisation):
    document = bring()
    with enter(other_organisation):
        stranger = make_colleague(Role.OWNER)
        assert not queries.index_for(stranger).parts
        with pytest.raises(Document.DoesNotExist):
            queries.document_at(document.public_id, reader=stranger)


def test_the_journal_tells_ids_and_no_names(bring, lene):
    document = bring(name="wages of Ida.txt", text="Ida earns much.")
    actions.remove_documents([document.pk], by=lene, at=MONDAY_9)

    written = " ".join(str(row) for row in Entry.objects.values_list("subject", "facts"))
    assert "Ida" not in written
    assert str(document.public_id) in written


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_and_the_search_cost_the_same_for_one_as_for_three(
    many, bring, lene, django_assert_num_queries
):
    for number in range(many):
        bring(name=f"{number}.md")
    reader = entered(lene)
    queries.index_for(reader)

    with django_assert_num_queries(1):
        queries.index_for(reader)
    with django_assert_num_queries(1):
        queries.document_page(reader, queries.Find(), today=MONDAY_9.date())
