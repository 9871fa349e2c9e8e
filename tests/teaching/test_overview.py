"""The overview of skills: what became of the embedding, and of proposals in daily work."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.config.health import examine
from samspil.core.roles import Role
from samspil.skills.registry import train_skill
from samspil.teaching.models import Lesson
from samspil.teaching.queries.overview import LOOKS_BACK, using_of
from samspil.work import actions
from samspil.work.models import Case, Decision, Process, Proposal
from samspil.work.queries import model_folder
from tests.embedders import CountsWords
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_team, teach
from tests.pages import english, words
from tests.teaching.conftest import BICYCLES, CAKES

TOPICS = ["bicycle"] * 12 + ["cake"] * 12
TOLD = "Taught with another embedding: by words only until it is taught anew."
MEND = "Open Skills and press “Teach anew from the same examples”"


def taught(process, embedder):
    """The process works with what was learned with this embedding; its examples are kept."""
    teach(process, texts=BICYCLES + CAKES, topics=TOPICS)
    name, _version = train_skill(
        "triage", BICYCLES + CAKES, TOPICS, folder=model_folder(), embedder=embedder
    )
    Process.objects.filter(pk=process.pk).update(model_file=name)
    process.refresh_from_db()


def mend():
    return next(one.mend for one in examine() if one.what == "taught skills")


def test_what_was_taught_with_another_embedding_says_so(client_of, process, leader, settings):
    settings.EMBEDDING = True
    taught(process, CountsWords(name="an-older-one"))

    shown = words(english(client_of(leader)).get("/skills/"))

    assert TOLD in shown
    assert "Teach anew from the same examples" in shown
    assert mend() == MEND


def test_who_may_not_teach_sees_it_without_the_button(client_of, process, settings):
    settings.EMBEDDING = True
    taught(process, CountsWords(name="an-older-one"))

    shown = words(english(client_of(make_colleague(Role.REVIEWER))).get("/skills/"))

    assert TOLD in shown
    assert "Teach anew from the same examples" not in shown


def test_one_click_teaches_anew_from_the_same_examples(client_of, process, leader, settings):
    settings.EMBEDDING = True
    taught(process, CountsWords(name="an-older-one"))

    english(client_of(leader)).post(f"/skills/{process.public_id}/teach/kept/", {"anew": "yes"})

    lesson = Lesson.objects.get(stage="running")
    assert (lesson.process, lesson.with_starter, lesson.words_only) == (process, False, False)


@pytest.mark.parametrize("embedder", [None, CountsWords(name="an-older-one")])
def test_where_the_embedding_is_off_or_none_was_used_nothing_is_said(
    client_of, process, leader, settings, embedder
):
    settings.EMBEDDING = embedder is None
    taught(process, embedder)

    assert TOLD not in words(english(client_of(leader)).get("/skills/"))
    assert mend() == ""


def test_what_the_embedding_in_use_taught_is_up_to_date(process, settings):
    settings.EMBEDDING = True
    taught(process, CountsWords(name="an-older-one"))
    assert using_of(process).by_words_only

    settings.EMBEDDING = False

    assert not using_of(process).by_words_only


def test_daily_work_counts_the_last_ninety_days_only(process, leader):
    make_team(leader)
    teach(process, texts=BICYCLES + CAKES, topics=TOPICS)
    for place, text in enumerate(BICYCLES[:2]):
        case = make_claimed(process, leader, text)
        actions.decide(case, answer="", topic="bicycle", by=leader, at=MONDAY_9)
        ago = LOOKS_BACK + timedelta(days=1) if place else timedelta(days=1)
        Decision.objects.filter(case=case).update(at=timezone.now() - ago, verdict="agreed")
    assert Proposal.objects.count() == Case.objects.count() == 2

    live = using_of(process).live

    assert (live.agreed, live.judged) == (1, 1)
