"""What the demonstration shows is true of its database, and says what is simulated."""

import json
from collections import Counter
from pathlib import Path
from shutil import copytree
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db.models import F
from django.test import override_settings
from django.utils import timezone

from samspil.adapters import jobs
from samspil.adapters.mail.folder import file_name
from samspil.audit.models import Figures
from samspil.chat.models import Turn
from samspil.core.anonymity import LEAST
from samspil.demo.actions import decide_most, live_through
from samspil.demo.actions.asking_time import USUAL
from samspil.demo.actions.two_ways import WRITTEN
from samspil.demo.management import home
from samspil.demo.queries import (
    LAID,
    LINES,
    PLAYERS,
    drive,
    every_message_of_today,
    files_of,
    lessons,
    past_messages,
    process_of,
)
from samspil.demo.queries.cast import CARDS, DANISH
from samspil.eventlogs.models import EventLog
from samspil.eventlogs.queries import facts_in, finding
from samspil.gaps.models import GapRequest, GapTopic
from samspil.governance.queries import tool_rows
from samspil.journal.models import Entry
from samspil.journal.queries import verify
from samspil.knowledge.models import Document, Passage, Source, StandardAnswer
from samspil.knowledge.queries import story_of
from samspil.parallel_runs.models import Pair
from samspil.people.models import Colleague
from samspil.summaries.models import Point, Summary
from samspil.trust.models import AccessRequest, Erasure
from samspil.work.models import (
    Case,
    Decision,
    FirstJudgement,
    Message,
    Outgoing,
    Proposal,
    RunningPrice,
)
from tests.demo.conftest import SIZES, Played

MAIL_THREADS = 3
"""Two in the Danish mailbox and one in the German."""

HANDED_OVER = 1
"""A conversation in a chat."""

pytestmark = [pytest.mark.slow, pytest.mark.either]


def test_ai_looks_at_every_message_of_the_past_and_of_today(played: Played):
    came = len(every_message_of_today(SIZES)) + sum(
        len(past_messages(line, SIZES)) for line in LINES
    )

    both_ways = len(WRITTEN)
    assert Case.objects.count() == came + MAIL_THREADS + HANDED_OVER + both_ways
    assert Case.objects.filter(stage="arrived").count() == 0
    assert jobs.failed() == []


def test_a_minute_of_looking_has_to_save_something_after_these_weeks(played: Played):
    """Played again, since a worker may have moved it through the hours that are open since."""
    today = timezone.localtime(timezone.now(), ZoneInfo(played.company.time_zone)).date()
    many = Case.objects.count()

    live_through(sizes=SIZES, today=today, progress=lambda _done: None)

    assert Case.objects.count() == many
    assert RunningPrice.objects.get(process=process_of(DANISH)).price > 0


def test_whoever_goes_on_with_it_is_told_of_all_of_it(played: Played):
    assert "Going on with the company" in played.said
    assert "BANKING77" in played.said
    assert played.password in played.said
    assert f"{played.first.letters} replies" in played.said


def test_the_letters_of_an_old_demonstration_go_and_no_others(played: Played, tmp_path: Path):
    folder = tmp_path / "mail"
    copytree(settings.MAIL_FOLDER, folder)
    (folder / "others.eml").write_text("To: somebody@fjordvang.example\n\nHello")

    with override_settings(MAIL_FOLDER=folder):
        home._remove_letters(played.company)

    assert [one.name for one in folder.glob("*.eml")] == ["others.eml"]


def test_the_ways_that_are_told_are_those_in_the_database(played: Played):
    told = {
        (line.line.name, way.route, way.reason): way.n
        for line in played.first.lines
        for way in line.ways
    }

    today = Case.objects.filter(external_id__in=every_message_of_today(SIZES))
    assert told == Counter(today.values_list("process__name", "route", "reason"))
    assert sum(told.values()) == played.first.messages == today.count()


def test_the_topics_that_are_told_to_be_right_are(played: Played):
    right, known = 0, 0
    for number, sample in every_message_of_today(SIZES).items():
        proposal = Proposal.objects.filter(case__external_id=number).first()
        if proposal and proposal.options and sample.topic:
            known += 1
            right += proposal.options[0]["result"] == sample.topic

    assert sum(line.right.hits for line in played.first.lines) == right
    assert sum(line.right.n for line in played.first.lines) == known


def test_what_people_did_and_what_is_left_add_up(played: Played):
    told = played.first
    decided = Decision.objects.filter(case__external_id__in=every_message_of_today(SIZES)).count()

    assert sum(told.verdicts.values()) == decided
    assert told.past_cases + decided + told.waiting + told.held == Case.objects.count()
    assert told.late == Case.objects.filter(stage="waiting", due_at__lt=timezone.now()).count()


