"""The gateway: what goes to a language model is allowed, masked and written down."""

from datetime import timedelta

import pytest
from django.test import override_settings

from samspil.core.gateway.allowing import Purpose, Reason, Verdict
from samspil.core.masking import DataClass
from samspil.core.roles import Role
from samspil.governance.actions import NotAsked, ask_model, sweep_calls, try_server
from samspil.governance.actions.asking import MOST_CHARACTERS
from samspil.governance.models import ModelCall, ModelServer, Outcome
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9, make_colleague
from tests.governance.serving import asking, make_server
from tests.model_server import model_server


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Lene Krogh")


def test_an_allowed_question_is_answered_and_written_down_without_its_text(owner):
    with model_server("25 days. [1]") as script:
        make_server(owner, script.url)
        told = ask_model(asking(), at=MONDAY_9)

    line = ModelCall.objects.get()
    assert (told.text, told.model, told.call) == ("25 days. [1]", "small", line.public_id)
    assert (line.outcome, line.verdict, line.why) == (Outcome.ANSWERED, Verdict.ALLOW, "allowed")
    assert (line.prompt_tokens, line.answer_tokens) == (42, 7)
    assert len(line.prompt_digest) == len(line.answer_digest) == 64
    kept = repr({field.name: getattr(line, field.name) for field in line._meta.fields})
    assert "holiday" not in kept
    assert "25 days" not in kept


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ({"data_class": DataClass.PERSONAL}, Reason.NOT_ALLOWED),
        ({"data_class": DataClass.SECRET}, Reason.PLACE),
        ({"purpose": Purpose.SUMMARIES}, Reason.NOT_FOR_THIS),
        ({"stopped": True}, Reason.STOPPED),
        ({"question": "x" * MOST_CHARACTERS}, Reason.TOO_LONG),
    ],
)
def test_what_may_not_go_is_not_sent_and_that_is_written_down(owner, wanted, reason):
    with model_server("x") as script:
        make_server(owner, script.url)
        with pytest.raises(NotAsked) as why:
            ask_model(asking(**wanted), at=MONDAY_9)

    line = ModelCall.objects.get()
    assert why.value.reason is reason
    assert (line.outcome, line.why, line.prompt_digest) == (Outcome.BLOCKED, reason, "")
    assert script.asked == []


def test_without_a_server_nothing_is_asked_and_nothing_written(organisation):
    with pytest.raises(NotAsked) as why:
        ask_model(asking(), at=MONDAY_9)

    assert why.value.reason is Reason.NO_SERVER
    assert not ModelCall.objects.exists()


def test_names_are_masked_on_the_way_out_and_put_back_on_the_way_in(owner):
    with model_server("Ask [NAME-2], [MAIL-1]. [1]") as script:
        make_server(owner, script.url, verdict=Verdict.MASK)
        told = ask_model(
            asking(
                sources=["Ask Lene Krogh, lene@firma.dk; her number is 010180-1234."],
                question="Whom do I ask, writes Ib Sørensen?",
                names=["Ib Sørensen"],
            ),
            at=MONDAY_9,
        )

    assert told.text == "Ask Lene Krogh, lene@firma.dk. [1]"
    for name in ("Lene", "Krogh", "lene@", "010180", "Ib", "Sørensen"):
        assert name not in script.prompt
    assert ModelCall.objects.get().masked == 4


def test_identity_numbers_do_not_go_even_where_the_rest_goes_as_it_is(owner):
    with model_server("x") as script:
        make_server(owner, script.url)
        ask_model(asking(sources=["Lene: 010180-1234"]), at=MONDAY_9)

    assert "Lene: [CPR]" in script.prompt


def test_after_three_failures_the_server_is_left_alone_and_later_asked_again(owner):
    with model_server(500, 500, 500, "here again") as script:
        make_server(owner, script.url)
        for _ in range(3):
            with pytest.raises(NotAsked):
                ask_model(asking(), at=MONDAY_9)
        with pytest.raises(NotAsked) as why:
            ask_model(asking(), at=MONDAY_9 + timedelta(seconds=30))
        told = ask_model(asking(), at=MONDAY_9 + timedelta(seconds=61))

    assert why.value.reason is Reason.RESTING
    assert told.text == "here again"
    assert ModelServer.objects.get().failures == 0


BOTH = frozenset({Purpose.ANSWERS, Purpose.CHATS})


def failing_in_chats(at=MONDAY_9, seconds=0.05):
    with pytest.raises(NotAsked) as why:
        ask_model(asking(purpose=Purpose.CHATS, most_seconds=seconds), at=at)
    return why.value


