"""The map says by topic what finds no answer, and nothing of anybody."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import NotAllowed, Role
from samspil.gaps import actions
from samspil.gaps.models import GapMap, GapTopic
from samspil.knowledge.models import Question, Secrecy
from tests.embedders import Broken, CountsWords
from tests.factories import MONDAY_9, make_colleague, make_team
from tests.gaps.conftest import PARKING, seen_by
from tests.pages import english, words

LUNCH = (
    "What is for lunch today?",
    "Is lunch free for guests?",
    "Can lunch be vegan?",
    "When is lunch served?",
    "Who pays for lunch with a customer?",
)
BICYCLES = (
    "Wo stelle ich mein Fahrrad ab?",
    "Zahlt die Firma ein Fahrrad?",
    "Ist ein Fahrrad im Aufzug erlaubt?",
    "Welches Fahrrad kann ich leihen?",
    "Wer repariert das Fahrrad?",
)


def test_a_topic_stands_on_the_map_with_what_was_asked_and_what_comes_near(ask, bring, drawn, lene):
    document = bring(owner=lene)
    ask(near=document)

    drawn()

    (row,) = seen_by(lene).gaps
    assert row.topic.words[0] == "parkering"
    assert (row.topic.asked, row.topic.unanswered) == (6, 6)
    assert (row.near, row.suggested, row.knowing) == (document, lene, 1)
    assert set(row.topic.shown) <= set(PARKING)


def test_the_map_is_drawn_anew_and_not_added_to(ask, drawn):
    ask()
    drawn()
    drawn()

    assert GapMap.objects.count() == GapTopic.objects.count() == 1


def test_what_four_people_ask_is_counted_and_not_shown(ask, drawn, lene):
    ask(*PARKING[:4])

    assert drawn().left == 4
    assert seen_by(lene).rows == []


def test_what_was_withheld_is_counted_and_in_no_topic(ask, drawn, lene):
    for one in ask():
        one.text, one.withheld = "", "personal"
        one.save()

    assert (drawn().withheld, drawn().asked) == (6, 0)
    assert seen_by(lene).rows == []


def test_questions_of_three_months_ago_are_left_out(ask, drawn):
    ask(at=MONDAY_9 - timedelta(weeks=13))

    assert drawn().asked == 0


def test_a_colleagues_name_is_on_no_map(ask, drawn, lene):
    make_colleague(name="Hanne Gæster")
    ask(*PARKING, *(f"{text[:-1]} hos Hanne?" for text in PARKING))

    drawn()

    (row,) = seen_by(lene).gaps
    assert not {"hanne", "gæster"} & {*row.topic.words}
    assert row.topic.shown
    assert not any("Hanne" in text or "gæster" in text for text in row.topic.shown)


def test_an_answer_that_did_not_help_is_not_a_good_one(ask, drawn, lene):
    kept = ask(good=True)
    kept[0].helpful = False
    kept[0].save()

    drawn()

    (row,) = seen_by(lene).gaps
    assert row.topic.unanswered == 1


def test_nobody_reads_the_name_of_a_document_that_they_may_not_see(ask, bring, drawn, lene):
    team = make_team(make_colleague(), lene, name="Board")
    document = bring("secret plans.md", secrecy=Secrecy.CONFIDENTIAL, team=team, owner=lene)
    ask(near=document)
    drawn()
    other = make_colleague(Role.LEADER)

    (row,) = seen_by(other).gaps
    assert (row.near, row.suggested, row.knowing) == (None, None, 0)
    assert seen_by(lene).gaps[0].near == document


def test_the_page_is_for_those_who_keep_documents(ask, drawn, lene, emil, client_of):
    ask()
    drawn()

    assert "parkering" in words(english(client_of(lene)).get("/knowledge/gaps/"))
    assert client_of(emil).get("/knowledge/gaps/").status_code == 403
    assert client_of(emil).get("/knowledge/gaps/export/").status_code == 403
    with pytest.raises(NotAllowed):
        actions.ask_to_draw(by=emil)


def test_an_empty_map_says_what_to_do(lene, client_of, drawn):
    page = english(client_of(lene))

    assert "has not been drawn yet" in words(page.get("/knowledge/gaps/"))
    drawn()
    assert "Nothing was asked" in words(page.get("/knowledge/gaps/"))


def test_the_map_costs_the_same_with_one_topic_and_with_three(ask, bring, drawn, lene, client_of):
    client = client_of(lene)

    def statements() -> int:
        drawn()
        client.get("/knowledge/gaps/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/knowledge/gaps/")
        return len(captured)

    ask(near=bring(owner=lene))
    one = statements()
    ask(*LUNCH, near=bring("lunch.md", owner=lene))
    ask(*BICYCLES, near=bring("bicycles.md", owner=lene))

    assert statements() == one <= 12
    assert len(seen_by(lene).gaps) == 3


def test_it_can_be_taken_along_as_a_table(ask, drawn, lene, client_of):
    ask()
    drawn()

    answer = client_of(lene).get("/knowledge/gaps/export/").content.decode("utf-8-sig")

    head, line = answer.splitlines()
    assert head.startswith("topic;asked;unanswered")
    assert ";6;6;6;;" in line


def test_the_command_draws_and_lists(ask, capsys):
    ask(at=MONDAY_9)

    call_command("gaps")
    assert "has not been drawn yet" in capsys.readouterr().out
    call_command("gaps", draw=True)
    assert "questions," in capsys.readouterr().out


def test_no_question_is_read_twice_for_the_map(ask):
    ask()
    embedder, newer = CountsWords(), CountsWords(name="counts-words-2")

    actions.draw_map(embedder=embedder, at=MONDAY_9)
    actions.draw_map(embedder=embedder, at=MONDAY_9)
    ask(LUNCH[0])
    actions.draw_map(embedder=embedder, at=MONDAY_9)
    actions.draw_map(embedder=newer, at=MONDAY_9)

    assert sorted(embedder.read) == sorted([*PARKING, LUNCH[0]])
    assert len(newer.read) == 7
    assert {*Question.objects.values_list("embedder", flat=True)} == {"counts-words-2"}


def test_the_map_of_kept_meanings_is_the_map_of_read_ones(ask):
    ask(*(f"where is parking for car {n}?" for n in range(6)))
    ask(*(f"what is for lunch on day {n}?" for n in range(6)))
    embedder = CountsWords()

    def topics():
        actions.draw_map(embedder=embedder, at=MONDAY_9)
        return sorted(map(tuple, GapTopic.objects.values_list("words", "asked", "unanswered")))

    first = topics()
    assert len(first) == 2
    assert topics() == first


def test_the_map_is_drawn_by_words_where_the_embedding_fails_and_anew_when_it_works(ask):
    ask()

    assert actions.draw_changed_map(embedder=Broken(), at=MONDAY_9)
    assert actions.draw_changed_map(embedder=CountsWords(), at=MONDAY_9)
    assert not actions.draw_changed_map(embedder=CountsWords(), at=MONDAY_9)


@pytest.mark.parametrize("change", ["asked", "not helpful", "named", "older"])
def test_the_map_is_drawn_anew_only_where_it_would_be_another(ask, change):
    kept, later = ask(good=True), MONDAY_9 + timedelta(hours=1)
    actions.draw_changed_map(embedder=None, at=MONDAY_9)
    (before,) = GapMap.objects.values_list("pk", flat=True)

    assert not actions.draw_changed_map(embedder=None, at=later)
    assert GapMap.objects.get(pk=before).drawn_at == later
    if change == "asked":
        ask(LUNCH[0])
    elif change == "not helpful":
        Question.objects.filter(pk=kept[0].pk).update(helpful=False)
    elif change == "named":
        make_colleague(name="Hanne Gæster")
    else:
        later += timedelta(weeks=1)

    assert actions.draw_changed_map(embedder=None, at=later)