def test_every_decision_is_marked_as_simulated_in_database_and_journal(played: Played):
    decided = Entry.objects.filter(event="decided")

    assert Decision.objects.count() > 0
    assert Decision.objects.filter(simulated=False).count() == 0
    assert decided.count() == Decision.objects.count()
    assert decided.exclude(facts__contains='"simulated":true').count() == 0


def test_simulated_people_know_the_true_topic(played: Played):
    truths = {number: sample.topic for number, sample in every_message_of_today(SIZES).items()}

    decided = Decision.objects.filter(case__external_id__in=truths)

    said = dict(decided.values_list("case__external_id", "topic"))
    assert said == {number: truths[number] for number in said}


def test_the_journal_is_whole(played: Played):
    verdict = verify()

    assert verdict.whole
    assert verdict.entries == Entry.objects.count()


def test_every_reply_lies_in_the_mail_folder(played: Played):
    letters = [
        Path(settings.MAIL_FOLDER) / file_name(f"{number}@samspil")
        for number in Outgoing.objects.values_list("public_id", flat=True)
    ]

    assert [path for path in letters if not path.exists()] == []
    assert played.first.letters == len(letters) == Decision.objects.exclude(answer="").count()


def test_nobody_in_it_can_be_reached(played: Played):
    written = Message.objects.filter(direction="in").exclude(case__channel="chat")
    senders = written.values_list("sender", flat=True)
    staff = Colleague.objects.filter(user__isnull=False).values_list("user__email", flat=True)

    domains = {sender.partition("@")[2] for sender in senders}
    assert {one for one in domains if not one.endswith(".example")} <= {
        "example.com", "example.org", "example.net"
    }  # fmt: skip
    assert {mail.partition("@")[2] for mail in staff} == {"havgaard.example"}
    assert len(staff) == len(PLAYERS)


def test_no_case_is_answered_before_it_came(played: Played):
    backwards = (
        Case.objects.filter(routed_at__lt=F("opened_at"))
        | Case.objects.filter(first_response_at__lt=F("routed_at"))
        | Case.objects.filter(closed_at__lt=F("first_response_at"))
    )

    assert backwards.count() == 0


def test_the_past_lies_before_today_on_working_days(played: Played):
    closed = Case.objects.filter(stage="closed").exclude(pk__in=Pair.objects.values("case"))
    past = closed.exclude(external_id__in=every_message_of_today(SIZES))
    days = {timezone.localdate(opened) for opened in past.values_list("opened_at", flat=True)}

    assert len(days) == SIZES.days
    assert max(days) < timezone.localdate()
    assert {day.weekday() for day in days} <= {0, 1, 2, 3, 4}


def test_ai_learns_only_from_what_people_decided(played: Played):
    taught = Entry.objects.filter(event="skill_taught").order_by("sequence")

    examples = [json.loads(entry.facts)["examples"] for entry in taught]

    first = sum(len(lessons(line, SIZES)) for line in LINES)
    before = Decision.objects.exclude(case__in=Pair.objects.values("case"))
    settled = before.exclude(case__external_id__in=every_message_of_today(SIZES))
    assert sum(examples) == 2 * first + settled.exclude(topic="").count()


def test_all_three_organisation_models_can_be_seen(played: Played):
    models = {process_of(line).organisation_model for line in LINES}

    assert models == {"complementary", "collaborative", "supervised"}


def test_of_what_colleagues_write_no_feeling_is_read(played: Played):
    theirs = Case.objects.filter(process__senders="employees")

    assert {case.process.name for case in theirs.select_related("process")} == {
        "HR-spørgsmål", "IT-hjælp"
    }  # fmt: skip
    assert theirs.filter(stage="closed").exists()
    assert not theirs.filter(reason__in=["dissatisfied", "vulnerable"]).exists()
    assert Case.objects.filter(reason="dissatisfied").exists()


def test_what_hr_reads_goes_to_no_other_team(played: Played):
    teams = Case.objects.filter(process__name="HR-spørgsmål").values_list("team__name", flat=True)

    assert set(teams) == {"Personale"}


def test_its_chats_answer_from_documents_and_one_is_handed_over(played: Played):
    kinds = Counter(Turn.objects.values_list("conversation__chat__audience", "kind"))

    assert kinds["employees", "answered"] >= 4
    assert kinds["customers", "answered"] >= 2
    assert kinds["customers", "declined"] >= 1
    handed = Case.objects.get(channel="chat")
    assert (handed.reason, handed.level) == ("persons_topic", "3")