def test_a_model_that_is_too_slow_for_chats_is_left_alone_by_chats_only(owner):
    with model_server("slowly", pause_s=0.3) as script:
        made = make_server(owner, script.url, purposes=BOTH)
        slow = [failing_in_chats().why for _ in range(3)]
        alone = failing_in_chats().reason
        told = ask_model(asking(), at=MONDAY_9)
        still = failing_in_chats().reason
        script.pause_s = 0
        quick = ask_model(
            asking(purpose=Purpose.CHATS, most_seconds=5), at=MONDAY_9 + timedelta(seconds=61)
        )

    made.refresh_from_db()
    assert slow == ["slow"] * 3
    assert (alone, still) == (Reason.TOO_SLOW, Reason.TOO_SLOW)
    assert (told.text, quick.text) == ("slowly", "slowly")
    assert (made.failures, made.brief_failures, made.brief_until) == (0, 0, None)


def test_what_chats_run_out_of_patience_with_does_not_make_good_for_failures(owner):
    with model_server(500, 500, "late", pause_s=0.3) as script:
        made = make_server(owner, script.url, purposes=BOTH)
        for _ in range(2):
            with pytest.raises(NotAsked):
                ask_model(asking(), at=MONDAY_9)
        failing_in_chats()

    made.refresh_from_db()
    assert (made.failures, made.brief_failures) == (2, 1)


@pytest.mark.parametrize("answer", [500, None], ids=["error", "refused"])
def test_a_failure_of_the_model_counts_for_all_whoever_meets_it(owner, answer):
    with model_server(answer or "x") as script:
        url = script.url if answer else "http://127.0.0.1:9/v1"
        make_server(owner, url, purposes=BOTH)
        for _ in range(3):
            failing_in_chats(seconds=5)
        with pytest.raises(NotAsked) as why:
            ask_model(asking(), at=MONDAY_9)

    assert why.value.reason is Reason.RESTING


@override_settings(MODEL_SECONDS=0.05)
def test_a_model_that_takes_longer_than_any_may_fails_in_chats_too(owner):
    with model_server("slowly", pause_s=0.3) as script:
        made = make_server(owner, script.url, purposes=BOTH)
        failing_in_chats(seconds=6)

    made.refresh_from_db()
    assert (made.failures, made.brief_failures) == (1, 0)


@override_settings(MODEL_CALLS_A_MINUTE=2)
def test_no_more_goes_in_a_minute_than_the_operator_lets(owner):
    with model_server("x") as script:
        make_server(owner, script.url)
        ask_model(asking(), at=MONDAY_9)
        ask_model(asking(), at=MONDAY_9)
        with pytest.raises(NotAsked) as why:
            ask_model(asking(), at=MONDAY_9 + timedelta(seconds=59))
        ask_model(asking(), at=MONDAY_9 + timedelta(seconds=60))

    assert why.value.reason is Reason.TOO_MANY
    assert len(script.asked) == 3


@override_settings(MODEL_CALLS_A_MINUTE=4)
def test_chats_leave_half_of_a_minute_to_colleagues(owner):
    with model_server("x") as script:
        make_server(owner, script.url, purposes=frozenset({Purpose.ANSWERS, Purpose.CHATS}))
        in_chat = asking(purpose=Purpose.CHATS)
        ask_model(in_chat, at=MONDAY_9)
        ask_model(in_chat, at=MONDAY_9)
        with pytest.raises(NotAsked) as why:
            ask_model(in_chat, at=MONDAY_9)
        ask_model(asking(), at=MONDAY_9)
        ask_model(asking(), at=MONDAY_9)

    assert why.value.reason is Reason.TOO_MANY
    assert len(script.asked) == 4


def test_a_key_that_no_longer_opens_sends_nothing(owner):
    with model_server("x") as script:
        make_server(owner, script.url)
        other = override_settings(FILES_KEY=b"another key of thirty-two bytes!")
        with other, pytest.raises(NotAsked) as why:
            ask_model(asking(), at=MONDAY_9)

    assert why.value.reason is Reason.NO_KEY
    assert script.asked == []


def test_a_test_sends_one_fixed_sentence_and_nothing_of_the_organisation(owner):
    with model_server("Ready.") as script:
        server = make_server(owner, script.url, on=False, purposes=frozenset())

        assert try_server(server, by=owner, at=MONDAY_9) == "Ready."

    assert script.prompt == "Answer with one word: ready."
    assert ModelCall.objects.get().purpose == Purpose.TEST


def test_lr6_lines_go_after_thirteen_months(owner):
    with model_server("x") as script:
        make_server(owner, script.url)
        ask_model(asking(), at=MONDAY_9)
        ask_model(asking(), at=MONDAY_9 + timedelta(days=10))

    assert sweep_calls(at=MONDAY_9 + timedelta(days=397)) == 1
    assert ModelCall.objects.count() == 1


def test_another_organisation_has_neither_the_server_nor_the_lines(owner, other_organisation):
    with model_server("x") as script:
        make_server(owner, script.url)
        ask_model(asking(), at=MONDAY_9)
        with enter(other_organisation):
            with pytest.raises(NotAsked):
                ask_model(asking(), at=MONDAY_9)
            assert not ModelCall.objects.exists()

    assert len(script.asked) == 1
