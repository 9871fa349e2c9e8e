"""The demonstration's small rules."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from samspil.demo.actions import working_days
from samspil.demo.actions.agenda import Agenda
from samspil.demo.actions.senders import message_to, sender_to
from samspil.demo.management.home import new_password
from samspil.demo.management.progress import Bar
from samspil.demo.queries import (
    LINES,
    SMALL,
    WHOLE,
    MissingTexts,
    Share,
    every_message_of_today,
    lessons,
    past_messages,
    samples,
    topics_of_line,
)
from samspil.demo.queries.cast import CARDS, QUESTIONS, TICKETS, Line

MONDAY_9 = datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_the_interval_is_wilsons():
    low, high = Share(hits=8, n=10).interval

    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)


def test_nothing_seen_tells_nothing():
    assert Share(hits=0, n=0).value is None
    assert Share(hits=0, n=0).interval == (0.0, 1.0)


def test_working_days_leave_out_the_weekend():
    assert working_days(3, before=date(2026, 3, 3)) == [
        date(2026, 2, 26), date(2026, 2, 27), date(2026, 3, 2)
    ]  # fmt: skip


def test_what_is_planned_happens_in_the_order_of_the_clock():
    said: list[str] = []
    agenda = Agenda()

    def arrive(at: datetime) -> None:
        said.append("arrives")
        agenda.plan(at + timedelta(minutes=5), lambda _: said.append("is answered"))

    agenda.plan(MONDAY_9 + timedelta(minutes=9), lambda _: said.append("goes home"))
    agenda.plan(MONDAY_9, arrive)
    agenda.play()

    assert said == ["arrives", "is answered", "goes home"]


@pytest.mark.parametrize("sizes", [WHOLE, SMALL], ids=["whole", "small"])
def test_ai_has_never_seen_a_message_before_it_comes(sizes: samples.Sizes):
    for line in LINES:
        learned = {sample.text for sample in lessons(line, sizes)}
        past = {sample.text for sample in past_messages(line, sizes)}
        today = {sample.text for sample in samples.todays_messages(line, sizes)}

        assert learned & past == set()
        assert (learned | past) & today == set()


def test_every_message_has_a_number_of_its_own():
    came = sum(len(samples.todays_messages(line, WHOLE)) for line in LINES)

    assert len(every_message_of_today(WHOLE)) == came == 754


def test_the_same_message_always_comes_from_the_same_sender():
    sample = past_messages(CARDS, WHOLE)[0]

    assert sender_to(CARDS, sample) == sender_to(CARDS, sample) == message_to(CARDS, sample).sender


@pytest.mark.parametrize("line", [QUESTIONS, TICKETS], ids=["hr", "it"])
def test_colleagues_write_from_the_companys_own_addresses_in_all_three_languages(line: Line):
    samples_of_today = samples.todays_messages(line, WHOLE)

    assert len(samples_of_today) == 36
    assert {sample.language for sample in samples_of_today} == {"da", "de", "en"}
    assert {sender_to(line, sample).partition("@")[2] for sample in samples_of_today} == {
        "havgaard.example"
    }


def test_every_true_topic_is_one_the_process_knows():
    for line in LINES:
        known = {topic.key for topic in topics_of_line(line)} | {""}

        assert {sample.topic for sample in samples.todays_messages(line, WHOLE)} <= known


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(samples, "FOLDER", tmp_path)

    with pytest.raises(MissingTexts, match=r"banking77/topics\.csv"):
        topics_of_line(CARDS)


def test_each_installation_gets_a_password_of_its_own():
    one, other = new_password(), new_password()

    assert one != other
    assert len(one) == 19


def test_progress_is_a_few_plain_lines_where_no_terminal_is(capsys: pytest.CaptureFixture[str]):
    with Bar("Letters", total=100) as bar:
        for done in range(1, 101):
            bar(done)

    assert capsys.readouterr().err.splitlines() == [
        "  Letters: 0/100",
        "  Letters: 25/100",
        "  Letters: 50/100",
        "  Letters: 75/100",
        "  Letters: 100/100",
    ]