def test_a_specification_and_a_meeting_are_said_in_short(played: Played):
    made = dict(Summary.objects.values_list("kind", "state"))
    actions = Point.objects.filter(sort="action").values_list("owner", flat=True)

    assert made == {"document": "made", "meeting": "made"}
    assert sorted(actions) == ["Emily Clarke", "Emily Clarke", "Jonas Bech"]


def test_its_standard_answers_hold_and_one_is_for_customers(played: Played):
    kept = StandardAnswer.objects.filter(removed_at=None)

    assert sorted(kept.values_list("secrecy", flat=True)) == ["internal", "internal", "public"]


def test_its_map_shows_what_the_handbooks_do_not_say(played: Played):
    unsaid = GapTopic.objects.filter(unanswered__gt=2).exclude(words=[])

    assert any("parkering" in one.words for one in unsaid)
    assert GapRequest.objects.get().kind == "document"


def test_its_shared_drive_shows_what_was_changed_deleted_and_never_whole(played: Played):
    story = story_of(Source.objects.get())
    later, first = [run for run, _why in story.runs]

    counted = [(one.new, one.changed, one.known, one.removed) for one in (first, later)]
    assert counted == [(7, 0, 0, 0), (0, 1, 5, 1)]
    assert (story.row.trouble, story.gone, story.row.documents) == ("", 1, 6)
    ((broken, why),) = story.faults
    assert (broken.place, bool(why)) == ("montage/lydmaaling-h12.pdf", True)
    languages = Document.objects.filter(item__source=story.row.source, state="read")
    assert Counter(languages.values_list("language", flat=True)) == {"da": 4, "de": 1, "en": 1}
    assert Passage.objects.filter(text__contains="225 kr.").exists()
    assert not Passage.objects.filter(text__contains="210 kr.").exists()


def test_the_files_of_an_old_shared_drive_go_and_no_others(tmp_path: Path):
    own = tmp_path / "drive" / "priser" / "mine.md"
    with override_settings(SAMSPIL_HOME=tmp_path):
        for name in files_of(LAID):
            (drive() / name).parent.mkdir(parents=True, exist_ok=True)
            (drive() / name).write_text("old")
        own.write_text("own")
        home._remove_drive()
        left = [one.name for one in tmp_path.rglob("*")]
        own.unlink()
        home._remove_drive()

    assert sorted(left) == ["drive", "mine.md", "priser"]
    assert list(tmp_path.iterdir()) == []


def test_its_order_log_shows_where_orders_wait(played: Played):
    log = EventLog.objects.get()

    assert (log.state, log.digest, facts_in(log).cases) == ("made", "", 420)
    assert "Betaling bogført" in finding(facts_in(log))


def test_a_customer_has_asked_what_is_held_of_them_and_the_pack_is_made(played: Played):
    asked = AccessRequest.objects.get()

    assert asked.address.endswith((".example", "example.com", "example.org", "example.net"))
    assert (asked.stage, asked.held["cases"] > 0) == ("made", True)


def test_one_erasure_is_done_and_one_waits_for_who_asks_to_be_known(played: Played):
    phases = Erasure.objects.order_by("pk").values_list("phase", "address", "known")

    assert [(phase, bool(address), known) for phase, address, known in phases] == [
        ("done", False, "from_address"), ("asked", True, ""),
    ]  # fmt: skip


def test_playing_it_again_changes_nothing(played: Played):
    assert played.again.verdicts == played.first.verdicts
    assert played.again.waiting == played.first.waiting
    assert played.again.past_cases == played.first.past_cases
    assert played.again.letters == played.first.letters


def test_simulated_people_judge_first_where_a_person_has_to(played: Played):
    process = process_of(CARDS)
    decision = Decision.objects.filter(
        case__process=process,
        case__external_id__in=every_message_of_today(SIZES),
        case__reason="not_certified",
    ).first()
    assert decision is not None
    case = decision.case
    decision.delete()
    Outgoing.objects.filter(case=case).delete()
    Case.objects.filter(pk=case.pk).update(stage="waiting", closed_at=None, judging="first")

    decide_most(sizes=SIZES, progress=lambda done: None)

    case.refresh_from_db()
    assert case.stage == "closed"
    assert FirstJudgement.objects.get(case=case).topic == case.decisions.get().topic


def test_the_register_of_tools_has_one_to_look_at_one_refused_and_one_that_waits(played: Played):
    rows = tool_rows(today=timezone.localdate())

    assert [(row.tool.status, row.soon) for row in rows] == [
        ("asked", False),
        ("approved", True),
        ("refused", False),
    ]


def test_colleagues_said_what_takes_their_time_and_few_are_never_told(played: Played):
    told = Figures.objects.filter(team=None)

    assert {one.task.title for one in told if one.task} == {one[0] for one in USUAL}
    assert min(one.people for one in told) >= LEAST
    assert told.get(task=None).people >= LEAST
