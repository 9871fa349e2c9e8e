"""The tallies that the database keeps say at any time what a count would."""

import os
import random
from collections.abc import Callable
from datetime import datetime, timedelta

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Sum

from samspil.config.health import examine
from samspil.core.roles import NotAllowed
from samspil.people.models import Colleague
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case, Direction, Process, Tally
from samspil.work.queries import missing_triggers, wrong_tallies
from tests.databases import chosen
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)


class NothingThere(Exception):
    """Chance wants a case of a kind that there is none of."""


REFUSED = (actions.StaleCase, actions.CannotPart, NotAllowed, NothingThere)


class Company:
    """Two people, one team, and chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.anna, self.bo = make_colleague(), make_colleague()
        self.team = make_team(self.anna, self.bo)
        self.processes: list[Process] = [make_process(team=self.team) for _ in range(2)]
        self.at: datetime = MONDAY_9

    def live(self, steps: int) -> None:
        deeds = [name for name in vars(Company) if name.startswith("do_")]
        for _ in range(steps):
            self.at += timedelta(minutes=self.chance.choice([1, 4, 20, 300]))
            deed: Callable[[], None] = getattr(self, self.chance.choice(deeds))
            try:
                with transaction.atomic():
                    deed()
            except REFUSED:
                continue

    def case(self, **wanted: object) -> Case:
        found = list(Case.objects.filter(**wanted).order_by("pk"))
        if not found:
            raise NothingThere
        return self.chance.choice(found)

    def held(self) -> tuple[Case, Colleague]:
        case = self.case(stage="claimed")
        assert case.claimed_by is not None
        return case, case.claimed_by

    def person(self) -> Colleague:
        return self.chance.choice([self.anna, self.bo])

    def do_arrive(self) -> None:
        texts = self.chance.choices([ORDINARY, ANGRY, ""], k=self.chance.randint(1, 4))
        arrivals = [actions.Arrival(text=text, sender="kunde@example.com") for text in texts]
        actions.open_cases(arrivals, process=self.chance.choice(self.processes), at=self.at)

    def do_route(self) -> None:
        actions.propose_and_route(list(Case.objects.values_list("pk", flat=True)), at=self.at)

    def do_route_again(self) -> None:
        self.do_route()

    def do_claim(self) -> None:
        actions.claim(self.case(stage="waiting"), by=self.person(), at=self.at)

    def do_claim_next(self) -> None:
        actions.claim_next(by=self.person(), at=self.at)

    def do_release(self) -> None:
        held, by = self.held()
        actions.release(held, by=by, at=self.at)

    def do_hand_over(self) -> None:
        held, by = self.held()
        actions.hand_over(held, to=make_team(self.anna), note="Known.", by=by, at=self.at)

    def do_take_back(self) -> None:
        actions.take_back(self.case(stage="waiting"), by=self.person(), at=self.at)

    def do_decide(self) -> None:
        held, by = self.held()
        answer = self.chance.choice(["", "It comes tomorrow."])
        actions.decide(held, answer=answer, topic="", by=by, at=self.at)

    def do_decide_and_undo(self) -> None:
        held, by = self.held()
        actions.decide(held, answer="", topic="", by=by, at=self.at)
        actions.reopen_unanswered(held, by=by, at=self.at)

    def do_write_again(self) -> None:
        case = self.case()
        actions.receive(actions.Arrival(text=ANGRY), case=case, at=self.at)
        actions.look_again([case.pk], at=self.at)

    def do_merge(self) -> None:
        actions.merge(self.case(), into=self.case(), by=self.anna, at=self.at)

    def do_unmerge(self) -> None:
        actions.unmerge(self.case(merged_into__isnull=False), by=self.anna, at=self.at)

    def do_split(self) -> None:
        newest = self.case().messages.filter(direction=Direction.IN).order_by("pk").last()
        assert newest is not None
        actions.split(newest, by=self.anna, at=self.at)

    def do_put_aside(self) -> None:
        until = self.at + timedelta(days=1)
        actions.snooze(self.case(), until=until, by=self.anna, at=self.at)

    def do_change_deadlines(self) -> None:
        Case.objects.filter(stage="waiting").update(due_at=self.at)

    def do_fail(self) -> None:
        self.do_arrive()
        self.do_route()
        raise actions.StaleCase

    def do_fold(self) -> None:
        actions.fold_tallies()


@pytest.fixture
def anna(organisation):
    return make_colleague()


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna))


def kept(what: str) -> int:
    return Tally.objects.filter(what=what).aggregate(n=Sum("n"))["n"] or 0


@pytest.mark.parametrize("seed", range(4 if chosen() == "sqlite" else 1))
def test_whatever_happens_the_tallies_are_what_a_count_gives(organisation, seed):
    company = Company(seed)

    for _ in range(8):
        company.live(25)
        assert wrong_tallies() == []

    assert kept("waiting") == Case.objects.filter(stage="waiting").count() > 0
    assert kept("routed") == Case.objects.exclude(route="").count() > 10
    assert kept("judged") > 0


def test_what_is_rolled_back_was_never_counted(process):
    make_waiting(process)

    with transaction.atomic():
        make_waiting(process)
        transaction.set_rollback(True)

    assert (kept("waiting"), kept("routed")) == (1, 1)


def test_a_deleted_case_is_counted_no_more(process):
    case = make_waiting(process)

    case.proposals.all().delete()
    case.messages.all().delete()
    Case.objects.filter(pk=case.pk).delete()

    assert (kept("waiting"), kept("due"), kept("drafted")) == (0, 0, 0)
    assert wrong_tallies() == []


def test_organisations_are_counted_apart(process, other_organisation):
    make_waiting(process)

    with enter(other_organisation):
        make_waiting(make_process())
        make_waiting(make_process())
        assert (kept("waiting"), wrong_tallies()) == (2, [])
    assert (kept("waiting"), wrong_tallies()) == (1, [])


def test_a_wrong_tally_is_named_and_counting_anew_mends_it(process):
    make_waiting(process)
    Tally.objects.filter(what="came").update(n=7)

    (wrong,) = wrong_tallies()
    actions.count_tallies_anew()

    assert (wrong.what, wrong.since, wrong.kept, wrong.counted) == ("came", MONDAY_9, 7, 1)
    assert wrong_tallies() == []
    assert kept("waiting") == 1


def test_folding_changes_no_sum_and_leaves_one_row_of_each(process, anna):
    make_waiting(process)
    make_waiting(process)
    actions.claim_next(by=anna, at=MONDAY_9)

    actions.fold_tallies()

    assert Tally.objects.filter(what="waiting").count() == 1
    assert not Tally.objects.filter(folded=False).exists()
    assert (kept("waiting"), wrong_tallies()) == (1, [])


def test_what_has_become_none_leaves_no_row(process, anna):
    make_claimed(process, anna)

    actions.fold_tallies()

    assert not Tally.objects.filter(what__in=["waiting", "due"]).exists()


@pytest.mark.django_db(transaction=True)
def test_prepare_puts_lost_triggers_back_and_counts_what_they_missed(process):
    make_waiting(process)
    lost = _drop_a_trigger()
    Case.objects.update(stage="closed", closed_at=MONDAY_9)

    assert missing_triggers() == [lost]
    assert kept("waiting") == 1
    call_command("prepare", verbosity=0)

    assert (missing_triggers(), wrong_tallies(), kept("waiting")) == ([], [], 0)


def _drop_a_trigger() -> str:
    """As rebuilding a table does on SQLite."""
    if connection.vendor == "sqlite":
        connection.cursor().execute("DROP TRIGGER tally_waiting_update")
        return "tally_waiting_update"
    with psycopg.connect(os.environ["SAMSPIL_OWNER_DATABASE_URL"]) as owner:
        owner.execute("DROP TRIGGER work_case_tally_update ON work_case")
    return "work_case_tally_update"


def test_the_doctor_names_what_mends_a_wrong_tally(process):
    make_waiting(process)
    Tally.objects.filter(what="due").update(n=0)

    finding = next(one for one in examine() if one.what == "tallies")

    assert (finding.said, finding.mend) == ("1 wrong", "Run: samspil tallies mend")


def test_the_command_names_what_is_wrong_and_mends_it(process, capsys):
    make_waiting(process)
    Tally.objects.filter(what="routed").update(n=5)

    with pytest.raises(CommandError, match="samspil tallies mend"):
        call_command("tallies", "verify")
    call_command("tallies", "mend")
    call_command("tallies", "verify")

    assert capsys.readouterr().out.splitlines() == [
        "Nordlys: 1 wrong",
        "  routed from 2026-03-02 08:00 UTC: 5 instead of 1",
        "Nordlys: none wrong",
        "Nordlys: none wrong",
    ]
