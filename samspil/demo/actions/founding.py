"""Found the company: its people, teams and processes, and AI's first lessons."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from samspil.core.examples import Labelled
from samspil.core.organisation_models import collaborative
from samspil.demo.actions.chats import open_chats
from samspil.demo.actions.forms import open_form
from samspil.demo.actions.handbooks import bring_documents
from samspil.demo.actions.signing import promise_for_cards
from samspil.demo.queries.cast import (
    AI_NAME,
    COMPANY,
    EXPERIENCED,
    GERMANY,
    LINES,
    OWNER,
    PAYMENTS,
    PLAYERS,
    SERVICE,
    SKILL,
    STAFF,
    SUPPORT,
    TECHNICIANS,
    Line,
    Player,
)
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.demo.queries.samples import Sample, Sizes, lessons, topics_of_line
from samspil.people import actions as people
from samspil.people.models import Colleague, Team, User
from samspil.review import actions as review
from samspil.teaching import actions as teaching
from samspil.tenancy import actions as tenancy
from samspil.tenancy.models import Organisation
from samspil.trust.queries.uses import use_at
from samspil.uses import actions as uses
from samspil.work import actions as work
from samspil.work.models import Process

FILE_NAME = "{line}.csv"
FILTERS = (
    ({"da": "Forsinket", "de": "Überfällig", "en": "Late"}, {"late": "1"}),
    ({"da": "Niveau 3", "de": "Stufe 3", "en": "Level 3"}, {"level": "3"}),
)
TEAMS = (SERVICE, GERMANY, PAYMENTS, TECHNICIANS, EXPERIENCED, STAFF, SUPPORT)


@transaction.atomic
def found_company(*, password: str, at: datetime) -> Organisation:
    """Make the company with everybody in it; all people sign in with this password."""
    organisation = tenancy.found_organisation(name=COMPANY, at=at)
    with tenancy.enter(organisation):
        staff = {player.key: _take_on(player) for player in PLAYERS}
        _give_all(password)
        people.take_on_ai(name=AI_NAME, skill=SKILL)
        teams = {
            name: people.form_team(
                name=name,
                members=[staff[player.key] for player in PLAYERS if name in player.teams],
            )
            for name in TEAMS
        }
        for line in LINES:
            _make_process(line, teams, by=staff[OWNER.key], at=at)
        promise_for_cards(at=at)
        for player in PLAYERS:
            if player.teams:
                _keep_filters(staff[player.key], player.language)
        open_form(by=staff[OWNER.key], at=at)
        bring_documents(by=staff[OWNER.key], at=at)
        open_chats(by=staff[OWNER.key], at=at)
    return organisation


def _take_on(player: Player) -> Colleague:
    return people.take_on(
        name=player.name, email=player.mail, roles=player.roles, language=player.language
    )


def _give_all(password: str) -> None:
    """Work it out once for all of them, which takes a third of a second: they share it anyway."""
    accounts = User.objects.filter(email__in=[player.mail for player in PLAYERS])
    accounts.update(password=make_password(password))


def _keep_filters(colleague: Colleague, language: str) -> None:
    """What nearly everybody wants to see at once, named in their own language."""
    for names, choices in FILTERS:
        shown = {"whose": "teams", **choices}
        review.save_filter(names[language], shown, team=None, by=colleague)


def _make_process(line: Line, teams: dict[str, Team], *, by: Colleague, at: datetime) -> None:
    """Every line begins with a person deciding each case; the past weeks change that."""
    process = work.make_process(
        name=line.name,
        organisation_model=collaborative.MODEL.name,
        teams={level: teams[name] for level, name in line.teams.items()},
        by=by,
        at=at,
        first_response_minutes=line.minutes,
        senders=line.senders,
        starter=line.starter,
    )
    # The weeks are played in minutes: what AI learns, and when, is told by the play alone.
    work.let_learn(process, by_itself=False, by=by, at=at)
    work.set_topics(process, topics_of_line(line))
    _take_on_class(process, by=by, at=at)
    work.set_capacity(
        process,
        minutes_a_day=line.minutes_a_day,
        error_cost=line.error_cost,
        currency=line.currency,
        by=by,
        at=at,
    )


def _take_on_class(process: Process, *, by: Colleague, at: datetime) -> None:
    """Say of the line what only people know: nobody decides about a colleague by what AI found."""
    use = use_at(process.public_id, on=at.date())
    if not use.gate.open:
        said = uses.Said(answers=tuple((one, False) for one in use.found.open))
        uses.settle(use.thing, said, by=by, at=at)


def teach_first_lessons(line: Line, *, sizes: Sizes, at: datetime) -> None:
    """Teach AI the line's topics from examples, those of the past weeks left out."""
    teach(line, lessons(line, sizes), plan=teaching.ONCE, at=at)


def teach(line: Line, samples: Sequence[Sample], *, plan: teaching.Plan, at: datetime) -> None:
    """Teach AI these texts with their true topics, by words only: nobody waits minutes to look.

    The plan says how thoroughly AI tries what it learned; its report says how many were tried.
    """
    process, owner = process_of(line), colleague_playing(OWNER)
    lesson = teaching.look_at_rows(
        [Labelled(text=sample.text, topic=sample.topic) for sample in samples if sample.topic],
        name=FILE_NAME.format(line=line.key),
        process=process,
        by=owner,
        at=at,
    )
    version = teaching.teach_now(lesson, with_starter=False, words_only=True, plan=plan, at=at)
    if version is not None:
        teaching.use_version(version, by=owner, at=at)
